import GRDB
import Inspection
import Operations
import Persistence
import PluginKit

/// Records the decision of one tier; who records it presides. The last tier ends the review.
struct DecideReview: Command {
    struct Input: Codable, Sendable {
        /// Code of the round.
        var round: String
        /// Code of the unit.
        var unit: String
        var node: ReviewNode
        /// 1, 2 or 3.
        var tier: Int
        /// 0 to 100, one decimal.
        var score: String
        var verdict: ReviewVerdict
        /// The other members: accounts or names.
        var panel: [String]?
        /// Opinions on single items, each as `NUMBER=TEXT`.
        var opinions: [String]?
        var text: String?
        var version: Int?
    }
    static let name: OperationName = "review.decide"
    static let access = Access.roles([.teamLeader, .deputyLeader, .inspectionOffice, .leadingGroup])

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<ReviewLine> {
        let (before, target, _) = try Reviews.find(round: input.round, unit: input.unit, node: input.node, in: context)
        try context.expect(version: input.version, stored: before.version)
        try TierOrder.check(input.tier, before)
        let decision = try TierDecision(input, before, context)
        let rate = input.tier == 3 ? BallotCount(try Reviews.ballots(of: before, in: context.db)).rate : nil
        let state = ReviewStates.destination(tier: input.tier, verdict: input.verdict, review: before, rate: rate)
        var facts = try Reviews.facts(before, in: context)
        facts.panel = decision.panel
        facts.opinions = decision.opinions.count
        try ReviewStates.table.check(from: before.state, to: state, by: context.principal, facts: facts)
        try decision.insert(for: before, in: context)
        var review = before
        review.state = state
        review.score = decision.score
        review.returnedBy = state == .returned ? input.tier : nil
        if [.passed, .failed].contains(state) {
            review.decidedOn = context.today
            review.rate = rate
        }
        try Reviews.save(review, before: before, in: context)
        try Outcome(review: review, target: target, settings: try RectificationSettings(in: context)).apply(in: context)
        return try .of(review, "review.decide.done", ["tier": "\(input.tier)"], in: context)
    }
}

/// Whether a tier's turn has come (R-REV-02).
enum TierOrder {
    static func check(_ tier: Int, _ review: ReviewCase) throws {
        guard (1...3).contains(tier) else {
            throw Rule.invalid.refused("range", field: "tier", ["low": "1", "high": "3", "value": "\(tier)"])
        }
        guard review.state.tier != tier else { return }
        let state: Message.Argument = .key("reviewState.\(review.state.rawValue)")
        guard reached(review) < tier else {
            throw Rule.illegalState.refused("tierDone", field: "tier", ["tier": "\(tier)", "state": state])
        }
        throw RectificationRules.tiersInOrder.refused(field: "tier", ["tier": "\(tier)", "state": state])
    }

    /// The last tier that has had the present version of the document.
    private static func reached(_ review: ReviewCase) -> Int {
        switch review.state {
        case .submitted: 0
        case .tier1, .tier2, .tier3: review.state.tier ?? 0
        case .returned: (review.returnedBy ?? 1) - 1
        case .passed, .failed: 3
        }
    }
}

/// What a tier decided, checked.
private struct TierDecision {
    var tier: Int
    var score: Int
    var verdict: ReviewVerdict
    var panel: [String]
    var opinions: [(item: UniqueID, text: String)]
    var text: String?

    init(_ input: DecideReview.Input, _ review: ReviewCase, _ context: WriteContext) throws {
        tier = input.tier
        verdict = input.verdict
        text = input.text?.trimmed
        var seen: Set<String> = [context.principal.account]
        panel = (input.panel ?? []).map(\.trimmed).filter { !$0.isEmpty && seen.insert($0).inserted }
        var checks = Checks()
        let score = Score.tenths(input.score)
        checks.require(score != nil, Rule.invalid.refused("score", field: "score", ["value": .text(input.score)]))
        opinions = try OpinionText.read(input.opinions ?? [], review, &checks, context)
        try checks.finish()
        self.score = score ?? 0
    }

    func insert(for review: ReviewCase, in context: WriteContext) throws {
        try ReviewTier(
            caseId: review.id, documentVersion: review.documentVersion, tier: tier, chair: context.principal.account,
            panel: panel.joined(separator: "\n"), score: score, verdict: verdict, text: text, decidedOn: context.today
        ).insert(context.db)
        for opinion in opinions {
            try ReviewOpinion(
                caseId: review.id, documentVersion: review.documentVersion, tier: tier, itemId: opinion.item, text: opinion.text
            ).insert(context.db)
        }
    }
}

/// Reads opinions on items, `14-3-0001=措施不实`.
enum OpinionText {
    static func read(
        _ texts: [String], _ review: ReviewCase, _ checks: inout Checks, _ context: WriteContext
    ) throws -> [(item: UniqueID, text: String)] {
        var known: Set<UniqueID> = []
        return try texts.compactMap { text in
            let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { "=＝".contains($0) }.map {
                String($0).trimmed
            }
            guard parts.count == 2, !parts[1].isEmpty else {
                checks.add(Rule.invalid.refused("opinion", field: "opinions", ["value": .text(text)]))
                return nil
            }
            let id = try UniqueID.fetchOne(
                context.db, sql: "SELECT id FROM rectification_item WHERE no = ? AND targetId = ?",
                arguments: [parts[0], review.targetId])
            guard let id, known.insert(id).inserted else {
                checks.add(Rule.invalid.refused("opinionItem", field: "opinions", ["no": .text(parts[0])]))
                return nil
            }
            return (id, parts[1])
        }
    }
}
