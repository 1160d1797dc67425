import GRDB
import Operations
import Persistence
import PluginKit

/// 回避申报: what somebody says about one unit of a round.
package struct Declaration: Codable, Sendable, FetchableRecord, PersistableRecord {
    package static let databaseTableName = "personnel_declaration"

    package var seq: Int64?
    package var id: UniqueID
    package var cadreId: UniqueID
    package var unitId: UniqueID
    package var round: String
    package var role: PoolKind
    /// What connects the person with the unit; nil where nothing does.
    package var relation: String?
    package var declaredOn: CalendarDate
    package var declaredBy: String
    /// Reference of the signed sheet, where it was on paper.
    package var reference: String?
    package var state: DeclarationState
    package var confirmedBy: String?
    /// The day of the office's finding; nil before it, and for those found before this was kept.
    package var confirmedOn: CalendarDate?
}

package enum DeclarationState: String, Choice {
    case made, confirmed, untrue

    package static let vocabulary = "declarationState"
}

/// 回避事项: a reason why somebody should stay away from a unit, until it is decided and after.
package struct RecusalCase: Codable, Sendable, FetchableRecord, PersistableRecord {
    package static let databaseTableName = "personnel_recusal"

    package var seq: Int64?
    package var id: UniqueID
    package var version: Int
    package var no: String
    /// Nil where the inspected side named nobody in the register.
    package var cadreId: UniqueID?
    /// The name as it was given.
    package var named: String
    package var unitId: UniqueID
    package var round: String?
    package var raisedBy: RecusalOrigin
    package var rule: String?
    package var isHard: Bool
    package var facts: String
    package var state: RecusalState
    package var openedOn: CalendarDate
    package var openedBy: String
    package var decidedOn: CalendarDate?
    package var decidedBy: String?
    package var reason: String?
    package var overrideBy: String?
    package var replacement: String?
}

package enum RecusalOrigin: String, Choice {
    case person, target, system, office

    package static let vocabulary = "recusalOrigin"
}

package enum RecusalState: String, Choice {
    /// Potential: raised and being verified. Decided: upheld, dismissed, overridden by two people of the leading group.
    case raised, verifying, upheld, dismissed, overrideProposed, overridden

    package static let vocabulary = "recusalState"
}
