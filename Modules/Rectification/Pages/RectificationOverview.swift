import Operations
import PageKit
import PluginKit

/// The ledger on the overview: how far each round is, and what is late.
enum RectificationOverview {
    /// Rounds in the chart, the newest first.
    private static let rounds = 8
    /// Lines of each list.
    private static let shown = 5

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

    /// What is past its date, what is about to be, and what was written off last.
    @Sendable static func lists(_ context: PageContext) throws -> HTML? {
        guard context.mayRun(ListLedger.name) else { return nil }
        let round = context.query("round")
        func items(_ status: ItemStatus?, _ sort: LedgerOrder, _ isDescending: Bool) throws -> [ItemLine] {
            let input = ListLedger.Input(
                round: round, status: status, pending: status == nil ? true : nil, sort: sort, descending: isDescending, limit: 50
            )
            return try context.dispatcher.run(ListLedger.self, input, as: context.principal).rows
        }
        let pending = try items(nil, .due, false)
        let closed = try items(.closed, .closedOn, true)
        guard !pending.isEmpty || !closed.isEmpty else { return nil }
        let words = context.words
        let ledger = { (query: [(name: String, value: String)]) in
            SitePath.with("/rectification", query + (round.map { [("round", $0)] } ?? []))
        }
        let byDate = ledger([("pending", "true"), ("sort", "due")])
        let byClosing = ledger([("status", "closed"), ("sort", "closedOn"), ("descending", "true")])
        let parts: [(key: String, items: [ItemLine], path: String)] = [
            ("late", pending.filter { $0.alert == .red }, byDate), ("risk", pending.filter { $0.alert == .yellow }, byDate),
            ("closed", closed, byClosing),
        ]
        let html = parts.map { part -> HTML in
            let lines = part.items.prefix(shown).map { line($0, context) }.joined()
            let none: HTML = "<p class=\"empty\">\(words("rectification.pages.\(part.key).none"))</p>"
            let list: HTML =
                part.items.isEmpty
                ? none
                : "<ul class=\"brief\">\(lines)</ul>\n<p><a href=\"\(part.path)\">\(words("rectification.pages.\(part.key).all"))</a></p>"
            return "<section><h2>\(words("rectification.pages.\(part.key)"))</h2>\n\(list)</section>\n"
        }.joined()
        return "<div class=\"three\">\n\(html)</div>\n"
    }

    private static func line(_ item: ItemLine, _ context: PageContext) -> HTML {
        let when: HTML? =
            item.closedOn.map { "<span class=\"remark\">\($0.description)</span>" }
            ?? item.due.map(context.due)
        return """
            <li><a href="\(SitePath.of("rectification", item.no))">\(item.wording)</a> <span class="remark">\(item.unit)</span> \(when)</li>

            """
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
