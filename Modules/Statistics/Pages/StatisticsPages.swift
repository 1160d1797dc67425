import Operations
import PageKit
import PluginKit

/// The figures on the overview, each with its definition, and their shapes as bars.
enum StatisticsPages {
    static func register(_ registrar: inout Registrar) {
        registrar.add(strings)
        registrar.add(OverviewPart("statistics.figures", position: 10, render: figures), to: OverviewParts.self)
        registrar.add(RecordLink("id", in: [ShowStatistics.name], to: "/figures"), to: RecordLinks.self)
        registrar.add(figure, to: Pages.self)
    }

    /// `/figures/ID`: what a figure means, and what it is now.
    private static let figure = SitePage("/figures/{id}", access: .operation(ExplainStatistics.name)) { context in
        let answer = try context.run(ExplainStatistics.name, with: ["id": context["id"]])
        let words = context.words
        var content = PageContent(title: words("indicator.\(context["id"])"))
        content.kicker = context["id"]
        content.breadcrumb = [(words("pages.overview"), "/overview")]
        content.lead = "\(words("indicator.\(context["id"]).definition"))"
        content.body = RecordView(answer, of: ExplainStatistics.name, context: context).summary(without: [
            "id", "title", "definition",
        ])
        if let rows = context.registry.indicators.first(where: { $0.id == context["id"] })?.rows, context.mayRun(rows.operation) {
            content.body += "<p><a class=\"button\" href=\"\(rows.path)\">\(words("statistics.pages.rows"))</a></p>\n"
        }
        return .page(content)
    }

    @Sendable private static func figures(_ context: PageContext) throws -> HTML? {
        guard context.mayRun(ShowStatistics.name) else { return nil }
        let lines = try context.dispatcher.run(ShowStatistics.self, .init(round: context.query("round")), as: context.principal)
            .rows
        guard !lines.isEmpty else { return nil }
        let groups = Dictionary(grouping: lines) { $0.indicator.id.prefix { $0 != "." } }
        let order = lines.map { $0.indicator.id.prefix { $0 != "." } }.reduce(into: [Substring]()) {
            if !$0.contains($1) { $0.append($1) }
        }
        let charts = order.compactMap { groups[$0].flatMap { chart($0, context.words) } }.joined()
        return "<ul class=\"figures\">\n\(main(lines).map { tile($0, context.words) }.joined())</ul>\n\(charts)"
    }

    /// Parts of a whole stand in the chart; the tiles show wholes and shares.
    private static func main(_ lines: [FigureLine]) -> [FigureLine] {
        lines.filter { line in line.indicator.unit == .percent || isFirst(line, lines) || !hasTotal(line, lines) }
    }

    private static func isFirst(_ line: FigureLine, _ lines: [FigureLine]) -> Bool {
        lines.first { $0.indicator.id.prefix { $0 != "." } == line.indicator.id.prefix { $0 != "." } }?.indicator.id
            == line.indicator.id
    }

    /// Whether the first figure of the group is the sum of the others.
    private static func hasTotal(_ line: FigureLine, _ lines: [FigureLine]) -> Bool {
        let counts = lines.filter { $0.indicator.id.prefix { $0 != "." } == line.indicator.id.prefix { $0 != "." } }.compactMap(
            \.count)
        return counts.count > 2 && counts[0] == counts.dropFirst().reduce(0, +)
    }

    private static func tile(_ line: FigureLine, _ words: Words) -> HTML {
        let value = ValueText(strings: words.strings, language: words.language)(line.figure.shown)
        let base: HTML? = line.figure.denominator.map { total in
            "<span class=\"help\">\(words("statistics.pages.base", ["part": "\(line.figure.numerator ?? 0)", "whole": "\(total)"]))</span>"
        }
        return """
            <li><span class="what">\(words("indicator.\(line.indicator.id)"))</span>
            <strong>\(value) <small>\(words("indicatorUnit.\(line.indicator.unit.rawValue)"))</small></strong>
            \(base) <a class="remark" href="\(SitePath.of("figures", line.indicator.id))">\(words("statistics.pages.definition"))</a></li>

            """
    }

    /// The parts of a whole as bars; figures that are no parts stand in their tiles only.
    private static func chart(_ lines: [FigureLine], _ words: Words) -> HTML? {
        let counted = lines.filter { $0.count != nil }
        guard let whole = counted.first, hasTotal(whole, lines), (whole.count ?? 0) > 0 else { return nil }
        let bars = counted.dropFirst().map { line in
            BarChart.Bar(
                short(words("indicator.\(line.indicator.id)")), [line.count ?? 0], note: "\(line.count ?? 0)",
                path: SitePath.of("figures", line.indicator.id))
        }
        return BarChart(title: words("indicator.\(whole.indicator.id)"), parts: [(words("column.value"), nil)], bars: bars).html(
            words: words)
    }

    /// “其中：党的政治建设” stands under its whole, so the words before the colon say nothing new.
    private static func short(_ title: String) -> String {
        title.split(separator: "：", maxSplits: 1).last.map(String.init)?.split(separator: ": ", maxSplits: 1).last.map(
            String.init) ?? title
    }

    private static let strings = StringTable(
        plugin: "statistics",
        """
        statistics.pages.base = {part} / {whole} || {part} of {whole}
        statistics.pages.rows = 查看明细 || Show the rows
        statistics.pages.definition = 口径 || definition
        """)
}

extension FigureLine {
    /// The number of a figure that counts things; nil for shares and texts.
    fileprivate var count: Int? {
        if case .integer(let count) = figure.value { count } else { nil }
    }
}

extension IndicatorRows {
    /// The list on the site.
    fileprivate var path: String {
        let query = fields.sorted { $0.key < $1.key }.map { "\($0.key)=\(SitePath.encoded($0.value))" }.joined(separator: "&")
        return SitePath.of("op", operation.text) + (query.isEmpty ? "" : "?\(query)")
    }
}
