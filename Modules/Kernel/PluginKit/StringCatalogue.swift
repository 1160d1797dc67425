import Synchronization

/// All string tables of a program. A table is read when a key of its plugin is first asked for.
public final class StringCatalogue: Sendable {
    private let tables: [StringTable]
    private let loaded = Mutex<[String: StringEntry]?>(nil)

    init(_ tables: [StringTable]) {
        self.tables = tables
    }

    /// The text for a key, or nil where there is none in that language.
    public func text(_ key: String, in language: Language) -> String? {
        entries()[key]?[language]
    }

    /// The sentence with its places filled; a key without text is returned as it is.
    public func text(_ message: Message, in language: Language) -> String {
        guard let text = text(message.key, in: language) else { return message.key }
        return message.arguments.isEmpty ? text : filled(text, message.arguments, in: language)
    }

    /// Every key with a text, sorted.
    public var keys: [String] { entries().keys.sorted() }

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

    private func entries() -> [String: StringEntry] {
        loaded.withLock { cache in
            if let cache { return cache }
            var all: [String: StringEntry] = [:]
            for table in tables { all.merge(table.entries()) { first, _ in first } }
            cache = all
            return all
        }
    }

    /// Texts that exist in one language only.
    func problems() -> [PluginProblem] {
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
