import Foundation
import SourceTree

/// A text for readers: Markdown at the root or under docs/.
struct Document: Sendable, CustomStringConvertible {
    let path: String
    let text: String

    var description: String { path }

    static func all() throws -> [Document] {
        let files = try FileManager.default.contentsOfDirectory(atPath: Repository.root.path).filter { $0.hasSuffix(".md") }
            .sorted()
        return try (files + Repository.paths(under: "docs", ending: ".md")).map {
            Document(path: $0, text: try Repository.text($0))
        }
    }

    static func named(_ path: String) throws -> Document { Document(path: path, text: try Repository.text(path)) }

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    /// Headings of a level, without the signs in front.
    func headings(_ level: Int) -> [String] {
        let mark = String(repeating: "#", count: level) + " "
        return prose.filter { $0.hasPrefix(mark) }.map { String($0.dropFirst(mark.count)) }
    }

    /// Lines outside fenced code.
    var prose: [Substring] { parted.filter { !$0.isCode }.map(\.line) }

    /// Lines inside fenced code, with lines that end in a backslash joined to the next.
    var code: [String] {
        var joined: [String] = []
        var isOpen = false
        for line in parted where line.isCode {
            let text = line.line.hasSuffix("\\") ? String(line.line.dropLast()) : String(line.line)
            if isOpen, let last = joined.popLast() {
                joined.append(last + text.drop { $0 == " " })
            } else {
                joined.append(text)
            }
            isOpen = line.line.hasSuffix("\\")
        }
        return joined
    }

    /// Whether every block of fenced code is closed: each fence that opens one says what is in it, and the closing one says nothing.
    var isFencedWhole: Bool {
        var isOpen = false
        for line in lines where line.hasPrefix("```") {
            guard isOpen == (line.drop { $0 == "`" }.allSatisfy(\.isWhitespace)) else { return false }
            isOpen.toggle()
        }
        return !isOpen
    }

    private var parted: [(line: Substring, isCode: Bool)] {
        var isCode = false
        return lines.compactMap { line in
            guard !line.hasPrefix("```") else {
                isCode.toggle()
                return nil
            }
            return (line, isCode)
        }
    }

    /// Where its links lead, addresses of other sites left out.
    var links: [String] {
        prose.joined(separator: "\n").matches(of: /\]\(([^)\s]+)\)/).map { String($0.output.1) }
            .filter { !$0.contains("://") && !$0.hasPrefix("mailto:") }
    }

    /// Paths of scripts it names: `Tools/setup`.
    var tools: Set<String> {
        Set(text.matches(of: /\bTools\/[A-Za-z0-9_\/.-]*[A-Za-z0-9]/).map { String($0.output) })
    }
}
