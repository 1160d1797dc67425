import Foundation
import PluginKit

/// What JSON from outside may cost before it is decoded: its size and how deeply it is nested.
public struct JSONLimits: Sendable, Hashable {
    /// Size in bytes.
    public var bytes: Int
    /// Arrays and objects inside one another.
    public var depth: Int

    public init(bytes: Int = 16 * 1024 * 1024, depth: Int = 64) {
        self.bytes = bytes
        self.depth = depth
    }

    /// Refuses JSON that is too large or too deep (`E-VAL`) without decoding it.
    ///
    /// It does not say whether the text is well formed; the decoder does.
    public static func check(_ data: Data, limits: JSONLimits = JSONLimits()) throws {
        guard data.count <= limits.bytes else {
            throw Rule.invalid.refused("jsonBytes", ["bytes": "\(data.count)", "limit": "\(limits.bytes)"])
        }
        var nesting = JSONNesting()
        for (offset, byte) in data.enumerated() {
            nesting.take(byte)
            guard nesting.depth <= limits.depth else {
                throw Rule.invalid.refused("jsonDepth", ["position": "\(offset + 1)", "limit": "\(limits.depth)"])
            }
        }
    }
}

/// Counts open arrays and objects byte by byte; brackets inside strings do not count.
struct JSONNesting {
    private(set) var depth = 0
    private var isInString = false
    private var isEscaped = false

    mutating func take(_ byte: UInt8) {
        if isEscaped {
            isEscaped = false
        } else if isInString {
            isEscaped = byte == UInt8(ascii: "\\")
            isInString = byte != UInt8(ascii: "\"")
        } else {
            takeOutsideString(byte)
        }
    }

    private mutating func takeOutsideString(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): isInString = true
        case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
        default: break
        }
    }
}
