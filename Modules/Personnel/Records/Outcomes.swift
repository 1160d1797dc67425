import GRDB
import Operations
import Persistence
import PluginKit

/// 交流使用、提拔任用: what became of a cadre.
package struct CareerMove: Codable, Sendable, FetchableRecord, PersistableRecord {
    package static let databaseTableName = "personnel_move"

    package var seq: Int64?
    package var id: UniqueID
    package var cadreId: UniqueID
    package var kind: MoveKind
    package var fromPost: String
    package var toPost: String
    package var day: CalendarDate
    package var document: String
    /// Codes of the rounds it is linked to, with spaces between.
    package var rounds: String
    package var recordedBy: String
    package var voidedBy: String?
    package var voidReason: String?
}

package enum MoveKind: String, Choice {
    case lateralUse, promotion

    package static let vocabulary = "moveKind"
}

/// 表彰 of a person or of a team.
package struct Honour: Codable, Sendable, FetchableRecord, PersistableRecord {
    package static let databaseTableName = "personnel_honour"

    package var seq: Int64?
    package var id: UniqueID
    package var title: String
    package var level: HonourLevel
    /// Name of the person or of the group.
    package var recipient: String
    package var cadreId: UniqueID?
    /// 人次: 1, or the members listed of a group (R-HON-01).
    package var persons: Int
    package var issuer: String
    package var day: CalendarDate
    package var document: String
    package var recordedBy: String
    package var voidedBy: String?
    package var voidReason: String?
}

/// 国家、省、市、区
package enum HonourLevel: String, Choice {
    case national, province, city, district

    package static let vocabulary = "honourLevel"
}
