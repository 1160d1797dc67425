import Operations
import PluginKit

/// The last steps of an import: how far it is, and what came of it.
enum ImportEnd {
    /// While it runs, the browser asks again every second; no script is needed.
    /// - Parameter progress: nil where no job works on it any more, so that the program must have stopped meanwhile.
    static func running(
        _ operation: AnyOperation, _ upload: ShelvedUpload, _ progress: ImportJobs.Progress?, _ context: PageContext
    ) -> PageContent {
        let words = context.words
        var content = PageContent(title: words(operation.name.text))
        content.kicker = upload.file.name
        guard let progress else {
            content.body = """
                \(ImportSteps.html(.running, words))<p class="notice bad">\(words("pages.import.broken"))</p>
                <p class="buttons"><a class="button main" href="\(SitePath.of("import", operation.name.text))">\(words("pages.import.again"))</a></p>
                """
            return content
        }
        content.refresh = 1
        let bar: HTML = progress.total > 0 ? " value=\"\(progress.done)\" max=\"\(progress.total)\"" : ""
        content.body = """
            \(ImportSteps.html(.running, words))
            <p role="status">\(words("pages.import.running", ["done": "\(progress.done)", "total": progress.total > 0 ? "\(progress.total)" : "…"]))</p>
            <progress\(bar) aria-label="\(words("pages.import.step.running"))"></progress>
            """
        return content
    }

    static func content(_ operation: AnyOperation, _ upload: ShelvedUpload, _ context: PageContext) -> PageContent {
        let words = context.words
        let isDone = upload.state == .done
        let outcome = upload.outcome ?? ShelvedUpload.Outcome()
        var content = PageContent(title: words(isDone ? "pages.import.done" : "pages.import.refused"))
        content.kicker = "\(words(operation.name.text)) · \(upload.file.name)"
        content.status = isDone ? 200 : 422
        let said = outcome.sentences.map { "<li>\(sentence($0, words))</li>\n" as HTML }.joined()
        let path = SitePath.of("import", operation.name.text)
        let rejects: HTML? = upload.rejects.map { _ in
            "<a class=\"button\" href=\"\(path)/\(upload.id.description)?_format=rejects\" download>\(words("pages.import.rejects"))</a>"
        }
        content.body = """
            \(ImportSteps.html(.result, words))<ul class="\(isDone ? "plain" : "plain wrong")">\(said)</ul>
            <p class="buttons">\(rejects) <a class="button\(.when(!isDone, " main"))" href="\(path)">\(words(isDone ? "pages.import.next" : "pages.import.again"))</a></p>
            \(faults(outcome, words))
            """
        return content
    }

    private static func sentence(_ said: ShelvedUpload.Sentence, _ words: Words) -> HTML {
        let rule: HTML? = said.rule.map { "[\($0)] " }
        let place = said.row.flatMap { row in
            said.column.map { words("pages.import.place", ["row": row, "column": $0]) }
        }
        return "\(rule)\(place ?? "")\(words(said.message))"
    }

    private static func faults(_ outcome: ShelvedUpload.Outcome, _ words: Words) -> HTML {
        guard !outcome.faults.isEmpty else { return HTML() }
        let keys = ["row", "sourceColumn", "sourceValue", "severity", "fault"]
        let head = keys.map { "<th scope=\"col\">\(words("column.\($0)"))</th>" as HTML }.joined()
        let rows = outcome.faults.prefix(500).map { row -> HTML in
            "<tr>" + row.map { "<td>\(words.strings.text($0, in: words.language))</td>" as HTML }.joined() + "</tr>\n"
        }.joined()
        let title = words("pages.import.faults", ["count": "\(outcome.faults.count)"])
        return """
            <section><h2>\(title)</h2><div class="scroll" tabindex="0" role="region" aria-label="\(title)">
            <table><thead><tr>\(head)</tr></thead><tbody>\(rows)</tbody></table></div></section>

            """
    }
}
