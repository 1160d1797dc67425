import GRDB
import Operations
import Persistence
import PluginKit

/// A room as lists show it.
struct RoomLine: Tabular, FetchableRecord {
    var name: String
    var capacity: Int

    init(row: Row) {
        name = row["name"]
        capacity = row["capacity"]
    }

    static let columns: [TableColumn<RoomLine>] = [
        .text("room") { $0.name }, .integer("capacity") { $0.capacity },
    ]
}

/// Lists rooms.
struct ListRooms: Query {
    static let name: OperationName = "room.list"
    static let access = Access.everyone(reason: openReason)

    func run(_ input: ListInput, in context: ReadContext) throws -> Page<RoomLine> {
        let rows = try RoomLine.fetchAll(context.db, sql: "SELECT * FROM training_room ORDER BY name")
        return try .part(of: rows, limit: input.limit, after: input.after, key: \.name)
    }
}

/// Adds a room, or says how many places it has.
struct SetRoom: Command {
    struct Input: Codable, Sendable {
        var room: String
        var capacity: Int
    }
    static let name: OperationName = "room.set"
    static let access = Access.roles(trainingKeepers)
    static let positional = ["room"]

    func run(_ input: Input, in context: WriteContext) throws -> Page<RoomLine> {
        var checks = Checks()
        checks.require(!input.room.trimmed.isEmpty, Rule.invalid.refused("empty", field: "room"))
        checks.require(input.capacity > 0, Rule.invalid.refused("positive", field: "capacity", ["value": "\(input.capacity)"]))
        try checks.finish()
        try context.db.execute(
            sql: "INSERT INTO training_room VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET capacity = ?2",
            arguments: [input.room.trimmed, input.capacity])
        try context.noteChange(of: "room", context.nextID(), to: [input.room.trimmed: input.capacity])
        return Page(
            rows: try RoomLine.fetchAll(context.db, sql: "SELECT * FROM training_room ORDER BY name LIMIT 1000"),
            sentence: Message("room.set.done", ["room": .text(input.room.trimmed), "capacity": "\(input.capacity)"]))
    }
}

/// A teacher with the courses taught.
struct TeacherLine: Tabular, FetchableRecord {
    var teacher: String
    /// Codes, joined by spaces.
    var courses: String

    init(row: Row) {
        teacher = row["teacher"]
        courses = row["courses"]
    }

    static let selection = """
        SELECT teacher, group_concat(code, ' ') AS courses FROM (SELECT t.teacher, c.code FROM training_teaching t
            JOIN training_course c ON c.id = t.courseId ORDER BY t.teacher, c.code) GROUP BY teacher ORDER BY teacher
        """

    static let columns: [TableColumn<TeacherLine>] = [
        .text("teacher") { $0.teacher },
        .texts("coursesTaught") { $0.courses.split(separator: " ").map { String($0) } },
    ]
}

/// Lists teachers with what they teach.
struct ListTeachers: Query {
    static let name: OperationName = "teacher.list"
    static let access = Access.everyone(reason: openReason)

    func run(_ input: ListInput, in context: ReadContext) throws -> Page<TeacherLine> {
        let rows = try TeacherLine.fetchAll(context.db, sql: TeacherLine.selection)
        return try .part(of: rows, limit: input.limit, after: input.after, key: \.teacher)
    }
}

/// Says which courses a teacher teaches, all of them.
struct SetTeacher: Command {
    struct Input: Codable, Sendable {
        var teacher: String
        /// Codes.
        var courses: [String]
    }
    static let name: OperationName = "teacher.set"
    static let access = Access.roles(trainingKeepers)
    static let positional = ["teacher"]

    func run(_ input: Input, in context: WriteContext) throws -> Page<TeacherLine> {
        let teacher = input.teacher.trimmed
        guard !teacher.isEmpty else { throw Rule.invalid.refused("empty", field: "teacher") }
        let courses = try Set(input.courses).map { try Courses.course($0, field: "courses", in: context.db).id }
        try context.db.execute(sql: "DELETE FROM training_teaching WHERE teacher = ?", arguments: [teacher])
        for course in courses {
            try context.db.execute(sql: "INSERT INTO training_teaching VALUES (?, ?)", arguments: [teacher, course])
        }
        try context.noteChange(of: "teacher", context.nextID(), to: [teacher: input.courses.sorted()])
        return Page(
            rows: try TeacherLine.fetchAll(context.db, sql: TeacherLine.selection),
            sentence: Message("teacher.set.done", ["teacher": .text(teacher), "count": "\(courses.count)"]))
    }
}
