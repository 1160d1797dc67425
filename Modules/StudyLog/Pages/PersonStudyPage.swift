import Operations
import PageKit
import Persistence
import Personnel
import PluginKit

/// `/study/people/ID`: one person's year of study: what is missing, hours by mode, points by platform and never together, and the
/// latest entries.
enum PersonStudyPage {
    static let page = SitePage("/study/people/{cadre}", access: .operation(ListStudy.name)) { context in
        let year = context.query("year").flatMap { Int($0) } ?? context.today.year
        let cadre = context["cadre"]
        guard let from = CalendarDate(year: year, month: 1, day: 1), let to = CalendarDate(year: year, month: 12, day: 31) else {
            throw Rule.notFound.refused("page")
        }
        // The requirement as of the year's end, of today, or of the first day of a year to come.
        let day = year < context.today.year ? to : max(from, min(to, context.today))
        let dispatcher = context.dispatcher, principal = context.principal, words = context.words
        let entries = try dispatcher.run(ListStudy.self, .init(cadre: cadre, from: from, to: to, limit: 20), as: principal)
        let sums = try dispatcher.run(SumStudy.self, .init(cadre: cadre, from: from, to: to), as: principal).answer
        let modes = try dispatcher.run(CompareModes.self, .init(cadre: cadre, from: from, to: to), as: principal).rows.first
        let short = try dispatcher.run(
            ListShortfalls.self, .init(asOf: day, cadre: cadre), as: principal
        ).answer
        let person = try dispatcher.store.read { try Candidates.cards(of: [UniqueID(cadre)].compactMap(\.self), in: $0) }.values
            .first
        var content = PageContent(title: person?.name ?? words("studylog.pages.own"))
        content.kicker = words("studylog.pages.year", ["year": "\(year)"])
        content.breadcrumb = [(words("studylog.pages.study"), "/study")]
        content.actions = context.button(AddStudy.name, suggested: [("cadre", cadre), ("date", "\(context.today)")])
        content.body = """
            \(years(year, context))
            \(part("studylog.pages.short", short, ListShortfalls.name, columns: ["studyMeasure", "platform", "studyMode", "required", "achieved", "shortfall", "expectedByNow", "pace"], none: "studylog.pages.nothingShort", context))
            \(hours(modes, words))
            \(part("studylog.pages.platforms", sums, SumStudy.name, columns: ["platform", "entries", "hours", "points", "applied"], none: "studylog.pages.none", context))
            <p class="help">\(words("studylog.pages.apart"))</p>
            \(part("studylog.pages.latest", entries.answer, ListStudy.name, columns: ["studyNo", "studyDate", "platform", "topic", "minutes", "points", "studyMode", "studyState"], none: "studylog.pages.none", context))
            """
        return .page(content)
    }

    private static func years(_ year: Int, _ context: PageContext) -> HTML {
        let path = SitePath.of("study", "people", context["cadre"])
        return """
            <p class="buttons"><a href="\(path)?year=\(year - 1)">\(year - 1)</a> <strong>\(year)</strong>
            <a href="\(path)?year=\(year + 1)">\(year + 1)</a></p>
            """
    }

    private static func part(
        _ heading: String, _ answer: Answer, _ operation: OperationName, columns: [String], none: String, _ context: PageContext
    ) -> HTML {
        let title = context.words(heading)
        let table = AnswerTable(answer, of: operation, columns: columns, context: context).html(caption: title)
        return """
            <section><h2>\(title)</h2>
            \(answer.rows.isEmpty ? "<p class=\"empty\">\(context.words(none))</p>" : table)</section>

            """
    }

    /// 跟进学、系统学、深入学 as bars beside each other.
    private static func hours(_ line: ModeLine?, _ words: Words) -> HTML {
        guard let line, line.entries > 0 else { return HTML() }
        let modes = [(StudyMode.followUp, line.followUp), (.systematic, line.systematic), (.inDepth, line.inDepth)]
        let bars = modes.map { mode, done in
            BarChart.Bar(
                words("studyMode.\(mode.rawValue)"), [done.minutes],
                note: words("studylog.pages.mode", ["hours": Hours.text(minutes: done.minutes), "entries": "\(done.entries)"]))
        }
        let chart = BarChart(title: words("studylog.pages.modes"), parts: [(words("column.hours"), nil)], bars: bars)
        return "<section>\(chart.html(words: words))</section>\n"
    }
}
