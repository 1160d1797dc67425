import PluginKit

/// What was wrong with a form, by field, ready to be shown.
struct Faults: Sendable {
    let refusals: [Refusal]
    private let words: Words
    /// The label of a field, for the summary.
    private let label: @Sendable (String) -> String?
    /// Paths of the fields the form shows; a refusal about another one is shown in the summary only.
    private let shown: Set<String>?

    init(
        _ refusals: [Refusal], words: Words, shown: Set<String>? = nil,
        label: @escaping @Sendable (String) -> String? = { _ in nil }
    ) {
        self.refusals = refusals
        self.words = words
        self.shown = shown
        self.label = label
    }

    var isEmpty: Bool { refusals.isEmpty }

    /// What is wrong with one field; nil when nothing is.
    subscript(path: String) -> HTML? {
        let own = refusals.filter { fieldPath($0) == path }
        return own.isEmpty ? nil : own.map { sentence($0) + " " + ruleLink($0) }.joined("<br>")
    }

    /// Everything at once, on top of the page, each linked to its field.
    var summary: HTML? {
        guard !refusals.isEmpty else { return nil }
        return """
            <section class="faults" role="alert" aria-labelledby="faults-title" tabindex="-1" id="faults">
            <h2 id="faults-title">\(words("pages.faults", ["count": "\(refusals.count)"]))</h2>
            <ul>\(refusals.map(line).joined())</ul>
            </section>
            """
    }

    private func line(_ refusal: Refusal) -> HTML {
        let text = sentence(refusal)
        let named: HTML = fieldPath(refusal).flatMap(label).map { "\($0)：\(text)" } ?? text
        let linked: HTML = fieldPath(refusal).map { "<a href=\"#\(FieldID.of($0))\">\(named)</a>" } ?? named
        return "<li>\(linked) <span class=\"remedy\">\(words(refusal.remedy))</span> \(ruleLink(refusal))</li>\n"
    }

    private func sentence(_ refusal: Refusal) -> HTML { HTML(escaping: words(refusal.message)) }

    private func ruleLink(_ refusal: Refusal) -> HTML {
        "<a class=\"rule\" href=\"\(SitePath.of("rule", refusal.rule.id))\">\(refusal.rule.id)</a>"
    }

    /// The field a refusal is about, where the form shows it; an element of a list is shown at the list.
    private func fieldPath(_ refusal: Refusal) -> String? {
        guard let path = refusal.field else { return nil }
        guard let shown else { return path }
        if shown.contains(path) { return path }
        let stem = path.split(separator: ".").first.map(String.init) ?? path
        return shown.contains(stem) ? stem : nil
    }
}

/// Ids of form controls.
enum FieldID {
    /// `measures.1.due` becomes `f-measures-1-due`.
    static func of(_ path: String) -> String { "f-" + path.replacing(".", with: "-") }
}
