import GRDB
import Inspection
import Operations
import Organization
import Persistence
import PluginKit

/// Lists reviews in the order they began.
struct ListReviews: Query {
    struct Input: Codable, Sendable {
        /// Code of the round.
        var round: String?
        /// Code of the unit.
        var unit: String?
        var node: ReviewNode?
        var state: ReviewState?
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "review.list"
    static let access = Access.roles(ledgerReaders)

    func run(_ input: Input, in context: ReadContext) throws -> Page<ReviewLine> {
        let page = try PageRequest(limit: input.limit, after: input.after)
        var filter = LedgerFilter.visible(to: context.principal)
        if let round = input.round { filter.and("i.roundId = ?", try Rounds.round(round, in: context.db).id) }
        if let unit = input.unit { filter.and("i.unitId = ?", try Units.unit(code: unit, in: context.db).id) }
        if let node = input.node { filter.and("i.node = ?", node) }
        if let state = input.state { filter.and("i.state = ?", state) }
        if let cursor = try PageMark(page.after, parts: 1) { filter.and("i.seq > ?", try cursor.integer(0)) }
        let rows = try ReviewLine.fetchAll(
            context.db.cachedStatement(
                sql: "\(ReviewLine.selection) WHERE \(filter.sql) ORDER BY i.seq LIMIT \(page.limit + 1)"),
            arguments: filter.arguments)
        return page.cut(rows) { PageMark(["\($0.review.seq ?? 0)"]) }
    }
}

/// A review with its documents, tiers, opinions, votes and what followed. A unit sees its own reviews only (R-REV-11).
struct ReviewDetail: Answerable {
    var line: ReviewLine
    var documents: [ReviewDocument]
    var tiers: [ReviewTier]
    var opinions: [OpinionLine]
    var ballots: [Ballot]
    var consequences: [Consequence]

    static let shape: Answer.Shape? = .record
    static let columns: [ColumnShape]? = ReviewLine.shapes
    static let sections = [
        "documents": ReviewDocument.shapes, "tiers": ReviewTier.shapes, "opinions": OpinionLine.shapes,
        "ballots": BallotLine.shapes, "consequences": Consequence.shapes,
    ]
    var answer: Answer {
        var answer = Answer(record: line)
        answer.sections = [
            ("section.documents", Answer(list: documents)), ("section.tiers", Answer(list: tiers)),
            ("section.opinions", Answer(list: opinions)), ("section.ballots", Answer(list: ballots.map(BallotLine.init))),
            ("section.consequences", Answer(list: consequences)),
        ]
        return answer
    }
}

/// Shows one review.
struct ShowReview: Query {
    struct Input: Codable, Sendable {
        /// Code of the round.
        var round: String
        /// Code of the unit; the account's own when not given.
        var unit: String?
        var node: ReviewNode
    }
    static let name: OperationName = "review.show"
    static let access = Access.roles(ledgerReaders)

    func run(_ input: Input, in context: ReadContext) throws -> ReviewDetail {
        let review = try Reviews.find(round: input.round, unit: input.unit, node: input.node, in: context).review
        return ReviewDetail(
            line: try ReviewLine.of(review, in: context),
            documents: try ReviewDocument.fetchAll(
                context.db, sql: "SELECT * FROM rectification_document WHERE caseId = ? ORDER BY documentVersion",
                arguments: [review.id]),
            tiers: try Reviews.tiers(of: review, in: context.db),
            opinions: try OpinionLine.of(Filter("o.caseId = ?", review.id), in: context.db),
            ballots: try Reviews.ballots(of: review, in: context.db),
            consequences: try Consequence.fetchAll(
                context.db, sql: "SELECT * FROM rectification_consequence WHERE caseId = ? ORDER BY seq", arguments: [review.id]))
    }
}
