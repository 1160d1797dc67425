import GRDB
import Operations
import Organization
import Persistence
import Personnel
import PluginKit

/// Proposes the teams of a round from the pools, first fit under hard recusal. It is a draft: propose again to replace it.
struct ProposeTeams: Command {
    struct Input: Codable, Sendable {
        var round: String
        /// How many teams; one for each target that no other brings along, when not given.
        var teams: Int?
        /// People in a team with its leader; 6 when not given.
        var size: Int?
        /// 1 when not given.
        var deputies: Int?
    }
    static let name: OperationName = "team.propose"
    static let access = Access.roles([.inspectionOffice])

    func run(_ input: Input, in context: WriteContext) throws -> Page<MemberLine> {
        let round = try Rounds.round(input.round, in: context.db)
        guard [.draft, .submitted, .approved, .preparing].contains(round.stage) else {
            throw Rule.illegalState.refused(
                "roundStage",
                [
                    "round": .text(round.code), "stage": .key("roundStage.\(round.stage.rawValue)"),
                    "needed": .key("roundStage.preparing"),
                ])
        }
        let tops = try Rounds.targets(of: round, in: context.db).filter { $0.upperTargetId == nil }
        let count = input.teams ?? tops.count
        try check(input, count, tops.count, round)
        let groups = try group(round, tops, into: count, context)
        let fit = FirstFit(
            leaders: try Candidates.inPool(.leader, in: context.db), deputies: try Candidates.inPool(.deputy, in: context.db),
            inspectors: try Candidates.inPool(.inspector, in: context.db), size: input.size ?? 6,
            deputiesPerTeam: input.deputies ?? 1, day: round.startDate)
        let needs = try groups.enumerated().map { index, targets in
            TeamNeed(ordinal: index + 1, targets: try targets.map { try recusalTarget($0, context) })
        }
        let teams = try fit.teams(for: needs)
        try clearDraft(of: round, context)
        for (index, nominees) in teams.enumerated() { try save(nominees, groups[index], ordinal: index + 1, round, context) }
        return Page(
            rows: try MemberLine.of(round, for: context),
            sentence: Message("team.propose.done", ["round": .text(round.code), "teams": "\(teams.count)"]))
    }

    private func check(_ input: Input, _ count: Int, _ tops: Int, _ round: Round) throws {
        var checks = Checks()
        checks.require(tops > 0, Rule.illegalState.refused("roundWithoutTargets", ["round": .text(round.code)]))
        checks.require(
            (1...max(1, tops)).contains(count),
            Rule.invalid.refused("range", field: "teams", ["low": "1", "high": "\(max(1, tops))", "value": "\(count)"]))
        let size = input.size ?? 6
        checks.require(
            (3...20).contains(size), Rule.invalid.refused("range", field: "size", ["low": "3", "high": "20", "value": "\(size)"]))
        let deputies = input.deputies ?? 1
        checks.require(
            (1...3).contains(deputies),
            Rule.invalid.refused("range", field: "deputies", ["low": "1", "high": "3", "value": "\(deputies)"]))
        try checks.finish()
    }

    /// Upper targets in turn over the teams; lower ones go with theirs.
    private func group(_ round: Round, _ tops: [Target], into count: Int, _ context: WriteContext) throws -> [[Target]] {
        let all = try Rounds.targets(of: round, in: context.db)
        var groups = [[Target]](repeating: [], count: count)
        for (index, top) in tops.enumerated() {
            groups[index % count] += [top] + all.filter { $0.upperTargetId == top.id }
        }
        return groups
    }

    private func recusalTarget(_ target: Target, _ context: WriteContext) throws -> RecusalTarget {
        RecusalTarget(
            unitId: target.unitId, unitName: try Units.unit(id: target.unitId, in: context.db)?.name ?? "",
            superiorIds: try Units.superiors(of: target.unitId, in: context.db))
    }

    /// Earlier proposals go; a team that was vetted or authorised stays and is in the way.
    private func clearDraft(of round: Round, _ context: WriteContext) throws {
        let fixed = try String.fetchAll(
            context.db, sql: "SELECT code FROM inspection_team WHERE roundId = ? AND state <> 'proposed' ORDER BY ordinal",
            arguments: [round.id])
        guard fixed.isEmpty else {
            throw Rule.illegalState.refused("teamsFixed", ["teams": .text(fixed.joined(separator: ", "))])
        }
        try context.db.execute(sql: "DELETE FROM inspection_team WHERE roundId = ?", arguments: [round.id])
    }

    private func save(_ nominees: [Nominee], _ targets: [Target], ordinal: Int, _ round: Round, _ context: WriteContext) throws {
        let team = Team(
            id: context.nextID(), version: 1, code: "\(round.code)-\(ordinal)", roundId: round.id, ordinal: ordinal,
            state: .proposed,
            authorisation: nil, authorisedOn: nil, vettedBy: nil, reviewedBy: nil)
        try context.insert(team, as: "team", team.id)
        for nominee in nominees {
            let remarks = nominee.remarks.map { "\($0.hit.code) \($0.unit)" }.joined(separator: "; ")
            try Member(
                id: context.nextID(), teamId: team.id, cadreId: nominee.candidate.id, role: nominee.role, state: .nominated,
                declaration: nil, remarks: remarks
            ).insert(context.db)
        }
        for target in targets {
            try context.db.execute(
                sql: "UPDATE inspection_target SET teamId = ?, version = version + 1 WHERE id = ?",
                arguments: [team.id, target.id])
        }
    }
}

/// Lists the teams of a round with their members.
struct ListTeams: Query {
    struct Input: Codable, Sendable {
        var round: String
    }
    static let name: OperationName = "team.list"
    static let access = Access.roles(roundReaders)

    func run(_ input: Input, in context: ReadContext) throws -> Page<MemberLine> {
        Page(rows: try MemberLine.of(try Rounds.round(input.round, in: context.db), for: context))
    }
}
