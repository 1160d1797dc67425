import Inspection
import Operations
import PluginKit

/// Lets a complete document into the first tier. The office checks that nothing is missing; it judges nothing yet.
struct AcceptReview: Command {
    struct Input: Codable, Sendable {
        /// Code of the round.
        var round: String
        /// Code of the unit.
        var unit: String
        var node: ReviewNode
        var version: Int?
    }
    static let name: OperationName = "review.accept"
    static let access = Access.roles([.inspectionOffice])

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<ReviewLine> {
        let before = try Reviews.find(round: input.round, unit: input.unit, node: input.node, in: context).review
        try context.expect(version: input.version, stored: before.version)
        guard before.state == .submitted else {
            throw Rule.illegalState.refused(
                "notSubmitted", ["node": .key("reviewNode.\(before.node.rawValue)"), "state": .key("reviewState.\(before.state.rawValue)")])
        }
        try ReviewStates.table.check(
            from: .submitted, to: .tier1, by: context.principal, facts: try Reviews.facts(before, in: context))
        var review = before
        review.state = .tier1
        try Reviews.save(review, before: before, in: context)
        return try .of(review, "review.accept.done", in: context)
    }
}
