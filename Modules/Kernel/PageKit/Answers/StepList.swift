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
        public var missing: [Missing]
        /// Whether it leads on, rather than back or out.
        public var isForward: Bool

        public init(label: String, path: String?, roles: String, missing: [Refusal], isForward: Bool = true) {
            self.label = label
            self.path = path
            self.roles = roles
            self.missing = missing.map(Missing.init)
            self.isForward = isForward
        }

        /// Whether this person may take it now.
        var isOpen: Bool { path != nil && missing.isEmpty }
    }

    /// What stands against a step, and what to do about it.
    public struct Missing: Sendable {
        public var message: Message
        public var remedy: Message?
        public var rule: String?

        public init(_ message: Message) { self.message = message }

        init(_ refusal: Refusal) {
            message = refusal.message
            remedy = refusal.remedy
            rule = refusal.rule.id
        }
    }

    public var steps: [Step]
    /// Whether it is this person's turn. Others may be allowed to step in, but no step is put before them as the one to take.
    public var isTheirTurn = true

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

    /// The steps in the answer of a query that lists ``StepLine``s.
    /// - Parameter path: where the step to a state is taken.
    init(_ answer: Answer, words: Words, path: (String) -> String?) {
        func cell(_ row: [Value], _ column: String) -> Value { answer.columns.firstIndex(of: column).map { row[$0] } ?? .none }
        steps = answer.rows.compactMap { row in
            guard case .word(let code, let key) = cell(row, "step") else { return nil }
            var step = Step(
                label: words(key), path: cell(row, "stepMine") == .flag(true) ? path(code) : nil, roles: "", missing: [])
            if case .list(let roles) = cell(row, "stepRoles") {
                step.roles = words.list(roles.compactMap { if case .word(_, let key) = $0 { words(key) } else { nil } })
            }
            if case .list(let missing) = cell(row, "stepMissing") {
                step.missing = missing.compactMap { if case .phrase(let message) = $0 { Missing(message) } else { nil } }
            }
            return step
        }
    }

    /// Whose turn it is: the roles that may take a step forward; nil where there is none.
    public var holders: String? { steps.first { $0.isForward }?.roles }

    /// The box that says what comes next; nothing where nothing does.
    /// - Parameters:
    ///   - also: what else may be done, as buttons.
    ///   - id: tells it apart where a page has several.
    public func html(_ words: Words, also: HTML, id: String = "next") -> HTML {
        let turn = turn(words)
        let missing = missing(words)
        guard !turn.isEmpty || !also.isEmpty || !missing.isEmpty else { return HTML() }
        return """
            <aside class="next" aria-labelledby="\(id)-title">
            <h2 id="\(id)-title">\(words("pages.next.step"))</h2>
            \(turn)\(.when(!also.isEmpty, "<p class=\"buttons also\">\(also)</p>\n"))\(missing)</aside>

            """
    }

    /// The buttons of what this person may do now, or who has the ball.
    private func turn(_ words: Words) -> HTML {
        let open = steps.filter(\.isOpen)
        let main = isTheirTurn ? open.first { $0.isForward }?.label : nil
        // Whose step forward it is, though it cannot be taken yet, is told what is missing and not to wait for others.
        let isMine = steps.contains { $0.path != nil && $0.isForward }
        guard !open.isEmpty else {
            guard let holders, !isMine else { return HTML() }
            return "<p class=\"turn\">\(words("pages.next.others", ["who": holders]))</p>\n"
        }
        let ordered = open.filter { $0.label == main } + open.filter { $0.label != main }
        let buttons = ordered.map { step -> HTML in
            "<a class=\"button\(.when(step.label == main, " main"))\" href=\"\(step.path ?? "")\">\(step.label)</a>\n"
        }.joined()
        let others: HTML? =
            main == nil && !(isMine && isTheirTurn)
            ? holders.map { "<p class=\"turn\">\(words("pages.next.others", ["who": $0]))</p>\n" } : nil
        return "\(others)<p class=\"buttons\">\(buttons)</p>\n"
    }

    /// What is missing, step by step; nothing where nothing is.
    private func missing(_ words: Words) -> HTML {
        let blocked = steps.filter { !$0.missing.isEmpty && $0.isForward }
        guard !blocked.isEmpty else { return HTML() }
        let items = blocked.map { step -> HTML in
            let reasons = step.missing.map { line($0, words) }.joined()
            return "<li><strong>\(words("pages.missing.for", ["step": step.label]))</strong><ul>\(reasons)</ul></li>\n"
        }.joined()
        return "<div class=\"missing\"><h3>\(words("pages.missing"))</h3>\n<ul>\(items)</ul></div>\n"
    }

    private func line(_ missing: Missing, _ words: Words) -> HTML {
        let remedy: HTML? = missing.remedy.map { " <span class=\"remedy\">\(words($0))</span>" }
        let rule: HTML? = missing.rule.map { " <a class=\"rule\" href=\"\(SitePath.of("rule", $0))\">\($0)</a>" }
        return "<li>\(words(missing.message))\(remedy)\(rule)</li>\n"
    }
}
