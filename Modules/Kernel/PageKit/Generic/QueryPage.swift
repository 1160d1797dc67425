import Operations
import PluginKit

/// The page of a query: its questions where something must be filled in first, otherwise what it answers.
struct QueryPage {
    private let operation: AnyOperation
    private let context: PageContext

    init(_ operation: AnyOperation, _ context: PageContext) {
        self.operation = operation
        self.context = context
    }

    func answer() throws -> PageAnswer {
        let fields = context.contents.fields(of: operation)
        let values = FormValues(query: context.request.query)
        let isAsked = !fields.contains { !$0.isOptional && !$0.isMany && values.first($0.name).trimmed.isEmpty }
        guard isAsked else { return .page(question(values, [])) }
        if fields.contains(where: { $0.name == "after" }) { return try list.answer() }
        do {
            let answer = try NameResolution(operation: operation, context: context).run(values.decodable(fields))
            if let document = answer.document { return .document(document) }
            if let format = context.query("_format") {
                let paper = ListScope(operation: operation, context: context).paper(values.decodable(fields))
                return try TableExport(operation, context).document(answer, paper, format: format)
            }
            if answer.shape == .list, answer.sections.isEmpty {
                return .page(list.content(answer))
            }
            return .page(content(answer, fields))
        } catch let error as any UserFacingError
            where !fields.isEmpty && !error.refusals.contains(where: { $0.kind == .permission })
        {
            // A page opened without any question is not wrong yet: what is refused then is only what has not been filled in.
            return .page(question(values, context.request.query.isEmpty ? [] : error.refusals))
        }
    }

    private var list: ListPage {
        var list = ListPage(operation.name, path: OperationPages.path(operation.name), context)
        let making = NounOperations(of: operation, context).making()
        list.actions = making
        if !making.isEmpty { list.empty = "<p>\(context.words("pages.none"))</p><p class=\"buttons\">\(making)</p>" }
        return list
    }

    private var base: PageContent {
        var content = PageContent(title: context.words(operation.name.text))
        content.lead = context.words.find("\(operation.name).help").map { HTML(escaping: $0) }
        return content
    }

    /// The form that asks what the query needs.
    private func question(_ values: FormValues, _ refusals: [Refusal]) -> PageContent {
        let form = OperationForm(operation: operation, values: values, context: context, refusals: refusals)
        let isFile = context.contents.fields(of: operation).contains { $0.kind == .download && !$0.isOptional }
        var content = base
        content.status = refusals.first?.kind.httpStatus ?? 200
        content.body = """
            \(form.faults.summary)
            <form method="get" action="\(OperationPages.path(operation.name))" class="form">
            \(form.questions())
            <p class="buttons"><button class="main">\(context.words(isFile ? "pages.export.do" : "pages.show"))</button></p>
            </form>
            """
        return content
    }

    private func content(_ answer: Answer, _ fields: [Field]) -> PageContent {
        if answer.shape == .record, let key = operation.positional.first, let value = context.query(key) {
            return record(answer, key: key, value: value)
        }
        var content = base
        content.body = AnswerView.html(answer, of: operation.name, context)
        if !fields.isEmpty {
            let form = OperationForm(operation: operation, values: FormValues(query: context.request.query), context: context)
            content.body += """
                <details class="again"><summary>\(context.words("pages.query.again"))</summary>
                <form method="get" action="\(OperationPages.path(operation.name))" class="form">
                \(form.questions())<p class="buttons"><button>\(context.words("pages.show"))</button></p>
                </form></details>
                """
        }
        return content
    }

    /// The page of a record, with what its noun's other operations offer.
    private func record(_ answer: Answer, key: String, value: String) -> PageContent {
        let noun = NounOperations(of: operation, context)
        let named = ["title", "name", key].first { answer.text($0) != nil }
        var page = RecordPage(
            answer, of: operation.name, title: named.flatMap { answer.text($0) } ?? context.words(operation.name.text),
            context: context)
        page.kicker = named == key ? context.words(operation.name.text) : value
        page.breadcrumb = noun.list.map { [$0] } ?? []
        page.hidden = Set([named, key].compactMap(\.self))
        for (column, cell) in zip(answer.columns, answer.rows.first ?? []) { fact(column, cell, &page) }
        let steps = noun.steps(value, answer)
        if let steps {
            page.steps = steps
            if let holders = steps.holders { page.facts.append((context.words("pages.next.holder"), "\(holders)")) }
        }
        let advance = OperationName((operation.name.words.dropLast() + ["advance"]).joined(separator: "."))
        page.actions = noun.onRecord(value, answer, without: steps == nil ? [] : [advance])
        return page.content()
    }

    /// States and due dates stand in the line under the title.
    private func fact(_ column: String, _ value: Value, _ page: inout RecordPage) {
        let words = context.words
        switch value {
        case .word(_, let key) where context.contents.tone(key) != nil:
            page.facts.append((words("column.\(column)"), context.tag(key)))
        case .date(let date) where column == "due" || column.hasSuffix("Due"):
            page.facts.append((words("column.\(column)"), context.due(date)))
        default: return
        }
        page.hidden.insert(column)
    }
}

/// Any answer as HTML: its sentence, its record or rows, its parts.
enum AnswerView {
    static func html(_ answer: Answer, of operation: OperationName?, _ context: PageContext) -> HTML {
        let sentence: HTML? = answer.sentence.map { "<p class=\"sentence\">\(context.words($0))</p>\n" }
        let view = RecordView(answer, of: operation, context: context)
        switch answer.shape {
        case .sentence: return "\(sentence)"
        case .record: return "\(sentence)\(view.summary())\(view.sections())"
        case .list:
            let caption = operation.map { context.words($0.text) } ?? context.words("pages.result")
            let table = AnswerTable(answer, of: operation, context: context).html(caption: caption)
            let none: HTML = .when(answer.rows.isEmpty, "<p class=\"empty\">\(context.words("pages.none"))</p>\n")
            return "\(sentence)\(none)\(table)\(view.sections())"
        }
    }
}
