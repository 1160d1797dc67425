import Operations
import PluginKit

/// A list that is read page by page: filters in the address, columns to choose, saved views, files to take away.
public struct ListPage {
    private let operation: AnyOperation?
    private let path: String
    private let context: PageContext
    private var words: Words { context.words }
    /// Title; the operation's label unless a module says better.
    public var title: String?
    /// A sentence under the title; the operation's help where nil.
    public var lead: String?
    /// Buttons beside the title.
    public var actions: HTML?
    /// What is said, and offered, where nothing is in the list at all.
    public var empty: HTML?
    /// Keys of the columns shown at first; the operation's brief ones where nil.
    public var columns: [String]?
    /// Columns shown in a way of their own.
    public var special: [String: AnswerTable.Cell] = [:]
    /// Columns shown as several.
    public var spread: [String: AnswerTable.Spread] = [:]
    /// What stands over the filter, such as tabs.
    public var top: HTML?
    /// Values that the page itself gives to the operation and that nobody changes.
    public var fixed: [String: String] = [:]
    /// Fields of the operation that are no filters for people.
    public var hiddenFilters: Set<String> = []

    /// - Parameters:
    ///   - operation: a query with the field `after`.
    ///   - path: where the list stands.
    public init(_ operation: OperationName, path: String, _ context: PageContext) {
        self.operation = context.contents.operations[operation]
        self.path = path
        self.context = context
    }

    /// - Throws: `E-NOTFOUND` where the person may not run the query.
    public func answer() throws -> PageAnswer {
        guard let operation, operation.access.allows(context.principal) else { throw Rule.notFound.refused("page") }
        let fields = context.contents.fields(of: operation)
        let values = FormValues(query: context.request.query)
        var given = values.decodable(fields).merging(fixed.mapValues { [$0] }) { _, fixed in fixed }
        // Some short lists are whole unless a limit is named; on a page every list is read page by page.
        if fields.contains(where: { $0.name == "after" }), fields.contains(where: { $0.name == "limit" }) {
            given["limit"] = given["limit"] ?? ["\(PageRequest.defaultLimit)"]
        }
        do {
            if let format = context.query("_format") {
                return try TableExport(operation, context).document(all: given, columns: chosen, format: format)
            }
            return .page(content(try NameResolution(operation: operation, context: context).run(given), operation, values, []))
        } catch let error as any UserFacingError {
            given = [:]
            return .page(content(Answer(shape: .list), operation, values, error.refusals))
        }
    }

    /// The page of an answer that is there already.
    func content(_ answer: Answer) -> PageContent {
        guard let operation else { return PageContent(title: title ?? "") }
        return content(answer, operation, FormValues(query: context.request.query), [])
    }

    private var chosen: [String]? {
        let named = context.request.query.filter { $0.name == "_col" }.map(\.value)
        return named.isEmpty ? columns : named
    }

    private func content(_ answer: Answer, _ operation: AnyOperation, _ values: FormValues, _ refusals: [Refusal]) -> PageContent
    {
        let title = title ?? words(operation.name.text)
        var content = PageContent(title: title)
        content.paper = ListScope(operation: operation, context: context).paper(
            values.decodable(context.contents.fields(of: operation)).merging(fixed.mapValues { [$0] }) { _, fixed in fixed })
        content.status = refusals.first.map { $0.kind == .notFound ? 422 : $0.kind.httpStatus } ?? 200
        content.lead = (lead ?? words.find("\(operation.name).help")).map { HTML(escaping: $0) }
        var table = AnswerTable(answer, of: operation.name, columns: chosen, context: context)
        table.special = special
        table.spread = spread
        table.order = TableOrder(context.contents.fields(of: operation), path, context)
        let filter = ListFilter(
            operation: operation, values: values, fixed: Set(fixed.keys).union(hiddenFilters), path: path, refusals: refusals,
            context: context)
        content.actions = actions
        content.body = "\(top)\(filter.html)"
        if refusals.isEmpty {
            content.body += answer.sentence.map { "<p class=\"sentence\">\(words($0))</p>\n" } ?? ""
            content.body +=
                ListTools(operation: operation, answer: answer, shown: table.columns, path: path, context: context).html
            content.body += answer.rows.isEmpty ? nothing(filter) : table.html(caption: title)
            content.body += Pager(answer: answer, path: path, context: context).html
        }
        return content
    }

    private func nothing(_ filter: ListFilter) -> HTML {
        if filter.isUsed {
            return
                "<div class=\"empty\"><p>\(words("pages.none.filtered"))</p><p><a class=\"button\" href=\"\(path)\">\(words("pages.filter.clear"))</a></p></div>\n"
        }
        return "<div class=\"empty\">\(empty ?? "<p>\(words("pages.none"))</p>")</div>\n"
    }
}
