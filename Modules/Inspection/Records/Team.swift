import GRDB
import Operations
import Persistence
import PluginKit

/// 巡察组: the team of one round (domain 4.7). People call it by its code, `14-3-1`.
package struct Team: Codable, Sendable, FetchableRecord, PersistableRecord {
    package static let databaseTableName = "inspection_team"

    package var id: UniqueID
    package var version: Int
    package var code: String
    package var roundId: UniqueID
    package var ordinal: Int
    package var state: TeamState
    /// 授权文号; valid for this round only.
    package var authorisation: String?
    package var authorisedOn: CalendarDate?
    /// Accounts of the approval steps, so that nobody takes two in a row.
    package var vettedBy: String?
    package var reviewedBy: String?
    /// People and deputies the team was formed for; what the settings say where nil.
    package var size: Int?
    package var deputies: Int?
}

package enum TeamState: String, Choice {
    case proposed, vetted, reviewed, authorised, active, dissolved

    package static let vocabulary = "teamState"
}

/// A cadre in a team (domain 4.7).
package struct Member: Codable, Sendable, FetchableRecord, PersistableRecord {
    package static let databaseTableName = "inspection_member"

    package var id: UniqueID
    package var teamId: UniqueID
    package var cadreId: UniqueID
    package var role: TeamRole
    package var state: MemberState
    /// Reference of the signed recusal declaration for all targets of the team.
    package var declaration: String?
    /// Soft recusals found, as rule codes with the unit, for people to decide.
    package var remarks: String
    /// Set by hand: proposing again leaves the place as it is.
    package var isPinned: Bool
}

package enum TeamRole: String, Choice {
    case leader, deputy, inspector

    package static let vocabulary = "teamRole"
}

package enum MemberState: String, Choice {
    case nominated, declared, cleared, serving, released

    package static let vocabulary = "memberState"
}
