import GRDB
import Operations
import Persistence
import PluginKit

/// Lists the catalogue.
struct ListCourses: Query {
    struct Input: Codable, Sendable {
        var tier: CourseTier?
        /// Code or title of a track.
        var track: String?
        var area: ContentArea?
        /// Only required courses, or only others.
        var required: Bool?
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "course.list"
    static let access = Access.everyone(reason: openReason)

    func run(_ input: Input, in context: ReadContext) throws -> Page<CourseLine> {
        let page = try PageRequest(limit: input.limit, after: input.after)
        var filter = Filter()
        if let tier = input.tier { filter.and("c.tier = ?", tier) }
        if let track = input.track { filter.and("c.track = ?", try Tracks.track(track, in: context.registry).code) }
        if let area = input.area { filter.and("c.area = ?", area) }
        if input.required == true { filter.and("c.isRequired = 1") }
        if let mark = try PageMark(page.after, parts: 1) { filter.and("c.code > ?", mark.parts[0]) }
        let rows = try CourseLine.fetchAll(
            context.db.cachedStatement(
                sql: "\(CourseLine.selection) WHERE \(filter.sql) ORDER BY c.code LIMIT \(page.limit + 1)"),
            arguments: filter.arguments)
        return page.cut(rows) { PageMark([$0.course.code]) }
    }
}

/// Shows one course.
struct ShowCourse: Query {
    struct Input: Codable, Sendable {
        var course: String
    }
    static let name: OperationName = "course.show"
    static let access = Access.everyone(reason: openReason)
    static let positional = ["course"]

    func run(_ input: Input, in context: ReadContext) throws -> CourseDetail {
        let course = try Courses.course(input.course, in: context.db)
        return CourseDetail(
            line: try CourseDetail.line(course, in: context.db),
            sessions: try SessionLine.fetchAll(
                context.db, sql: "\(SessionLine.selection) WHERE s.courseId = ? ORDER BY s.startsAt, s.code LIMIT 200",
                arguments: [course.id]))
    }
}

/// A course with its sessions.
struct CourseDetail: Answerable {
    var line: CourseLine
    var sessions: [SessionLine]

    static var columnKeys: [String] { CourseLine.columns.map(\.key) + SessionLine.columns.map(\.key) }
    static let shape: Answer.Shape? = .record
    var answer: Answer {
        var answer = Answer(record: line)
        answer.sections = [("section.sessions", Answer(list: sessions))]
        return answer
    }

    static func line(_ course: Course, in db: Database) throws -> CourseLine {
        let line = try CourseLine.fetchOne(db, sql: "\(CourseLine.selection) WHERE c.id = ?", arguments: [course.id])
        guard let line else { throw Rule.notFound.refused("course", field: "course", ["code": .text(course.code)]) }
        return line
    }
}

/// Adds a course to the catalogue.
struct AddCourse: Command {
    struct Input: Codable, Sendable {
        var code: String
        var title: String
        /// Code or title of a track; the general one makes it a course of the general tier.
        var track: String
        var hours: Double
        var form: CourseForm
        var exam: ExamKind
        var passMark: Double?
        var required: Bool?
        var audience: Audience?
        /// Codes of courses to be passed first.
        var prerequisites: [String]?
        var validMonths: Int?
        var objectives: String?
        /// Titles, document numbers or addresses of what it is studied from.
        var materials: [String]?
        /// How often the exam may be taken; as often as needed where not given.
        var attempts: Int?
    }
    static let name: OperationName = "course.add"
    static let access = Access.roles(trainingKeepers)

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<CourseLine> {
        let track = try Tracks.track(input.track, in: context.registry)
        let course = try Self.course(input, track, in: context)
        try context.insert(course, as: "course", course.id)
        for code in input.prerequisites ?? [] { _ = try Courses.course(code, field: "prerequisites", in: context.db) }
        try Courses.require(input.prerequisites ?? [], for: course, in: context)
        try Courses.refuseCircle(in: context.db)
        return RecordAnswer(
            try CourseDetail.line(course, in: context.db), sentence: Message("course.add.done", ["course": .text(course.code)]))
    }

