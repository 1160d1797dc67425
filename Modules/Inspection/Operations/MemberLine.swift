import Foundation
import GRDB
import Operations
import Persistence
import Personnel
import PluginKit

/// One member of a team, as lists show it.
package struct MemberLine: Tabular {
    var team: String
    var teamState: TeamState
    var role: TeamRole
    var cadreId: UniqueID
    var cadre: String
    var homeUnit: String
    var memberState: MemberState
    var remarks: String
    var authorisation: String?

    package static let columns: [TableColumn<MemberLine>] = [
        .text("team") { $0.team },
        .word("teamState") { $0.teamState },
        .word("teamRole") { $0.role },
        .text("cadre") { $0.cadre },
        .text("homeUnit") { $0.homeUnit },
        .word("memberState") { $0.memberState },
        .text("remarks") { $0.remarks },
        .text("authorisation") { $0.authorisation },
        .text("cadreId") { $0.cadreId.description },
    ]
    package static let briefColumns: [String]? = ["team", "teamRole", "cadre", "homeUnit", "memberState", "remarks"]

    /// Who sees all teams of a round.
    static let readersOfAll = Role.districtWide.union([.organisationDepartment])

    /// The members of a round's teams that a person may see: everybody's for the office, one's own team for its members.
    static func of(_ round: Round, for context: ReadContext) throws -> [MemberLine] {
        var filter = Filter("t.roundId = ?", round.id)
        if !context.principal.hasAny(of: readersOfAll) {
            filter.and("t.id IN (SELECT teamId FROM inspection_member WHERE cadreId = ?)", context.principal.cadre)
        }
        let rows = try Row.fetchAll(
            context.db,
            sql: """
                SELECT t.code, t.state AS teamState, t.authorisation, m.role, m.cadreId, m.state, m.remarks
                FROM inspection_member m JOIN inspection_team t ON t.id = m.teamId
                WHERE \(filter.sql)
                ORDER BY t.ordinal, CASE m.role WHEN 'leader' THEN 0 WHEN 'deputy' THEN 1 ELSE 2 END, m.id
                """, arguments: filter.arguments)
        let people = try Candidates.cards(of: rows.map { $0["cadreId"] }, in: context.db)
        let cases = try openCases(of: round, for: context)
        return rows.map { row in
            let id: UniqueID = row["cadreId"]
            return MemberLine(
                team: row["code"], teamState: row["teamState"], role: row["role"], cadreId: id, cadre: people[id]?.name ?? "",
                homeUnit: people[id]?.unitName ?? "", memberState: row["state"],
                remarks: remarks(row["remarks"], cases(row["code"], id)), authorisation: row["authorisation"])
        }
    }

    /// What was noted when the person came into the team, with the cases as they stand now in the place of those of that day.
    private static func remarks(_ noted: String, _ cases: [String]) -> String {
        let others = noted.components(separatedBy: "; ").filter { !$0.isEmpty && !$0.hasPrefix("R-RCU-") }
        return (others + cases).joined(separator: "; ")
    }

    /// Cases of recusal that stand for somebody and a target of a team, told to those who compose teams, as far as they see the
    /// targets themselves: two queries.
    private static func openCases(of round: Round, for context: ReadContext) throws -> (String, UniqueID) -> [String] {
        guard context.principal.hasAny(of: teamComposers) else { return { _, _ in [] } }
        var filter = Filter("x.roundId = ? AND x.teamId IS NOT NULL", round.id)
        if let own = context.principal.cadre { filter.and(RecusalCases.hides("x.unitId", from: own)) }
        let targets = try Row.fetchAll(
            context.db,
            sql: """
                SELECT t.code, x.unitId, u.name FROM inspection_target x JOIN inspection_team t ON t.id = x.teamId
                JOIN organization_unit u ON u.id = x.unitId WHERE \(filter.sql)
                """, arguments: filter.arguments)
        let names = Dictionary(grouping: targets) { $0[0] as String }.mapValues { rows in
            Dictionary(rows.map { ($0[1] as UniqueID, $0[2] as String) }) { first, _ in first }
        }
        let standing = try RecusalCases.standing(in: context.db)
        return { team, cadre in
            (standing[cadre] ?? []).compactMap { found in
                guard let unit = names[team]?[found.unit], let rule = found.barring else { return nil }
                return "\(rule.id) \(found.no) \(unit)"
            }
        }
    }
}

/// Lists the teams of a round with their members.
struct ListTeams: Query {
    struct Input: Codable, Sendable {
        var round: String
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "team.list"
    static let access = Access.roles(roundReaders)

    func run(_ input: Input, in context: ReadContext) throws -> Page<MemberLine> {
        let members = try MemberLine.of(try Rounds.round(input.round, in: context.db), for: context)
        return try .part(of: members, limit: input.limit, after: input.after) { "\($0.team) \($0.cadreId)" }
    }
}
