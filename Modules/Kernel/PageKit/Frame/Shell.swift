import Operations
import PluginKit

/// The frame around every page of somebody signed in: navigation, search, account.
struct Shell {
    private let context: PageContext
    private var words: Words { context.words }
    private var path: String { context.request.path }

    init(_ context: PageContext) {
        self.context = context
    }

    func html(_ content: PageContent, flash: Message?) -> String {
        var values = DocumentTemplate.head(context.frame, title: content.title)
        values["refresh"] = content.refresh.map { "<meta http-equiv=\"refresh\" content=\"\($0)\">\n" } ?? ""
        values["search"] = search.text
        values["account"] = account.text
        // What is hidden and what is absent look the same, so neither belongs to an area.
        values["navigation"] = navigation(at: content.status == 404 ? nil : path).text
        values["flash"] = flash.map { ("<p class=\"flash\" role=\"status\">\(words($0))</p>" as HTML).text } ?? ""
        values["content"] = (letterhead(content) + head(content) + content.body).text
        values["printed"] = printed(content).text
        return DocumentTemplate.render(.shell, values)
    }

    /// On paper: whose it is.
    private func letterhead(_ content: PageContent) -> HTML {
        guard content.status == 200, let issuer = context.contents.issuer(context.dispatcher.store) else { return HTML() }
        return "<p class=\"letterhead\">\(words(issuer))</p>\n"
    }

    /// On paper: its number where it is issued, and of which day it is.
    private func issued(_ content: PageContent) -> HTML {
        let parts = context.today.description.split(separator: "-").map { Int($0) ?? 0 }
        let texts = ["year": "\(parts[0])", "month": "\(parts[1])", "day": "\(parts[2])"]
        let number = content.paper.flatMap { context.writer.imprint($0).number }.map { "<p class=\"issued\">\($0)</p>" as HTML }
        return "\(number)<p class=\"issued\">\(words("pages.paper.date", texts))</p>"
    }

    private func head(_ content: PageContent) -> HTML {
        """
        \(breadcrumb(content.breadcrumb))<header class="head">
        <div>\(content.kicker.map { "<p class=\"kicker\">\($0)</p>" as HTML })<h1>\(content.title)</h1>\(content.lead.map { "<div class=\"lead\">\($0)</div>" as HTML })\(issued(content))</div>
        \(content.actions.map { "<div class=\"actions\">\($0)</div>" as HTML })
        </header>

        """
    }

    private func breadcrumb(_ steps: [(title: String, path: String)]) -> HTML {
        guard !steps.isEmpty else { return HTML() }
        let links = steps.map { "<li><a href=\"\($0.path)\">\($0.title)</a></li>" as HTML }.joined()
        return "<nav class=\"crumbs\" aria-label=\"\(words("pages.breadcrumb"))\"><ol>\(links)</ol></nav>\n"
    }

    private func navigation(at path: String?) -> HTML {
        let shown = context.contents.navigation.filter { $0.isShown(context.principal) }
        let current = shown.compactMap { entry in path.flatMap(entry.closeness).map { (entry.id, $0) } }
            .max { $0.1 < $1.1 }?.0
        let areas = Dictionary(grouping: shown, by: \.area).sorted { $0.key.position < $1.key.position }
        let items = areas.map { area, entries -> HTML in
            let links = entries.map { link($0, isCurrent: $0.id == current) }.joined()
            guard entries.count > 1 else { return links }
            let title = words(area.title)
            return "<li class=\"area\"><span class=\"name\" id=\"area-\(area.id)\">\(title)</span>\n"
                + "<ul aria-labelledby=\"area-\(area.id)\">\(links)</ul></li>\n"
        }.joined()
        return """
            <nav class="areas" aria-label="\(words("pages.areas"))">
            <ul>\(items)</ul>
            </nav>
            """
    }

    private func link(_ entry: NavigationEntry, isCurrent: Bool) -> HTML {
        let mark: HTML = .when(isCurrent, " aria-current=\"page\"")
        let key: HTML = entry.letter.map { " data-key=\"\(String($0))\"" } ?? ""
        return "<li><a href=\"\(entry.path)\"\(mark)\(key)>\(words(entry.title))</a></li>\n"
    }

    private var search: HTML {
        """
        <form class="search" role="search" action="/search" method="get">
        <label class="unseen" for="q">\(words("pages.search"))</label>
        <input type="search" id="q" name="q" value="\(context.path("/search") ? context.query("q") ?? "" : "")" \
        placeholder="\(words("pages.search.hint"))" autocomplete="off">
        <button>\(words("pages.search.do"))</button>
        </form>
        """
    }

    private var account: HTML {
        let other: Language = words.language == .zhHans ? .en : .zhHans
        return """
            <div class="account">
            <form method="post" action="/settings">\(context.frame.csrfInput)\
            <input type="hidden" name="language" value="\(other.rawValue)"><input type="hidden" name="_next" value="\(here)">\
            <button class="quiet" lang="\(other.rawValue)">\(other == .en ? "English" : "中文")</button></form>
            <a href="/help" data-key="h">\(words("pages.help"))</a>
            <a class="who" href="/settings">\(context.request.accountTitle)</a>
            <form method="post" action="/sign-out">\(context.frame.csrfInput)<button class="quiet">\(words("pages.signOut"))</button></form>
            </div>
            """
    }

    private var here: String {
        context.request.method == .get ? SitePath.with(context.request.path.encodedPath, context.request.query) : "/"
    }

    /// Under printed pages: what it is about, how it is to be kept, who printed it and when.
    private func printed(_ content: PageContent) -> HTML {
        let imprint = context.writer.imprint(content.paper ?? Paper())
        let who = words("pages.printed", ["account": context.request.accountTitle])
        let lines = [content.paper == nil ? nil : imprint.scope, imprint.secrecy, imprint.made, who].compactMap(\.self)
        return HTML(escaping: lines.joined(separator: "　"))
    }
}

extension PageContext {
    func path(_ path: String) -> Bool { request.path == path }
}

extension String {
    /// A decoded path with its parts percent-encoded again.
    var encodedPath: String {
        split(separator: "/", omittingEmptySubsequences: false).map { SitePath.encoded(String($0)) }.joined(separator: "/")
    }
}
