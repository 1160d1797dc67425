import PluginKit

/// The page where people sign in. Its form posts `account` and `password`, and `next` where somebody was on the way to a page.
public enum SignInPage {
    /// Why the page is shown again. None of them says whether an account exists.
    public enum Notice: String, Sendable, CaseIterable {
        /// Account or password do not fit.
        case refused
        /// Too many tries; wait.
        case tooManyTries
        /// The session ended by itself.
        case ended
        /// The person signed out.
        case signedOut
    }

    /// - Parameters:
    ///   - account: what was typed, so that it is not lost.
    ///   - next: path to go on to after signing in; paths of other sites are left out.
    public static func html(_ frame: PageFrame, account: String = "", notice: Notice? = nil, next: String? = nil) -> String {
        let words = frame.words
        let target = next.flatMap { SitePath.isLocal($0) ? $0 : nil }
        let content: HTML = """
            <h1>\(words("pages.signIn"))</h1>
            \(notice.map { self.notice($0, words) })
            <form method="post" action="/sign-in" class="form">
            \(frame.csrfInput)
            \(target.map { "<input type=\"hidden\" name=\"next\" value=\"\($0)\">" as HTML })
            \(PlainField.text("account", words("pages.signIn.account"), value: account, autocomplete: "username"))
            \(PlainField.password("password", words("pages.signIn.password"), autocomplete: "current-password"))
            <p class="buttons"><button class="main">\(words("pages.signIn.do"))</button></p>
            </form>
            <p class="help">\(words("pages.signIn.help"))</p>
            """
        return PlainDocument.html(frame, title: words("pages.signIn"), content)
    }

    private static func notice(_ notice: Notice, _ words: Words) -> HTML {
        let isError = notice == .refused || notice == .tooManyTries
        return
            "<p class=\"notice\(isError ? " bad" : "")\" role=\"\(isError ? "alert" : "status")\">\(words("pages.signIn.\(notice.rawValue)"))</p>"
    }
}
