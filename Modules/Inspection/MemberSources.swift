import GRDB
import Operations
import Persistence
import Personnel
import PluginKit

/// What Inspection tells rooms beside it about the people in its teams.
enum MemberSources {
    /// Members of teams of rounds that are neither archived nor cancelled, and when their teams are on site: from the entry that
    /// was recorded to the exit, or to the end of the round while there is none.
    static let duties = DutySource("inspection.teams") { db in
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT m.cadreId, r.code, t.code AS team, r.startDate, g.entryDate, coalesce(g.exitDate, r.endDate) AS lastDate
                    FROM inspection_member m JOIN inspection_team t ON t.id = m.teamId
                    JOIN inspection_round r ON r.id = t.roundId
                    LEFT JOIN inspection_target g ON g.teamId = t.id AND g.entryDate IS NOT NULL
                    WHERE m.state <> 'released' AND r.stage NOT IN ('archived', 'cancelled')
                    ORDER BY m.id, g.id
                    """))
        return rows.map { row in
            let entry: CalendarDate? = row["entryDate"]
            let last: CalendarDate = row["lastDate"]
            return Duty(
                cadre: row["cadreId"], round: row["code"], team: row["team"], roundStart: row["startDate"],
                onSite: entry.map { $0...max($0, last) })
        }
    }

    /// Drafts that passed their reviews, of all that somebody handled and that were decided. How often a draft was returned is not
    /// recorded yet; a withdrawn one counts as not passed.
    static let drafts = CompetenceSource("inspection.drafts", part: .quality) { cadres, db in
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT h.cadre, count(*) AS drafts, sum(h.state <> 'withdrawn') AS passed FROM (
                        SELECT firstHandler AS cadre, state FROM inspection_finding WHERE firstHandler IS NOT NULL
                        UNION ALL SELECT secondHandler, state FROM inspection_finding WHERE secondHandler IS NOT NULL) h
                    WHERE h.state IN ('signed', 'inReport', 'approved', 'issued', 'withdrawn') GROUP BY h.cadre
                    """))
        var points: [UniqueID: CompetencePoint] = [:]
        for row in rows where cadres.contains(row["cadre"]) {
            let drafts: Int = row["drafts"], passed: Int = row["passed"]
            points[row["cadre"]] = CompetencePoint(
                points: Percent.ratio(passed, of: drafts) ?? 0,
                evidence: Message("inspection.drafts.evidence", ["drafts": "\(drafts)", "passed": "\(passed)"]))
        }
        return points
    }

    /// Before a round goes on site, everything that other modules want of the members of its teams.
    static let requirement = StageRequirement("inspection.members", entering: .onSite) { round, context in
        let members = try UniqueID.fetchAll(
            context.db,
            sql: """
                SELECT DISTINCT m.cadreId FROM inspection_member m JOIN inspection_team t ON t.id = m.teamId
                WHERE t.roundId = ? AND m.state <> 'released' ORDER BY m.cadreId
                """, arguments: [round.id])
        return try context.registry.values(MemberRequirements.self).flatMap { try $0.missing(members, round.startDate, context) }
    }
}
