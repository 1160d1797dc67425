import GRDB
import Operations
import Persistence
import PluginKit

/// What a round needs before each stage it may enter next.
struct RoundSteps: Query {
    struct Input: Codable, Sendable {
        var round: String
    }
    static let name: OperationName = "round.steps"
    static let access = Access.roles(roundReaders)
    static let positional = ["round"]

    func run(_ input: Input, in context: ReadContext) throws -> Page<StepLine> {
        let round = try Rounds.round(input.round, in: context.db)
        return Page(
            rows: try RoundStages.table.next(after: round.stage).flatMap { stage in
                // Document and reason are asked for when the step is taken; they are not what is missing.
                let facts = try RoundFacts(round, entering: stage, document: "—", reason: "—", in: context)
                var lines = RoundStages.table.outlook(from: round.stage, for: context.principal, facts: facts)
                    .filter { $0.to == stage.rawValue }
                for index in lines.indices { lines[index].missing += facts.requirements }
                return lines
            })
    }
}

/// What a draft needs before each state it may reach next.
struct FindingStepsQuery: Query {
    struct Input: Codable, Sendable {
        var no: String
    }
    static let name: OperationName = "finding.steps"
    static let access = Access.roles(findingReaders)
    static let positional = ["no"]

    func run(_ input: Input, in context: ReadContext) throws -> Page<StepLine> {
        let finding = try FindingLookup.record(input.no, in: context).finding
        let facts = FindingFacts(finding: finding, principal: context.principal, reason: "—")
        return Page(rows: FindingStates.table.outlook(from: finding.state, for: context.principal, facts: facts))
    }
}
