import Operations
import PluginKit

/// `/search?q=`: what the queries in ``SearchSources`` find, each limited to what the person may see.
enum SearchPage {
    /// Results of each kind on the page.
    private static let limit = 8

    static let page = SitePage("/search", access: .everyone) { context in
        let words = context.words
        var content = PageContent(title: words("pages.search"))
        guard let typed = context.query("q") else {
            content.body = "<p class=\"empty\">\(words("pages.search.empty"))</p>"
            return .page(content)
        }
        let parts = context.contents.searches.compactMap { part($0, typed, context) }
        content.lead = "\(words("pages.search.for", ["words": typed]))"
        content.body = parts.isEmpty ? "<div class=\"empty\"><p>\(words("pages.search.none"))</p></div>" : parts.joined()
        return .page(content)
    }

    private static func part(_ source: SearchSource, _ typed: String, _ context: PageContext) -> HTML? {
        guard context.mayRun(source.operation),
            let answer = try? context.run(source.operation, [source.field: [typed], "limit": ["\(limit)"]]), !answer.rows.isEmpty
        else { return nil }
        let words = context.words
        let title = words(source.heading)
        let all = SitePath.with(source.path, [(source.field, typed)])
        let more: HTML? = answer.next.map { _ in "<p><a href=\"\(all)\">\(words("pages.search.all", ["what": title]))</a></p>" }
        let count = words("pages.search.count", ["count": answer.next == nil ? "\(answer.rows.count)" : "\(limit)+"])
        return """
            <section><h2>\(title) <span class="number-of">\(count)</span></h2>
            \(AnswerTable(answer, of: source.operation, columns: source.columns, context: context).html(caption: title))\(more)</section>

            """
    }
}
