import Foundation
import GRDB
import Operations
import Persistence
import Personnel
import PluginKit

/// Which members of a team have declared for all its targets (domain 4.7, R-RCU-02).
enum DeclaredMembers {
    /// Somebody who has declared for every target of a team counts as declared there.
    static let reaction = Reaction("inspection.declaredMember", to: "personnel.declaration.made") { event, context in
        let made = try JSONDecoder().decode(DeclarationMade.self, from: Data(event.payload.utf8))
        let declared = try Declarations.units(declaredBy: made.cadre, for: made.round, in: context.db)
        let members = try Member.fetchAll(
            context.db,
            sql: """
                SELECT m.* FROM inspection_member m JOIN inspection_team t ON t.id = m.teamId
                JOIN inspection_round r ON r.id = t.roundId
                WHERE m.cadreId = ? AND r.code = ? AND m.state = 'nominated'
                """, arguments: [made.cadre, made.round])
        for member in members {
            let units = try units(of: member.teamId, in: context.db)
            guard !units.isEmpty, declared.isSuperset(of: units) else { continue }
            try save(member, as: .declared, made.reference, context)
        }
    }

    /// Takes those who have declared back to nominated, because a target was added that they know nothing of.
    /// - Returns: how many they are.
    static func askAgain(in team: Team, _ context: WriteContext) throws -> Int {
        let members = try Member.fetchAll(
            context.db, sql: "SELECT * FROM inspection_member WHERE teamId = ? AND state = 'declared' ORDER BY id",
            arguments: [team.id])
        for member in members { try save(member, as: .nominated, nil, context) }
        return members.count
    }

    /// The units of a team's targets.
    static func units(of team: UniqueID, in db: Database) throws -> [UniqueID] {
        try UniqueID.fetchAll(
            db.cachedStatement(sql: "SELECT unitId FROM inspection_target WHERE teamId = ? ORDER BY id"), arguments: [team])
    }

    private static func save(
        _ before: Member, as state: MemberState, _ reference: String?, _ context: WriteContext
    ) throws {
        var member = before
        member.state = state
        member.declaration = reference
        try member.update(context.db)
        try context.noteChange(of: "member", member.id, from: before, to: member)
    }
}
