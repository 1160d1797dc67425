import Foundation
import PluginKit

/// Normalisation that every import uses, so that one file reads alike everywhere.
public enum Cells {
    /// A name, title or code: trimmed, NFC, full-width letters and digits made half-width.
    public static func text(_ text: String) -> CellReading<String> {
        reading(of: text, as: halfWidth(clean(text)))
    }

    /// A remark: trimmed and NFC, otherwise as it stands, line breaks and full-width characters included.
    ///
    /// Text that looks like a formula stays text; writers escape it.
    public static func note(_ text: String) -> CellReading<String> {
        reading(of: text, as: clean(text))
    }

    /// Whether spreadsheet programs would take the text for a formula: it begins with `=`, `+`, `-` or `@`.
    public static func looksLikeFormula(_ text: String) -> Bool {
        switch halfWidth(clean(text), signs: true).utf8.first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): true
        default: false
        }
    }

    /// Whether the text holds nothing but spaces of any width.
    public static func isBlank(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy(isSpace)
    }

    /// NFC, without spaces of any width, line breaks or invisible characters at either end.
    public static func clean(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !isSpace($0) }), let last = scalars.lastIndex(where: { !isSpace($0) })
        else { return "" }
        let trimmed = String(scalars[first...last])
        return trimmed.unicodeScalars.allSatisfy(isComposed) ? trimmed : trimmed.precomposedStringWithCanonicalMapping
    }

    /// Full-width letters and digits made half-width.
    /// - Parameter signs: whether full-width signs (`．／－＋：（）`) and the Chinese full stop as a separator are, too; right
    ///   for dates and numbers, wrong for sentences.
    public static func halfWidth(_ text: String, signs: Bool = false) -> String {
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(halfWidth(scalar, signs: signs)) }
        return String(result)
    }

    /// The text without any space, of any width and at any place.
    public static func withoutSpaces(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isSpace) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isSpace($0) }))
    }

    static func reading(of raw: String, as cleaned: String) -> CellReading<String> {
        if cleaned.isEmpty { return .empty }
        return isSame(raw, cleaned) ? .value(cleaned) : .normalised(cleaned, rewritten(cleaned))
    }

    static func rewritten(_ value: String) -> Message { Message("interchange.cell.rewritten", ["value": value]) }

    /// Byte for byte: Swift's `==` holds texts of different normal forms equal.
    static func isSame(_ left: String, _ right: String) -> Bool { left.utf8.elementsEqual(right.utf8) }

    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x20, 0x7F...0xA0, 0x2000...0x200F, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF: true
        default: false
        }
    }

    /// Whether a character is its own NFC form beside any of these: the common case, which needs no normalising.
    private static func isComposed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x300, 0x2010...0x205E, 0x3000...0x3029, 0x3400...0x9FFF, 0xFF01...0xFFEF: true
        default: false
        }
    }

    private static func halfWidth(_ scalar: Unicode.Scalar, signs: Bool) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0xFF01...0xFF5E where signs: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0x3002 where signs: "."
        case 0x2010...0x2015 where signs: "-"
        case 0x2212 where signs: "-"
        default: scalar
        }
    }
}
