/// Takes comments and string literals out of Swift source, so that a word in a sentence is not taken for code. Code inside
/// interpolations stays. Line breaks stay too.
struct CodeReader {
    private let bytes: [UInt8]
    private var index = 0
    private var output: [UInt8] = []

    static func code(of text: String) -> String {
        var reader = CodeReader(bytes: Array(text.utf8))
        reader.readCode(untilParenthesis: false)
        return String(decoding: reader.output, as: UTF8.self)
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private func starts(with text: StaticString, at place: Int) -> Bool {
        text.withUTF8Buffer { wanted in
            place + wanted.count <= bytes.count && wanted.indices.allSatisfy { wanted[$0] == bytes[place + $0] }
        }
    }

    private mutating func readCode(untilParenthesis: Bool) {
        var depth = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "/") where starts(with: "//", at: index): skipLine()
            case UInt8(ascii: "/") where starts(with: "/*", at: index): skipBlock()
            case UInt8(ascii: "\""), UInt8(ascii: "#"):
                if !skipString() { keep() }
            case UInt8(ascii: "("):
                depth += 1
                keep()
            case UInt8(ascii: ")"):
                if untilParenthesis, depth == 0 { return }
                depth -= 1
                keep()
            default: keep()
            }
        }
    }

    private mutating func keep() {
        output.append(bytes[index])
        index += 1
    }

    private mutating func skipLine() {
        while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
    }

    private mutating func skipBlock() {
        var depth = 0
        repeat {
            if starts(with: "/*", at: index) {
                depth += 1
                index += 2
            } else if starts(with: "*/", at: index) {
                depth -= 1
                index += 2
            } else {
                index += 1
            }
        } while depth > 0 && index < bytes.count
    }

    /// Skips a string literal that begins here; false when none does.
    private mutating func skipString() -> Bool {
        var place = index
        while place < bytes.count, bytes[place] == UInt8(ascii: "#") { place += 1 }
        let marks = place - index
        guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { return false }
        let quotes = starts(with: "\"\"\"", at: place) ? 3 : 1
        output += [UInt8(ascii: "\""), UInt8(ascii: "\"")]
        index = place + quotes
        readString(quotes: quotes, marks: marks)
        return true
    }

    private mutating func readString(quotes: Int, marks: Int) {
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\\") where hasMarks(marks, at: index + 1): readEscape(marks: marks)
            case UInt8(ascii: "\"") where ends(quotes: quotes, marks: marks):
                index += quotes + marks
                return
            case UInt8(ascii: "\n"): keep()
            default: index += 1
            }
        }
    }

    private mutating func readEscape(marks: Int) {
        index += 1 + marks
        guard index < bytes.count, bytes[index] == UInt8(ascii: "(") else {
            index += 1
            return
        }
        index += 1
        readCode(untilParenthesis: true)
        index += 1
    }

    private func hasMarks(_ count: Int, at place: Int) -> Bool {
        place + count <= bytes.count && bytes[place..<place + count].allSatisfy { $0 == UInt8(ascii: "#") }
    }

    private func ends(quotes: Int, marks: Int) -> Bool {
        let isLong = starts(with: "\"\"\"", at: index)
        return (quotes == 1 || isLong) && hasMarks(marks, at: index + quotes)
    }
}
