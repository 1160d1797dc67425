import Operations
import PluginKit

/// On to the next page by the mark where this one ends, and back by the marks of the pages before, which travel in the address.
struct Pager {
    let answer: Answer
    let path: String
    let context: PageContext
    /// Marks kept for going back; a longer way back starts at the first page.
    private static let depth = 30

    var html: HTML {
        let before = trail
        let here = context.query("after")
        guard answer.next != nil || here != nil else { return HTML() }
        let first: HTML? = here.map { _ in link(nil, [], "pages.first", "first") }
        let back: HTML? = here.map { _ in link(before.last, before.dropLast(), "pages.previous", "prev") }
        let on: HTML? = answer.next.map { link($0, before[...] + [here ?? ""], "pages.next", "next") }
        return "<nav class=\"pager\" aria-label=\"\(context.words("pages.pager"))\">\(first)\(back)\(on)</nav>\n"
    }

    private var trail: [String] {
        (context.query("_t") ?? "").split(separator: "~", omittingEmptySubsequences: false).map { $0 == "-" ? "" : String($0) }
            .filter { _ in context.query("_t") != nil }
    }

    private func link(_ mark: String?, _ trail: some Collection<String>, _ key: String, _ relation: HTML) -> HTML {
        var query = context.request.query.filter { !["after", "_t"].contains($0.name) && !$0.value.isEmpty }
        if let mark, !mark.isEmpty { query.append(("after", mark)) }
        let kept = trail.suffix(Self.depth).map { $0.isEmpty ? "-" : $0 }.joined(separator: "~")
        if !kept.isEmpty, mark?.isEmpty == false { query.append(("_t", kept)) }
        return "<a class=\"button\" rel=\"\(relation)\" href=\"\(SitePath.with(path, query))\">\(context.words(key))</a> "
    }
}
