/// The languages every text of the product exists in.
public enum Language: String, Sendable, CaseIterable, Codable {
    case zhHans = "zh-Hans"
    case en

    /// The language a POSIX locale name (`zh_CN.UTF-8`, `en_GB`) asks for; Chinese unless it is clearly English.
    public init(locale: String) {
        self = locale.lowercased().hasPrefix("en") ? .en : .zhHans
    }
}

/// A sentence by key, with named values for its `{places}`. It becomes text only where a person reads it.
public struct Message: Sendable, Hashable {
    public var key: String
    public var arguments: [String: Argument]

    /// A value for one place in the sentence.
    public enum Argument: Sendable, Hashable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
        case text(String)
        /// Another string of the catalogue, such as the name of a state.
        case key(String)
        /// Several strings of the catalogue, joined by the language's list sign.
        case keys([String])

        public init(stringLiteral value: String) { self = .text(value) }
    }

    public init(_ key: String, _ arguments: [String: Argument] = [:]) {
        self.key = key
        self.arguments = arguments
    }

    public init(_ key: String, _ arguments: [String: String]) {
        self.init(key, arguments.mapValues(Argument.text))
    }
}
