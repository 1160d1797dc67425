import Operations
import PluginKit

/// What a page answers with.
public enum PageBody: Sendable {
    /// A whole HTML document.
    case html(String)
    /// Another page of the site, with a sentence to show there once. In a ``SiteResponse`` the sentence has already become a cookie.
    case redirect(to: String, flash: Message?)
    /// A file to save.
    case document(Document)
}

/// What a host sends back. It adds its own headers (security, caching, `Content-Length`); the site sets cookies only.
public struct SiteResponse: Sendable {
    /// 303 for redirects.
    public var status: Int
    public var body: PageBody
    /// Header fields in order; `Set-Cookie` may occur several times. A host behind TLS adds `Secure` to cookies.
    public var headers: [(name: String, value: String)]

    public init(status: Int, body: PageBody, headers: [(name: String, value: String)] = []) {
        self.status = status
        self.body = body
        self.headers = headers
    }
}
