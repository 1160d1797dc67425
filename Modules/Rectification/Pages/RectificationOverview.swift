import Operations
import PageKit
import PluginKit

/// The ledger on the overview: how far each round is, and what is late.
enum RectificationOverview {
    /// Rounds in the chart, the newest first.
    private static let rounds = 8
    private static let lateLimit = 10

    @Sendable static func rounds(_ context: PageContext) throws -> HTML? {
        guard context.mayRun("round.list"), context.mayRun("statistics.show") else { return nil }
        let found = try context.run("round.list")
        let codes = found.rows.prefix(rounds).compactMap { row -> String? in
            if case .text(let code)? = row.first { code } else { nil }
        }
        let words = context.words
        let bars = try codes.compactMap { code -> BarChart.Bar? in
            let figures = try context.run("statistics.show", with: ["round": code])
            let sizes = ["closed", "longTerm", "open"].map { figures.count("rectification.\($0)") }
            let total = sizes.reduce(0, +)
            guard total > 0 else { return nil }
            return BarChart.Bar(
                words("rectification.pages.chart.round", ["round": code]), sizes, note: "\(sizes[0]) / \(total)",
                path: SitePath.with("/rectification", [("round", code)]))
        }
        let parts: [(String, Tone)] = [
            (words("itemStatus.closed"), .done), (words("itemStatus.longTerm"), .quiet),
            (words("rectification.pages.pending"), .due),
        ]
        return bars.isEmpty
            ? nil : BarChart(title: words("rectification.pages.chart"), parts: parts, bars: bars).html(words: words)
    }

    /// What is past its date, the latest first.
    @Sendable static func late(_ context: PageContext) throws -> HTML? {
        guard context.mayRun(ListLedger.name) else { return nil }
        let work = try context.dispatcher.run(ListWork.self, .init(limit: 200), as: context.principal).rows
        let late = work.filter { item in item.path.hasPrefix("/rectification/") && item.due.map { $0 < context.today } ?? false }
        guard !late.isEmpty else { return nil }
        let words = context.words
        let items = late.prefix(lateLimit).map { item -> HTML in
            "<li class=\"late\"><a href=\"\(item.path)\">\(words(item.title))</a> <span class=\"when\">\(item.due.map { Tag.due($0, today: context.today, words: words) })</span></li>\n"
        }.joined()
        return
            "<section><h2>\(words("rectification.pages.late")) <span class=\"number-of\">\(late.count)</span></h2>\n<ul class=\"work\">\(items)</ul></section>\n"
    }
}

extension Answer {
    /// The whole number of an indicator in an answer of `statistics.show`; 0 where it has none.
    fileprivate func count(_ id: String) -> Int {
        guard let key = columns.firstIndex(of: "id"), let value = columns.firstIndex(of: "value"),
            let row = rows.first(where: { $0[key] == .text(id) }), case .integer(let count) = row[value]
        else { return 0 }
        return count
    }
}
