import Operations
import PluginKit

/// A page made by hand, where a generated form or list is not good enough. It works through operations only.
public struct SitePage: Sendable {
    /// Who may open a page. Anybody else is told the same as for a page that does not exist.
    public enum Access: Sendable {
        /// Whoever may run this operation.
        case operation(OperationName)
        /// Whoever the condition admits.
        case condition(@Sendable (Principal) -> Bool)
        case everyone
    }

    /// `/rounds/{round}`: parts in braces match one part of a path each.
    public let pattern: String
    public let access: Access
    let render: @Sendable (PageContext) throws -> PageAnswer

    /// - Parameter render: makes the page; refusals it throws become pages that say what is wrong.
    public init(_ pattern: String, access: Access, render: @escaping @Sendable (PageContext) throws -> PageAnswer) {
        self.pattern = pattern
        self.access = access
        self.render = render
    }
}

/// Slot for pages made by hand, by their path pattern.
public enum Pages: ContributionKind {
    public static let slot = "pages"
    public static func key(of value: SitePage) -> String { value.pattern }
}

/// What a page gives back.
public enum PageAnswer: Sendable {
    case page(PageContent)
    /// Another page of the site, with a sentence shown there once.
    case redirect(to: String, flash: Message? = nil)
    /// A file to save.
    case document(Document)
    /// Another page of the site, with choices of the reader kept in the browser.
    case preference(to: String, cookies: [(name: String, value: String)])
}

/// The part of a page that is its own; the shell adds the rest.
public struct PageContent: Sendable {
    public var title: String
    /// The number or kind shown small above the title.
    public var kicker: String?
    /// The way up: titles and paths.
    public var breadcrumb: [(title: String, path: String)] = []
    /// A sentence or two under the title.
    public var lead: HTML?
    /// Buttons beside the title.
    public var actions: HTML?
    /// Everything below, from second-level headings on.
    public var body: HTML
    public var status = 200
    /// What stands on paper about it: its scope, secrecy and number; only the usual secrecy where nil. The place of a seal or signature
    /// is the page's own.
    public var paper: Paper?
    /// Seconds after which the browser asks again; nil for a page that stays.
    public var refresh: Int?

    public init(title: String, body: HTML = HTML()) {
        self.title = title
        self.body = body
    }
}
