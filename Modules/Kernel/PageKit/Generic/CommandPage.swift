import Operations
import PluginKit

/// The page of a command: its form, and what came of it.
struct CommandPage {
    private let operation: AnyOperation
    private let context: PageContext
    private var words: Words { context.words }

    init(_ operation: AnyOperation, _ context: PageContext) {
        self.operation = operation
        self.context = context
    }

    func answer() throws -> PageAnswer {
        if let import_ = ImportWizard.path(for: operation, context) { return .redirect(to: import_) }
        guard context.request.method == .post else { return .page(form(FormValues(query: context.request.query), [])) }
        let values = FormValues(context.request)
        guard context.request.form["_more"] == nil else { return .page(form(values, [])) }
        do {
            let given = values.decodable(context.contents.fields(of: operation))
            return result(try NameResolution(operation: operation, context: context).run(given, uploads: values.uploads))
        } catch {
            let refusals = ErrorTranslation.refusals(of: error)
            guard !refusals.isEmpty else { throw error }
            return .page(form(values, refusals))
        }
    }

    /// Where to go on after it was done: to a record that was made, to where the person came from, to the record that was changed,
    /// else to a page that shows the answer.
    private func result(_ answer: Answer) -> PageAnswer {
        if let document = answer.document { return .document(document) }
        if let serial = context.contents.serial[operation.name], context.request.form["_again"] != nil {
            return .redirect(to: another(serial), flash: answer.sentence ?? Message("pages.done"))
        }
        let isNew = NounOperations.makingVerbs.contains(operation.name.words.last ?? "")
        if isNew, answer.shape == .record, let path = recordPath(answer) {
            return .redirect(to: path, flash: answer.sentence ?? Message("pages.done"))
        }
        if let next = next { return .redirect(to: next, flash: answer.sentence ?? Message("pages.done")) }
        if answer.shape == .record, let path = recordPath(answer) {
            return .redirect(to: path, flash: answer.sentence ?? Message("pages.done"))
        }
        var content = PageContent(title: words("pages.done"))
        content.kicker = words(operation.name.text)
        content.body = AnswerView.html(answer, of: operation.name, context)
        return .page(content)
    }

    /// The same form again, with what stays the same from one to the next.
    private func another(_ serial: SerialForm) -> String {
        let form = context.request.form
        let kept = serial.kept.sorted().flatMap { name in (form[name] ?? []).map { (name: name, value: $0) } }
        let settled = (form["_set"] ?? []).filter(serial.kept.contains).map { (name: "_set", value: $0) }
        return OperationPages.path(operation.name, kept + settled + (next.map { [(name: "_next", value: $0)] } ?? []))
    }

    private var next: String? {
        let named = context.request.form["_next"]?.first ?? context.query("_next")
        return named.flatMap { SitePath.isLocal($0) ? $0 : nil }
    }

    /// The page of the record an answer shows, by its first column that has pages.
    private func recordPath(_ answer: Answer) -> String? {
        answer.columns.lazy.compactMap { column -> String? in
            guard let link = context.contents.link(column, in: operation.name, for: context.principal),
                let value = answer.text(link.value ?? column)
            else { return nil }
            return link.address(value)
        }.first
    }

    private func form(_ values: FormValues, _ refusals: [Refusal]) -> PageContent {
        let form = OperationForm(operation: operation, values: values, context: context, refusals: refusals, hidden: settled)
        var content = PageContent(title: words(operation.name.text))
        content.status = refusals.first?.kind.httpStatus ?? 200
        content.lead = words.find("\(operation.name).help").map { HTML(escaping: $0) }
        content.breadcrumb = NounOperations(of: operation, context).list.map { [$0] } ?? []
        content.body = """
            \(form.faults.summary)\(stale(refusals))
            <form method="post" action="\(OperationPages.path(operation.name))" class="form"\(encoding)>
            \(context.frame.csrfInput)\(onceInput)\(nextInput)\(settledInputs)
            \(form.given())\(form.questions())
            <p class="buttons"><button class="main">\(words(operation.name.text))</button> \(again)\(back)</p>
            </form>
            """
        return content
    }

    /// A record changed meanwhile is opened anew beside the form, so that nothing typed is lost.
    private func stale(_ refusals: [Refusal]) -> HTML? {
        guard refusals.contains(where: { $0.kind == .stale }), let next else { return nil }
        return "<p class=\"notice\"><a href=\"\(next)\" target=\"_blank\" rel=\"noopener\">\(words("pages.stale"))</a></p>\n"
    }

    private var again: HTML {
        .when(
            context.contents.serial[operation.name] != nil,
            "<button name=\"_again\" value=\"1\">\(words("pages.next.another"))</button> ")
    }

    private var encoding: HTML {
        .when(context.contents.fields(of: operation).contains { $0.kind == .upload }, " enctype=\"multipart/form-data\"")
    }

    private var onceInput: HTML {
        let typed = context.request.form[SiteRequest.onceField]?.first
        return
            "<input type=\"hidden\" name=\"\(SiteRequest.onceField)\" value=\"\(typed ?? context.dispatcher.ids.next().description)\">"
    }

    /// Fields decided by the page the form was opened from.
    private var settled: Set<String> {
        Set(context.request.form["_set"] ?? []).union(context.request.query.filter { $0.name == "_set" }.map(\.value))
    }

    private var settledInputs: HTML {
        settled.sorted().map { "<input type=\"hidden\" name=\"_set\" value=\"\($0)\">" as HTML }.joined()
    }

    private var nextInput: HTML { next.map { "<input type=\"hidden\" name=\"_next\" value=\"\($0)\">" } ?? HTML() }
    private var back: HTML { next.map { "<a class=\"button quiet\" href=\"\($0)\">\(words("pages.cancel"))</a>" } ?? HTML() }
}
