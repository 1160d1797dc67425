import PluginKit

/// What one input field looks like, learnt from the `Codable` input itself.
public struct Field: Sendable, Equatable {
    public var name: String
    public var kind: FieldKind
    public var isOptional: Bool
    public var isMany: Bool
    /// Whether nobody may look over the shoulder while it is typed, and no page shows it again.
    public var isSecret = false

    public init(name: String, kind: FieldKind, isOptional: Bool = false, isMany: Bool = false) {
        self.name = name
        self.kind = kind
        self.isOptional = isOptional
        self.isMany = isMany
    }

    /// Names that hosts need for themselves; no operation may ask for a field of that name.
    public static let reservedNames: Set<String> = [
        "format", "lang", "database", "as", "json", "verbose", "force", "help", "generateCompletionScript",
    ]
}

/// The kinds of input values hosts know how to ask for.
public indirect enum FieldKind: Sendable, Equatable {
    case text, integer, decimal, flag, date, upload, download
    /// One word of a closed set.
    case choice(vocabulary: String, codes: [String])
    /// A nested object.
    case object([Field])
}

/// Values that stand in for missing ones while the rest of an input is being checked.
public enum InputSample {
    /// A value of the type that decodes; nil when there is none. Not cheap.
    public static func of<Value: Decodable>(_ type: Value.Type) -> Value? { SchemaLearner.describe(type).sample }
}
