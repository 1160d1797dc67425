import GRDB
import Operations
import Persistence
import Personnel
import PluginKit

/// The leading group's review of a submitted plan.
struct ReviewRound: Command {
    struct Input: Codable, Sendable {
        var round: String
        var version: Int?
    }
    static let name: OperationName = "round.review"
    static let access = Access.roles([.leadingGroup])
    static let positional = ["round"]

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<Round> {
        let before = try Rounds.round(input.round, in: context.db)
        try context.expect(version: input.version, stored: before.version)
        guard before.stage == .submitted else {
            throw Rule.illegalState.refused(
                "roundStage",
                [
                    "round": .text(before.code), "stage": .key("roundStage.\(before.stage.rawValue)"),
                    "needed": .key("roundStage.submitted"),
                ])
        }
        var round = before
        round.reviewedBy = context.principal.account
        round.version += 1
        try round.update(context.db)
        try context.noteChange(of: "round", round.id, from: before, to: round)
        try context.noteStep(of: round.id, "roundStep.reviewed")
        return RecordAnswer(round, sentence: Message("round.review.done", ["round": .text(round.code)]))
    }
}

/// Moves a round to its next stage.
struct AdvanceRound: Command {
    struct Input: Codable, Sendable {
        var round: String
        var to: RoundStage
        /// Number of the approving document, where the step needs one.
        var document: String?
        var reason: String?
        var version: Int?
    }
    static let name: OperationName = "round.advance"
    static let access = Access.roles([.inspectionOffice, .leadingGroup, .districtCommittee, .archivist])
    static let positional = ["round"]

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<Round> {
        let before = try Rounds.round(input.round, in: context.db)
        try context.expect(version: input.version, stored: before.version)
        let facts = try RoundFacts(before, entering: input.to, document: input.document, reason: input.reason, in: context)
        try RoundStages.table.check(from: before.stage, to: input.to, by: context.principal, facts: facts)
        var checks = Checks()
        for refusal in facts.requirements { checks.add(refusal) }
        try checks.finish()
        var round = before
        round.stage = input.to
        if input.to == .approved { round.planDocument = input.document?.trimmed }
        if input.to == .draft { round.reviewedBy = nil }
        round.version += 1
        try round.update(context.db)
        context.reason = input.reason
        try context.noteChange(of: "round", round.id, from: before, to: round)
        try context.noteStep(of: round.id, "roundStage.\(round.stage.rawValue)", reason: input.reason)
        if input.to == .archived { try context.emit("inspection.round.archived", payload: ["round": round.code]) }
        return RecordAnswer(
            round,
            sentence: Message(
                "round.advance.done", ["round": .text(round.code), "stage": .key("roundStage.\(round.stage.rawValue)")]))
    }
}

extension RoundFacts {
    /// What the guards look at, as stored now.
    /// - Parameter stage: the stage to be entered; it decides which other modules are asked.
    init(_ round: Round, entering stage: RoundStage, document: String?, reason: String?, in context: ReadContext) throws {
        let teams = try Team.fetchAll(
            context.db, sql: "SELECT * FROM inspection_team WHERE roundId = ? ORDER BY ordinal", arguments: [round.id])
        let uncleared = try Row.fetchAll(
            context.db,
            sql: """
                SELECT t.code AS team, m.cadreId AS cadre FROM inspection_member m JOIN inspection_team t ON t.id = m.teamId
                WHERE t.roundId = ? AND m.state IN ('nominated', 'declared') ORDER BY t.ordinal, m.id
                """, arguments: [round.id])
        let names = try Candidates.names(of: uncleared.map { $0["cadre"] }, in: context.db)
        let unfinished = try String.fetchAll(
            context.db,
            sql: """
                SELECT no FROM inspection_finding WHERE roundId = ? AND state NOT IN ('approved', 'issued', 'withdrawn') ORDER BY seq
                """, arguments: [round.id])
        let requirements = try context.registry.values(StageRequirements.self).filter { $0.stage == stage }
            .flatMap { try $0.missing(round, context) }
        self.init(
            round: round, targets: try Rounds.targets(of: round, in: context.db), teams: teams,
            unclearedMembers: uncleared.map { ($0["team"], names[$0["cadre"]] ?? "") }, unfinishedFindings: unfinished,
            principal: context.principal, document: document, reason: reason, requirements: requirements)
    }
}
