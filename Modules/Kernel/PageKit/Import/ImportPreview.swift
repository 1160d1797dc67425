import Interchange
import Operations
import PluginKit

/// The file as the program reads it: which column is which, which cells are wrong and why, and what would be saved.
struct ImportPreview {
    private let operation: AnyOperation
    private let upload: ShelvedUpload
    private let context: PageContext
    private var words: Words { context.words }
    private var path: String { SitePath.of("import", operation.name.text, upload.id.description) }
    /// Rows shown in the preview.
    private static let rowLimit = 60

    init(_ operation: AnyOperation, _ upload: ShelvedUpload, _ context: PageContext) {
        self.operation = operation
        self.upload = upload
        self.context = context
    }

    func post() throws -> PageAnswer {
        let form = context.request.form
        if form["_columns"] != nil {
            let columns = form.compactMap { name, values -> (Int, String)? in
                guard name.hasPrefix("column."), let index = Int(name.dropFirst(7)), let key = values.first, !key.isEmpty else {
                    return nil
                }
                return (index, key)
            }
            try ImportWizard.shelf(context).keep(columns: Dictionary(columns) { first, _ in first }, of: upload.id)
        } else if form["_confirm"] != nil {
            try ImportRun(operation, upload, context).start(partial: form["partial"]?.first == "true")
        }
        return .redirect(to: path)
    }

    func content() -> PageContent {
        var content = PageContent(title: words(operation.name.text))
        content.kicker = upload.file.name
        content.breadcrumb = [(words(operation.name.text), SitePath.of("import", operation.name.text))]
        let sheet = Result {
            try SourceSheet(
                upload.file, fields: context.contents.imports[operation.name]?.fields ?? [], registry: context.registry)
        }
        let trial = Result { try ImportRun(operation, upload, context).attempt() }
        content.body = ImportSteps.html(.preview, words)
        switch trial {
        case .success(let answer): content.body += verdict(answer)
        case .failure(let error):
            content.status = 422
            content.body +=
                Faults(ErrorTranslation.refusals(of: error), words: words).summary
                ?? "<p class=\"notice bad\">\(words("pages.error.5xx.help"))</p>"
        }
        guard case .success(let sheet) = sheet else { return content }
        let faults = (try? trial.get()).map(CellFaults.init) ?? CellFaults(Answer(shape: .list))
        content.body += missing(sheet) + rows(sheet, faults)
        return content
    }

    /// What would happen, and the button that lets it happen.
    private func verdict(_ answer: Answer) -> HTML {
        let faults = CellFaults(answer)
        let refused = faults.refusedRows.count
        let verdict = refused > 0 ? "faults" : faults.doubtfulRows.isEmpty ? "sound" : "doubts"
        // Where rows are handed back, the button says so: nobody has to find out by being refused.
        let partial: HTML = .when(refused > 0, "<input type=\"hidden\" name=\"partial\" value=\"true\">")
        let confirm = refused > 0 ? words("pages.import.partial", ["count": "\(refused)"]) : words("pages.import.confirm")
        return """
            <section class="verdict"><h2>\(words("pages.import.verdict.\(verdict)", ["count": "\(refused > 0 ? refused : faults.doubtfulRows.count)"]))</h2>
            <p>\(answer.sentence.map { words($0) } ?? "")</p>
            <form method="post" action="\(path)">\(context.frame.csrfInput)\(partial)
            <p class="buttons"><button class="main" name="_confirm" value="1">\(confirm)</button>
            \(columnsLink)<a class="button quiet" href="\(SitePath.of("import", operation.name.text))">\(words("pages.import.other"))</a></p></form></section>

            """
    }

    private var columnsLink: HTML {
        guard context.contents.imports[operation.name] != nil else { return HTML() }
        return "<a class=\"button quiet\" href=\"\(path)?_step=columns\">\(words("pages.import.columns.again"))</a> "
    }

