import GRDB
import Operations
import Persistence
import PluginKit

/// 联合选调: one campaign of joint recruitment.
package struct Campaign: Codable, Sendable, Equatable, FetchableRecord, PersistableRecord {
    package static let databaseTableName = "personnel_campaign"

    package var id: UniqueID
    package var version: Int
    package var code: String
    package var title: String
    package var stage: CampaignStage
    package var openedOn: CalendarDate
    /// 联合发文文号
    package var document: String?
    package var mobilisedOn: CalendarDate?
    package var mobilisation: String?
    package var shortlistedBy: String?
}

/// The steps in their order; none is skipped.
package enum CampaignStage: String, Choice {
    case screening, recommendation, jointDocument, mobilisation, appraisal, shortlist, approval, closed

    package static let vocabulary = "campaignStage"
}

/// The four bodies that recruit together.
package enum RecruitingBody: String, Choice {
    case discipline, organisation, inspection, hr

    package static let vocabulary = "recruitingBody"

    var role: Role {
        switch self {
        case .discipline: .disciplineCommission
        case .organisation: .organisationDepartment
        case .inspection: .inspectionOffice
        case .hr: .hrBureau
        }
    }

    static let roles = Set(allCases.map(\.role))

    /// The body an account speaks for.
    static func of(_ principal: Principal) -> RecruitingBody? { allCases.first { principal.has($0.role) } }
}

/// Somebody in a campaign.
package struct Applicant: Codable, Sendable, Equatable, FetchableRecord, PersistableRecord {
    package static let databaseTableName = "personnel_applicant"

    package var id: UniqueID
    package var campaignId: UniqueID
    package var cadreId: UniqueID
    package var state: ApplicantState
    /// 摸排意见
    package var screening: String
    package var screenedBy: String
    /// 推荐意见
    package var recommendation: String?
    package var recommendedBy: String?
    package var standard: RecruitmentStandard?
    package var evidence: String?
    package var conclusion: String?
}

package enum ApplicantState: String, Choice {
    case screened, recommended, shortlisted, admitted, declined

    package static let vocabulary = "applicantState"
}
