import Operations
import PluginKit

/// The page of one record, the same everywhere: state, whose turn and until when; the next step and what it still needs; what is
/// known of it; its parts; its history.
public struct RecordPage {
    public var title: String
    /// The number or kind shown small above the title.
    public var kicker: String?
    public var breadcrumb: [(title: String, path: String)] = []
    /// The line under the title: state, whose turn, until when.
    public var facts: [(label: String, value: HTML)] = []
    /// What may be done next.
    public var steps = StepList([])
    /// What else may be done with it.
    public var actions = HTML()
    /// Stands between the line of facts and everything else, at full width.
    public var top = HTML()
    /// Columns that are shown elsewhere on the page.
    public var hidden: Set<String> = []
    /// Parts that are shown elsewhere on the page, by the keys of their headings.
    public var hiddenParts: Set<String> = []
    /// Parts made by hand, after the summary.
    public var parts = HTML()
    /// Wide parts, below everything but the history.
    public var wide = HTML()

    private let answer: Answer
    private let operation: OperationName?
    private let context: PageContext
    private static let history = "section.history"

    public init(_ answer: Answer, of operation: OperationName?, title: String, context: PageContext) {
        self.answer = context.named(answer)
        self.operation = operation
        self.title = title
        self.context = context
    }

    public func content() -> PageContent {
        let view = RecordView(answer, of: operation, context: context)
        var content = PageContent(title: title)
        content.kicker = kicker
        content.breadcrumb = breadcrumb
        content.body = """
            \(line)\(top)\(columns(view))\(wide)
            \(answer.sections.first { $0.heading == Self.history }.map { HistoryView.html($0.answer, context) })
            """
        return content
    }

    private func columns(_ view: RecordView) -> HTML {
        let known: HTML = "\(view.summary(without: hidden))\(parts)\(view.sections(without: hiddenParts.union([Self.history])))"
        let next = steps.html(context.words, also: actions)
        guard !next.isEmpty else { return known }
        return "<div class=\"beside\">\n\(next)<div class=\"known\">\(known)</div>\n</div>\n"
    }

    private var line: HTML {
        guard !facts.isEmpty else { return HTML() }
        let items = facts.map { "<div><dt>\($0.label)</dt><dd>\($0.value)</dd></div>" as HTML }.joined()
        return "<dl class=\"facts\">\(items)</dl>\n"
    }
}

/// What was done to a record, the newest first: time, what, by whom, why.
enum HistoryView {
    /// - Parameter answer: rows in the order they happened, with the columns `at` and `account`; the last word of a row is the state
    ///   it came to.
    static func html(_ answer: Answer, _ context: PageContext) -> HTML {
        guard !answer.rows.isEmpty else { return HTML() }
        let lines = answer.rows.reversed().map { line($0, answer.columns, context) }.joined()
        let title = context.words("section.history")
        return "<section class=\"story\"><h2>\(title)</h2>\n<ol class=\"history\">\n\(lines)</ol></section>\n"
    }

    private static func line(_ row: [Value], _ columns: [String], _ context: PageContext) -> HTML {
        var values = ValueHTML(context)
        var time = HTML()
        var who = HTML()
        var state = HTML()
        var others = HTML()
        for (column, value) in zip(columns, row) where value != .none {
            switch (column, value) {
            case ("at", _): time = values.html(value)
            case ("account", _): who = values.html(value)
            case (_, .word): state = values.html(value)
            default: others += "<span class=\"why\">\(context.words("column.\(column)"))：\(values.html(value))</span>"
            }
        }
        return
            "<li><span class=\"when\">\(time)</span><span class=\"what\">\(state) <span class=\"who\">\(who)</span>\(others)</span></li>\n"
    }
}
