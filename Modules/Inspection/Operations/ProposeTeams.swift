import GRDB
import Operations
import Persistence
import Personnel
import PluginKit

/// Proposes all teams of a round at once, the best there are. It is a draft: change it by hand, or propose again to replace it. Teams
/// that are vetted or further stay as they are, and their members are taken.
///
/// The search runs before the transaction opens, so that nobody has to wait for it; if what it rests on has changed meanwhile,
/// nothing is kept.
struct ProposeTeams: Command {
    struct Input: Codable, Sendable {
        var round: String
        /// How many teams; one for each target that no other brings along, when not given.
        var teams: Int?
        /// People in a team with its leader; as the settings say when not given.
        var size: Int?
        var deputies: Int?
        /// Seconds; 60 when not given.
        var timeLimit: Int?
        /// What was found before the transaction opened; no field.
        fileprivate var found: Found?

        private enum CodingKeys: String, CodingKey { case round, teams, size, deputies, timeLimit }

        init(round: String, teams: Int? = nil, size: Int? = nil, deputies: Int? = nil, timeLimit: Int? = nil) {
            self.round = round
            self.teams = teams
            self.size = size
            self.deputies = deputies
            self.timeLimit = timeLimit
        }

        fileprivate var wishes: RoundModel.Wishes {
            RoundModel.Wishes(teams: teams, size: size, deputies: deputies, keepsDraft: true, keepsFixed: true)
        }
    }

    fileprivate struct Found: Sendable {
        var model: TeamModel
        var answer: TeamAnswer
    }

    static let name: OperationName = "team.propose"
    static let access = Access.roles([.inspectionOffice])

    func prepare(_ input: Input, with preparation: Preparation) throws -> Input {
        let model = try preparation.look { try Self.model(input, in: $0) }
        let search = TeamSearch(timeLimit: Double(input.timeLimit ?? 60), progress: preparation.progress)
        var found = input
        found.found = Found(model: model, answer: try Self.answer(model, search, preparation.registry))
        return found
    }

    func run(_ input: Input, in context: WriteContext) throws -> TeamProposal {
        let round = try Rounds.round(input.round, in: context.db)
        guard let found = input.found, try Self.model(input, in: context) == found.model else {
            throw Rule.stale.refused("teams", ["round": .text(round.code)])
        }
        let proposal = TeamProposal(found.model, found.answer)
        guard found.answer.status != .infeasible else { throw NoTeams(proposal) }
        try TeamDrafts.replace(found.model, found.answer.seats, round, context)
        return proposal.beside(
            try String.fetchAll(
                context.db, sql: "SELECT code FROM inspection_team WHERE roundId = ? AND state <> 'proposed' ORDER BY ordinal",
                arguments: [round.id]))
    }

    // MARK: - Looking

    private static func model(_ input: Input, in context: ReadContext) throws -> TeamModel {
        let round = try Rounds.round(input.round, in: context.db)
        try TeamDrafts.check(input.wishes, round, context.db)
        if let seconds = input.timeLimit, !(1...3600).contains(seconds) {
            throw Rule.invalid.refused("range", field: "timeLimit", ["low": "1", "high": "3600", "value": "\(seconds)"])
        }
        return try RoundModel.of(round, input.wishes, in: context)
    }

    /// By the solver that is linked in, by first fit where there is none.
    private static func answer(_ model: TeamModel, _ search: TeamSearch, _ registry: Registry) throws -> TeamAnswer {
        do {
            if let solver = registry.values(TeamSolvers.self).first { return try solver.solve(model, search) }
        } catch is TeamSearchEnded {
            throw InspectionRules.noTeam.refused("time", field: "timeLimit", ["seconds": "\(Int(search.timeLimit))"])
        }
        let fit = TeamFirstFit(TeamIndex(model))
        let index = TeamIndex(model)
        var checks = Checks()
        for shortage in fit.shortages {
            checks.add(
                InspectionRules.noTeam.refused([
                    "team": .text(shortage.team), "role": .key("teamRole.\(shortage.role.rawValue)"),
                    "missing": "\(shortage.missing)",
                ]))
        }
        try checks.finish()
        return TeamAnswer(
            status: .bounded, seats: fit.seats, objective: TeamScore.of(fit.seats, in: index),
            bound: TeamScore.ceiling(of: index))
    }
}

/// There are no teams that meet everything: what contradicts itself, and the cheapest ways out (R-SEL-02).
struct NoTeams: AnsweredError {
    let answer: Answer
    let refusals: [Refusal]

    init(_ proposal: TeamProposal) {
        answer = proposal.answer
        let conflict = proposal.conflict
        refusals =
            conflict.demands.map { Refusal(rule: InspectionRules.noTeam, message: proposal.sentence(of: $0)) }
            + (conflict.isIrreducible ? [] : [InspectionRules.noTeam.refused("unfinished", field: "timeLimit")])
            + (conflict.isOneOfSeveral ? [InspectionRules.noTeam.refused("several")] : [])
    }
}
