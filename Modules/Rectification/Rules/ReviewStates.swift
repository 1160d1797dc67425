import Operations
import PluginKit

/// What the guards of a review's steps look at.
struct ReviewFacts {
    var review: ReviewCase
    var principal: Principal
    /// Numbers of issued findings whose plan is missing or incomplete; of the plan node only.
    var unplanned: [String] = []
    /// Who sits now, without the chair.
    var panel: [String] = []
    /// Everybody who sat in another tier of this case, chairs included.
    var seatedElsewhere: Set<String> = []
    /// How many items the tier gave an opinion on.
    var opinions = 0
    /// The tier that gets the document back, for a new version.
    var tier: Int?
    var ballots: [Ballot] = []
    var quorum = RectificationSettings.standard.panelQuorum
}

/// The steps of a review (domain 4.16).
enum ReviewStates {
    private static let first: Set<Role> = [.teamLeader, .deputyLeader]
    private static let second: Set<Role> = [.inspectionOffice]
    private static let third: Set<Role> = [.leadingGroup]
    /// The principal hands the document in; the office records what came on paper.
    static let submitters: Set<Role> = [.unitPrincipal, .inspectionOffice]

    static let table = StateTable<ReviewState, ReviewFacts>([
        .init(.submitted, to: .tier1, by: second, guards: [everyFindingPlanned, notSubmitter]),
        .init(.tier1, to: .tier2, by: first, guards: [quorum, oneTierEach]),
        .init(.tier1, to: .returned, by: first, guards: [quorum, oneTierEach, itemised]),
        .init(.tier2, to: .tier3, by: second, guards: [quorum, oneTierEach]),
        .init(.tier2, to: .returned, by: second, guards: [quorum, oneTierEach, itemised]),
        .init(.tier3, to: .passed, by: third, guards: [quorum, oneTierEach, balloted, validVotes, thresholdKnown]),
        .init(.tier3, to: .failed, by: third, guards: [quorum, oneTierEach, balloted, thresholdKnown]),
        .init(.tier3, to: .returned, by: third, guards: [quorum, oneTierEach, itemised]),
        .init(.returned, to: .tier1, by: submitters, guards: [returner(1), everyFindingPlanned]),
        .init(.returned, to: .tier2, by: submitters, guards: [returner(2), everyFindingPlanned]),
        .init(.returned, to: .tier3, by: submitters, guards: [returner(3), everyFindingPlanned]),
    ])

    /// Where a verdict leads. A report below the threshold fails whatever the panel thinks of it (R-REV-05); a plan is never
    /// failed, only sent back, for there is no rectification without one.
    static func destination(tier: Int, verdict: ReviewVerdict, review: ReviewCase, rate: Int?) -> ReviewState {
        guard verdict != .revise else { return .returned }
        if tier < 3 { return verdict == .pass ? ReviewState.tier(tier + 1) ?? .passed : .returned }
        guard review.node == .report else { return verdict == .pass ? .passed : .returned }
        return verdict == .reject || isBelow(rate, review.threshold) ? .failed : .passed
    }

    /// R-REV-05: below, not at, the threshold; without a rate there is nothing to compare (R-REV-06).
    static func isBelow(_ rate: Int?, _ threshold: Int?) -> Bool {
        guard let rate, let threshold else { return false }
        return rate < threshold
    }

    /// R-REV-01
    @Sendable private static func everyFindingPlanned(_ facts: ReviewFacts) -> Refusal? {
        facts.review.node == .plan && !facts.unplanned.isEmpty ? unplanned(facts.unplanned) : nil
    }

    /// The refusal that lists the findings without a complete plan.
    static func unplanned(_ findings: [String]) -> Refusal {
        RectificationRules.everyFindingPlanned.refused([
            "count": "\(findings.count)", "findings": .text(findings.joined(separator: ", ")),
        ])
    }

    @Sendable private static func notSubmitter(_ facts: ReviewFacts) -> Refusal? {
        facts.review.submittedBy == facts.principal.account
            ? Rule.notPermitted.refused("ownDocument", ["account": .text(facts.principal.account)]) : nil
    }

    @Sendable private static func quorum(_ facts: ReviewFacts) -> Refusal? {
        let present = Set(facts.panel + [facts.principal.account]).count
        return present >= facts.quorum
            ? nil : Rule.invalid.refused("quorum", field: "panel", ["quorum": "\(facts.quorum)", "present": "\(present)"])
    }

    /// R-REV-03, and nobody judges the document he handed in.
    @Sendable private static func oneTierEach(_ facts: ReviewFacts) -> Refusal? {
        let seated = Set(facts.panel + [facts.principal.account])
        let twice = seated.intersection(facts.seatedElsewhere.union([facts.review.submittedBy]))
        guard !twice.isEmpty else { return nil }
        return RectificationRules.oneTierEach.refused(
            field: "panel", ["people": .text(twice.sorted().joined(separator: ", "))])
    }

    @Sendable private static func itemised(_ facts: ReviewFacts) -> Refusal? {
        facts.opinions > 0 ? nil : Rule.invalid.refused("opinions", field: "opinions")
    }

    @Sendable private static func balloted(_ facts: ReviewFacts) -> Refusal? {
        facts.review.node == .report && facts.ballots.isEmpty
            ? RectificationRules.noValidVotes.refused("noBallot") : nil
    }

    /// R-REV-06
    @Sendable private static func validVotes(_ facts: ReviewFacts) -> Refusal? {
        let isWithout = facts.review.node == .report && !facts.ballots.isEmpty && BallotCount(facts.ballots).rate == nil
        return isWithout ? RectificationRules.noValidVotes.refused() : nil
    }

    /// R-REV-09
    @Sendable private static func thresholdKnown(_ facts: ReviewFacts) -> Refusal? {
        facts.review.node == .report && facts.review.threshold == nil ? RectificationRules.thresholdUnset.refused() : nil
    }

    private static func returner(_ tier: Int) -> @Sendable (ReviewFacts) -> Refusal? {
        { facts in
            facts.tier == tier
                ? nil : Rule.illegalState.refused("otherTier", ["tier": "\(tier)", "returnedBy": "\(facts.tier ?? 0)"])
        }
    }
}
