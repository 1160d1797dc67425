import Operations
import PluginKit

/// What a person's browser asks for, as a host hands it over: already parsed, signed in and checked against forgery.
///
/// The host resolves the session to a principal, checks the token in ``csrfField`` of every POST and limits sizes. The site reads
/// its own cookies (``Preferences``), so the host passes all of them except its session's.
public struct SiteRequest: Sendable {
    /// What pages are asked with. A host answers HEAD as GET without the body.
    public enum Method: String, Sendable { case get = "GET", post = "POST" }

    /// Name of the hidden form field that carries ``csrfToken``.
    public static let csrfField = "_csrf"
    /// Name of the hidden form field that makes a form take effect once, however often it is sent; hosts pass its value on as
    /// ``idempotencyKey``.
    public static let onceField = "_once"

    public var method: Method
    /// Percent-decoded, without the query: `/rounds/14-3`.
    public var path: String
    /// In the order of the address.
    public var query: [(name: String, value: String)]
    /// Fields of a sent form, decoded; files are in ``uploads``.
    public var form: [String: [String]]
    /// Files of a sent form by field name. A file input left empty is left out.
    public var uploads: [String: [Upload]]
    public var cookies: [String: String]
    /// The language the browser prefers; a reader's own choice in ``cookies`` goes before it.
    public var language: Language
    public var principal: Principal
    /// The account's name as people read it, for the head of the page.
    public var accountTitle: String
    /// Put into every form.
    public var csrfToken: String
    public var idempotencyKey: String?

    public init(
        method: Method, path: String, query: [(name: String, value: String)] = [], form: [String: [String]] = [:],
        uploads: [String: [Upload]] = [:], cookies: [String: String] = [:], language: Language = .zhHans, principal: Principal,
        accountTitle: String, csrfToken: String, idempotencyKey: String? = nil
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.form = form
        self.uploads = uploads
        self.cookies = cookies
        self.language = language
        self.principal = principal
        self.accountTitle = accountTitle
        self.csrfToken = csrfToken
        self.idempotencyKey = idempotencyKey
    }
}
