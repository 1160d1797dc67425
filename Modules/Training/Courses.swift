import GRDB
import Operations
import Persistence
import PluginKit

/// Reading the catalogue.
enum Courses {
    /// The course of a code.
    /// - Throws: `E-NOTFOUND` on the field.
    static func course(_ code: String, field: String = "course", in db: Database) throws -> Course {
        let found = try Course.fetchOne(
            db.cachedStatement(sql: "SELECT * FROM training_course WHERE code = ?"), arguments: [code.trimmed])
        guard let found else { throw Rule.notFound.refused("course", field: field, ["code": .text(code)]) }
        return found
    }

    static func course(id: UniqueID, in db: Database) throws -> Course {
        let found = try Course.fetchOne(
            db.cachedStatement(sql: "SELECT * FROM training_course WHERE id = ?"), arguments: [id])
        guard let found else { throw Rule.notFound.refused("course", field: "course", ["code": "\(id)"]) }
        return found
    }

    static func all(in db: Database) throws -> [Course] {
        try Course.fetchAll(db, sql: "SELECT * FROM training_course ORDER BY code")
    }

    /// What each course requires, by id.
    static func prerequisites(in db: Database) throws -> [UniqueID: Set<UniqueID>] {
        let rows = try Row.fetchAll(db, sql: "SELECT courseId, requiredId FROM training_prerequisite")
        return Dictionary(grouping: rows) { $0[0] as UniqueID }.mapValues { Set($0.map { $0[1] as UniqueID }) }
    }

    /// Sets what a course requires.
    static func require(_ codes: [String], for course: Course, in context: WriteContext) throws {
        try context.db.execute(sql: "DELETE FROM training_prerequisite WHERE courseId = ?", arguments: [course.id])
        for code in Set(codes).sorted() {
            try context.db.execute(
                sql: "INSERT INTO training_prerequisite SELECT ?, id FROM training_course WHERE code = ?",
                arguments: [course.id, code])
        }
    }

    /// Materials as they are kept: without blank ones and repeats, in their order.
    static func materials(_ lines: [String]) -> [String] {
        var seen: Set<String> = []
        return lines.map(\.trimmed).filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    /// - Throws: `R-CRS-07` naming the circle.
    static func refuseCircle(in db: Database) throws {
        guard let circle = Prerequisites.circle(in: try prerequisites(in: db)) else { return }
        let codes = Dictionary(uniqueKeysWithValues: try all(in: db).map { ($0.id, $0.code) })
        throw TrainingRules.circle.refused(
            field: "prerequisites", ["circle": .text(circle.compactMap { codes[$0] }.joined(separator: " → "))])
    }
}

/// What must hold of a course.
enum CourseChecks {
    static func tierAndTrack(_ tier: CourseTier, _ track: Track) -> Refusal {
        Rule.invalid.refused(
            "tierTrack", field: "track", ["tier": .key("courseTier.\(tier.rawValue)"), "track": .key("track.\(track.code)")])
    }
}

/// A course as lists show it.
struct CourseLine: Tabular, FetchableRecord {
    var course: Course
    /// Codes, joined by spaces.
    var prerequisites: String?

    init(row: Row) throws {
        course = try Course(row: row)
        prerequisites = row["prerequisiteCodes"]
    }

    static let selection = """
        SELECT c.*, (SELECT group_concat(code, ' ') FROM (SELECT p.code FROM training_prerequisite q
            JOIN training_course p ON p.id = q.requiredId WHERE q.courseId = c.id ORDER BY p.code)) AS prerequisiteCodes
        FROM training_course c
        """

    static let columns: [TableColumn<CourseLine>] = [
        .text("courseCode") { $0.course.code },
        .text("course") { $0.course.title },
        .word("courseTier") { $0.course.tier },
        .word("track", of: "track") { $0.course.track },
        .word("contentArea") { $0.course.area },
        .decimal("hours") { Tenths.text($0.course.hours) },
        .word("courseForm") { $0.course.form },
        .word("examKind") { $0.course.exam },
        .decimal("passMark") { Tenths.text($0.course.passMark) },
        .flag("isRequired") { $0.course.isRequired },
        .word("audience") { $0.course.audience },
        .texts("prerequisites") { ($0.prerequisites ?? "").split(separator: " ").map { String($0) } },
        .integer("validMonths") { $0.course.validMonths },
        .text("objectives") { $0.course.objectives },
        .texts("materials") { $0.course.materials },
        .integer("attempts") { $0.course.attempts },
        .integer("version") { $0.course.version },
    ]
    static let briefColumns: [String]? = [
        "courseCode", "course", "courseTier", "track", "hours", "examKind", "isRequired", "prerequisites",
    ]
}
