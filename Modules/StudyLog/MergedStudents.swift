import Foundation
import GRDB
import Operations
import Persistence
import Personnel
import PluginKit

/// What follows for the log when two records become one person's: the entries of both are the person's, and what both logged of one
/// day, platform and topic counts once.
enum MergedStudents {
    static let reaction = Reaction("studylog.mergedStudents", to: MergedCadre.event) { event, context in
        let merged = try JSONDecoder().decode(MergedCadre.self, from: Data(event.payload.utf8))
        try context.db.execute(
            sql: """
                UPDATE studylog_entry AS g SET voidedBy = ?, voidedOn = ?, voidReason = ?
                WHERE g.cadreId = ? AND g.voidedOn IS NULL AND EXISTS (SELECT 1 FROM studylog_entry k WHERE k.cadreId = ?
                    AND k.voidedOn IS NULL AND k.date = g.date AND k.platform = g.platform AND k.topic = g.topic)
                """, arguments: [context.principal.account, context.today, merged.reason, merged.gone, merged.kept])
        try context.db.execute(
            sql: "UPDATE studylog_entry SET cadreId = ?, version = version + 1 WHERE cadreId = ?",
            arguments: [merged.kept, merged.gone])
        try context.noteChange(of: "studyOfCadre", merged.gone, to: ["movedTo": merged.kept.description])
    }
}