    /// Needed columns that no column of the file was taken for.
    private func missing(_ sheet: SourceSheet) -> HTML {
        let names = sheet.missing(upload.columns ?? sheet.automatic)
        guard !names.isEmpty else { return HTML() }
        return """
            <p class="notice bad">\(words("pages.import.columns.missing", ["columns": words.list(names)])) \
            <a href="\(path)?_step=columns">\(words("pages.import.columns.again"))</a></p>

            """
    }

    /// Rows with faults first in view, their cells marked and explained in place; then some of the others.
    private func rows(_ sheet: SourceSheet, _ faults: CellFaults) -> HTML {
        let wrong = sheet.table.rows.filter { faults.byRow[$0.number] != nil }
        let shown = wrong.isEmpty ? Array(sheet.table.rows.prefix(20)) : Array(wrong.prefix(Self.rowLimit))
        let head = sheet.table.header.map { "<th scope=\"col\">\($0)</th>" as HTML }.joined()
        let body = shown.map { row -> HTML in
            let cells = sheet.table.header.indices.map {
                cell(row[$0], faults.byRow[row.number]?[Cells.clean(sheet.table.header[$0])])
            }.joined()
            let others = faults.unplaced(row.number, columns: sheet.table.header.map(Cells.clean))
            let note: HTML =
                others.isEmpty
                ? HTML()
                : "<tr class=\"why\"><td></td><td colspan=\"\(sheet.table.header.count)\">\(words.list(others.map { words($0) }))</td></tr>\n"
            return "<tr><th scope=\"row\" class=\"number\">\(row.number)</th>\(cells)</tr>\n\(note)"
        }.joined()
        let title = words(
            wrong.isEmpty ? "pages.import.rows" : "pages.import.rows.wrong",
            ["shown": "\(shown.count)", "count": "\(wrong.isEmpty ? sheet.table.rows.count : wrong.count)"])
        return """
            <section><h2>\(title)</h2>
            <div class="scroll wide" tabindex="0" role="region" aria-label="\(title)"><table class="sheet">
            <thead><tr><th scope="col">\(words("column.row"))</th>\(head)</tr></thead>
            <tbody>\(body)</tbody></table></div></section>

            """
    }

    private func cell(_ text: String, _ faults: [CellFaults.Fault]?) -> HTML {
        guard let faults else { return "<td>\(text)</td>" }
        let isRefused = faults.contains { CellFaults.blocking.contains($0.severity) }
        let why = faults.map { words($0.message) }.joined(separator: "；")
        return
            "<td class=\"\(isRefused ? "wrong" : "changed")\">\(text.isEmpty ? "—" : text)<span class=\"why\">\(why)</span></td>"
    }
}

/// The faults of an import's answer, by row and column.
struct CellFaults {
    struct Fault {
        var severity: String
        var message: Message
    }

    private(set) var byRow: [Int: [String: [Fault]]] = [:]
    /// Rows that cannot be saved as they are: something is wrong, or somebody has to decide what is meant.
    private(set) var refusedRows: Set<Int> = []
    /// Rows that are saved, but should be looked at.
    private(set) var doubtfulRows: Set<Int> = []
    static let blocking: Set<String> = ["refused", "question"]

    init(_ answer: Answer) {
        let places = ["row", "sourceColumn", "severity", "fault"].compactMap { answer.columns.firstIndex(of: $0) }
        guard places.count == 4 else { return }
        for row in answer.rows {
            guard case .integer(let number) = row[places[0]], case .text(let column) = row[places[1]],
                case .word(let severity, _) = row[places[2]], case .phrase(let message) = row[places[3]]
            else { continue }
            byRow[number, default: [:]][Cells.clean(column), default: []].append(Fault(severity: severity, message: message))
            if Self.blocking.contains(severity) { refusedRows.insert(number) }
            if severity == "notice" { doubtfulRows.insert(number) }
        }
    }

    /// What is said of a row under a column the table does not have.
    func unplaced(_ row: Int, columns: [String]) -> [Message] {
        (byRow[row] ?? [:]).filter { !columns.contains($0.key) }.sorted { $0.key < $1.key }.flatMap { $0.value.map(\.message) }
    }
}
