import PluginKit

/// The page behind a one-time link: the first account of a new office, or an invited account, chooses its password. Its form posts
/// `token`, `password` and `repeat`, and `account` and `title` where there is no account yet.
public enum SetUpPage {
    /// What the form holds when it is shown again. Passwords are never shown again.
    public struct Typed: Sendable {
        public var account: String
        public var title: String

        public init(account: String = "", title: String = "") {
            self.account = account
            self.title = title
        }
    }

    /// - Parameters:
    ///   - token: of the link.
    ///   - account: name of the invited account; nil where the first account is to be made.
    ///   - refusals: what was wrong with what was sent, by field.
    public static func html(
        _ frame: PageFrame, token: String, account: String? = nil, typed: Typed = Typed(), refusals: [Refusal] = []
    ) -> String {
        let words = frame.words
        let faults = Faults(refusals, words: words)
        let names: HTML =
            account.map { "<p>\(words("pages.setUp.for", ["account": $0]))</p>" } ?? """
                \(PlainField.text("account", words("pages.signIn.account"), value: typed.account, help: words("pages.setUp.account.help"),
                    autocomplete: "username", fault: faults["account"]))
                \(PlainField.text("title", words("pages.setUp.title"), value: typed.title, help: words("pages.setUp.title.help"),
                    fault: faults["title"]))
                """
        let content: HTML = """
            <h1>\(words("pages.setUp"))</h1>
            \(faults.summary)
            <form method="post" action="/set-up" class="form">
            \(frame.csrfInput)
            <input type="hidden" name="token" value="\(token)">
            \(names)
            \(PlainField.password("password", words("pages.setUp.password"), help: words("pages.setUp.password.help"),
                autocomplete: "new-password", fault: faults["password"]))
            \(PlainField.password("repeat", words("pages.setUp.repeat"), autocomplete: "new-password", fault: faults["repeat"]))
            <p class="buttons"><button class="main">\(words("pages.setUp.do"))</button></p>
            </form>
            """
        return PlainDocument.html(frame, title: words("pages.setUp"), content)
    }
}
