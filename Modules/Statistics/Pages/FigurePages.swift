import Operations
import PageKit
import PluginKit

/// `/figures`: every figure of a round or of everything; `/figures/ID`: one of them with its definition, its rounds and its rows.
enum FigurePages {
    static let list = SitePage("/figures", access: .condition { ShowStatistics.access.allows($0) && !$0.isUnitSide }) { context in
        let words = context.words
        let round = context.query("round")
        var list = ListPage(ShowStatistics.name, path: "/figures", context)
        list.title = words("statistics.pages.figures")
        list.lead = words("statistics.pages.figures.lead")
        list.columns = ["title", "value", "unit", "numerator", "denominator"]
        list.hiddenFilters = ["id"]
        list.special = ["title": title(round, context), "value": value(round, context)]
        return try list.answer()
    }

    /// The title with its definition under it; it leads to the figure's page.
    private static func title(_ round: String?, _ context: PageContext) -> AnswerTable.Cell {
        { _, row in
            guard case .text(let id) = row[0] else { return HTML() }
            let words = context.words
            let page = SitePath.with(SitePath.of("figures", id), round.map { [("round", $0)] } ?? [])
            return
                "<a href=\"\(page)\">\(words("indicator.\(id)"))</a><span class=\"under\">\(words("indicator.\(id).definition"))</span>"
        }
    }

    /// The number opens its rows.
    private static func value(_ round: String?, _ context: PageContext) -> AnswerTable.Cell {
        { value, row in
            let text = ValueText(strings: context.words.strings, language: context.words.language)(value)
            guard case .text(let id) = row[0], let path = FigureTile.rows(id, round: round, context) else { return "\(text)" }
            return "<a href=\"\(path)\">\(text)</a>"
        }
    }

    static let figure = SitePage("/figures/{id}", access: .operation(ExplainStatistics.name)) { context in
        let id = context["id"]
        _ = try context.run(ExplainStatistics.name, with: ["id": id])
        let words = context.words
        let round = context.query("round")
        var content = PageContent(title: words("indicator.\(id)"))
        content.kicker = round.map { words("statistics.pages.round", ["round": $0]) }
        if !context.principal.isUnitSide { content.breadcrumb = [(words("statistics.pages.figures"), "/figures")] }
        content.lead = "\(words("indicator.\(id).definition"))"
        guard context.mayRun(ShowStatistics.name),
            let line = try context.dispatcher.run(ShowStatistics.self, .init(round: round, id: id), as: context.principal).rows
                .first
        else { return .page(content) }
        content.body = "\(number(line, round, context))\(try rounds(line.indicator, context))"
        return .page(content)
    }

    private static func number(_ line: FigureLine, _ round: String?, _ context: PageContext) -> HTML {
        let words = context.words
        let base: HTML? = line.figure.denominator.map { total in
            "<p>\(words("statistics.pages.base", ["part": "\(line.figure.numerator ?? 0)", "whole": "\(total)"]))</p>\n"
        }
        let rows: HTML? = FigureTile.rows(line.indicator.id, round: round, context).map { path in
            "<p class=\"buttons\"><a class=\"button\" href=\"\(path)\">\(words("statistics.pages.rows"))</a></p>\n"
        }
        return """
            <p class="big-number"><strong>\(FigureTile.value(line, words))</strong> \(words("indicatorUnit.\(line.indicator.unit.rawValue)"))</p>
            \(base)\(rows)
            """
    }

    /// The same figure for the last rounds.
    private static func rounds(_ indicator: Indicator, _ context: PageContext) throws -> HTML {
        guard context.mayRun("round.list") else { return HTML() }
        let codes = try context.run("round.list").rows.prefix(8).compactMap { row -> String? in
            if case .text(let code)? = row.first { code } else { nil }
        }
        let words = context.words
        let bars = try codes.compactMap { code -> BarChart.Bar? in
            let line = try context.dispatcher.run(
                ShowStatistics.self, .init(round: code, id: indicator.id), as: context.principal
            ).rows.first
            guard let line, let size = line.size else { return nil }
            return BarChart.Bar(
                words("statistics.pages.round", ["round": code]), [size], note: FigureTile.value(line, words),
                path: FigureTile.rows(indicator.id, round: code, context))
        }
        guard bars.count > 0 else { return HTML() }
        return BarChart(
            title: words("statistics.pages.rounds"), parts: [(words("indicatorUnit.\(indicator.unit.rawValue)"), nil)],
            bars: bars,
            full: indicator.unit == .percent ? 10_000 : nil
        ).html(words: words)
    }
}

extension FigureLine {
    /// How long the bar of the figure is.
    fileprivate var size: Int? {
        switch figure.value {
        case .integer(let count): count
        case .percent(let hundredths): hundredths
        case .text: nil
        }
    }
}

enum StatisticsPagesStrings {
    static let table = StringTable(
        plugin: "statistics",
        """
        statistics.pages.figures = 统计 || Figures
        statistics.pages.figures.lead = 按统计表口径计算，点数字看明细，点名称看口径和各轮变化。 || As the statistical form defines them. A number opens its rows, a name its definition and its rounds.
        statistics.pages.base = {part} / {whole} || {part} of {whole}
        statistics.pages.definition = 口径 || definition
        statistics.pages.rows = 看明细 || see the rows
        statistics.pages.round = 第 {round} 轮 || Round {round}
        statistics.pages.rounds = 各轮情况 || Round by round
        """)
}
