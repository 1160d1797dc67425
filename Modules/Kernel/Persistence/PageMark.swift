import Foundation
import PluginKit

/// The key of the last row of a page, as the opaque text that opens the next one.
public struct PageMark: Sendable {
    public let parts: [String]

    public init(_ parts: [String]) {
        self.parts = parts
    }

    /// - Throws: `E-VAL` on `after` when the text is none of ours.
    public init?(_ text: String?, parts count: Int) throws {
        guard let text else { return nil }
        var padded = text.replacing("-", with: "+").replacing("_", with: "/")
        padded += String(repeating: "=", count: (4 - padded.count % 4) % 4)
        guard let data = Data(base64Encoded: padded), let joined = String(data: data, encoding: .utf8) else {
            throw Rule.invalid.refused("cursor", field: "after")
        }
        parts = joined.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == count else { throw Rule.invalid.refused("cursor", field: "after") }
    }

    public var text: String {
        Data(parts.joined(separator: "\u{1F}").utf8).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// Reads a numeric part.
    public func integer(_ index: Int) throws -> Int64 {
        guard let number = Int64(parts[index]) else { throw Rule.invalid.refused("cursor", field: "after") }
        return number
    }
}
