import GRDB
import Operations
import Persistence
import Personnel
import PluginKit

/// Records the signed recusal declarations of those in a team who have not declared, for the targets they have not declared for,
/// checked against what the system knows.
struct DeclareTeam: Command {
    struct Input: Codable, Sendable {
        /// Code of the team, `14-3-1`.
        var team: String
        /// Where the signed declarations are filed.
        var reference: String
    }
    static let name: OperationName = "team.declare"
    static let access = Access.roles([.inspectionOffice])
    static let positional = ["team"]

    func run(_ input: Input, in context: WriteContext) throws -> Page<MemberLine> {
        let team = try Teams.team(input.team, in: context.db)
        guard !input.reference.trimmed.isEmpty else { throw Rule.invalid.refused("empty", field: "reference") }
        let members = try Member.fetchAll(
            context.db, sql: "SELECT * FROM inspection_member WHERE teamId = ? AND state = 'nominated' ORDER BY id",
            arguments: [team.id])
        try context.db.execute(
            sql: "UPDATE inspection_member SET state = 'declared', declaration = ? WHERE teamId = ? AND state = 'nominated'",
            arguments: [input.reference.trimmed, team.id])
        try context.noteChange(of: "team.declaration", team.id, to: input.reference.trimmed)
        try record(members, of: team, input.reference.trimmed, context)
        return try Teams.answer(team, "team.declare.done", context)
    }
}

extension DeclareTeam {
    /// Their declarations for every unit of the team; what the record says otherwise becomes a potential case of recusal.
    private func record(_ members: [Member], of team: Team, _ reference: String, _ context: WriteContext) throws {
        guard
            let round = try Round.fetchOne(
                context.db, sql: "SELECT * FROM inspection_round WHERE id = ?", arguments: [team.roundId])
        else { return }
        try Declarations.record(
            members.map { Assignment(cadre: $0.cadreId, role: $0.role.pool) },
            for: try DeclaredMembers.units(of: team.id, in: context.db), round: round.code, reference: reference, in: context)
    }
}

/// Moves a team on: vetted, reviewed, authorised for this round only, active, dissolved.
struct AdvanceTeam: Command {
    struct Input: Codable, Sendable {
        var team: String
        var to: TeamState
        /// 授权文号
        var document: String?
        var reason: String?
        var version: Int?
    }
    static let name: OperationName = "team.advance"
    static let access = Access.roles([.organisationDepartment, .leadingGroup, .districtCommittee, .inspectionOffice])
    static let positional = ["team"]

    func run(_ input: Input, in context: WriteContext) throws -> Page<MemberLine> {
        let before = try Teams.team(input.team, in: context.db)
        try context.expect(version: input.version, stored: before.version)
        try TeamStates.table.check(
            from: before.state, to: input.to, by: context.principal,
            facts: try TeamFacts(before, entering: input.to, document: input.document, reason: input.reason, in: context))
        if [.vetted, .reviewed, .authorised, .active].contains(input.to) { try requireRules(of: before, context) }
        if input.to == .active { try requireReady(before, context) }
        var team = before
        team.state = input.to
        team.version += 1
        switch input.to {
        case .vetted:
            team.vettedBy = context.principal.account
            try setMembers(of: team, to: .cleared, context)
        case .reviewed: team.reviewedBy = context.principal.account
        case .authorised:
            team.authorisation = input.document?.trimmed
            team.authorisedOn = context.today
            try beginService(in: team, context)
        case .active:
            try setMembers(of: team, to: .serving, context)
            try Candidates.noteEntry(of: team.code, in: context)
        case .dissolved:
            let served = try members(of: team, context).map(\.cadreId)
            try setMembers(of: team, to: .released, context)
            try Candidates.endService(team: team.code, reason: input.reason, in: context)
            try Candidates.noteService(of: served, in: context)
        case .proposed: try takeBack(&team, input.reason, context)
        }
        try team.update(context.db)
        context.reason = input.reason
        try context.noteChange(of: "team", team.id, from: before, to: team)
        return try Teams.answer(team, "team.advance.done", context)
    }

