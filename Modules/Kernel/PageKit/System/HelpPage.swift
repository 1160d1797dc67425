import Operations
import PluginKit

/// `/help`: how the pages work, the keys, and what the colours say.
enum HelpPage {
    static let page = SitePage("/help", access: .everyone) { context in
        let words = context.words
        var content = PageContent(title: words("pages.help"))
        let topics = ["work", "lists", "forms", "imports", "rules"].map { topic -> HTML in
            "<section><h2>\(words("pages.help.\(topic)"))</h2>\n<p>\(words("pages.help.\(topic).text"))</p></section>\n"
        }.joined()
        content.body = "\(topics)\(colours(words))\(keys(context))"
        return .page(content)
    }

    private static func colours(_ words: Words) -> HTML {
        let items = Tone.allCases.map { tone -> HTML in
            "<div><dt>\(Tag.html(words("pages.tone.\(tone.rawValue)"), tone))</dt><dd>\(words("pages.tone.\(tone.rawValue).help"))</dd></div>\n"
        }.joined()
        return "<section><h2>\(words("pages.help.colours"))</h2>\n<dl class=\"record\">\(items)</dl></section>\n"
    }

    private static func keys(_ context: PageContext) -> HTML {
        let words = context.words
        let fixed = ["/", "j", "k", "o", "e", "?"].map { ($0, words("pages.key.\(keyName($0))")) }
        let areas = context.contents.navigation.filter { $0.isShown(context.principal) }
            .compactMap { entry in entry.letter.map { ("g \($0)", words(entry.title)) } }
        let items = (fixed + areas).map { key, meaning -> HTML in
            "<div><dt><kbd>\(key)</kbd></dt><dd>\(meaning)</dd></div>\n"
        }.joined()
        return "<section id=\"keys\"><h2>\(words("pages.help.keys"))</h2>\n<dl class=\"record\">\(items)</dl></section>\n"
    }

    private static func keyName(_ key: String) -> String { key == "/" ? "slash" : key == "?" ? "question" : key }
}
