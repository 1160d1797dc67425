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
        if fields.contains(where: { $0.name == "after" }) {
            return try ListPage(operation.name, path: OperationPages.path(operation.name), context).answer()
        }
        guard isAsked else { return .page(question(values, [])) }
        do {
            let answer = try context.run(operation.name, values.decodable(fields))
            if let document = answer.document { return .document(document) }
            if let format = context.query("_format") {
                return try TableExport(operation, context).document(answer, format: format)
            }
            if answer.shape == .list, answer.sections.isEmpty {
                return .page(ListPage(operation.name, path: OperationPages.path(operation.name), context).content(answer))
            }
            return .page(content(answer, fields))
        } catch let error as any UserFacingError
            where !fields.isEmpty && !error.refusals.contains(where: { $0.kind == .permission })
        {
            return .page(question(values, error.refusals))
        }
    }

    private var base: PageContent {
        var content = PageContent(title: context.words(operation.name.text))
        content.lead = context.words.find("\(operation.name).help").map { HTML(escaping: $0) }
        return content
    }

    /// The form that asks what the query needs.
    private func question(_ values: FormValues, _ refusals: [Refusal]) -> PageContent {
        let form = OperationForm(operation: operation, values: values, context: context, refusals: refusals)
        var content = base
        content.status = refusals.first?.kind.httpStatus ?? 200
        content.body = """
            \(form.faults.summary)
            <form method="get" action="\(OperationPages.path(operation.name))" class="form">
            \(form.questions())
            <p class="buttons"><button class="main">\(context.words("pages.show"))</button></p>
            </form>
            """
        return content
    }

    private func content(_ answer: Answer, _ fields: [Field]) -> PageContent {
        var content = base
        if answer.shape == .record { content.actions = RecordActions.html(answer, of: operation, context) }
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
