import Operations
import PageKit
import PluginKit

/// The figures: on the overview, all of them as the office reports them, and each with its definition and its rows.
enum StatisticsPages {
    static func register(_ registrar: inout Registrar) {
        registrar.add(StatisticsPagesStrings.table)
        registrar.add(OverviewPart("statistics.figures", position: 10, render: figures), to: OverviewParts.self)
        registrar.add(RecordLink("id", in: [ShowStatistics.name, ExplainStatistics.name], to: "/figures"), to: RecordLinks.self)
        registrar.add(
            FieldWidget("statistics.show.round", .pick("round.list", value: "round", label: "title")), to: FieldWidgets.self)
        registrar.add([FigurePages.list, FigurePages.figure], to: Pages.self)
        registrar.add(
            NavigationEntry(
                "statistics.figures", in: .figures, title: "statistics.pages.figures", path: "/figures", letter: "n",
                nouns: ["statistics"]
            ) { ShowStatistics.access.allows($0) && !$0.isUnitSide }, to: NavigationEntries.self)
    }

    @Sendable private static func figures(_ context: PageContext) throws -> HTML? {
        guard context.mayRun(ShowStatistics.name) else { return nil }
        let round = context.query("round")
        let lines = try context.dispatcher.run(ShowStatistics.self, .init(round: round), as: context.principal).rows
        guard !lines.isEmpty else { return nil }
        let tiles = FigureGroups.main(lines).map { FigureTile.html($0, round: round, context) }.joined()
        return
            "\(context.filters(of: ShowStatistics.name, at: "/overview", without: ["id"]))<ul class=\"figures\">\n\(tiles)</ul>\n\(FigureGroups.charts(lines, round: round, context))"
    }
}

/// Figures that stand under one whole, `findings.issued` and its categories.
enum FigureGroups {
    /// Parts of a whole stand in the chart; the tiles show wholes and shares.
    static func main(_ lines: [FigureLine]) -> [FigureLine] {
        lines.filter { line in
            let group = lines.filter { $0.group == line.group }
            return line.indicator.unit == .percent || group.first?.indicator.id == line.indicator.id || !hasTotal(group)
        }
    }

    /// The parts of each whole as bars.
    static func charts(_ lines: [FigureLine], round: String?, _ context: PageContext) -> HTML {
        let order = lines.reduce(into: [Substring]()) { if !$0.contains($1.group) { $0.append($1.group) } }
        return order.compactMap { group in chart(lines.filter { $0.group == group }, round, context) }.joined()
    }

    private static func chart(_ lines: [FigureLine], _ round: String?, _ context: PageContext) -> HTML? {
        let counted = lines.filter { $0.count != nil }
        guard let whole = counted.first, hasTotal(counted), (whole.count ?? 0) > 0 else { return nil }
        let words = context.words
        let bars = counted.dropFirst().map { line in
            BarChart.Bar(
                short(words("indicator.\(line.indicator.id)")), [line.count ?? 0], note: "\(line.count ?? 0)",
                path: FigureTile.rows(line.indicator.id, round: round, context))
        }
        return BarChart(title: words("indicator.\(whole.indicator.id)"), parts: [(words("column.value"), nil)], bars: bars)
            .html(words: words)
    }

    /// Whether the first figure of the group is the sum of the others.
    private static func hasTotal(_ group: [FigureLine]) -> Bool {
        let counts = group.compactMap(\.count)
        return counts.count > 2 && counts[0] == counts.dropFirst().reduce(0, +)
    }

    /// “其中：党的政治建设” stands under its whole, so the words before the colon say nothing new.
    private static func short(_ title: String) -> String {
        title.split(maxSplits: 1) { $0 == "：" || $0 == ":" }.last.map { String($0).trimmed } ?? title
    }
}

/// One figure: what it is, how much, of how many, and the ways to its rows and its definition.
enum FigureTile {
    static func html(_ line: FigureLine, round: String?, _ context: PageContext) -> HTML {
        let words = context.words
        let id = line.indicator.id
        let base: HTML? = line.figure.denominator.map { total in
            "<span class=\"help\">\(words("statistics.pages.base", ["part": "\(line.figure.numerator ?? 0)", "whole": "\(total)"]))</span> "
        }
        let rows: HTML? = rows(id, round: round, context).map { path in
            "<a class=\"remark\" href=\"\(path)\">\(words("statistics.pages.rows"))</a> "
        }
        let page = SitePath.with(SitePath.of("figures", id), round.map { [("round", $0)] } ?? [])
        return """
            <li><span class="what">\(words("indicator.\(id)"))</span>
            <strong>\(value(line, words)) <small>\(words("indicatorUnit.\(line.indicator.unit.rawValue)"))</small></strong>
            \(base)\(rows)<a class="remark" href="\(page)">\(words("statistics.pages.definition"))</a></li>

            """
    }

    static func value(_ line: FigureLine, _ words: Words) -> String {
        ValueText(strings: words.strings, language: words.language)(line.figure.shown)
    }

    /// Where the rows behind a figure are listed.
    static func rows(_ id: String, round: String?, _ context: PageContext) -> String? {
        if let list = context.registry.values(FigureRowLists.self).first(where: { $0.indicator == id }) {
            return list.address(round: round, context)
        }
        guard let rows = context.registry.indicators.first(where: { $0.id == id })?.rows, context.mayRun(rows.operation) else {
            return nil
        }
        return OperationPages.address(
            rows.operation, rows.fields.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) })
    }
}

extension FigureLine {
    /// The number of a figure that counts things; nil for shares and texts.
    var count: Int? {
        if case .integer(let count) = figure.value { count } else { nil }
    }

    var group: Substring { indicator.id.prefix { $0 != "." } }
}
