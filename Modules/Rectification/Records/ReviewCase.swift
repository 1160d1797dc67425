import GRDB
import Operations
import Persistence
import PluginKit

/// 两节三审: the review of one document of one target, by three tiers (domain 4.16).
package struct ReviewCase: Codable, Sendable, FetchableRecord, PersistableRecord {
    package static let databaseTableName = "rectification_case"

    package var seq: Int64?
    package var id: UniqueID
    package var version: Int
    package var targetId: UniqueID
    package var roundId: UniqueID
    package var unitId: UniqueID
    package var node: ReviewNode
    package var state: ReviewState
    /// The tier that sent the document back; the new version goes to it.
    package var returnedBy: Int?
    /// From 1; every version is kept.
    package var documentVersion: Int
    /// Name of the file, or the reference of the paper document.
    package var documentName: String
    /// SHA-256 of the file in hexadecimal; nil for a document on paper.
    package var documentHash: String?
    /// The principal, who signs for its truth.
    package var signedBy: String
    package var signedOn: CalendarDate
    /// Account that handed it in.
    package var submittedBy: String
    /// The term's satisfaction threshold when the case began, in hundredths of a percent (R-REV-10).
    package var threshold: Int?
    /// The last tier's score in tenths of a point.
    package var score: Int?
    /// 满意率 in hundredths of a percent, once the report was decided on valid votes.
    package var rate: Int?
    package var startedOn: CalendarDate
    package var decidedOn: CalendarDate?
}

/// 两节: the rectification plan and the rectification report.
package enum ReviewNode: String, Choice {
    case plan, report

    package static let vocabulary = "reviewNode"
}

/// States of a review case (domain 4.16); `tierN` means that tier N has it before it.
package enum ReviewState: String, Choice {
    case submitted, tier1, tier2, tier3, returned, passed, failed

    package static let vocabulary = "reviewState"

    static func tier(_ number: Int) -> ReviewState? { ReviewState(rawValue: "tier\(number)") }

    /// The tier that has the case before it; nil when none has.
    var tier: Int? {
        switch self {
        case .tier1: 1
        case .tier2: 2
        case .tier3: 3
        case .submitted, .returned, .passed, .failed: nil
        }
    }
}

/// What a tier decides.
package enum ReviewVerdict: String, Choice {
    case pass, revise, reject

    package static let vocabulary = "reviewVerdict"
}
