import GRDB
import Operations
import Persistence
import PluginKit

/// 满意度测评: the votes of one kind of respondents on a report (domain 4.16), with the weights they are counted by.
package struct Ballot: Codable, Sendable, FetchableRecord, PersistableRecord {
    package static let databaseTableName = "rectification_ballot"

    package var caseId: UniqueID
    package var respondentKind: RespondentKind
    package var version: Int
    package var issued: Int
    package var returned: Int
    package var satisfied: Int
    package var basicallySatisfied: Int
    package var dissatisfied: Int
    /// 不了解: no valid vote.
    package var unknown: Int
    /// Hundredths: weight 1 is 100.
    package var weightSatisfied: Int
    package var weightBasicallySatisfied: Int
    package var weightDissatisfied: Int
    package var recordedBy: String
    package var recordedOn: CalendarDate
}

/// Who was asked.
package enum RespondentKind: String, Choice {
    case leadingGroup, inspectionTeam, disciplineBody, cadres, people

    package static let vocabulary = "respondentKind"
}

/// What follows from a failed final review (R-REV-08).
package struct Consequence: Codable, Sendable, FetchableRecord, PersistableRecord {
    package static let databaseTableName = "rectification_consequence"

    package var seq: Int64?
    package var id: UniqueID
    package var caseId: UniqueID
    package var targetId: UniqueID
    package var kind: ConsequenceKind
    /// Role codes of those who see to it, joined by spaces.
    package var owners: String
    package var due: CalendarDate?
    /// How many items it touches.
    package var items: Int
    package var rate: Int?
    package var threshold: Int?
    package var createdOn: CalendarDate
}

package enum ConsequenceKind: String, Choice {
    /// 大党建考核扣分
    case deduction
    /// 对账销号
    case reconciledWriteOff
    /// 集中回访
    case revisit

    package static let vocabulary = "consequenceKind"
}
