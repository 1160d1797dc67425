import Foundation
import Operations
import Persistence
import PluginKit

/// `/import/OPERATION`: the same steps for every import: file, columns and preview, confirm, progress, result.
enum ImportWizard {
    static let pages = [
        SitePage("/import/{operation}", access: .everyone) { try start($0) },
        SitePage("/import/{operation}/{upload}", access: .everyone) { try step($0) },
    ]

    /// Fields that the steps themselves answer.
    static let ownFields: Set<String> = ["dryRun", "partial", "rejects"]

    /// Where a command is imported step by step; nil for one that is no import of a table.
    static func path(for operation: AnyOperation, _ context: PageContext) -> String? {
        guard operation.kind == .command else { return nil }
        let fields = context.contents.fields(of: operation)
        let isImport =
            ownFields.isSubset(of: Set(fields.map(\.name)))
            && fields.contains { $0.name == "file" && $0.kind == .upload && !$0.isMany }
        return isImport ? SitePath.of("import", operation.name.text) : nil
    }

    static func operation(_ context: PageContext) throws -> AnyOperation {
        guard let operation = context.contents.operations[OperationName(context["operation"])],
            operation.access.allows(context.principal), path(for: operation, context) != nil
        else { throw Rule.notFound.refused("page") }
        return operation
    }

    static func shelf(_ context: PageContext) -> UploadShelf {
        UploadShelf(store: context.dispatcher.store, account: context.principal.account)
    }

    // MARK: The file

    private static func start(_ context: PageContext) throws -> PageAnswer {
        let operation = try operation(context)
        let values = FormValues(context.request)
        guard context.request.method == .post else { return .page(form(operation, values, [], context)) }
        guard let file = context.request.uploads["file"]?.first, !file.data.isEmpty else {
            return .page(form(operation, values, [Rule.invalid.refused("missing", field: "file")], context))
        }
        let format = Result { try context.registry.tableFormat(forFile: file.name) }
        if case .failure(let error) = format {
            return .page(form(operation, values, ErrorTranslation.refusals(of: error), context))
        }
        let id = context.dispatcher.ids.next()
        let fields = values.texts.filter { $0.key != "file" && !ownFields.contains($0.key) }
        let upload = ShelvedUpload(id: id, operation: operation.name.text, fields: fields, file: file, state: .waiting)
        try shelf(context).put(upload, now: context.dispatcher.time.now())
        let next = SitePath.of("import", operation.name.text, id.description)
        return .redirect(to: context.contents.imports[operation.name] == nil ? next : next + "?_step=columns")
    }

    private static func form(
        _ operation: AnyOperation, _ values: FormValues, _ refusals: [Refusal], _ context: PageContext
    ) -> PageContent {
        let words = context.words
        let form = OperationForm(operation: operation, values: values, context: context, refusals: refusals, hidden: ownFields)
        var content = PageContent(title: words(operation.name.text))
        content.status = refusals.isEmpty ? 200 : 422
        content.lead = words.find("\(operation.name).help").map { HTML(escaping: $0) }
        content.body = """
            \(ImportSteps.html(.file, words))\(form.faults.summary)
            <form method="post" action="\(SitePath.of("import", operation.name.text))" class="form" enctype="multipart/form-data">
            \(context.frame.csrfInput)\(form.questions())
            <p class="notice">\(words("pages.import.secrecy"))</p>
            <p class="buttons"><button class="main">\(words("pages.import.upload"))</button></p>
            </form>
            """
        return content
    }

    // MARK: Later steps

    private static func step(_ context: PageContext) throws -> PageAnswer {
        let operation = try operation(context)
        // Asked before the upload is read: a job that has gone has left its outcome there.
        let progress = UniqueID(context["upload"]).flatMap { context.jobs.progress(of: $0) }
        let upload = try shelf(context).find(context["upload"], operation: operation.name, now: context.dispatcher.time.now())
        if context.query("_format") == "rejects", let rejects = upload.rejects {
            let name = context.words("pages.import.rejects.file")
            return .document(Document(name: "\(name).csv", contentType: "text/csv; charset=utf-8", data: rejects))
        }
        switch (context.request.method, upload.state) {
        case (.post, .waiting), (.post, .refused): return try ImportPreview(operation, upload, context).post()
        case (_, .waiting) where context.query("_step") == "columns":
            return .page(try ImportColumns(operation: operation, upload: upload, context: context).content())
        case (_, .waiting): return .page(ImportPreview(operation, upload, context).content())
        case (_, .running): return .page(ImportEnd.running(operation, upload, progress, context))
        case (_, .done), (_, .refused): return .page(ImportEnd.content(operation, upload, context))
        }
    }
}

/// The five steps, with the one that is being taken.
enum ImportSteps: Int, CaseIterable {
    case file, columns, preview, running, result

    static func html(_ current: ImportSteps, _ words: Words) -> HTML {
        let items = allCases.map { step -> HTML in
            let mark: HTML =
                step == current ? " aria-current=\"step\"" : step.rawValue < current.rawValue ? " class=\"past\"" : ""
            return "<li\(mark)>\(words("pages.import.step.\(step)"))</li>"
        }.joined()
        return "<ol class=\"steps\">\(items)</ol>\n"
    }
}
