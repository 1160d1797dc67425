import Operations
import PageKit
import PluginKit

/// `/figures`: every figure of a round, of days or of everything; `/figures/ID`: one of them with its definition, how it was in earlier
/// rounds or years, and its rows.
enum FigurePages {
    static let list = SitePage("/figures", access: .condition { ShowStatistics.access.allows($0) && !$0.isUnitSide }) { context in
        let words = context.words
        let asked = AskedFigures(context: context)
        var list = ListPage(ShowStatistics.name, path: "/figures", context)
        list.title = words("statistics.pages.figures")
        list.lead = words("statistics.pages.figures.lead")
        list.columns = ["title", "value", "unit", "numerator", "denominator"]
        list.hiddenFilters = ["id"]
        // What cannot be asked for is told by the list itself.
        let lines = (try? asked.lines()) ?? []
        let rows = Dictionary(lines.map { ($0.indicator.id, asked.rows(of: $0)) }) { first, _ in first }
        list.special = ["title": title(asked, words), "value": value(rows, words)]
        return try list.answer()
    }

    /// The title with its definition under it; it leads to the figure's page.
    private static func title(_ asked: AskedFigures, _ words: Words) -> AnswerTable.Cell {
        { _, row in
            guard case .text(let id) = row[0] else { return HTML() }
            return
                "<a href=\"\(asked.page(of: id))\">\(words("indicator.\(id)"))</a><span class=\"under\">\(words("indicator.\(id).definition"))</span>"
        }
    }

    /// The number opens its rows.
    private static func value(_ rows: [String: String?], _ words: Words) -> AnswerTable.Cell {
        { value, row in
            let text = ValueText(strings: words.strings, language: words.language)(value)
            guard case .text(let id) = row[0], let path = rows[id] ?? nil else { return "\(text)" }
            return "<a href=\"\(path)\">\(text)</a>"
        }
    }

    static let figure = SitePage("/figures/{id}", access: .operation(ExplainStatistics.name)) { context in
        let id = context["id"]
        _ = try context.run(ExplainStatistics.name, with: ["id": id])
        let words = context.words
        let asked = AskedFigures(context: context)
        var content = PageContent(title: words("indicator.\(id)"))
        if !context.principal.isUnitSide { content.breadcrumb = [(words("statistics.pages.figures"), "/figures")] }
        content.lead = "\(words("indicator.\(id).definition"))"
        guard context.mayRun(ShowStatistics.name), let line = try asked.lines(id).first else { return .page(content) }
        content.kicker = kicker(line.scope, words)
        content.body = "\(number(line, asked))\(try earlier(line.indicator, asked))"
        return .page(content)
    }

    private static func kicker(_ scope: IndicatorScope, _ words: Words) -> String? {
        if let round = scope.round { return words("statistics.pages.round", ["round": round]) }
        guard scope.days != .always else { return nil }
        return "\(scope.days.from?.description ?? "")—\(scope.days.to?.description ?? "")"
    }

    private static func number(_ line: FigureLine, _ asked: AskedFigures) -> HTML {
        let words = asked.context.words
        let base: HTML? = line.figure.denominator.map { total in
            "<p>\(words("statistics.pages.base", ["part": "\(line.figure.numerator ?? 0)", "whole": "\(total)"]))</p>\n"
        }
        let rows: HTML? = asked.rows(of: line).map { path in
            "<p class=\"buttons\"><a class=\"button\" href=\"\(path)\">\(words("statistics.pages.rows"))</a></p>\n"
        }
        return """
            <p class="big-number"><strong>\(asked.text(line))</strong> \(words("indicatorUnit.\(line.indicator.unit.rawValue)"))</p>
            \(base)\(rows)
            """
    }

    /// How many rounds or years back.
    private static let many = 8

    /// The same figure round by round, or year by year, as it can be limited.
    private static func earlier(_ indicator: Indicator, _ asked: AskedFigures) throws -> HTML {
        let words = asked.context.words
        var charts = HTML()
        if indicator.periods.contains(.round), asked.context.mayRun("round.list") {
            let codes = try asked.context.run("round.list").rows.prefix(many).compactMap { row -> String? in
                if case .text(let code)? = row.first { code } else { nil }
            }
            charts += try chart(
                words("statistics.pages.rounds"), indicator, asked,
                codes.map { (words("statistics.pages.round", ["round": $0]), .init(id: indicator.id, round: $0)) })
        }
        if indicator.periods.contains(.days) {
            let year = asked.context.today.year
            charts += try chart(
                words("statistics.pages.years"), indicator, asked,
                (year - many + 1...year).reversed().map { ("\($0)", .init(id: indicator.id, year: $0)) })
        }
        return charts
    }

    private static func chart(
        _ title: String, _ indicator: Indicator, _ asked: AskedFigures, _ inputs: [(label: String, input: ShowStatistics.Input)]
    ) throws -> HTML {
        let words = asked.context.words
        let bars = try inputs.compactMap { label, input -> BarChart.Bar? in
            guard let line = try asked.lines(input).first, let size = line.size else { return nil }
            return BarChart.Bar(label, [size], note: asked.text(line), path: asked.rows(of: line))
        }
        guard bars.contains(where: { $0.sizes != [0] }) else { return HTML() }
        return BarChart(
            title: title, parts: [(words("indicatorUnit.\(indicator.unit.rawValue)"), nil)], bars: bars,
            full: indicator.unit == .percent ? 10_000 : nil
        ).html(words: words)
    }
}

extension FigureLine {
    /// How long the bar of the figure is.
    fileprivate var size: Int? {
        switch figure.value {
        case .integer(let count): count
        case .hundredths(let hundredths): hundredths
        case .text: nil
        }
    }
}

enum StatisticsPagesStrings {
    static let table = StringTable(
        plugin: "statistics",
        """
        statistics.pages.figures = 统计 || Figures
        statistics.pages.figures.lead = 按统计表口径计算，点数字看明细，点名称看口径和各轮、各年变化。 || As the statistical form defines them. A number opens its rows, a name its definition and how it was.
        statistics.pages.base = {part} / {whole} || {part} of {whole}
        statistics.pages.definition = 口径 || definition
        statistics.pages.rows = 看明细 || see the rows
        statistics.pages.round = 第 {round} 轮 || Round {round}
        statistics.pages.rounds = 各轮情况 || Round by round
        statistics.pages.years = 各年情况 || Year by year
        """)
}
