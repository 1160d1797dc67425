import Interchange
import Operations
import PluginKit

/// What may be done with a list as it stands: choose columns, save it as a view, take it away as a file, print it.
struct ListTools {
    let operation: AnyOperation
    let answer: Answer
    let shown: [String]
    let path: String
    let context: PageContext

    private var words: Words { context.words }

    /// The address without page marks: what a view keeps and an export repeats.
    private var plainQuery: [(name: String, value: String)] {
        context.request.query.filter { !["after", "_t", "_format"].contains($0.name) && !$0.value.isEmpty }
    }

    var html: HTML {
        """
        <div class="tools">
        <p class="count">\(count)</p>
        \(views)\(columnChoice)\(exports)
        <button type="button" class="quiet" data-print hidden>\(words("pages.print"))</button>
        </div>

        """
    }

    private var count: String {
        let isPart = answer.next != nil || context.query("after") != nil
        return words(isPart ? "pages.count.part" : "pages.count", ["count": "\(answer.rows.count)"])
    }

    private var columnChoice: HTML {
        let boxes = answer.columns.map { column -> HTML in
            let id = "col-\(column)"
            return """
                <li><input type="checkbox" id="\(id)" name="_col" value="\(column)"\(.when(shown.contains(column), " checked"))>
                <label for="\(id)">\(words("column.\(column)"))</label></li>

                """
        }.joined()
        let kept = plainQuery.filter { $0.name != "_col" }
            .map { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" as HTML }.joined()
        guard answer.columns.count > 1 else { return HTML() }
        return """
            <details class="tool"><summary>\(words("pages.columns"))</summary>
            <form method="get" action="\(path)" class="panel">\(kept)
            <ul class="choices">\(boxes)</ul><p class="buttons"><button>\(words("pages.columns.do"))</button></p></form></details>

            """
    }

    private var exports: HTML {
        let endings = context.registry.values(TableFormats.self).filter { $0.write != nil }.map(\.fileExtension)
        let links = (endings + ["json"]).map { ending -> HTML in
            let target = SitePath.with(path, plainQuery + [("_format", ending)])
            return "<li><a href=\"\(target)\" download>\(ending.uppercased())</a></li>"
        }.joined()
        return """
            <details class="tool"><summary>\(words("pages.export"))</summary>
            <div class="panel"><p class="help">\(words("pages.export.help"))</p><ul>\(links)</ul></div></details>

            """
    }

    /// The account's views of this list, and the form that saves one.
    private var views: HTML {
        let saved = (try? context.run(ListViews.name, with: ["operation": operation.name.text])) ?? Answer(shape: .list)
        let links = saved.rows.map { row -> HTML in
            guard case .text(let name) = row[0], case .text(let query) = row[2] else { return HTML() }
            return """
                <li><a href="\(path)?\(query)">\(name)</a>
                <form method="post" action="\(OperationPages.path(DeleteView.name))">\(context.frame.csrfInput)
                <input type="hidden" name="name" value="\(name)"><input type="hidden" name="operation" value="\(operation.name.text)">
                <input type="hidden" name="_next" value="\(here)"><button class="quiet" aria-label="\(words("pages.view.delete", ["name": name]))">×</button></form></li>

                """
        }.joined()
        let list: HTML = .when(!saved.rows.isEmpty, "<ul class=\"views\">\(links)</ul>")
        return """
            <details class="tool"><summary>\(words("pages.views", ["count": "\(saved.rows.count)"]))</summary>
            <div class="panel">\(list)<form method="post" action="\(OperationPages.path(SaveView.name))">\(context.frame.csrfInput)
            <input type="hidden" name="operation" value="\(operation.name.text)">
            <input type="hidden" name="query" value="\(SitePath.with("", plainQuery).dropFirst().description)">
            <input type="hidden" name="_next" value="\(here)">
            <label for="view-name">\(words("pages.view.name"))</label> <input type="text" id="view-name" name="name" maxlength="40" required>
            <button>\(words("pages.view.save"))</button></form></div></details>

            """
    }

    private var here: String { SitePath.with(path, plainQuery) }
}
