import Operations
import PluginKit

/// The words of the pages in one language.
public struct Words: Sendable {
    public let strings: StringCatalogue
    public let language: Language

    public init(strings: StringCatalogue, language: Language) {
        self.strings = strings
        self.language = language
    }

    /// The text of a key; the key itself where there is none.
    public func callAsFunction(_ key: String) -> String { strings.text(key, in: language) ?? key }

    /// A sentence with its places filled.
    public func callAsFunction(_ key: String, _ arguments: [String: String]) -> String {
        strings.text(Message(key, arguments), in: language)
    }

    /// A sentence with its places filled.
    public func callAsFunction(_ message: Message) -> String { strings.text(message, in: language) }

    /// The text of a key, nil where there is none.
    public func find(_ key: String) -> String? { strings.text(key, in: language) }

    /// Joins names as the language does.
    public func list(_ names: [String]) -> String { names.joined(separator: language == .zhHans ? "、" : ", ") }
}
