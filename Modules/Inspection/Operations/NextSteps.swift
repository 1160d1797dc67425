import GRDB
import Operations
import Persistence
import PluginKit

/// What a round needs before each stage it may enter next. Nobody is told of teams, people and units they may not see, nor how many
/// there are: what such a reader sees is what is missing among their own.
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
                let seen = try facts.seen(in: context)
                // Who sees nothing of a round is not told that it has nothing.
                let seesSome = !seen.targets.isEmpty || !seen.teams.isEmpty
                let real = lines(to: stage, facts)
                return zip(real, lines(to: stage, seen)).map { real, seen in
                    var line = seen
                    line.missing = seen.missing.filter { told in
                        real.missing.contains { $0.message == told.message || seesSome && $0.message.key == told.message.key }
                    }
                    return line
                }
            })
    }

    private func lines(to stage: RoundStage, _ facts: RoundFacts) -> [StepLine] {
        var lines = RoundStages.table.outlook(from: facts.round.stage, for: facts.principal, facts: facts)
            .filter { $0.to == stage.rawValue }
        for index in lines.indices { lines[index].missing += facts.requirements }
        return lines
    }
}

extension RoundFacts {
    /// The facts as far as the reader sees them: the targets, drafts and teams that lists show them. What other modules miss they
    /// tell of the whole round, so only to those who see all of it.
    fileprivate func seen(in context: ReadContext) throws -> RoundFacts {
        var seen = self
        let units = try numbers(
            "id", of: "(SELECT t.*, t.id AS targetId FROM inspection_target t)", issued: "x.feedbackDate IS NOT NULL", context,
            as: UniqueID.self)
        seen.targets.removeAll { !units.contains($0.id) }
        let drafts = try numbers("no", of: "inspection_finding", issued: "x.state = 'issued'", context, as: String.self)
        seen.unfinishedFindings.removeAll { !drafts.contains($0) }
        let codes = try Set(MemberLine.of(round, for: context).map(\.team))
        if !principal.hasAny(of: MemberLine.readersOfAll) {
            seen.teams.removeAll { !codes.contains($0.code) }
            seen.unclearedMembers.removeAll { !codes.contains($0.team) }
        }
        if !principal.hasAny(of: Role.districtWide) || seen.targets.count < targets.count { seen.requirements = [] }
        return seen
    }

    private func numbers<Number: DatabaseValueConvertible & Hashable>(
        _ column: String, of table: String, issued: String, _ context: ReadContext, as type: Number.Type
    ) throws -> Set<Number> {
        var filter = Filter("x.roundId = ?", round.id)
        Visibility.restrict(&filter, alias: "x", issued: issued, for: principal)
        return try Number.fetchSet(
            context.db, sql: "SELECT x.\(column) FROM \(table) x WHERE \(filter.sql)", arguments: filter.arguments)
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
