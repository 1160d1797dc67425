import Operations
import PluginKit

/// Rows of an answer as a table. The rows are written straight into one string: a page of fifty costs little more than its JSON.
public struct AnswerTable {
    private let answer: Answer
    private let shown: [Int]
    private let links: [(link: RecordLink, value: Int)?]
    private let context: PageContext
    /// Columns shown in a way of their own, from their value and their row.
    public var special: [String: Cell] = [:]
    /// Columns shown as several.
    public var spread: [String: Spread] = [:]
    /// How the rows are ordered and may be; nil where their order is fixed.
    var order: TableOrder?
    /// A table with more columns than this is moved sideways.
    private static let wide = 9

    /// Shows a value; the row lets it look at the other columns of the answer.
    public typealias Cell = @Sendable (_ value: Value, _ row: [Value]) -> HTML

    /// A column that is shown as several of its own, such as one for each round: their titles, where these lead, and the cells of a
    /// value, one for each title.
    public struct Spread: Sendable {
        let heads: [(title: String, path: String?)]
        let cells: @Sendable (Value) -> [HTML]

        public init(_ heads: [(title: String, path: String?)], cells: @escaping @Sendable (Value) -> [HTML]) {
            self.heads = heads
            self.cells = cells
        }
    }

    /// - Parameters:
    ///   - operation: whose answer it is; it decides where its columns link to.
    ///   - columns: keys of the columns to show; the brief ones where nil, and all where there are none.
    public init(_ answer: Answer, of operation: OperationName?, columns: [String]? = nil, context: PageContext) {
        let answer = context.named(answer)
        self.answer = answer
        self.context = context
        let wanted = columns ?? answer.briefColumns ?? answer.columns
        let found = wanted.compactMap { answer.columns.firstIndex(of: $0) }
        shown = found.isEmpty ? Array(answer.columns.indices) : found
        links = answer.columns.indices.map { index in
            context.contents.link(answer.columns[index], in: operation, for: context.principal).map { link in
                (link, link.value.flatMap { answer.columns.firstIndex(of: $0) } ?? index)
            }
        }
    }

    /// Keys of the columns that are shown.
    public var columns: [String] { shown.map { answer.columns[$0] } }

    /// - Parameter caption: what the table is, for those who cannot see it.
    public func html(caption: String) -> HTML {
        guard !answer.rows.isEmpty else { return HTML() }
        let kinds = shown.map(kind)
        let count = shown.count + shown.compactMap { spread[answer.columns[$0]] }.reduce(0) { $0 + $1.heads.count }
        var html: HTML = """
            <div class="scroll\(.when(count > Self.wide, " wide"))" tabindex="0" role="region" aria-label="\(caption)">
            <table class="rows">
            <caption class="unseen">\(caption)</caption>
            <thead><tr>
            """
        for (place, column) in shown.enumerated() {
            let key = answer.columns[column]
            if let spread = spread[key] {
                html += spread.heads.map(Self.head).joined()
                continue
            }
            let title = context.words("column.\(key)")
            html +=
                order?.head(key, title, kinds[place].attribute, context)
                ?? "<th scope=\"col\"\(kinds[place].attribute)>\(title)</th>"
        }
        html += "</tr></thead>\n<tbody>\n"
        appendRows(kinds, to: &html)
        html += "</tbody>\n</table>\n</div>\n"
        return html
    }

    private func appendRows(_ kinds: [CellKind], to html: inout HTML) {
        var values = ValueHTML(context)
        let special = shown.map { self.special[answer.columns[$0]] }
        let opening = zip(kinds, shown).map { kind, column -> HTML in
            "<td\(kind.attribute) data-label=\"\(context.words("column.\(answer.columns[column])"))\">"
        }
        for row in answer.rows {
            html += "<tr>"
            for (place, column) in shown.enumerated() where column < row.count {
                if let spread = spread[answer.columns[column]] {
                    append(row[column], spread, to: &html)
                    continue
                }
                html += opening[place]
                if let cell = special[place] {
                    html += cell(row[column], row)
                    html += "</td>"
                    continue
                }
                appendCell(row[column], link: links[column].map { ($0.link, row[$0.value]) }, &values, to: &html)
                html += "</td>"
            }
            html += "</tr>\n"
        }
    }

    private static func head(_ head: (title: String, path: String?)) -> HTML {
        let title: HTML = head.path.map { "<a href=\"\($0)\">\(head.title)</a>" } ?? "\(head.title)"
        return "<th scope=\"col\">\(title)</th>"
    }

    private func append(_ value: Value, _ spread: Spread, to html: inout HTML) {
        for (head, cell) in zip(spread.heads, spread.cells(value)) {
            html += "<td data-label=\"\(head.title)\">\(cell)</td>"
        }
    }

    private func appendCell(
        _ value: Value, link: (link: RecordLink, value: Value)?, _ values: inout ValueHTML, to html: inout HTML
    ) {
        guard let link, value != .none, let target = Self.target(link.value) else { return values.append(value, to: &html) }
        html += HTML(markup: "<a href=\"\(link.link.address(target))\">")
        values.append(value, to: &html)
        html += "</a>"
    }

    /// The text a link leads to: numbers and names of records, not lists or sentences.
    private static func target(_ value: Value) -> String? {
        switch value {
        case .text(let text): text.isEmpty ? nil : text
        case .integer(let number): "\(number)"
        case .word(let code, _), .account(let code, _): code
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

/// The order of a list: which columns it may be sorted by, and how it is now. A query can be sorted when it has the fields `sort`,
/// a choice of column keys, and `descending`.
struct TableOrder {
    let columns: Set<String>
    let current: String?
    let isDescending: Bool
    let path: String

    init?(_ fields: [Field], _ path: String, _ context: PageContext) {
        guard let sort = fields.first(where: { $0.name == "sort" }), case .choice(_, let codes) = sort.kind else { return nil }
        columns = Set(codes)
        current = context.query("sort")
        isDescending = context.query("descending") == "true"
        self.path = path
    }

    /// The head of a column that may be sorted by; nil for another one.
    func head(_ key: String, _ title: String, _ attribute: HTML, _ context: PageContext) -> HTML? {
        guard columns.contains(key) else { return nil }
        let isCurrent = current == key
        let turns = isCurrent && !isDescending
        let kept = context.request.query.filter { !["sort", "descending", "after", "_t"].contains($0.name) && !$0.value.isEmpty }
        let target = SitePath.with(path, kept + [("sort", key)] + (turns ? [("descending", "true")] : []))
        let sorted: HTML = .when(isCurrent, " aria-sort=\"\(isDescending ? "descending" : "ascending")\"")
        let hint = context.words(turns ? "pages.sort.down" : "pages.sort.up", ["column": title])
        return "<th scope=\"col\"\(attribute)\(sorted)><a class=\"sort\" href=\"\(target)\" title=\"\(hint)\">\(title)</a></th>"
    }
}
