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
        let targets = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT g.teamId, g.unitId FROM inspection_target g JOIN inspection_round r ON r.id = g.roundId
                    WHERE g.teamId IS NOT NULL AND r.stage NOT IN ('archived', 'cancelled')
                    """))
        let units = Dictionary(grouping: targets) { $0["teamId"] as UniqueID }.mapValues {
            Set($0.map { $0["unitId"] as UniqueID })
        }
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT m.cadreId, r.code, t.id AS teamId, t.code AS team, r.startDate, g.entryDate, coalesce(g.exitDate, r.endDate) AS lastDate
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
                onSite: entry.map { $0...max($0, last) }, units: units[row["teamId"]] ?? [])
        }
    }

    /// Rounds and teams, with the units that a team inspects.
    static let rounds = RoundTeamSource(
        "inspection.rounds",
        hasRound: { code, db in
            try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM inspection_round WHERE code = ?)", arguments: [code])
                ?? false
        },
        team: { code, db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT r.code, g.unitId FROM inspection_team t JOIN inspection_round r ON r.id = t.roundId
                    LEFT JOIN inspection_target g ON g.teamId = t.id WHERE t.code = ?
                    """, arguments: [code])
            return rows.first.map { first in
                RoundTeam(code: code, round: first[0], units: Set(rows.compactMap { $0[1] as UniqueID? }))
            }
        })

    /// The share of hand-ins that passed: a draft that was signed passed once; each return, and a withdrawal, is one that did not.
    /// Drafts without a decision do not count yet.
    static let drafts = CompetenceSource("inspection.drafts", part: .quality) { cadres, db in
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    WITH decided AS (
                        SELECT firstHandler, secondHandler, state = 'withdrawn' AS isWithdrawn,
                            (SELECT count(*) FROM inspection_step s WHERE s.recordId = f.id AND s.word = ?) AS returns
                        FROM inspection_finding f WHERE (firstHandler IS NOT NULL OR secondHandler IS NOT NULL)
                            AND state IN ('signed', 'inReport', 'approved', 'issued', 'withdrawn'))
                    SELECT cadre, count(*) AS drafts, sum(isWithdrawn) AS withdrawn, sum(returns) AS returns FROM (
                        SELECT firstHandler AS cadre, isWithdrawn, returns FROM decided WHERE firstHandler IS NOT NULL
                        UNION ALL SELECT secondHandler, isWithdrawn, returns FROM decided WHERE secondHandler IS NOT NULL)
                    GROUP BY cadre
                    """), arguments: [FindingSteps.returned])
        var points: [UniqueID: CompetencePoint] = [:]
        for row in rows where cadres.contains(row["cadre"]) {
            let drafts: Int = row["drafts"], withdrawn: Int = row["withdrawn"], returns: Int = row["returns"]
            points[row["cadre"]] = CompetencePoint(
                points: Percent.ratio(drafts - withdrawn, of: drafts + returns) ?? 0,
                evidence: Message(
                    "inspection.drafts.evidence",
                    ["drafts": "\(drafts)", "passed": "\(drafts - withdrawn)", "returns": "\(returns)"]))
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
