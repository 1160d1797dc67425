import Foundation
import GRDB
import Operations
import Persistence
import Personnel
import PluginKit

/// What follows when a declaration of recusal proves untrue (R-RCU-04): the person leaves the round's teams that inspect the unit, and
/// the drafts about it that passed through their hands are marked to be checked again.
enum UntrueDeclarations {
    static let reaction = Reaction("inspection.untrueDeclaration", to: "personnel.declaration.untrue") { event, context in
        let found = try JSONDecoder().decode(UntrueDeclaration.self, from: Data(event.payload.utf8))
        try release(found, context)
        try mark(found, context)
    }

    private static func release(_ found: UntrueDeclaration, _ context: WriteContext) throws {
        let members = try Member.fetchAll(
            context.db,
            sql: """
                SELECT m.* FROM inspection_member m JOIN inspection_team t ON t.id = m.teamId
                JOIN inspection_round r ON r.id = t.roundId
                WHERE m.cadreId = ? AND r.code = ? AND m.state <> 'released'
                AND EXISTS (SELECT 1 FROM inspection_target x WHERE x.teamId = t.id AND x.unitId = ?)
                """, arguments: [found.cadre, found.round, found.unit])
        for before in members {
            var member = before
            member.state = .released
            try member.update(context.db)
            try context.noteChange(of: "member", member.id, from: before, to: member)
            let team = try String.fetchOne(
                context.db, sql: "SELECT code FROM inspection_team WHERE id = ?", arguments: [member.teamId])
            try Candidates.endService(of: found.cadre, team: team ?? "", reason: "R-RCU-04", in: context)
        }
    }

    private static func mark(_ found: UntrueDeclaration, _ context: WriteContext) throws {
        let drafts = try Finding.fetchAll(
            context.db,
            sql: """
                SELECT f.* FROM inspection_finding f JOIN inspection_round r ON r.id = f.roundId
                WHERE f.unitId = ?1 AND r.code = ?2 AND (f.firstHandler = ?3 OR f.secondHandler = ?3)
                """, arguments: [found.unit, found.round, found.cadre])
        for before in drafts {
            var finding = before
            finding.recheck = "R-RCU-04"
            finding.version += 1
            try finding.update(context.db)
            try context.noteChange(of: "finding", finding.id, from: before, to: finding)
        }
    }
}
