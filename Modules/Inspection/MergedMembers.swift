import Foundation
import GRDB
import Operations
import Persistence
import Personnel
import PluginKit

/// What follows for teams when two records become one person's: places and withdrawals are the person's, once in a team that both were
/// in.
enum MergedMembers {
    static let reaction = Reaction("inspection.mergedMembers", to: MergedCadre.event) { event, context in
        let merged = try JSONDecoder().decode(MergedCadre.self, from: Data(event.payload.utf8))
        // Who was in one team twice keeps the higher place of the two.
        for role in [TeamRole.leader, .deputy] {
            try context.db.execute(
                sql: """
                    UPDATE inspection_member SET role = ?1 WHERE cadreId = ?2 AND role <> 'leader' AND teamId IN
                        (SELECT teamId FROM inspection_member WHERE cadreId = ?3 AND role = ?1)
                    """, arguments: [role, merged.kept, merged.gone])
        }
        for table in ["inspection_member", "inspection_withdrawal"] {
            try context.db.execute(
                sql: "UPDATE OR IGNORE \(table) SET cadreId = ? WHERE cadreId = ?", arguments: [merged.kept, merged.gone])
            try context.db.execute(sql: "DELETE FROM \(table) WHERE cadreId = ?", arguments: [merged.gone])
        }
        for column in ["firstHandler", "secondHandler"] {
            try context.db.execute(
                sql: "UPDATE inspection_finding SET \(column) = ? WHERE \(column) = ?", arguments: [merged.kept, merged.gone])
        }
        try context.noteChange(of: "placesOfCadre", merged.gone, to: ["movedTo": merged.kept.description])
    }
}
