import PluginKit

/// Answers as JSON for programs: column keys in their order, codes instead of words, dates as text, figures as numbers with
/// the digits they have.
///
/// A list is an array with one row a line; a record is an object, its sections under the last word of their heading.
public struct AnswerJSON: Sendable {
    private let text: ValueText

    public init(_ text: ValueText) {
        self.text = text
    }

    /// The JSON text, without a line end after it.
    public func encode(_ answer: Answer) -> String { String(decoding: bytes(answer), as: UTF8.self) }

    /// The same as UTF-8, for what goes out at once: a list of many rows costs less so than as a text.
    public func bytes(_ answer: Answer) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(answer.rows.count * answer.columns.count * 32)
        write(answer, indent: "", to: &out)
        return out
    }

    private func write(_ answer: Answer, indent: String, to out: inout [UInt8]) {
        switch answer.shape {
        case .sentence: out += "{}"
        case .record: writeRecord(answer, indent, &out)
        case .list where answer.sections.isEmpty: writeRows(answer, indent, &out)
        case .list:
            var rows = answer
            rows.sections = []
            writeMembers([("rows", { out in writeRows(rows, indent + "  ", &out) })] + sections(answer, indent), indent, &out)
        }
    }

    private func writeRecord(_ answer: Answer, _ indent: String, _ out: inout [UInt8]) {
        let row = answer.rows.first ?? []
        let values: [Member] = zip(answer.columns, row).map { key, value in (key, { out in write(value, to: &out) }) }
        writeMembers(values + sections(answer, indent), indent, &out)
    }

    private typealias Member = (key: String, write: (inout [UInt8]) -> Void)

    private func sections(_ answer: Answer, _ indent: String) -> [Member] {
        answer.sections.map { section in
            let key = section.heading.split(separator: ".").last.map(String.init) ?? section.heading
            return (key, { out in write(section.answer, indent: indent + "  ", to: &out) })
        }
    }

    private func writeMembers(_ members: [Member], _ indent: String, _ out: inout [UInt8]) {
        guard !members.isEmpty else { return out += "{}" }
        out += "{\n"
        for (index, member) in members.enumerated() {
            out += indent + "  "
            JSONText.write(member.key, to: &out)
            out += ": "
            member.write(&out)
            out += index + 1 < members.count ? ",\n" : "\n"
        }
        out += indent + "}"
    }

    private func writeRows(_ answer: Answer, _ indent: String, _ out: inout [UInt8]) {
        guard !answer.rows.isEmpty else { return out += "[]" }
        let keys = answer.columns.map { key in
            var out: [UInt8] = []
            JSONText.write(key, to: &out)
            return out + ": ".utf8
        }
        out += "[\n"
        for (index, row) in answer.rows.enumerated() {
            out += indent + "  {"
            for (column, value) in row.enumerated() where column < keys.count {
                if column > 0 { out += ", " }
                out += keys[column]
                write(value, to: &out)
            }
            out += index + 1 < answer.rows.count ? "},\n" : "}\n"
        }
        out += indent + "]"
    }

    private func write(_ value: Value, to out: inout [UInt8]) {
        switch value {
        case .none: out += "null"
        case .text(let text): JSONText.write(text, to: &out)
        case .integer(let number): out += "\(number)"
        case .decimal(let digits):
            if JSONText.isNumber(digits) { out += digits } else { JSONText.write(digits, to: &out) }
        case .date(let date): out += "\"\(date)\""
        case .flag(let flag): out += flag ? "true" : "false"
        case .account(let account, _): JSONText.write(account, to: &out)
        case .word(let code, _): JSONText.write(code, to: &out)
        case .phrase(let message): JSONText.write(text.sentence(message), to: &out)
        case .object(_, let parts):
            out += "{"
            for (index, part) in parts.enumerated() {
                out += index > 0 ? ", " : ""
                JSONText.write(part.key, to: &out)
                out += ": "
                write(part.value, to: &out)
            }
            out += "}"
        case .list(let values):
            out += "["
            for (index, value) in values.enumerated() {
                if index > 0 { out += ", " }
                write(value, to: &out)
            }
            out += "]"
        }
    }
}

/// JSON strings and numbers (RFC 8259).
enum JSONText {
    static func write(_ text: String, to out: inout [UInt8]) {
        out += "\""
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
            out += text
        } else {
            for byte in text.utf8 { write(byte, to: &out) }
        }
        out += "\""
    }

    private static func write(_ byte: UInt8, to out: inout [UInt8]) {
        switch Unicode.Scalar(byte) {
        case "\"": out += "\\\""
        case "\\": out += "\\\\"
        case "\n": out += "\\n"
        case "\r": out += "\\r"
        case "\t": out += "\\t"
        case _ where byte < 0x20:
            out += byte < 0x10 ? "\\u000" : "\\u00"
            out += String(byte, radix: 16)
        default: out.append(byte)
        }
    }

    /// Whether a figure may stand in JSON as it is: `-12.50`, not `+1`, `01`, `1.` or `∞`.
    static func isNumber(_ digits: String) -> Bool {
        var rest = digits.utf8[...]
        if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
        let parts = rest.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty, whole.count == 1 || whole.first != UInt8(ascii: "0") else { return false }
        return parts.allSatisfy { part in
            !part.isEmpty && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        }
    }
}

extension [UInt8] {
    fileprivate static func += (bytes: inout [UInt8], text: String) {
        bytes.append(contentsOf: text.utf8)
    }
}
