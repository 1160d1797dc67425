import Synchronization

/// All string tables of a program. Two tables may define a key alike; where they differ, `plugin check` refuses the program.
///
/// A command shows a dozen texts, so the first ones are looked for in the tables as they stand; a program that goes on asking
/// gets an index of all of them.
public final class StringCatalogue: Sendable {
    private struct State {
        var asked = 0
        var index: [String: StringEntry]?
    }

    private let tables: [StringTable]
    private let state = Mutex(State())
    private static let enoughForAnIndex = 64

    init(_ tables: [StringTable]) {
        self.tables = tables
    }

    /// The text for a key, or nil where there is none in that language.
    public func text(_ key: String, in language: Language) -> String? {
        entry(key)?[language]
    }

    /// The sentence with its places filled; a key without text is returned as it is.
    public func text(_ message: Message, in language: Language) -> String {
        guard let text = text(message.key, in: language) else { return message.key }
        return message.arguments.isEmpty ? text : filled(text, message.arguments, in: language)
    }

    /// Every key with a text, sorted.
    public var keys: [String] { state.withLock { indexed(&$0).keys.sorted() } }

    /// Goes through the sentence once: what is filled in is never looked at again.
    private func filled(_ text: String, _ arguments: [String: Message.Argument], in language: Language) -> String {
        var out = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            out += rest[..<open]
            let argument = arguments[String(rest[rest.index(after: open)..<close])]
            out += argument.map { filled($0, in: language) } ?? String(rest[open...close])
            rest = rest[rest.index(after: close)...]
        }
        return out + rest
    }

    private func filled(_ argument: Message.Argument, in language: Language) -> String {
        switch argument {
        case .text(let text): text
        case .key(let key): text(key, in: language) ?? key
        case .keys(let keys):
            keys.map { text($0, in: language) ?? $0 }.joined(separator: language == .zhHans ? "、" : ", ")
        }
    }

    private func entry(_ key: String) -> StringEntry? {
        state.withLock { state in
            state.asked += 1
            if state.asked > Self.enoughForAnIndex { return indexed(&state)[key] }
            for table in tables {
                if let entry = table.entry(key) { return entry }
            }
            return nil
        }
    }

    private func indexed(_ state: inout State) -> [String: StringEntry] {
        if let index = state.index { return index }
        var all: [String: StringEntry] = [:]
        for table in tables { all.merge(table.entries()) { first, _ in first } }
        state.index = all
        return all
    }

    /// Texts that exist in one language only, and keys to which tables give different texts.
    func problems() -> [PluginProblem] { incomplete() + ambiguous() }

    private func ambiguous() -> [PluginProblem] {
        var defined: [String: [(plugin: String, texts: [String?])]] = [:]
        for table in tables {
            for (key, entry) in table.entries() {
                defined[key, default: []].append((table.plugin, Language.allCases.map { entry[$0] }))
            }
        }
        return defined.filter { Set($0.value.map(\.texts)).count > 1 }.sorted { $0.key < $1.key }.map { key, definitions in
            PluginProblem.ambiguousString(key: key, plugins: definitions.map(\.plugin))
        }
    }

    private func incomplete() -> [PluginProblem] {
        tables.flatMap { table in
            table.entries().sorted { $0.key < $1.key }.flatMap { key, entry in
                Language.allCases.filter { entry[$0] == nil }
                    .map { PluginProblem.missingString(key: key, language: $0, plugin: table.plugin) }
            }
        }
    }

    /// Reports keys that a slot needs and that no plugin defines.
    public func missing(_ keys: some Sequence<String>, plugin: String) -> [PluginProblem] {
        keys.flatMap { key in
            Language.allCases.filter { text(key, in: $0) == nil }
                .map { PluginProblem.missingString(key: key, language: $0, plugin: plugin) }
        }
    }
}
