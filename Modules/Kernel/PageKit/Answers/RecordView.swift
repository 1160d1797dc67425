import Operations
import PluginKit

/// A record as a list of names and values, and its parts as tables.
public struct RecordView {
    private let answer: Answer
    private let operation: OperationName?
    private let context: PageContext

    public init(_ answer: Answer, of operation: OperationName?, context: PageContext) {
        self.answer = context.named(answer)
        self.operation = operation
        self.context = context
    }

    /// The names and values. What is empty and what only programs need (`version`) is left out.
    /// - Parameter hidden: keys of columns shown elsewhere on the page.
    public func summary(without hidden: Set<String> = []) -> HTML {
        guard let row = answer.rows.first else { return HTML() }
        var values = ValueHTML(context)
        var html: HTML = "<dl class=\"record\">\n"
        for (key, value) in zip(answer.columns, row) where !hidden.contains(key) && key != "version" && !isEmpty(value) {
            html += "<div><dt>\(context.words("column.\(key)"))</dt><dd>\(linked(key, value, &values))</dd></div>\n"
        }
        return html + "</dl>\n"
    }

    private func isEmpty(_ value: Value) -> Bool { value == .none || value == .list([]) || value == .text("") }

    /// The parts, each with its heading; one without rows says so.
    /// - Parameter hidden: headings shown elsewhere on the page.
    public func sections(without hidden: Set<String> = []) -> HTML {
        answer.sections.filter { !hidden.contains($0.heading) }.map { section in
            let title = context.words(section.heading)
            let table = AnswerTable(section.answer, of: operation, context: context).html(caption: title)
            return """
                <section><h2>\(title)</h2>
                \(section.answer.rows.isEmpty ? "<p class=\"empty\">\(context.words("pages.none"))</p>" : table)
                </section>

                """
        }.joined()
    }

    private func linked(_ key: String, _ value: Value, _ values: inout ValueHTML) -> HTML {
        let html = values.html(value)
        guard case .text(let target) = value, let link = context.contents.link(key, in: operation, for: context.principal) else {
            return html
        }
        return "<a href=\"\(link.address(target))\">\(html)</a>"
    }
}

extension Answer {
    /// The value of a column in the first row.
    public func value(_ column: String) -> Value {
        guard let index = columns.firstIndex(of: column), let row = rows.first, index < row.count else { return .none }
        return row[index]
    }

    /// The text of a column in the first row; nil where it holds none.
    public func text(_ column: String) -> String? {
        switch value(column) {
        case .text(let text): text
        case .integer(let number): "\(number)"
        case .word(let code, _), .account(let code, _): code
        case .date(let date): date.description
        default: nil
        }
    }
}
