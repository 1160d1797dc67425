import GRDB
import Inspection
import Operations
import Persistence
import PluginKit

/// 整改事项: one entry of the rectification ledger (domain 4.17), made from one issued finding whose number and wording it keeps.
package struct Item: Codable, Sendable, FetchableRecord, PersistableRecord {
    package static let databaseTableName = "rectification_item"

    package var seq: Int64?
    package var id: UniqueID
    package var version: Int
    /// The finding's number, `14-3-0001`.
    package var no: String
    /// The office's own number in the ledger it came from.
    package var officeNo: String?
    package var findingId: UniqueID
    package var roundId: UniqueID
    package var targetId: UniqueID
    package var unitId: UniqueID
    /// Frozen: byte for byte the issued finding's.
    package var wording: String
    package var category: FindingCategory
    package var status: ItemStatus
    package var goal: String?
    package var leaderInCharge: String?
    package var leadDepartment: String?
    package var due: CalendarDate?
    package var kindOfFix: KindOfFix
    package var progress: String?
    package var resultText: String?
    /// 健全制度: rules newly made; nil until the unit has said how many.
    package var systemsNew: Int?
    package var systemsRevised: Int?
    package var lossFen: Int64?
    package var personsDisciplined: Int?
    /// 举一反三
    package var selfExtend: String?
    package var returnTimes: Int
    package var nextCheck: CalendarDate?
    /// Accounts of the three steps to the write-off; three different people.
    package var submittedBy: String?
    package var checkedBy: String?
    package var closedBy: String?
    package var closedOn: CalendarDate?
    /// 对账销号: closed only while the ledger agrees with the issued list and the discipline commission confirms.
    package var isReconciled: Bool
    package var isImported: Bool
    /// The status as the older ledger worded it.
    package var importedStatus: String?
    /// How many measures the older ledger counted; their texts are not known.
    package var importedMeasures: Int?
    package var remark: String?
}

/// States of an item (domain 4.17).
package enum ItemStatus: String, Choice {
    case open, inProgress, submitted, checked, returned, closed, longTerm, reopened

    package static let vocabulary = "itemStatus"

    /// Whether the item is neither closed nor on the long-term list.
    package var isPending: Bool { self != .closed && self != .longTerm }
}

/// 立行立改 / 限期整改 / 长期坚持
package enum KindOfFix: String, Choice {
    case immediate, limited, longTerm

    package static let vocabulary = "kindOfFix"
}
