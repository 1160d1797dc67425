/// A piece of HTML. Texts put into it are escaped by their type; only other pieces of HTML go in as they are.
///
/// ```swift
/// let cell: HTML = "<td>\(name)</td>"
/// ```
public struct HTML: Sendable, Hashable {
    /// The markup.
    public private(set) var text: String

    /// Nothing.
    public init() { text = "" }

    /// Takes a text for markup. The one door without escaping, for literals and for what other code has escaped.
    public init(markup: String) { text = markup }

    /// A text, escaped for content and for quoted attribute values.
    public init(escaping plain: String) {
        text = ""
        appendEscaped(plain)
    }

    public var isEmpty: Bool { text.isEmpty }

    public static func + (left: HTML, right: HTML) -> HTML { HTML(markup: left.text + right.text) }
    public static func += (left: inout HTML, right: HTML) { left.text += right.text }

    /// Adds a text, escaped. Characters that no XML text may hold are replaced, so that a page is always well formed.
    public mutating func appendEscaped(_ plain: String) {
        var plain = plain
        let isPlain = plain.withUTF8 { bytes in bytes.allSatisfy { !Self.needsCare($0) } }
        if isPlain { return text += plain }
        for scalar in plain.unicodeScalars { appendEscaped(scalar) }
    }

    private mutating func appendEscaped(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "&": text += "&amp;"
        case "<": text += "&lt;"
        case ">": text += "&gt;"
        case "\"": text += "&quot;"
        case "'": text += "&#39;"
        case "\n", "\t": text.unicodeScalars.append(scalar)
        case _ where scalar.value < 0x20 || scalar.value == 0x7F: text += "\u{FFFD}"
        default: text.unicodeScalars.append(scalar)
        }
    }

    private static func needsCare(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"), 0x7F: true
        case 0x0A, 0x09: false
        default: byte < 0x20
        }
    }
}

extension HTML: ExpressibleByStringInterpolation {
    public init(stringLiteral value: String) { text = value }

    public init(stringInterpolation: StringInterpolation) { text = stringInterpolation.html.text }

    /// Literal parts are markup; everything else is escaped unless it is HTML itself.
    public struct StringInterpolation: StringInterpolationProtocol {
        var html = HTML()

        public init(literalCapacity: Int, interpolationCount: Int) {}

        public mutating func appendLiteral(_ literal: String) { html.text += literal }
        public mutating func appendInterpolation(_ plain: String) { html.appendEscaped(plain) }
        public mutating func appendInterpolation(_ number: Int) { html.text += String(number) }
        public mutating func appendInterpolation(_ piece: HTML) { html.text += piece.text }
        /// Nothing where there is none.
        public mutating func appendInterpolation(_ piece: HTML?) { if let piece { html.text += piece.text } }
    }
}

extension Sequence<HTML> {
    /// The pieces one after another.
    public func joined(_ separator: HTML = HTML()) -> HTML {
        var result = HTML()
        var isFirst = true
        for piece in self {
            if !isFirst { result += separator }
            result += piece
            isFirst = false
        }
        return result
    }
}

extension HTML {
    /// The markup when the condition holds, otherwise nothing; for attributes and optional parts.
    public static func when(_ condition: Bool, _ html: @autoclosure () -> HTML) -> HTML { condition ? html() : HTML() }
}
