import GRDB
import Operations
import Persistence
import PluginKit

/// 巡察对象: one organisation inspected in one round (domain 4.4).
package struct Target: Codable, Sendable, FetchableRecord, PersistableRecord {
    package static let databaseTableName = "inspection_target"

    package var id: UniqueID
    package var version: Int
    package var roundId: UniqueID
    package var unitId: UniqueID
    package var teamId: UniqueID?
    package var kind: TargetKind
    package var linkageRole: LinkageRole
    /// The upper target that brought this one along (巡上带下).
    package var upperTargetId: UniqueID?
    package var state: TargetState
    package var noticeDate: CalendarDate?
    package var entryDate: CalendarDate?
    package var exitDate: CalendarDate?
    package var feedbackDate: CalendarDate?
}

package enum TargetKind: String, Choice {
    case regular, special, mobile, lookBack

    package static let vocabulary = "targetKind"
}

/// 巡上带下: whether a target brings others along or is brought.
package enum LinkageRole: String, Choice {
    case upper, lower, none

    package static let vocabulary = "linkageRole"
}

/// States of a target (domain 4.4).
package enum TargetState: String, Choice {
    case planned, notified, onSite, exited, reported, fedBack, planApproved, progressReported, evaluated, rework, closed, reopened

    package static let vocabulary = "targetState"
}
