import Foundation

/// Addresses within the site.
public enum SitePath {
    /// `/rounds/14-3`: each part percent-encoded.
    public static func of(_ parts: String...) -> String { "/" + parts.map(encoded).joined(separator: "/") }

    /// A path with a query; fields in the order given.
    public static func with(_ path: String, _ query: [(name: String, value: String)]) -> String {
        guard !query.isEmpty else { return path }
        return path + "?" + query.map { "\(encoded($0.name))=\(encoded($0.value))" }.joined(separator: "&")
    }

    /// Whether a text is a path of this site and of no other: `/x`, never `//x` or `/\x`.
    public static func isLocal(_ text: String) -> Bool {
        guard text.first == "/", text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return false }
        let second = text.dropFirst().first
        return second != "/" && second != "\\"
    }

    /// Percent-encoded but for letters, digits and `-._~`.
    public static func encoded(_ text: String) -> String {
        var out = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
                out.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                out += byte < 16 ? "%0" : "%"
                out += String(byte, radix: 16, uppercase: true)
            }
        }
        return out
    }
}
