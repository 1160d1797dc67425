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
    public func callAsFunction(_ key: String) -> String { find(key) ?? key }

    /// A sentence with its places filled.
    public func callAsFunction(_ key: String, _ arguments: [String: String]) -> String { self(Message(key, arguments)) }

    /// A sentence with its places filled.
    public func callAsFunction(_ message: Message) -> String {
        let page = "\(message.key).page"
        return begun(
            strings.text(strings.text(page, in: language) == nil ? message : Message(page, message.arguments), in: language))
    }

    /// The text of a key, nil where there is none.
    ///
    /// Where a text speaks of the command line (“`--partial`”), its module says it for pages under `KEY.page`.
    public func find(_ key: String) -> String? {
        (strings.text("\(key).page", in: language) ?? strings.text(key, in: language)).map(begun)
    }

    /// Everything on a page stands by itself, so English begins with a capital letter.
    private func begun(_ text: String) -> String {
        guard language == .en, let first = text.first, first.isLowercase else { return text }
        return first.uppercased() + text.dropFirst()
    }

    /// Joins names as the language does.
    public func list(_ names: [String]) -> String { names.joined(separator: language == .zhHans ? "、" : ", ") }
}
