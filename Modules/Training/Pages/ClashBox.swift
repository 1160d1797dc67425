import Operations
import PageKit
import PluginKit

/// What stands in the way of a session, each with its rule, and the free places that would do, each a step to take.
struct ClashBox {
    let refusals: [Refusal]
    let words: Words

    /// A free place as a refusal names it: `2024-06-11 09:00–12:00 巡察办培训室`.
    struct Offer {
        var text: String
        var start: SessionTime
        /// Nil where the session has none.
        var room: String?

        init?(_ text: String) {
            guard let start = SessionTime(String(text.prefix(16))) else { return nil }
            self.text = text
            self.start = start
            room = text.split(separator: " ", maxSplits: 2).dropFirst(2).first.map(String.init)
        }
    }

    /// The same for every refusal of one attempt.
    private var offers: [Offer] {
        guard case .text(let text)? = refusals.lazy.compactMap({ $0.message.arguments["free"] }).first else { return [] }
        return text.split(separator: "；").compactMap { Offer(String($0)) }
    }

    /// - Parameter address: where an offer is taken up.
    func html(_ address: (Offer) -> String) -> HTML {
        guard !refusals.isEmpty else { return HTML() }
        let items = refusals.map { refusal -> HTML in
            "<li>\(sentence(refusal)) <a class=\"rule\" href=\"\(SitePath.of("rule", refusal.rule.id))\">\(refusal.rule.id)</a></li>\n"
        }.joined()
        let links = offers.map { "<a class=\"button\" href=\"\(address($0))\">\($0.text)</a>\n" as HTML }.joined()
        let choice: HTML = .when(
            !links.isEmpty, "<p>\(words("training.pages.offers"))</p><p class=\"buttons\">\(links)</p>")
        let title = words(offers.isEmpty ? "training.pages.obstacles" : "training.pages.clashed")
        return """
            <div class="faults" role="alert" tabindex="-1" id="faults"><h2>\(title)</h2>
            <ul>\(items)</ul>\(choice)</div>

            """
    }

    /// Without the alternatives, which stand below as buttons.
    private func sentence(_ refusal: Refusal) -> String {
        let text = words(refusal.message)
        guard case .text(let free)? = refusal.message.arguments["free"], !offers.isEmpty else { return text }
        for mark in ["；可改为：", "; free: "] where text.hasSuffix(mark + free) { return String(text.dropLast((mark + free).count)) }
        return text
    }
}
