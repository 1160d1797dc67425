import Foundation
import Interchange
import PluginKit

/// Reads a work history: `2004.06-2006.12 西湖区审计局 科员; 2006.12-至今 西湖区工商联 科长`.
struct CareerText {
    private(set) var posts: [RosterPost] = []
    private(set) var notes: [CellNote] = []

    /// - Parameters:
    ///   - entries: the history, entry by entry.
    ///   - unit: what a unit's name leads to.
    init(_ entries: [String], unit: (String) -> RosterUnit) {
        for entry in entries { read(entry, unit) }
        noteOverlaps()
        noteUnknownUnits()
    }

    private mutating func read(_ entry: String, _ unit: (String) -> RosterUnit) {
        let (span, rest) = Self.split(entry)
        let words = rest.split(whereSeparator: \.isWhitespace).map(String.init)
        guard let name = words.first, let (from, to) = months(span, in: entry) else {
            if notes.last?.severity != .question { notes.append(.question("careerUnread", ["entry": entry])) }
            return
        }
        let title = words.dropFirst().joined(separator: " ")
        posts.append(RosterPost(unit: unit(name), title: title.isEmpty ? nil : title, from: from, to: to, raw: entry))
    }

    /// Start and end as written, noting what is odd about them; nil where they cannot be told.
    private mutating func months(_ span: String, in entry: String) -> (YearMonth, YearMonth?)? {
        switch Cells.monthPeriod(span) {
        case .value(let period), .normalised(let period, _): return (period.start, period.end)
        case .ambiguous(_, let message):
            notes.append(CellNote(message: message, severity: .question))
            return nil
        case .empty: return nil
        case .invalid:
            guard let (from, to) = Self.reversed(span) else { return nil }
            notes.append(.hint("careerReversed", ["entry": entry]))
            return (from, to)
        }
    }

    private mutating func noteOverlaps() {
        for (index, post) in posts.enumerated() {
            guard let period = post.period else { continue }
            for other in posts[..<index] where other.period?.overlaps(period) ?? false {
                notes.append(.hint("careerOverlap", ["first": other.raw, "second": post.raw]))
            }
        }
    }

    private mutating func noteUnknownUnits() {
        let names = posts.filter { $0.unit.id == nil }.map(\.unit.name)
        guard !names.isEmpty else { return }
        notes.append(.hint("careerUnits", ["units": names.joined(separator: "、")]))
    }

    private static let spanCharacters = Set("0123456789０１２３４５６７８９．。.-–—―－~～〜/／年月日至到今")

    /// The months at the head of an entry and what follows them. A space between them may be missing.
    static func split(_ entry: String) -> (span: String, rest: Substring) {
        var end = entry.prefix { $0.isWhitespace || spanCharacters.contains($0) }.endIndex
        for word in ["现在", "目前"] where entry[end...].hasPrefix(word) { end = entry.index(end, offsetBy: word.count) }
        return (String(entry[..<end]), entry[end...])
    }

    /// Both months of a span that ends before it starts.
    private static func reversed(_ span: String) -> (YearMonth, YearMonth)? {
        let halves = Cells.halfWidth(Cells.withoutSpaces(span), signs: true).replacing("至", with: "-").split(separator: "-")
        guard halves.count == 2, let from = Cells.yearMonth(String(halves[0])).certain,
            let to = Cells.yearMonth(String(halves[1])).certain, to < from
        else { return nil }
        return (from, to)
    }
}
