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
        let model = try RoundModel.of(round, wishes, in: context.db)
        return WrittenFile(
            sentence: Message(
                "team.model.done",
                [
                    "round": round.code, "people": "\(model.people.count)", "teams": "\(model.teams.count)",
                    "forbidden": "\(model.forbidden.count)", "file": input.out.path,
                ]), name: input.out.path, data: try TeamSettingsStore.text(WrittenTeamModel(model)))
    }
}

/// Writes the settings for teams as JSON, to be looked at or changed.
struct ShowTeamSettings: Query {
    struct Input: Codable, Sendable {
        var out: DownloadName
    }
    static let name: OperationName = "team.settings.show"
    static let access = Access.roles(teamComposers)

    func run(_ input: Input, in context: ReadContext) throws -> WrittenFile {
        WrittenFile(
            sentence: Message("team.settings.show.done", ["file": input.out.path]), name: input.out.path,
            data: try TeamSettingsStore.text(try TeamSettingsStore.settings(in: context.db)))
    }
}

/// Takes over settings for teams: sizes, what is wanted, and what it is worth. Proposals made before stay as they are.
struct SetTeamSettings: Command {
    struct Input: Codable, Sendable {
        /// JSON, as `team.settings.show` writes it.
        var file: Upload
    }
    static let name: OperationName = "team.settings.set"
    static let access = Access.roles([.inspectionOffice])
    static let positional = ["file"]

    func run(_ input: Input, in context: WriteContext) throws -> Done {
        let settings: TeamSettings
        do {
            settings = try JSONDecoder().decode(TeamSettings.self, from: input.file.data)
        } catch {
            throw Rule.invalid.refused("teamSettings", field: "file", ["file": .text(input.file.name)])
        }
        let faults = settings.faults
        guard faults.isEmpty else { throw Refusals(faults) }
        try TeamSettingsStore.keep(settings, in: context.db)
        try context.noteChange(of: "teamSettings", context.nextID(), to: settings)
        return Done("team.settings.set.done")
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
        answer.document = Document(name: name, contentType: "application/json", data: data)
        return answer
    }
}
