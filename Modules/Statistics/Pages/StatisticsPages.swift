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
        let asked = AskedFigures(context: context)
        let filters = context.filters(of: ShowStatistics.name, at: "/overview", without: ["id", "term", "from", "to"])
        let lines: [FigureLine]
        do {
            lines = try asked.lines()
        } catch let error as any UserFacingError {
            let words = context.words
            return "\(filters)<p role=\"alert\">\(error.refusals.map { words($0.message) }.joined(separator: " "))</p>\n"
        }
        guard !lines.isEmpty else { return nil }
        let tiles = FigureGroups.main(lines).map { FigureTile.html($0, asked) }.joined()
        return "\(filters)<ul class=\"figures\">\n\(tiles)</ul>\n\(FigureGroups.charts(lines, asked))"
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
    static func charts(_ lines: [FigureLine], _ asked: AskedFigures) -> HTML {
        let order = lines.reduce(into: [Substring]()) { if !$0.contains($1.group) { $0.append($1.group) } }
        return order.compactMap { group in chart(lines.filter { $0.group == group }, asked) }.joined()
    }

    private static func chart(_ lines: [FigureLine], _ asked: AskedFigures) -> HTML? {
        let counted = lines.filter { $0.count != nil }
        guard let whole = counted.first, hasTotal(counted), (whole.count ?? 0) > 0 else { return nil }
        let words = asked.context.words
        let bars = counted.dropFirst().map { line in
            BarChart.Bar(
                short(words("indicator.\(line.indicator.id)")), [line.count ?? 0], note: "\(line.count ?? 0)",
                path: asked.rows(of: line))
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
    static func html(_ line: FigureLine, _ asked: AskedFigures) -> HTML {
        let words = asked.context.words
        let id = line.indicator.id
        let base: HTML? = line.figure.denominator.map { total in
            "<span class=\"help\">\(words("statistics.pages.base", ["part": "\(line.figure.numerator ?? 0)", "whole": "\(total)"]))</span> "
        }
        let rows: HTML? = asked.rows(of: line).map { path in
            "<a class=\"remark\" href=\"\(path)\">\(words("statistics.pages.rows"))</a> "
        }
        return """
            <li><span class="what">\(words("indicator.\(id)"))</span>
            <strong>\(asked.text(line)) <small>\(words("indicatorUnit.\(line.indicator.unit.rawValue)"))</small></strong>
            \(base)\(rows)<a class="remark" href="\(asked.page(of: id))">\(words("statistics.pages.definition"))</a></li>

            """
    }
}

extension FigureLine {
    /// The number of a figure that counts things; nil for shares and texts.
    var count: Int? {
        if case .integer(let count) = figure.value { count } else { nil }
    }

    var group: Substring { indicator.id.prefix { $0 != "." } }
}
