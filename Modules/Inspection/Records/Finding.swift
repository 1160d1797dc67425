import GRDB
import Operations
import Persistence
import PluginKit

/// 问题: a finding, from one-problem-one-draft to issued (domain 4.9). Its wording is frozen when it is issued.
package struct Finding: Codable, Sendable, FetchableRecord, PersistableRecord {
    package static let databaseTableName = "inspection_finding"

    package var seq: Int64?
    package var id: UniqueID
    package var version: Int
    /// Round and running number without gaps, `14-3-0001`.
    package var no: String
    package var roundId: UniqueID
    package var targetId: UniqueID
    package var unitId: UniqueID
    /// 问题表述: what the unit reads.
    package var wording: String
    package var category: FindingCategory
    /// Leaf of the taxonomy; nil only for imported history that named no more than the category.
    package var leaf: String?
    package var taxonomy: String
    package var phenomenon: String?
    package var basis: String?
    package var responsibility: String?
    package var politicalDeviation: String?
    package var focus: Focus?
    /// Codes of ``RootCause``, joined by spaces.
    package var rootCauses: String
    package var amountFen: Int64
    package var evidence: String?
    /// The two handlers, as cadre ids.
    package var firstHandler: UniqueID?
    package var secondHandler: UniqueID?
    package var state: FindingState
    package var issuedOn: CalendarDate?
    /// Whether it came from an older ledger.
    package var isImported: Bool
    package var draftedBy: String
    package var reviewedBy: String?
    package var signedBy: String?
    /// Why the draft has to be checked again; nil where nothing asks for it.
    package var recheck: String?
}

/// The four categories of the report.
package enum FindingCategory: String, Choice {
    case political, ideological, organisational, integrity

    package static let vocabulary = "findingCategory"
}

/// 三个聚焦
package enum Focus: String, Choice {
    case policy, closeToThePeople, grassRoots

    package static let vocabulary = "focus"
}

/// 根源, one or more for each finding.
package enum RootCause: String, Choice {
    case leadershipWeakened, buildingMissing, governanceLax

    package static let vocabulary = "rootCause"
}

/// States of a draft and finding (domain 4.9).
package enum FindingState: String, Choice {
    case drafting, submitted, deputyReviewed, meetingApproved, signed, disputed, inReport, approved, issued, withdrawn

    package static let vocabulary = "findingState"
}
