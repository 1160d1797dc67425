import GRDB
import Inspection
import Operations
import Organization
import Persistence
import PluginKit

/// Hands in the rectification plan or report, signed by the principal; after a return, a new version of it.
struct SubmitReview: Command {
    struct Input: Codable, Sendable {
        /// Code of the round.
        var round: String
        /// Code of the unit; the account's own when not given.
        var unit: String?
        var node: ReviewNode
        var document: Upload?
        /// Number or name of a document on paper.
        var reference: String?
        /// Name of the principal who signed for its truth.
        var signedBy: String
        /// Today when not given.
        var signedOn: CalendarDate?
    }
    static let name: OperationName = "review.submit"
    static let access = Access.roles([.unitPrincipal, .inspectionOffice])

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<ReviewLine> {
        let round = try Rounds.round(input.round, in: context.db)
        let (target, _) = try Lookup.target(unit: input.unit, round: round, in: context)
        let known = try Reviews.review(of: target.id, input.node, in: context.db)
        let document = try SignedDocument(input, version: (known?.documentVersion ?? 0) + 1, context)
        let review =
            try known.map { try submitAgain($0, document, context) } ?? begin(target, round, input.node, document, context)
        try document.insert(for: review, in: context)
        return try .of(
            review, known == nil ? "review.submit.done" : "review.submit.again", ["version": "\(review.documentVersion)"],
            in: context)
    }

    private func begin(
        _ target: Target, _ round: Round, _ node: ReviewNode, _ document: SignedDocument, _ context: WriteContext
    ) throws -> ReviewCase {
        let needed: TargetState = node == .plan ? .fedBack : .planApproved
        guard target.state == needed else {
            throw Rule.illegalState.refused(
                "targetState",
                [
                    "state": .key("targetState.\(target.state.rawValue)"), "needed": .key("targetState.\(needed.rawValue)"),
                    "node": .key("reviewNode.\(node.rawValue)"),
                ])
        }
        let threshold = try Terms.term(number: round.termNumber, in: context.db)?.satisfactionThreshold
        var review = ReviewCase(
            seq: nil, id: context.nextID(), version: 1, targetId: target.id, roundId: round.id, unitId: target.unitId, node: node,
            state: .submitted, returnedBy: nil, documentVersion: document.version, documentName: document.name,
            documentHash: document.sha256, signedBy: document.signedBy, signedOn: document.signedOn,
            submittedBy: context.principal.account, threshold: threshold, score: nil, rate: nil, startedOn: context.today,
            decidedOn: nil)
        try requirePlanned(review, context)
        try review.insert(context.db)
        review.seq = context.db.lastInsertedRowID
        try context.noteChange(of: "review", review.id, to: review)
        if node == .report { try Rounds.move(target, to: .progressReported, in: context) }
        return review
    }

    private func submitAgain(_ before: ReviewCase, _ document: SignedDocument, _ context: WriteContext) throws -> ReviewCase {
        guard before.state == .returned, let tier = before.returnedBy, let state = ReviewState.tier(tier) else {
            throw Rule.illegalState.refused(
                "notReturned",
                ["node": .key("reviewNode.\(before.node.rawValue)"), "state": .key("reviewState.\(before.state.rawValue)")])
        }
        try ReviewStates.table.check(
            from: .returned, to: state, by: context.principal, facts: try Reviews.facts(before, in: context))
        var review = before
        review.state = state
        review.returnedBy = nil
        review.documentVersion = document.version
        review.documentName = document.name
        review.documentHash = document.sha256
        review.signedBy = document.signedBy
        review.signedOn = document.signedOn
        review.submittedBy = context.principal.account
        try Reviews.save(review, before: before, in: context)
        return review
    }

    private func requirePlanned(_ review: ReviewCase, _ context: WriteContext) throws {
        let unplanned = review.node == .plan ? try Reviews.unplanned(review.targetId, in: context.db) : []
        guard unplanned.isEmpty else { throw ReviewStates.unplanned(unplanned) }
    }
}

/// The document of a submission, checked: on file or on paper, and signed.
private struct SignedDocument {
    var version: Int
    var name: String
    var sha256: String?
    var signedBy: String
    var signedOn: CalendarDate

    init(_ input: SubmitReview.Input, version: Int, _ context: WriteContext) throws {
        self.version = version
        signedBy = input.signedBy.trimmed
        signedOn = input.signedOn ?? context.today
        let reference = (input.reference ?? "").trimmed
        var checks = Checks()
        checks.require(!signedBy.isEmpty, Rule.invalid.refused("unsigned", field: "signedBy"))
        checks.require(
            signedOn <= context.today,
            Rule.invalid.refused("future", field: "signedOn", ["date": "\(signedOn)", "today": "\(context.today)"]))
        checks.require(input.document != nil || !reference.isEmpty, Rule.invalid.refused("documentMissing", field: "document"))
        Evidences.check(
            input.document.map { [$0] } ?? [], field: "document", settings: try RectificationSettings(in: context), &checks)
        try checks.finish()
        name = reference.isEmpty ? input.document.map(Evidences.name) ?? "" : reference
        sha256 = try input.document.map { try Evidences.keep($0, in: context) }
    }

    func insert(for review: ReviewCase, in context: WriteContext) throws {
        try ReviewDocument(
            caseId: review.id, documentVersion: version, name: name, sha256: sha256, signedBy: signedBy, signedOn: signedOn,
            submittedBy: context.principal.account
        ).insert(context.db)
    }
}
