import GRDB
import Operations
import Persistence
import Personnel
import PluginKit

/// Lets somebody leave a team that is authorised or on site, before the others: the files are handed over first (domain 4.7). Who
/// takes the place needs an authorisation of their own, so the leading group takes the team back for that.
struct ReleaseMember: Command {
    struct Input: Codable, Sendable {
        var team: String
        var cadre: String
        /// Why so early.
        var reason: String
        /// To whom the files went, and where the list is filed.
        var handover: String
    }
    static let name: OperationName = "team.release"
    static let access = Access.roles([.inspectionOffice, .teamLeader])
    static let positional = ["team"]

    /// - Throws: `E-NOTFOUND` for a team that is not the caller's, and for somebody who is not in it.
    func run(_ input: Input, in context: WriteContext) throws -> Page<MemberLine> {
        let team = try Teams.team(input.team, in: context.db)
        let leader = try UniqueID.fetchOne(
            context.db, sql: "SELECT cadreId FROM inspection_member WHERE teamId = ? AND role = 'leader' AND state <> 'released'",
            arguments: [team.id])
        let isOffice = context.principal.hasAny(of: [.inspectionOffice])
        guard isOffice || context.principal.cadre == leader else {
            throw Rule.notFound.refused("team", field: "team", ["code": .text(input.team)])
        }
        let cadre = try Cadres.cadre(input.cadre, in: context.db)
        let member = try Member.fetchOne(
            context.db, sql: "SELECT * FROM inspection_member WHERE teamId = ? AND cadreId = ?", arguments: [team.id, cadre.id])
        var checks = Checks()
        checks.require(!input.reason.trimmed.isEmpty, Rule.invalid.refused("empty", field: "reason"))
        checks.require(!input.handover.trimmed.isEmpty, Rule.invalid.refused("empty", field: "handover"))
        checks.require(
            [.authorised, .active].contains(team.state),
            Rule.illegalState.refused("teamNotServing", field: "team", ["team": .text(team.code)]))
        // A leader does not let go of the own post.
        checks.require(
            isOffice || cadre.id != leader,
            Rule.notPermitted.refused(["operation": .key("team.release"), "account": .text(context.principal.account)]))
        checks.require(
            member.map { $0.state != .released } ?? false,
            Rule.notFound.refused("memberOfTeam", field: "cadre", ["cadre": .text(cadre.name), "team": .text(team.code)]))
        try checks.finish()
        guard let before = member else { throw Rule.notFound.refused() }
        var released = before
        released.state = .released
        try released.update(context.db)
        context.reason = input.reason.trimmed
        try context.noteChange(of: "member", before.id, from: before, to: released)
        try Candidates.endService(
            of: cadre.id, team: team.code, reason: "\(input.reason.trimmed)；\(input.handover.trimmed)", in: context)
        return try Teams.answer(team, "team.release.done", context)
    }
}
