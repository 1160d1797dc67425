import PluginKit

/// Pages for what the host itself refuses: a body too large, a form that is not ours, a fault of the program.
public enum ErrorPage {
    /// - Parameters:
    ///   - status: the HTTP status; it decides what the page says.
    ///   - refusals: shown with their remedies; may be empty.
    ///   - requestID: to be told to the administrator.
    public static func html(_ frame: PageFrame, status: Int, refusals: [Refusal] = [], requestID: String? = nil) -> String {
        let words = frame.words
        let title = words.find("pages.error.\(status)") ?? words(status < 500 ? "pages.error.4xx" : "pages.error.5xx")
        let help =
            words.find("pages.error.\(status).help") ?? words(status < 500 ? "pages.error.4xx.help" : "pages.error.5xx.help")
        let content: HTML = """
            <h1>\(title)</h1>
            <p>\(help)</p>
            \(Faults(refusals, words: words).summary)
            <p><a class="button main" href="/">\(words("pages.home"))</a></p>
            \(requestID.map { "<p class=\"help\">\(words("pages.error.request", ["id": $0]))</p>" as HTML })
            """
        return PlainDocument.html(frame, title: title, content)
    }
}
