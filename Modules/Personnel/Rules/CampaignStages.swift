import Operations
import PluginKit

/// What the guards of a campaign's steps look at.
struct CampaignFacts {
    var campaign: Campaign
    var applicants: [Applicant]
    var signatures: Set<RecruitingBody>
    /// Bodies that have given their opinion, by applicant.
    var opinions: [String: Set<RecruitingBody>]
    var principal: Principal
}

/// Joint recruitment as the report has it (domain 4.21). There is one way through, and no step can be skipped.
enum CampaignStages {
    static let table = StateTable<CampaignStage, CampaignFacts>([
        .init(.screening, to: .recommendation, by: [.residentGroup, .inspectionOffice], guards: [hasScreened]),
        .init(.recommendation, to: .jointDocument, by: [.inspectionOffice], guards: [hasRecommended]),
        .init(.jointDocument, to: .mobilisation, by: [.inspectionOffice], guards: [hasDocument, allSigned]),
        .init(.mobilisation, to: .appraisal, by: [.inspectionOffice], guards: [isMobilised]),
        .init(.appraisal, to: .shortlist, by: [.inspectionOffice], guards: [allAppraised]),
        .init(.shortlist, to: .approval, by: [.inspectionOffice], guards: [hasShortlist]),
        .init(.approval, to: .closed, by: [.leadingGroup], guards: [secondPerson]),
    ])

    @Sendable private static func hasScreened(_ facts: CampaignFacts) -> Refusal? {
        facts.applicants.allSatisfy { $0.state == .declined } ? Rule.illegalState.refused("nobodyScreened") : nil
    }

    @Sendable private static func hasRecommended(_ facts: CampaignFacts) -> Refusal? {
        facts.applicants.contains { $0.state == .recommended } ? nil : Rule.illegalState.refused("nobodyRecommended")
    }

    @Sendable private static func hasDocument(_ facts: CampaignFacts) -> Refusal? {
        facts.campaign.document == nil ? Rule.invalid.refused("empty", field: "document") : nil
    }

    /// R-POL-03: all four bodies sign.
    @Sendable private static func allSigned(_ facts: CampaignFacts) -> Refusal? {
        let missing = RecruitingBody.allCases.filter { !facts.signatures.contains($0) }
        return missing.isEmpty
            ? nil : PersonnelRules.signatures.refused(["missing": .keys(missing.map { "recruitingBody.\($0.rawValue)" })])
    }

    @Sendable private static func isMobilised(_ facts: CampaignFacts) -> Refusal? {
        facts.campaign.mobilisedOn == nil ? Rule.illegalState.refused("notMobilised") : nil
    }

    /// Every recommended person has the opinions of all four bodies.
    @Sendable private static func allAppraised(_ facts: CampaignFacts) -> Refusal? {
        let open = facts.applicants.filter { $0.state == .recommended && facts.opinions["\($0.id)"]?.count ?? 0 < 4 }
        return open.isEmpty ? nil : PersonnelRules.signatures.refused("opinions", ["count": "\(open.count)"])
    }

    @Sendable private static func hasShortlist(_ facts: CampaignFacts) -> Refusal? {
        facts.applicants.contains { $0.state == .shortlisted } ? nil : Rule.illegalState.refused("nobodyShortlisted")
    }

    @Sendable private static func secondPerson(_ facts: CampaignFacts) -> Refusal? {
        facts.campaign.shortlistedBy == facts.principal.account
            ? PersonnelRules.successiveSteps.refused(["account": .text(facts.principal.account)]) : nil
    }
}