    /// R-SEL-01: a team goes on when it breaks no hard rule, R-RCU-01 among them; everything that is broken is said at once. Asked at
    /// every step, because facts change between them.
    private func requireRules(of team: Team, _ context: WriteContext) throws {
        let draft = try TeamDraft.around(team, in: context)
        var checks = Checks()
        for violation in draft.violations(of: [team.code]) where violation.isHard {
            checks.add(
                InspectionRules.teamRules.refused([
                    "name": .text(violation.person.map(draft.name) ?? team.code), "rule": .text(violation.rule),
                ]))
        }
        try checks.finish()
    }

    /// What other modules want of everybody before the work on site, such as hours of training (domain 4.7).
    private func requireReady(_ team: Team, _ context: WriteContext) throws {
        guard let round = try round(of: team, context) else { return }
        let people = try members(of: team, context).map(\.cadreId)
        var checks = Checks()
        for requirement in context.registry.values(MemberRequirements.self) {
            for refusal in try requirement.missing(people, round.startDate, context) { checks.add(refusal) }
        }
        try checks.finish()
    }

    /// Back to a draft: the authorisation is revoked, what was served under it ends and counts as no round served.
    private func takeBack(_ team: inout Team, _ reason: String?, _ context: WriteContext) throws {
        if team.authorisation != nil { try Candidates.endService(team: team.code, reason: reason, in: context) }
        team.vettedBy = nil
        team.reviewedBy = nil
        team.authorisation = nil
        team.authorisedOn = nil
        try context.db.execute(
            sql: "UPDATE inspection_member SET state = 'declared' WHERE teamId = ? AND state IN ('cleared', 'serving')",
            arguments: [team.id])
    }

    /// Those who have not left it.
    private func members(of team: Team, _ context: WriteContext) throws -> [Member] {
        try Member.fetchAll(
            context.db, sql: "SELECT * FROM inspection_member WHERE teamId = ? AND state <> 'released' ORDER BY id",
            arguments: [team.id])
    }

    private func round(of team: Team, _ context: WriteContext) throws -> Round? {
        try Round.fetchOne(context.db, sql: "SELECT * FROM inspection_round WHERE id = ?", arguments: [team.roundId])
    }

    /// The authorisation is for this round only (R-AUT-01); it goes into everybody's service record.
    private func beginService(in team: Team, _ context: WriteContext) throws {
        guard let round = try round(of: team, context) else { return }
        let units = try DeclaredMembers.units(of: team.id, in: context.db)
        try Candidates.beginService(
            try members(of: team, context).map { Assignment(cadre: $0.cadreId, role: $0.role.pool) },
            in: AuthorisedTeam(
                round: round.code, team: team.code, units: units, authorisation: team.authorisation ?? "",
                startsOn: round.startDate, plannedEnd: round.endDate), context)
    }

    private func setMembers(of team: Team, to state: MemberState, _ context: WriteContext) throws {
        try context.db.execute(
            sql: "UPDATE inspection_member SET state = ? WHERE teamId = ? AND state <> 'released'", arguments: [state, team.id])
    }
}

/// Reading teams inside this module.
enum Teams {
    static func team(_ code: String, in db: Database) throws -> Team {
        guard let team = try Team.fetchOne(db, sql: "SELECT * FROM inspection_team WHERE code = ?", arguments: [code]) else {
            throw Rule.notFound.refused("team", field: "team", ["code": .text(code)])
        }
        return team
    }

    static func answer(_ team: Team, _ sentence: String, _ context: WriteContext) throws -> Page<MemberLine> {
        let round = try Round.fetchOne(context.db, sql: "SELECT * FROM inspection_round WHERE id = ?", arguments: [team.roundId])
        let rows = try round.map { try MemberLine.of($0, for: context) } ?? []
        return Page(
            rows: rows.filter { $0.team == team.code },
            sentence: Message(sentence, ["team": .text(team.code), "state": .key("teamState.\(team.state.rawValue)")]))
    }
}
