import Operations
import PluginKit

/// `/`: what a person must do, until when, and what they wait for.
enum WorkPage {
    /// How many of each kind stand on the page.
    private static let limit = 50

    static let page = SitePage("/", access: .everyone) { context in
        let items = try context.dispatcher.run(ListWork.self, .init(limit: limit), as: context.principal).rows
        let mine = items.filter(\.isMine)
        let others = items.filter { !$0.isMine }
        var content = PageContent(title: context.words("pages.work"))
        content.lead = "\(lead(mine, context))"
        content.body = """
            \(part("pages.work.mine", mine, none: "pages.work.mine.none", context))
            \(others.isEmpty ? HTML() : part("pages.work.others", others, none: "pages.none", context))
            """
        return .page(content)
    }

    private static func lead(_ mine: [WorkItem], _ context: PageContext) -> String {
        let late = mine.count { item in item.due.map { $0 < context.today } ?? false }
        let key = mine.isEmpty ? "pages.work.lead.none" : late > 0 ? "pages.work.lead.late" : "pages.work.lead"
        return context.words(key, ["date": "\(context.today)", "count": "\(mine.count)", "late": "\(late)"])
    }

    private static func part(_ heading: String, _ items: [WorkItem], none: String, _ context: PageContext) -> HTML {
        let words = context.words
        let list: HTML =
            items.isEmpty
            ? "<p class=\"empty\">\(words(none))</p>"
            : "<ul class=\"work\">\n\(items.prefix(limit).map { line($0, context) }.joined())</ul>"
        return "<section><h2>\(words(heading)) <span class=\"number-of\">\(items.count)</span></h2>\n\(list)</section>\n"
    }

    private static func line(_ item: WorkItem, _ context: PageContext) -> HTML {
        let words = context.words
        var values = ValueHTML(context)
        let tone = item.due.flatMap { context.dueTone($0).tone }
        let due: HTML =
            item.due.map(context.due)
            ?? "<span class=\"remark\">\(words("pages.due.none"))</span>"
        return """
            <li\(tone.map { " class=\"\($0.rawValue)\"" as HTML })><a href="\(item.path)">\(words(item.title))</a>
            <span class="state">\(values.html(item.state))</span>
            <span class="when">\(due)</span>
            <span class="who">\(words("pages.work.holder", ["who": words(item.holder)]))</span></li>

            """
    }
}
