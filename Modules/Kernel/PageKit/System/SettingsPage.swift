import Operations
import PluginKit

/// `/settings`: language, light or dark, how close together rows stand. Kept in the browser.
enum SettingsPage {
    static let page = SitePage("/settings", access: .everyone) { context in
        context.request.method == .post ? save(context) : .page(content(context))
    }

    private static func save(_ context: PageContext) -> PageAnswer {
        func sent(_ name: String, _ allowed: [String]) -> String? {
            context.request.form[name]?.first.flatMap { allowed.contains($0) ? $0 : nil }
        }
        let choices = [
            (Preferences.languageCookie, sent("language", Language.allCases.map(\.rawValue))),
            (Preferences.themeCookie, sent("theme", Preferences.Theme.allCases.map(\.rawValue))),
            (Preferences.rowsCookie, sent("rows", ["wide", "compact"])),
        ]
        let cookies = choices.compactMap { name, value in value.map { (name: name, value: $0) } }
        return .preference(to: context.request.form["_next"]?.first ?? "/settings", cookies: cookies)
    }

    private static func content(_ context: PageContext) -> PageContent {
        let words = context.words
        let preferences = context.frame.preferences
        var content = PageContent(title: words("pages.settings"))
        content.lead = "\(words("pages.settings.help"))"
        content.body = """
            <form method="post" action="/settings" class="form">
            \(context.frame.csrfInput)
            \(choice("language", [("zh-Hans", "中文"), ("en", "English")], words.language.rawValue, words))
            \(choice("theme", ["device", "light", "dark"].map { ($0, words("pages.settings.theme.\($0)")) }, preferences.theme.rawValue, words))
            \(choice("rows", ["wide", "compact"].map { ($0, words("pages.settings.rows.\($0)")) }, preferences.isCompact ? "compact" : "wide", words))
            <p class="buttons"><button class="main">\(words("pages.settings.do"))</button></p>
            </form>
            \(account(context))
            """
        return content
    }

    private static func choice(_ name: String, _ options: [(String, String)], _ current: String, _ words: Words) -> HTML {
        let items = options.map { code, label -> HTML in
            """
            <li><input type="radio" id="f-\(name)-\(code)" name="\(name)" value="\(code)"\(.when(code == current, " checked"))>
            <label for="f-\(name)-\(code)">\(label)</label></li>

            """
        }.joined()
        return FieldFrame(path: name, label: words("pages.settings.\(name)")).group("<ul class=\"choices\">\(items)</ul>")
    }

    /// Everything the account may do with itself: operations of the noun `account` that everybody may run.
    private static func account(_ context: PageContext) -> HTML {
        let own = context.contents.operations.values.filter { operation in
            guard case .everyone = operation.access else { return false }
            return operation.kind == .command
                && ["account", "token", "password"].contains(operation.name.words.first ?? "")
        }.sorted { $0.name.text < $1.name.text }
        guard !own.isEmpty else { return HTML() }
        let items = own.map { operation -> HTML in
            "<li><a href=\"\(OperationPages.path(operation.name))\">\(context.words(operation.name.text))</a></li>\n"
        }.joined()
        return "<section><h2>\(context.words("pages.settings.account"))</h2>\n<ul>\(items)</ul></section>\n"
    }
}
