import GRDB
import Operations
import Persistence
import Personnel
import PluginKit

/// How often somebody took the exam of a course, and whether it may be taken again (domain 4.22).
enum Attempts {
    /// The refusal of one more exam; nil where the course sets no limit, the limit is not reached, or the course was passed before and
    /// is only renewed.
    static func refusal(_ cadre: Cadre, _ course: Course, field: String, in db: Database) throws -> Refusal? {
        guard let limit = course.attempts else { return nil }
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT coalesce(sum(attempts), 0), coalesce(max(state IN ('passed', 'exempt')), 0) FROM training_enrolment
                    WHERE cadreId = ? AND courseId = ? AND state <> 'cancelled'
                    """), arguments: [cadre.id, course.id])
        let taken: Int = row?[0] ?? 0, hasPassed: Bool = row?[1] ?? false
        guard !hasPassed, taken >= limit else { return nil }
        return Rule.broken.refused(
            "attempts", field: field,
            ["cadre": .text(cadre.name), "course": .text(course.title), "taken": "\(taken)", "limit": "\(limit)"])
    }
}
