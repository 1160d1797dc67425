import PluginKit

/// A password or key that a caller hands in. It never leaves the program again: shown, encoded or logged, it is a row of dots.
public struct Secret: InputText, CustomStringConvertible, CustomReflectable {
    /// The text as it was typed.
    public let text: String

    public init(_ text: String) { self.text = text }

    public static var fieldKind: FieldKind { .text }
    public static var sample: Secret { Secret("") }

    public init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    public var description: String { "••••" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
