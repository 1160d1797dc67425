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

extension Message.Argument: Codable {
    private enum CodingKeys: String, CodingKey { case word, words }

    /// A text is itself; strings of the catalogue are `{"word": …}` and `{"words": […]}`.
    public init(from decoder: any Decoder) throws {
        if let text = try? decoder.singleValueContainer().decode(String.self) {
            self = .text(text)
            return
        }
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self =
            try values.decodeIfPresent(String.self, forKey: .word).map(Self.key)
            ?? .keys(try values.decode([String].self, forKey: .words))
    }

    public func encode(to encoder: any Encoder) throws {
        if case .text(let text) = self {
            var container = encoder.singleValueContainer()
            return try container.encode(text)
        }
        var values = encoder.container(keyedBy: CodingKeys.self)
        if case .key(let key) = self { try values.encode(key, forKey: .word) }
        if case .keys(let keys) = self { try values.encode(keys, forKey: .words) }
    }
}

extension Message: Codable {
    private enum CodingKeys: String, CodingKey { case key = "sentence", arguments = "facts" }
}
