import Operations
import PluginKit

/// The steps a record may take next: the one main button, the others beside it, and under 还差什么 what is not possible yet.
public struct StepList: Sendable {
    /// One step.
    public struct Step: Sendable {
        public var label: String
        /// Where it is taken; nil where this person may not take it.
        public var path: String?
        /// Who may take it, as people say it.
        public var roles: String
        /// What is missing before it can be taken.
        public var missing: [Refusal]
        /// Whether it leads on, rather than back or out.
        public var isForward: Bool

        public init(label: String, path: String?, roles: String, missing: [Refusal], isForward: Bool = true) {
            self.label = label
            self.path = path
            self.roles = roles
            self.missing = missing
            self.isForward = isForward
        }
    }

    public let steps: [Step]

    public init(_ steps: [Step]) {
        self.steps = steps
    }

    /// The steps of a state table's outlook.
    /// - Parameters:
    ///   - label: what the step is called; the name of the state it leads to where nil.
    ///   - isForward: whether a state lies ahead.
    ///   - path: where the step is taken; asked only for steps this person may take.
    public init(
        _ outlook: [StepLine], words: Words, label: (StepLine) -> String? = { _ in nil },
        isForward: (StepLine) -> Bool = { _ in true },
        path: (StepLine) -> String?
    ) {
        steps = outlook.map { line in
            Step(
                label: label(line) ?? words(line.toKey), path: line.isMine ? path(line) : nil,
                roles: words.list(line.roles.map { words("role.\($0.rawValue)") }), missing: line.missing,
                isForward: isForward(line))
        }
    }

    /// Buttons of the steps this person may take now.
    public func buttons() -> HTML {
        let open = steps.filter { $0.path != nil && $0.missing.isEmpty }
        let main = open.first { $0.isForward }?.label
        return open.map { step -> HTML in
            "<a class=\"button\(.when(step.label == main, " main"))\" href=\"\(step.path ?? "")\">\(step.label)</a>\n"
        }.joined()
    }

    /// What is missing, step by step; nothing where nothing is.
    public func missing(_ words: Words) -> HTML {
        let blocked = steps.filter { !$0.missing.isEmpty }
        guard !blocked.isEmpty else { return HTML() }
        let items = blocked.map { step -> HTML in
            let reasons = step.missing.map { refusal -> HTML in
                """
                <li>\(words(refusal.message)) <span class="remedy">\(words(refusal.remedy))</span> \
                <a class="rule" href="\(SitePath.of("rule", refusal.rule.id))">\(refusal.rule.id)</a></li>

                """
            }.joined()
            return "<li><strong>\(words("pages.missing.for", ["step": step.label]))</strong><ul>\(reasons)</ul></li>\n"
        }.joined()
        return "<section class=\"missing\"><h2>\(words("pages.missing"))</h2>\n<ul>\(items)</ul></section>\n"
    }

    /// Whose turn it is: the roles that may take a step forward; nil where there is none.
    public var holders: String? { steps.first { $0.isForward }?.roles }
}
