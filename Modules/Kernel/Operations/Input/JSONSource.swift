import Foundation
import PluginKit

/// An input written as a JSON object.
public struct JSONSource: DecodableSource {
    /// How large and how deep an input may be, so that nobody can exhaust the program with one.
    public struct Limits: Sendable {
        public var bytes: Int
        public var depth: Int

        public init(bytes: Int = 64 << 20, depth: Int = 32) {
            self.bytes = bytes
            self.depth = depth
        }
    }

    private let data: Data
    private let limits: Limits
    private let strings: StringCatalogue?
    private let readUpload: ((String) throws -> Upload)?
    private let language: Language

    /// - Parameters:
    ///   - strings: where the labels of choices are looked up; codes alone are accepted without it.
    ///   - language: in which language choices are listed.
    ///   - readUpload: reads a file named by its path; nil where a caller must never name one, as over the network.
    public init(
        _ data: Data, limits: Limits = Limits(), strings: StringCatalogue? = nil, language: Language = .zhHans,
        readUpload: ((String) throws -> Upload)? = nil
    ) {
        self.data = data
        self.limits = limits
        self.strings = strings
        self.language = language
        self.readUpload = readUpload
    }

    /// - Throws: `E-VAL` for JSON that is too large, too deep or malformed, otherwise one refusal for every field that is
    ///   missing, wrong or unknown, all at once.
    public func decode<Input: Decodable>(_ type: Input.Type) throws -> Input {
        let value = try parse()
        guard case .object = value else { throw Rule.invalid.refused("jsonObject") }
        return try InputNotes(strings: strings, readUpload: readUpload, language: language).input(type, from: value)
    }

    /// The text of a field of the outermost object, for hosts that must know where a produced file goes; nil when it has none.
    public func text(of field: String) -> String? {
        guard let value = try? parse(), case .object(let fields) = value, case .text(let text)? = fields[field] else {
            return nil
        }
        return text
    }

    private func parse() throws -> InputValue {
        guard data.count <= limits.bytes else {
            throw Rule.invalid.refused("tooLarge", ["size": "\(data.count)", "limit": "\(limits.bytes)"])
        }
        guard JSONDepth.isWithin(limits.depth, data) else {
            throw Rule.invalid.refused("tooDeep", ["limit": "\(limits.depth)"])
        }
        do {
            return try JSONDecoder().decode(JSONTree.self, from: data).value
        } catch DecodingError.dataCorrupted(let context) {
            let reason = (context.underlyingError as? CocoaError)?.userInfo[NSDebugDescriptionErrorKey] as? String
            throw Rule.invalid.refused("notJSON", ["reason": .text(reason ?? context.debugDescription)])
        }
    }
}

/// How deep brackets are nested, seen before anything is built from them.
enum JSONDepth {
    static func isWithin(_ limit: Int, _ data: Data) -> Bool {
        var depth = 0
        var isText = false
        var isEscaped = false
        for byte in data {
            if isEscaped {
                isEscaped = false
            } else if isText {
                isEscaped = byte == UInt8(ascii: "\\")
                isText = byte != UInt8(ascii: "\"")
            } else {
                switch byte {
                case UInt8(ascii: "\""): isText = true
                case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
                case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
                default: break
                }
                if depth > limit { return false }
            }
        }
        return true
    }
}

/// Any JSON value, decoded without knowing what it is for.
private struct JSONTree: Decodable {
    let value: InputValue

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            value = .null
        } else if let text = try? container.decode(String.self) {
            value = .text(text)
        } else if let flag = try? container.decode(Bool.self) {
            value = .flag(flag)
        } else if let integer = try? container.decode(Int.self) {
            value = .number("\(integer)")
        } else if let number = try? container.decode(Double.self) {
            value = .number("\(number)")
        } else if let list = try? container.decode([JSONTree].self) {
            value = .list(list.map(\.value))
        } else {
            value = .object(try container.decode([String: JSONTree].self).mapValues(\.value))
        }
    }
}
