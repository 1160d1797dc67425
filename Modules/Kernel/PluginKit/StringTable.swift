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
            entries[key] = StringEntry(text: Substring(line[line.index(after: equals)...]))
        }
        return entries
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
