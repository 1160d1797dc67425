import Foundation
import GRDB
import Operations
import Persistence
import Personnel
import PluginKit

/// Writes the model of a round's teams as JSON: candidates, teams, who may not be where by which rule, what is wanted, and weights.
/// A stranger can solve it and check any answer by it.
struct WriteTeamModel: Query {
    struct Input: Codable, Sendable {
        var round: String
        var out: DownloadName
        /// As for `team.propose`.
        var teams: Int?
        var size: Int?
        var deputies: Int?
    }
    static let name: OperationName = "team.model"
    static let access = Access.roles(teamComposers)

    func run(_ input: Input, in context: ReadContext) throws -> WrittenFile {
        let round = try Rounds.round(input.round, in: context.db)
        let wishes = RoundModel.Wishes(teams: input.teams, size: input.size, deputies: input.deputies, keepsDraft: true)
        let model = try RoundModel.of(round, wishes, in: context)
        return WrittenFile(
            sentence: Message(
                "team.model.done",
                [
                    "round": round.code, "people": "\(model.people.count)", "teams": "\(model.teams.count)",
                    "forbidden": "\(model.forbidden.count)", "file": input.out.path,
                ]), name: input.out.path, data: try readableJSON(WrittenTeamModel(model)))
    }
}

/// Writes the rules of expertise as JSON, to be looked at or changed: which specialty a target calls for.
struct ShowExpertise: Query {
    struct Input: Codable, Sendable {
        var out: DownloadName
    }
    static let name: OperationName = "team.expertise.show"
    static let access = Access.roles(teamComposers)

    func run(_ input: Input, in context: ReadContext) throws -> WrittenFile {
        let rules = try TeamSettings(in: context.db).expertise
        return WrittenFile(
            sentence: Message("team.expertise.show.done", ["rules": "\(rules.count)", "file": input.out.path]),
            name: input.out.path, data: try readableJSON(rules))
    }
}

/// Takes over rules of expertise. Proposals made before stay as they are.
struct SetExpertise: Command {
    struct Input: Codable, Sendable {
        /// JSON, as `team.expertise.show` writes it.
        var file: Upload
    }
    static let name: OperationName = "team.expertise.set"
    static let access = Access.roles([.inspectionOffice])
    static let positional = ["file"]

    func run(_ input: Input, in context: WriteContext) throws -> Done {
        guard let rules = try? JSONDecoder().decode([ExpertiseRule].self, from: input.file.data) else {
            throw Rule.invalid.refused("expertise", field: "file", ["file": .text(input.file.name)])
        }
        let faults = rules.flatMap(\.faults)
        guard faults.isEmpty else { throw Refusals(faults) }
        try context.db.execute(
            sql: "INSERT INTO inspection_team_expertise VALUES (1, ?1) ON CONFLICT (id) DO UPDATE SET rules = ?1",
            arguments: [try readableJSON(rules)])
        try context.noteChange(of: "teamExpertise", context.nextID(), to: rules)
        return Done("team.expertise.set.done", ["rules": "\(rules.count)"])
    }
}

/// A file, and what it holds.
struct WrittenFile: Answerable {
    var sentence: Message
    var name: String
    var data: Data

    static let columnKeys: [String] = []
    static let shape: Answer.Shape? = .sentence

    var answer: Answer {
        var answer = Answer(shape: .sentence, sentence: sentence)
        answer.document = Document(name: name, contentType: "application/vnd.xuncha.teams+json", data: data)
        return answer
    }
}
