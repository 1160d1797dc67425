import GRDB
import Operations
import Persistence
import PluginKit

/// Confirms the declarations of a team's members at once, as far as nothing is found against them: those with a matter that nobody
/// has decided, and the person's own, stay to be confirmed one by one.
struct ConfirmTeamDeclarations: Command {
    struct Input: Codable, Sendable {
        /// Code of the team, `14-3-1`.
        var team: String
    }
    static let name: OperationName = "declaration.team.confirm"
    static let access = Access.roles([.inspectionOffice])
    static let positional = ["team"]

    /// Answers with the declarations of the team that still wait.
    /// - Throws: `E-NOTFOUND` where none waits, `R-RCU-03` where each has to be looked at by itself.
    func run(_ input: Input, in context: WriteContext) throws -> Page<DeclarationLine> {
        let team = input.team.trimmed
        var waiting = try DeclarationGroups.members(of: team, in: context)
        waiting.and("d.state = 'made'")
        if let own = context.principal.cadre { waiting.and(RecusalCases.hides("d.unitId", from: own)) }
        var free = waiting
        free.and("NOT \(DeclarationGroups.isUndecided)")
        if let own = context.principal.cadre { free.and("d.cadreId <> ?", own) }
        let confirmed = try Declaration.fetchAll(
            context.db, sql: "SELECT d.* FROM personnel_declaration d WHERE \(free.sql) ORDER BY d.seq", arguments: free.arguments
        )
        for before in confirmed { try before.confirm(in: context) }
        let left = try DeclarationLine.fetch(waiting, limit: 1000, in: context.db)
        guard !confirmed.isEmpty else { throw nothing(team, left: left.count) }
        return Page(
            rows: left,
            sentence: Message(
                "declaration.team.confirm.done", ["team": .text(team), "count": "\(confirmed.count)", "left": "\(left.count)"]))
    }

    private func nothing(_ team: String, left: Int) -> Refusal {
        left == 0
            ? Rule.notFound.refused("declarationOfTeam", field: "team", ["team": .text(team)])
            : PersonnelRules.objection.refused("declarations", field: "team", ["team": .text(team), "left": "\(left)"])
    }
}

extension Declaration {
    /// Notes that the office looked at it and found it true.
    fileprivate func confirm(in context: WriteContext) throws {
        var declaration = self
        declaration.state = .confirmed
        declaration.confirmedBy = context.principal.account
        declaration.confirmedOn = context.today
        try declaration.update(context.db)
        try context.noteChange(of: "declaration", declaration.id, from: self, to: declaration)
    }
}
