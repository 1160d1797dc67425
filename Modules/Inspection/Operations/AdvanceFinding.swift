import GRDB
import Operations
import Persistence
import PluginKit

/// Moves a draft on: submitted, reviewed by a deputy, approved by the team meeting, signed, into the report; or returned to its
/// handlers, or withdrawn.
struct AdvanceFinding: Command {
    struct Input: Codable, Sendable {
        var no: String
        var to: FindingState
        var reason: String?
        var version: Int?
    }
    static let name: OperationName = "finding.advance"
    static let access = Access.roles([.inspector, .deputyLeader, .teamLeader, .districtCommittee, .inspectionOffice])
    static let positional = ["no"]

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<FindingRecord> {
        let before = try FindingLookup.record(input.no, in: context).finding
        try context.expect(version: input.version, stored: before.version)
        let finding = try FindingSteps.advance(before, to: input.to, reason: input.reason, in: context)
        return RecordAnswer(
            try FindingLookup.record(finding.no, in: context),
            sentence: Message(
                "finding.advance.done", ["no": .text(finding.no), "state": .key("findingState.\(finding.state.rawValue)")]))
    }
}

/// Issues everything of a round that is approved, with the feedback; from then on units see it and the wording is frozen.
struct IssueFindings: Command {
    struct Input: Codable, Sendable {
        var round: String
    }
    static let name: OperationName = "finding.issue"
    static let access = Access.roles([.inspectionOffice])

    func run(_ input: Input, in context: WriteContext) throws -> Page<FindingLine> {
        let round = try Rounds.round(input.round, in: context.db)
        let approved = try Finding.fetchAll(
            context.db, sql: "SELECT * FROM inspection_finding WHERE roundId = ? AND state = 'approved' ORDER BY seq",
            arguments: [round.id])
        guard !approved.isEmpty else { throw Rule.illegalState.refused("nothingToIssue", ["round": .text(round.code)]) }
        for finding in approved { _ = try FindingSteps.advance(finding, to: .issued, reason: nil, in: context) }
        let lines = try FindingLine.fetchAll(
            context.db, sql: "\(FindingLine.selection) WHERE f.roundId = ? AND f.state = 'issued' ORDER BY f.seq LIMIT 1000",
            arguments: [round.id])
        return Page(
            rows: lines, sentence: Message("finding.issue.done", ["count": "\(approved.count)", "round": .text(round.code)]))
    }
}

/// One step of a finding, shared by single steps and the issue of a whole round.
enum FindingSteps {
    static func advance(_ before: Finding, to state: FindingState, reason: String?, in context: WriteContext) throws -> Finding {
        try FindingStates.table.check(
            from: before.state, to: state, by: context.principal,
            facts: FindingFacts(finding: before, principal: context.principal, reason: reason))
        var finding = before
        finding.state = state
        finding.version += 1
        switch state {
        case .drafting: finding.reviewedBy = nil
        case .deputyReviewed: finding.reviewedBy = context.principal.account
        case .signed: finding.signedBy = context.principal.account
        case .issued: finding.issuedOn = context.today
        default: break
        }
        try finding.update(context.db)
        context.reason = reason
        try context.noteChange(of: "finding", finding.id, from: before, to: finding)
        let word = state == .drafting ? returned : "findingState.\(state.rawValue)"
        try context.noteStep(of: finding.id, word, reason: reason)
        return finding
    }

    /// What the history of a draft says of every return.
    static let returned = "findingStep.returned"
}
