import Operations
import PluginKit

/// What the guards of a round's stages look at.
struct RoundFacts {
    var round: Round
    var targets: [Target]
    var teams: [Team]
    /// Names of members who are not cleared yet, by team code.
    var unclearedMembers: [(team: String, name: String)]
    /// Numbers of drafts that are neither approved, issued nor withdrawn.
    var unfinishedFindings: [String]
    var principal: Principal
    var document: String?
    var reason: String?
    /// What other modules still miss before this step.
    var requirements: [Refusal]
}

/// The stages of a round (domain 4.3).
enum RoundStages {
    static let table = StateTable<RoundStage, RoundFacts>([
        .init(.draft, to: .submitted, by: [.inspectionOffice], guards: [hasTargets]),
        .init(.submitted, to: .draft, by: [.leadingGroup, .districtCommittee], guards: [hasReason]),
        .init(.submitted, to: .approved, by: [.districtCommittee], guards: [isReviewed, hasDocument]),
        .init(.approved, to: .preparing, by: [.inspectionOffice], guards: [hasTeams]),
        .init(.preparing, to: .onSite, by: [.inspectionOffice], guards: [teamsReady]),
        .init(.onSite, to: .reporting, by: [.inspectionOffice], guards: [targetsReached(.exited)]),
        .init(.reporting, to: .feedback, by: [.districtCommittee], guards: [findingsFinished]),
        .init(.feedback, to: .rectifying, by: [.inspectionOffice], guards: [targetsReached(.fedBack)]),
        .init(.rectifying, to: .evaluating, by: [.inspectionOffice]),
        .init(.evaluating, to: .closing, by: [.inspectionOffice]),
        .init(.closing, to: .archived, by: [.archivist, .inspectionOffice]),
        .init(.draft, to: .cancelled, by: [.leadingGroup], guards: [hasReason]),
        .init(.submitted, to: .cancelled, by: [.leadingGroup], guards: [hasReason]),
        .init(.approved, to: .cancelled, by: [.leadingGroup], guards: [hasReason]),
        .init(.preparing, to: .cancelled, by: [.leadingGroup], guards: [hasReason]),
    ])

    @Sendable private static func hasTargets(_ facts: RoundFacts) -> Refusal? {
        facts.targets.isEmpty ? Rule.illegalState.refused("roundWithoutTargets", ["round": .text(facts.round.code)]) : nil
    }

    @Sendable private static func hasReason(_ facts: RoundFacts) -> Refusal? {
        (facts.reason ?? "").trimmed.isEmpty ? Rule.invalid.refused("empty", field: "reason") : nil
    }

    @Sendable private static func hasDocument(_ facts: RoundFacts) -> Refusal? {
        (facts.document ?? "").trimmed.isEmpty ? Rule.invalid.refused("empty", field: "document") : nil
    }

    @Sendable private static func isReviewed(_ facts: RoundFacts) -> Refusal? {
        guard let reviewer = facts.round.reviewedBy else {
            return Rule.illegalState.refused("roundNotReviewed", ["round": .text(facts.round.code)])
        }
        return reviewer == facts.principal.account
            ? InspectionRules.successiveSteps.refused(["account": .text(reviewer)]) : nil
    }

    @Sendable private static func hasTeams(_ facts: RoundFacts) -> Refusal? {
        let bare = facts.targets.filter { $0.teamId == nil }
        return facts.teams.isEmpty || !bare.isEmpty
            ? Rule.illegalState.refused("targetsWithoutTeam", ["count": "\(bare.count)"]) : nil
    }

    /// R-RND-06: everything missing for the entry in one message.
    @Sendable private static func teamsReady(_ facts: RoundFacts) -> Refusal? {
        let teams = facts.teams.filter { $0.authorisation == nil }.map(\.code)
        let members = facts.unclearedMembers.map { "\($0.team) \($0.name)" }
        let notices = facts.targets.count { $0.noticeDate == nil }
        guard !teams.isEmpty || !members.isEmpty || notices > 0 else { return nil }
        return InspectionRules.notReadyForEntry.refused([
            "teams": .text(teams.isEmpty ? "—" : teams.joined(separator: ", ")),
            "members": .text(members.isEmpty ? "—" : members.joined(separator: ", ")), "notices": "\(notices)",
        ])
    }

    @Sendable private static func findingsFinished(_ facts: RoundFacts) -> Refusal? {
        guard !facts.unfinishedFindings.isEmpty else { return nil }
        return Rule.illegalState.refused(
            "findingsUnfinished", ["findings": .text(facts.unfinishedFindings.joined(separator: ", "))])
    }

    private static func targetsReached(_ state: TargetState) -> @Sendable (RoundFacts) -> Refusal? {
        { facts in
            let order = TargetState.allCases
            let needed = order.firstIndex(of: state) ?? 0
            let behind = facts.targets.filter { (order.firstIndex(of: $0.state) ?? 0) < needed }
            guard !behind.isEmpty else { return nil }
            return Rule.illegalState.refused(
                "targetsBehind", ["count": "\(behind.count)", "state": .key("targetState.\(state.rawValue)")])
        }
    }
}
