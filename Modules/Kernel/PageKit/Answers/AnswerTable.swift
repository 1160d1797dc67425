import Operations
import PluginKit

/// Rows of an answer as a table. The rows are written straight into one string: a page of fifty costs little more than its JSON.
public struct AnswerTable {
    private let answer: Answer
    private let shown: [Int]
    private let links: [(path: String, value: Int)?]
    private let context: PageContext
    /// Columns shown in a way of their own, from their value and their row.
    public var special: [String: Cell] = [:]

    /// Shows a value; the row lets it look at the other columns of the answer.
    public typealias Cell = @Sendable (_ value: Value, _ row: [Value]) -> HTML

    /// - Parameters:
    ///   - operation: whose answer it is; it decides where its columns link to.
    ///   - columns: keys of the columns to show; the brief ones where nil, and all where there are none.
    public init(_ answer: Answer, of operation: OperationName?, columns: [String]? = nil, context: PageContext) {
        self.answer = answer
        self.context = context
        let wanted = columns ?? answer.briefColumns ?? answer.columns
        let found = wanted.compactMap { answer.columns.firstIndex(of: $0) }
        shown = found.isEmpty ? Array(answer.columns.indices) : found
        links = answer.columns.indices.map { index in
            context.contents.link(answer.columns[index], in: operation).map { link in
                (link.path, link.value.flatMap { answer.columns.firstIndex(of: $0) } ?? index)
            }
        }
    }

    /// Keys of the columns that are shown.
    public var columns: [String] { shown.map { answer.columns[$0] } }

    /// - Parameter caption: what the table is, for those who cannot see it.
    public func html(caption: String) -> HTML {
        guard !answer.rows.isEmpty else { return HTML() }
        let kinds = shown.map(kind)
        var html: HTML = """
            <div class="scroll" tabindex="0" role="region" aria-label="\(caption)">
            <table>
            <caption class="unseen">\(caption)</caption>
            <thead><tr>
            """
        for (place, column) in shown.enumerated() {
            html += "<th scope=\"col\"\(kinds[place].attribute)>\(context.words("column.\(answer.columns[column])"))</th>"
        }
        html += "</tr></thead>\n<tbody>\n"
        appendRows(kinds, to: &html)
        html += "</tbody>\n</table>\n</div>\n"
        return html
    }

    private func appendRows(_ kinds: [CellKind], to html: inout HTML) {
        var values = ValueHTML(context)
        let special = shown.map { self.special[answer.columns[$0]] }
        let opening = kinds.map { HTML(markup: "<td") + $0.attribute + ">" }
        for row in answer.rows {
            html += "<tr>"
            for (place, column) in shown.enumerated() where column < row.count {
                html += opening[place]
                if let cell = special[place] {
                    html += cell(row[column], row)
                    html += "</td>"
                    continue
                }
                appendCell(row[column], link: links[column].map { ($0.path, row[$0.value]) }, &values, to: &html)
                html += "</td>"
            }
            html += "</tr>\n"
        }
    }

    private func appendCell(
        _ value: Value, link: (path: String, value: Value)?, _ values: inout ValueHTML, to html: inout HTML
    ) {
        guard let link, value != .none, let target = Self.target(link.value) else { return values.append(value, to: &html) }
        html += HTML(markup: "<a href=\"\(link.path)/\(SitePath.encoded(target))\">")
        values.append(value, to: &html)
        html += "</a>"
    }

    /// The text a link leads to: numbers and names of records, not lists or sentences.
    private static func target(_ value: Value) -> String? {
        switch value {
        case .text(let text): text.isEmpty ? nil : text
        case .integer(let number): "\(number)"
        case .word(let code, _): code
        default: nil
        }
    }

    private func kind(_ column: Int) -> CellKind {
        for row in answer.rows where column < row.count {
            switch row[column] {
            case .none: continue
            case .integer, .decimal: return .number
            case .date: return .date
            case .text(let text): return text.utf8.count > 72 ? .long : .text
            case .phrase: return .long
            default: return .text
            }
        }
        return .text
    }
}

/// How a column is set.
private enum CellKind {
    case text, long, number, date

    var attribute: HTML {
        switch self {
        case .text: HTML()
        case .long: " class=\"long\""
        case .number: " class=\"number\""
        case .date: " class=\"date\""
        }
    }
}
