import Operations
import PluginKit

/// What is shown instead of a page that cannot be shown.
enum FaultPage {
    static func content(_ refusals: [Refusal], _ context: PageContext) -> PageContent {
        let words = context.words
        let isHidden = refusals.contains { $0.kind == .notFound || $0.kind == .permission }
        let status = isHidden ? 404 : refusals.first?.kind.httpStatus ?? 500
        var content = PageContent(
            title: words.find("pages.error.\(status)") ?? words("pages.error.\(status < 500 ? "4xx" : "5xx")"))
        content.status = status
        let help = words.find("pages.error.\(status).help") ?? words("pages.error.\(status < 500 ? "4xx" : "5xx").help")
        // A page that is not there says the same whatever the reason.
        let summary = isHidden ? nil : Faults(refusals, words: words).summary
        content.body = """
            <p>\(help)</p>
            \(summary)
            <p class="buttons"><a class="button main" href="/">\(words("pages.home"))</a></p>
            """
        return content
    }
}
