import PluginKit

/// Values as people read them, in one language.
public struct ValueText: Sendable {
    public let strings: StringCatalogue
    public let language: Language

    public init(strings: StringCatalogue, language: Language) {
        self.strings = strings
        self.language = language
    }

    /// The text of a value; empty where there is none.
    public func callAsFunction(_ value: Value) -> String {
        switch value {
        case .none: ""
        case .text(let text): text
        case .integer(let number): "\(number)"
        case .decimal(let digits): digits
        case .date(let date): date.description
        case .flag(let flag): word(flag)
        case .account(let account, let person): shown(account, person)
        case .word(let code, let key): strings.text(key, in: language) ?? code
        case .list(let values): values.map(callAsFunction).joined(separator: language == .zhHans ? "、" : ", ")
        case .phrase(let message): sentence(message)
        case .object(let shown, _): callAsFunction(shown)
        }
    }

    /// A sentence with its places filled.
    public func sentence(_ message: Message) -> String { strings.text(message, in: language) }

    /// The label of a column.
    public func label(column key: String) -> String { strings.text("column.\(key)", in: language) ?? key }

    /// The text of a key; the key itself where there is none.
    public func text(_ key: String) -> String { strings.text(key, in: language) ?? key }

    /// `王芳（wangfang）`
    private func shown(_ account: String, _ person: String?) -> String {
        guard let person, person != account else { return account }
        return language == .zhHans ? "\(person)（\(account)）" : "\(person) (\(account))"
    }

    private func word(_ flag: Bool) -> String {
        switch language {
        case .zhHans: flag ? "是" : "否"
        case .en: flag ? "yes" : "no"
        }
    }
}
