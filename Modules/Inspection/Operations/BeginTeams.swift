import Operations
import Persistence
import Personnel
import PluginKit

/// Shares the targets of a round out over teams without anybody in them, to be composed by hand. Places set by hand stay.
struct BeginTeams: Command {
    struct Input: Codable, Sendable {
        var round: String
        /// As for `team.propose`.
        var teams: Int?
        var size: Int?
        var deputies: Int?
    }
    static let name: OperationName = "team.begin"
    static let access = Access.roles([.inspectionOffice])

    func run(_ input: Input, in context: WriteContext) throws -> Page<TargetLine> {
        let round = try Rounds.round(input.round, in: context.db)
        let wishes = RoundModel.Wishes(teams: input.teams, size: input.size, deputies: input.deputies)
        try TeamDrafts.check(wishes, round, context.db)
        let model = try RoundModel.of(round, wishes, in: context)
        try TeamDrafts.replace(model, model.pins, round, context)
        return Page(
            rows: try TargetLine.of(round, for: context),
            sentence: Message("team.begin.done", ["round": round.code, "teams": "\(model.teams.count)"]))
    }
}
