import Foundation

/// The words of one plugin in both languages, one line each: `key = 中文 || English`.
///
/// Lines that begin with `#` are comments. Both languages stand side by side so that neither is forgotten.
public struct StringTable: Sendable {
    public let plugin: String
    public let source: String

    public init(plugin: String, _ source: String) {
        self.plugin = plugin
        self.source = source
    }

    func entries() -> [String: StringEntry] {
        var entries: [String: StringEntry] = [:]
        for line in source.utf8.split(separator: UInt8(ascii: "\n")) {
            guard let first = line.first, first != UInt8(ascii: "#"),
                let equals = line.firstIndex(of: UInt8(ascii: "="))
            else { continue }
            let key = String(Substring(line[..<equals])).trimmingSpaces()
            if entries[key] == nil { entries[key] = StringEntry(text: Substring(line[line.index(after: equals)...])) }
        }
        return entries
    }

    /// The entry of one key, found without reading the rest of the table.
    func entry(_ key: String) -> StringEntry? {
        var key = key
        var source = source
        let range = key.withUTF8 { key in source.withUTF8 { Self.text(of: key, in: $0) } }
        guard let range else { return nil }
        let bytes = source.utf8
        let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
        return StringEntry(text: source[start..<bytes.index(start, offsetBy: range.count)])
    }

    /// Where the text of a key stands, in bytes: what follows the equals sign on the first line that begins with the key.
    private static func text(of key: UnsafeBufferPointer<UInt8>, in source: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        guard let base = source.baseAddress, let keyBase = key.baseAddress else { return nil }
        var start = 0
        while start < source.count {
            let end = memchr(base + start, 0x0A, source.count - start).map {
                base.distance(to: $0.assumingMemoryBound(to: UInt8.self))
            }
            let line = start..<(end ?? source.count)
            start = line.upperBound + 1
            let first = line.first { source[$0] != 0x20 } ?? line.upperBound
            guard line.upperBound - first > key.count, memcmp(base + first, keyBase, key.count) == 0 else { continue }
            let sign = (first + key.count..<line.upperBound).first { source[$0] != 0x20 }
            if let sign, source[sign] == UInt8(ascii: "=") { return sign + 1..<line.upperBound }
        }
        return nil
    }
}

/// One text in its languages; split only when it is asked for.
struct StringEntry: Sendable {
    let text: Substring

    subscript(language: Language) -> String? {
        let bytes = text.utf8
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let next = bytes.index(after: index)
            if bytes[index] == UInt8(ascii: "|"), next < bytes.endIndex, bytes[next] == UInt8(ascii: "|") {
                let part = language == .zhHans ? text[..<index] : text[bytes.index(after: next)...]
                let trimmed = String(part).trimmingSpaces()
                return trimmed.isEmpty ? nil : trimmed
            }
            index = next
        }
        let whole = String(text).trimmingSpaces()
        return language == .zhHans && !whole.isEmpty ? whole : nil
    }
}

extension String {
    func trimmingSpaces() -> String {
        var slice = self[...]
        while slice.first == " " { slice = slice.dropFirst() }
        while slice.last == " " { slice = slice.dropLast() }
        return String(slice)
    }
}
