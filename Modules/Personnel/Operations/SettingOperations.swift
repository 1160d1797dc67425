import GRDB
import Operations
import Persistence
import PluginKit

/// One list of words as people see it.
struct WordsLine: Tabular {
    var list: PersonnelWords
    var words: String

    static let columns: [TableColumn<WordsLine>] = [
        .word("wordList") { $0.list },
        .text("words") { $0.words },
        .text("wordsDefault") { $0.list.standard },
    ]
}

/// Lists the words by which discipline work, organisation work and leadership posts are recognised, and the bands of ages.
struct ListWords: Query {
    static let name: OperationName = "personnel.words.list"
    static let access = Access.roles(cadreReaders)

    func run(_ input: ListInput, in context: ReadContext) throws -> Page<WordsLine> {
        let settings = try PersonnelSettings(context.db)
        let lines = PersonnelWords.allCases.map { WordsLine(list: $0, words: settings[text: $0]) }
        return try .part(of: lines, limit: input.limit, after: input.after, key: \.list.rawValue)
    }
}

/// Decides a list of words, or goes back to its default.
struct SetWords: Command {
    struct Input: Codable, Sendable {
        var list: PersonnelWords
        /// The words with spaces between; the default when not given.
        var words: String?
        /// The decision it rests on.
        var reason: String
    }
    static let name: OperationName = "personnel.words.set"
    static let access = Access.roles([.organisationDepartment, .leadingGroup, .inspectionOffice])
    static let positional = ["list", "words"]

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<WordsLine> {
        var checks = Checks()
        checks.require(!input.reason.trimmed.isEmpty, Rule.invalid.refused("empty", field: "reason"))
        if let problem = input.words.flatMap({ input.list.problem(with: $0) }) { checks.add(problem) }
        try checks.finish()
        if let words = input.words?.trimmed, !words.isEmpty {
            try context.db.execute(
                sql: "INSERT INTO personnel_words VALUES (?1, ?2) ON CONFLICT (list) DO UPDATE SET words = ?2",
                arguments: [input.list.rawValue, words])
        } else {
            try context.db.execute(sql: "DELETE FROM personnel_words WHERE list = ?", arguments: [input.list.rawValue])
        }
        context.reason = input.reason.trimmed
        try context.noteChange(of: "words", context.nextID(), to: [input.list.rawValue: input.words ?? ""])
        let words = try PersonnelSettings(context.db)[text: input.list]
        return RecordAnswer(
            WordsLine(list: input.list, words: words),
            sentence: Message(
                "personnel.words.set.done", ["list": .key("personnelWords.\(input.list.rawValue)"), "words": .text(words)]))
    }
}
