import GRDB
import Inspection
import Operations
import Persistence
import PluginKit

/// Records the votes of one kind of respondents on a report that lies before the third tier.
struct RecordBallot: Command {
    struct Input: Codable, Sendable {
        /// Code of the round.
        var round: String
        /// Code of the unit.
        var unit: String
        var respondents: RespondentKind
        var issued: Int
        var returned: Int
        var satisfied: Int
        var basicallySatisfied: Int
        var dissatisfied: Int
        /// 不了解
        var unknown: Int
        /// Needed to correct votes that were recorded before.
        var reason: String?
    }
    static let name: OperationName = "ballot.record"
    static let access = Access.roles([.inspectionOffice, .leadingGroup])

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<BallotLine> {
        let review = try Reviews.find(round: input.round, unit: input.unit, node: .report, in: context).review
        guard review.state == .tier3 else {
            throw Rule.illegalState.refused("notAtThirdTier", ["state": .key("reviewState.\(review.state.rawValue)")])
        }
        let before = try Reviews.ballots(of: review, in: context.db).first { $0.respondentKind == input.respondents }
        let ballot = try ballot(input, of: review, replacing: before, context)
        try check(ballot, before, input)
        try ballot.save(context.db)
        context.reason = input.reason
        try context.noteChange(of: "ballot", review.id, from: before, to: ballot)
        return RecordAnswer(BallotLine(ballot), sentence: try sentence(review, context))
    }

    private func ballot(_ input: Input, of review: ReviewCase, replacing before: Ballot?, _ context: WriteContext) throws
        -> Ballot
    {
        let weights = try RectificationSettings(in: context).weights
        return Ballot(
            caseId: review.id, respondentKind: input.respondents, version: (before?.version ?? 0) + 1, issued: input.issued,
            returned: input.returned, satisfied: input.satisfied, basicallySatisfied: input.basicallySatisfied,
            dissatisfied: input.dissatisfied, unknown: input.unknown, weightSatisfied: weights.satisfied,
            weightBasicallySatisfied: weights.basicallySatisfied, weightDissatisfied: weights.dissatisfied,
            recordedBy: context.principal.account, recordedOn: context.today)
    }

    private func check(_ ballot: Ballot, _ before: Ballot?, _ input: Input) throws {
        var checks = Checks()
        BallotSums.check(ballot, &checks)
        checks.require(
            before == nil || !(input.reason ?? "").trimmed.isEmpty,
            Rule.duplicate.refused(
                "ballot", field: "reason", ["respondents": .key("respondentKind.\(ballot.respondentKind.rawValue)")]))
        try checks.finish()
    }

    private func sentence(_ review: ReviewCase, _ context: WriteContext) throws -> Message {
        guard let rate = BallotCount(try Reviews.ballots(of: review, in: context.db)).rate else {
            return Message("ballot.record.noRate")
        }
        return Message(
            "ballot.record.done",
            [
                "rate": Percent.text(hundredths: rate),
                "threshold": review.threshold.map { Percent.text(hundredths: $0) } ?? "—",
            ])
    }
}

/// The votes of one kind of respondents, as form F25 shows them.
struct BallotLine: Tabular {
    var ballot: Ballot

    init(_ ballot: Ballot) { self.ballot = ballot }

    private var count: BallotCount { BallotCount([ballot]) }

    static let columns: [TableColumn<BallotLine>] = [
        .word("respondents") { $0.ballot.respondentKind },
        .integer("ballotsIssued") { $0.ballot.issued },
        .integer("ballotsReturned") { $0.ballot.returned },
        .integer("ballotsValid") { $0.count.valid },
        .integer("satisfied") { $0.ballot.satisfied },
        .integer("basicallySatisfied") { $0.ballot.basicallySatisfied },
        .integer("dissatisfied") { $0.ballot.dissatisfied },
        .integer("unknown") { $0.ballot.unknown },
        TableColumn("weights") { line in
            .list(
                [line.ballot.weightSatisfied, line.ballot.weightBasicallySatisfied, line.ballot.weightDissatisfied]
                    .map { .decimal(Percent.text(hundredths: $0)) })
        },
        TableColumn("satisfactionRate") { line in
            line.count.rate.map { .decimal(Percent.text(hundredths: $0)) } ?? .phrase(Message("rectification.noValidVotes"))
        },
    ]
}
