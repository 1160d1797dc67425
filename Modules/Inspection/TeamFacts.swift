import GRDB
import Operations
import Persistence
import Personnel

extension TeamFacts {
    /// What the file says about a team that is about to enter a state: a handful of queries, whatever its size.
    init(_ team: Team, entering state: TeamState, document: String?, reason: String?, in context: WriteContext) throws {
        self.init(team: team, principal: context.principal, document: document, reason: reason)
        let db = context.db
        let members = try Member.fetchAll(
            db, sql: "SELECT * FROM inspection_member WHERE teamId = ? AND state <> 'released' ORDER BY id", arguments: [team.id])
        let people = members.map(\.cadreId)
        let units = try DeclaredMembers.units(of: team.id, in: db)
        let names = try Candidates.names(of: people, in: db)
        func named(_ ids: [UniqueID]) -> [String] { ids.map { names[$0] ?? "" } }
        switch state {
        case .vetted:
            undeclared = named(members.filter { $0.state == .nominated }.map(\.cadreId))
            let round = try String.fetchOne(
                db, sql: "SELECT code FROM inspection_round WHERE id = ?", arguments: [team.roundId])
            unconfirmed = named(try Declarations.unconfirmed(among: people, for: units, round: round ?? "", in: db))
            undecided = try RecusalCases.undecided(among: people, for: units, in: db)
        case .reviewed, .authorised: undecided = try RecusalCases.undecided(among: people, for: units, in: db)
        case .active:
            undecided = try RecusalCases.undecided(among: people, for: units, in: db)
            unpledged = named(try Candidates.unpledged(in: team.code, db))
        case .dissolved:
            unreported = try String.fetchAll(
                db,
                sql: """
                    SELECT u.name FROM inspection_target t JOIN organization_unit u ON u.id = t.unitId
                    WHERE t.teamId = ? AND t.state IN ('planned', 'notified', 'onSite', 'exited') ORDER BY t.id
                    """, arguments: [team.id])
        case .proposed: break
        }
    }
}
