import Interchange
import Operations
import PluginKit

/// The second step of an import: which column of the file is which. What the file's own header says is filled in.
struct ImportColumns {
    let operation: AnyOperation
    let upload: ShelvedUpload
    let context: PageContext
    private var words: Words { context.words }
    private var path: String { SitePath.of("import", operation.name.text, upload.id.description) }
    /// Values shown of each column, so that it is recognised.
    private static let samples = 3

    /// - Throws: what the file's reader refuses.
    func content() throws -> PageContent {
        let sheet = try SourceSheet(
            upload.file, fields: context.contents.imports[operation.name]?.fields ?? [], registry: context.registry)
        let chosen = upload.columns ?? sheet.automatic
        let missing = sheet.missing(chosen)
        let note: HTML =
            missing.isEmpty
            ? HTML()
            : "<p class=\"notice bad\">\(words("pages.import.columns.missing", ["columns": words.list(missing)]))</p>\n"
        var content = PageContent(title: words(operation.name.text))
        content.kicker = upload.file.name
        content.breadcrumb = [(words(operation.name.text), SitePath.of("import", operation.name.text))]
        content.body = """
            \(ImportSteps.html(.columns, words))\(note)
            <form method="post" action="\(path)">\(context.frame.csrfInput)
            <div class="scroll" tabindex="0" role="region" aria-label="\(words("pages.import.columns"))"><table class="mapping">
            <thead><tr><th scope="col">\(words("pages.import.column.file"))</th><th scope="col">\(words("pages.import.column.sample"))</th>\
            <th scope="col">\(words("pages.import.column.field"))</th></tr></thead>
            <tbody>\(sheet.table.header.indices.map { row($0, sheet, chosen) }.joined())</tbody></table></div>
            <p class="buttons"><button class="main" name="_columns" value="1">\(words("pages.import.columns.do"))</button>
            <a class="button quiet" href="\(SitePath.of("import", operation.name.text))">\(words("pages.import.other"))</a></p></form>
            """
        return content
    }

    private func row(_ index: Int, _ sheet: SourceSheet, _ chosen: [Int: String]) -> HTML {
        let title = sheet.table.header[index]
        let samples = sheet.table.rows.lazy.map { $0[index] }.filter { !$0.trimmed.isEmpty }.prefix(Self.samples)
        let options = sheet.fields.map { field -> HTML in
            "<option value=\"\(field.key)\"\(.when(chosen[index] == field.key, " selected"))>\(field.names.first ?? field.key)</option>"
        }.joined()
        return """
            <tr><th scope="row"><label for="f-column-\(index)">\(title.isEmpty ? "—" : title)</label></th>
            <td class="sample">\(samples.joined(separator: "；"))</td>
            <td><select id="f-column-\(index)" name="column.\(index)"><option value="">\(words("pages.import.column.none"))</option>\(options)</select></td></tr>

            """
    }
}