    private static func course(_ input: Input, _ track: Track, in context: WriteContext) throws -> Course {
        var checks = Checks()
        let code = input.code.trimmed, title = input.title.trimmed
        checks.require(!code.isEmpty, Rule.invalid.refused("empty", field: "code"))
        checks.require(!title.isEmpty, Rule.invalid.refused("empty", field: "title"))
        let hours = Tenths.of(input.hours) ?? 0
        checks.require(hours > 0, Rule.invalid.refused("positive", field: "hours", ["value": .text("\(input.hours)")]))
        if let months = input.validMonths {
            checks.require(months > 0, Rule.invalid.refused("positive", field: "validMonths", ["value": "\(months)"]))
        }
        if let attempts = input.attempts {
            checks.require(attempts > 0, Rule.invalid.refused("positive", field: "attempts", ["value": "\(attempts)"]))
        }
        let taken = try Course.fetchOne(context.db, sql: "SELECT * FROM training_course WHERE code = ?", arguments: [code])
        checks.require(taken == nil, Rule.duplicate.refused("course", field: "code", ["code": .text(code)]))
        try checks.finish()
        let settings = try TrainingSettings(context.db)
        return Course(
            id: context.nextID(), version: 1, code: code, title: title, tier: track.isGeneral ? .general : .specialist,
            track: track.code, area: track.area, hours: hours, form: input.form, exam: input.exam,
            passMark: try input.passMark.map { try Score.tenths($0, field: "passMark") } ?? settings[.passMark] * 10,
            isRequired: input.required ?? false, audience: input.audience ?? .everybody, validMonths: input.validMonths,
            objectives: input.objectives?.trimmed, materials: Courses.materials(input.materials ?? []), attempts: input.attempts)
    }
}

/// Changes a course: what is given replaces what was. Hours already credited stay as they are.
struct SetCourse: Command {
    struct Input: Codable, Sendable {
        var course: String
        var title: String?
        var hours: Double?
        var passMark: Double?
        var required: Bool?
        /// Codes of courses to be passed first, all of them.
        var prerequisites: [String]?
        /// 0 for hours that hold for good.
        var validMonths: Int?
        var objectives: String?
        /// Titles, document numbers or addresses of what it is studied from, all of them.
        var materials: [String]?
        /// 0 for as often as needed.
        var attempts: Int?
        var version: Int?
    }
    static let name: OperationName = "course.set"
    static let access = Access.roles(trainingKeepers)
    static let positional = ["course"]

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<CourseLine> {
        let before = try Courses.course(input.course, in: context.db)
        try context.expect(version: input.version, stored: before.version)
        var course = before
        if let title = input.title?.trimmed, !title.isEmpty { course.title = title }
        if let hours = input.hours {
            guard let tenths = Tenths.of(hours), tenths > 0 else {
                throw Rule.invalid.refused("positive", field: "hours", ["value": .text("\(hours)")])
            }
            course.hours = tenths
        }
        if let mark = input.passMark { course.passMark = try Score.tenths(mark, field: "passMark") }
        if let required = input.required { course.isRequired = required }
        if let months = input.validMonths { course.validMonths = months > 0 ? months : nil }
        if let objectives = input.objectives { course.objectives = objectives.trimmed }
        if let materials = input.materials { course.materials = Courses.materials(materials) }
        if let attempts = input.attempts { course.attempts = attempts > 0 ? attempts : nil }
        course.version += 1
        try course.update(context.db)
        if let prerequisites = input.prerequisites {
            for code in prerequisites { _ = try Courses.course(code, field: "prerequisites", in: context.db) }
            try Courses.require(prerequisites, for: course, in: context)
            try Courses.refuseCircle(in: context.db)
        }
        try context.noteChange(of: "course", course.id, from: before, to: course)
        return RecordAnswer(
            try CourseDetail.line(course, in: context.db), sentence: Message("course.set.done", ["course": .text(course.code)]))
    }
}
