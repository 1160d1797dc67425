import GRDB
import Operations
import Persistence
import PluginKit

/// 服务记录: somebody in a team of one round, with the authorisation for that round and the pledge.
package struct Service: Codable, Sendable, FetchableRecord, PersistableRecord {
    package static let databaseTableName = "personnel_service"

    package var seq: Int64?
    package var id: UniqueID
    package var version: Int
    package var cadreId: UniqueID
    package var round: String
    package var team: String
    package var role: PoolKind
    /// 岗位分工: 综合协调, 谈话外调, 财务审计 …
    package var duty: String?
    /// 授权文号 of this round; it is good for no other one (一次一授权).
    package var authorisation: String?
    package var authorisedOn: CalendarDate?
    /// Reference of the signed pledge of secrecy.
    package var pledge: String?
    package var pledgedOn: CalendarDate?
    package var startsOn: CalendarDate
    package var plannedEnd: CalendarDate?
    package var endedOn: CalendarDate?
    package var endReason: String?
    /// The roster or entry it was taken over from; nil for rounds of this program.
    package var rosterId: UniqueID?
    package var voidedBy: String?
    package var voidedOn: CalendarDate?
    package var voidReason: String?
    /// The day the team went on site; nil as long as it did not, and for what was taken over from a roster or entered since.
    package var enteredOn: CalendarDate?
}

/// 工作鉴定: the assessment of somebody's work in a round, sent to the home unit and filed.
package struct Appraisal: Codable, Sendable, FetchableRecord, PersistableRecord {
    package static let databaseTableName = "personnel_appraisal"

    package var id: UniqueID
    package var version: Int
    package var serviceId: UniqueID
    package var state: AppraisalState
    package var performance: String
    package var findings: Int?
    /// 底稿退回率, percent in hundredths.
    package var returnRate: Int?
    package var discipline: String?
    package var grade: AppraisalGrade
    package var leaderOpinion: String?
    package var draftedBy: String
    package var officeOpinion: String?
    package var confirmedBy: String?
    package var confirmedOn: CalendarDate?
    package var sentTo: String?
    package var sentOn: CalendarDate?
}

package enum AppraisalState: String, Choice {
    case drafted, confirmed, sent

    package static let vocabulary = "appraisalState"
}

/// 等次
package enum AppraisalGrade: String, Choice {
    case excellent, competent, basic, incompetent

    package static let vocabulary = "appraisalGrade"
}
