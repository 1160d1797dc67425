import GRDB
import Operations
import Persistence
import Personnel
import PluginKit

/// How far somebody is with one requirement of a year.
struct Standing: Sendable {
    var cadre: String
    var cadreId: UniqueID
    var unit: String
    var requirement: Requirement
    /// Minutes or points that count, up to the day.
    var done: Int
    /// What should be there by the day if it came evenly over the year.
    var expected: Int

    var missing: Int { max(0, requirement.amount - done) }
    var isBehind: Bool { done < expected }

    /// Everybody in the pools whose study the caller may see, with every requirement of their tier: in the order of names.
    ///
    /// Three queries, however many people and entries there are. Who stands in several pools owes what the highest asks.
    static func all(asOf day: CalendarDate, cadre: UniqueID? = nil, in context: ReadContext) throws -> [Standing] {
        let requirements = try StoredRequirement.effective(in: day.year, context.db)
        let done = try Done(asOf: day, in: context)
        var people = StudyAccess.visible(to: context.principal)
        if let cadre { people.and("e.cadreId = ?", cadre) }
        let rows = try Row.fetchAll(
            context.db,
            sql: """
                SELECT c.id, c.name, c.unitName, e.place
                FROM (SELECT cadreId, min(CASE pool WHEN 'leader' THEN 0 WHEN 'deputy' THEN 1 ELSE 2 END) AS place
                    FROM personnel_pool_membership WHERE state IN ('admitted', 'onAssignment', 'cooling') GROUP BY cadreId) e
                JOIN personnel_cadre c ON c.id = e.cadreId WHERE \(people.sql) ORDER BY c.nameKey, c.seq
                """, arguments: people.arguments)
        return rows.flatMap { row -> [Standing] in
            let place: Int = row[3]
            let tier: PoolKind = [PoolKind.leader, .deputy, .inspector][place]
            return requirements.filter { $0.tier == tier }.map { requirement in
                Standing(
                    cadre: row[1], cadreId: row[0], unit: row[2], requirement: requirement,
                    done: done.amount(of: row[0], for: requirement),
                    expected: Requirement.expected(requirement.amount, by: day))
            }
        }
    }
}

/// What counts of the year's study, by person, platform and mode.
private struct Done {
    private struct Part {
        var platform: String
        var mode: StudyMode
        var minutes: Int
        var points: Int
    }

    private var parts: [UniqueID: [Part]] = [:]

    init(asOf day: CalendarDate, in context: ReadContext) throws {
        var filter = Filter(
            "\(StudyEntry.counts) AND e.date BETWEEN ? AND ?", "\(day.year)-01-01", day)
        filter.and(StudyAccess.visible(to: context.principal))
        let rows = try Row.fetchCursor(
            context.db,
            sql: """
                SELECT e.cadreId, e.platform, e.mode, coalesce(sum(e.minutes), 0), coalesce(sum(e.points), 0)
                FROM studylog_entry e WHERE \(filter.sql) GROUP BY e.cadreId, e.platform, e.mode
                """, arguments: filter.arguments)
        while let row = try rows.next() {
            parts[row[0], default: []].append(Part(platform: row[1], mode: row[2], minutes: row[3], points: row[4]))
        }
    }

    func amount(of cadre: UniqueID, for requirement: Requirement) -> Int {
        let parts = parts[cadre] ?? []
        if let platform = requirement.platform { return parts.filter { $0.platform == platform }.map(\.points).reduce(0, +) }
        return parts.filter { requirement.mode == nil || $0.mode == requirement.mode }.map(\.minutes).reduce(0, +)
    }
}
