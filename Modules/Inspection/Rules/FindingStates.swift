import Operations
import PluginKit

/// What the guards of a finding's steps look at.
struct FindingFacts {
    var finding: Finding
    var principal: Principal
    var reason: String?
}

/// The steps of a draft until it is issued (domain 4.9). Until it is signed, whoever reviews it may return it with a reason; how often
/// that happened counts in the quality of its handlers' drafts (domain 4.22).
enum FindingStates {
    static let table = StateTable<FindingState, FindingFacts>([
        .init(.drafting, to: .submitted, by: [.inspector, .deputyLeader, .teamLeader], guards: [complete]),
        .init(.submitted, to: .deputyReviewed, by: [.deputyLeader], guards: [notDrafter]),
        .init(.deputyReviewed, to: .meetingApproved, by: [.teamLeader]),
        .init(.meetingApproved, to: .signed, by: [.teamLeader], guards: [notReviewer]),
        .init(.signed, to: .inReport, by: [.teamLeader]),
        .init(.inReport, to: .approved, by: [.districtCommittee], guards: [notSigner]),
        .init(.approved, to: .issued, by: [.inspectionOffice], guards: [readyForIssue]),
        .init(.submitted, to: .drafting, by: [.deputyLeader, .teamLeader], guards: [hasReason]),
        .init(.deputyReviewed, to: .drafting, by: [.teamLeader], guards: [hasReason]),
        .init(.meetingApproved, to: .drafting, by: [.teamLeader], guards: [hasReason]),
        .init(.drafting, to: .withdrawn, by: [.teamLeader], guards: [hasReason]),
        .init(.submitted, to: .withdrawn, by: [.teamLeader], guards: [hasReason]),
        .init(.deputyReviewed, to: .withdrawn, by: [.teamLeader], guards: [hasReason]),
        .init(.meetingApproved, to: .withdrawn, by: [.teamLeader], guards: [hasReason]),
        .init(.signed, to: .withdrawn, by: [.teamLeader], guards: [hasReason]),
        .init(.inReport, to: .withdrawn, by: [.teamLeader], guards: [hasReason]),
    ])

    /// R-FND-02, -03, -04: two handlers, three parts, evidence.
    @Sendable private static func complete(_ facts: FindingFacts) -> Refusal? {
        let finding = facts.finding
        let missing = [
            (finding.phenomenon, "field.phenomenon"), (finding.basis, "field.basis"),
            (finding.responsibility, "field.responsibility"),
        ].filter { ($0.0 ?? "").trimmed.isEmpty }.map(\.1)
        if !missing.isEmpty { return InspectionRules.threeParts.refused(["parts": .keys(missing)]) }
        if (finding.evidence ?? "").trimmed.isEmpty { return InspectionRules.evidence.refused(field: "evidence") }
        guard let first = finding.firstHandler, let second = finding.secondHandler, first != second else {
            return InspectionRules.twoHandlers.refused(field: "handlers")
        }
        return nil
    }

    @Sendable private static func notDrafter(_ facts: FindingFacts) -> Refusal? {
        facts.finding.draftedBy == facts.principal.account
            ? InspectionRules.ownReview.refused(["account": .text(facts.principal.account)]) : nil
    }

    @Sendable private static func notReviewer(_ facts: FindingFacts) -> Refusal? {
        facts.finding.reviewedBy == facts.principal.account
            ? InspectionRules.successiveSteps.refused(["account": .text(facts.principal.account)]) : nil
    }

    @Sendable private static func notSigner(_ facts: FindingFacts) -> Refusal? {
        facts.finding.signedBy == facts.principal.account
            ? InspectionRules.successiveSteps.refused(["account": .text(facts.principal.account)]) : nil
    }

    @Sendable private static func hasReason(_ facts: FindingFacts) -> Refusal? {
        (facts.reason ?? "").trimmed.isEmpty ? Rule.invalid.refused("empty", field: "reason") : nil
    }

    /// R-FND-11: focus, root cause and political deviation before issue.
    @Sendable private static func readyForIssue(_ facts: FindingFacts) -> Refusal? {
        let finding = facts.finding
        var missing: [String] = []
        if finding.focus == nil { missing.append("field.focus") }
        if finding.rootCauses.isEmpty { missing.append("field.rootCauses") }
        if (finding.politicalDeviation ?? "").trimmed.isEmpty { missing.append("field.politicalDeviation") }
        return missing.isEmpty
            ? nil : InspectionRules.beforeIssue.refused(["no": .text(finding.no), "parts": .keys(missing)])
    }
}
