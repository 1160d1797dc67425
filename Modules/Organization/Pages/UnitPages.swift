import Operations
import PageKit
import PluginKit

/// `/units`: the tree of units; it opens and closes without a script.
enum UnitTreePage {
    static let page = SitePage("/units", access: .condition { !$0.isUnitSide }) { context in
        let branches = try context.dispatcher.run(ShowUnitTree.self, .init(), as: context.principal).rows
        let words = context.words
        var content = PageContent(title: words("organization.pages.units"))
        content.lead = "\(words("organization.pages.units.lead"))"
        content.actions = """
            <a class="button" href="/op/\(ListUnits.name.text)">\(words("organization.pages.units.list"))</a>
            \(context.button(ImportUnits.name))
            """
        content.body =
            branches.isEmpty
            ? "<div class=\"empty\"><p>\(words("organization.pages.units.none"))</p></div>"
            : "<ul class=\"tree\">\n\(tree(branches, words))</ul>"
        return .page(content)
    }

    /// Branches come in the order of the tree, each with its depth; the two upper levels are open.
    private static func tree(_ branches: [UnitBranch], _ words: Words) -> HTML {
        var html = HTML()
        var open: [Int] = []
        for (index, branch) in branches.enumerated() {
            while let last = open.last, last >= branch.depth {
                html += "</ul></details></li>\n"
                open.removeLast()
            }
            let path = SitePath.of("units", branch.code)
            let level: HTML = "<span class=\"remark\">\(words("unitLevel.\(branch.level.rawValue)"))</span>"
            let hasChildren = index + 1 < branches.count && branches[index + 1].depth > branch.depth
            guard hasChildren else {
                html += "<li><span class=\"leaf\"><a href=\"\(path)\">\(branch.name)</a> \(level)</span></li>\n"
                continue
            }
            let count = branches[(index + 1)...].prefix { $0.depth > branch.depth }.count { $0.depth == branch.depth + 1 }
            // The way to the unit's page stands beside the summary: nothing that opens may hold anything else to press.
            html += """
                <li class="branch"><a class="go" href="\(path)" aria-label="\(words("organization.pages.unit.open", ["unit": branch.name]))">\(words("pages.show"))</a>
                <details\(.when(branch.depth < 1, " open"))><summary>\(branch.name) \(level) <span class="number-of">\(count)</span></summary><ul>

                """
            open.append(branch.depth)
        }
        for _ in open { html += "</ul></details></li>\n" }
        return html
    }
}

/// `/units/CODE`: one unit, what stands below it, and the way to its findings and items.
enum UnitPage {
    static let page = SitePage("/units/{code}", access: .operation(ShowUnit.name)) { context in
        let answer = try context.run(ShowUnit.name, with: ["code": context["code"]])
        let below = try context.run(ListUnits.name, with: ["parent": context["code"], "limit": "200"])
        let words = context.words
        var content = PageContent(title: answer.text("name") ?? context["code"])
        content.kicker = context["code"]
        if !context.principal.isUnitSide { content.breadcrumb = [(words("organization.pages.units"), "/units")] }
        let title = words("organization.pages.unit.children")
        let children: HTML =
            below.rows.isEmpty
            ? HTML()
            : """
            <section><h2>\(title) <span class="number-of">\(below.rows.count)</span></h2>
            \(AnswerTable(below, of: ListUnits.name, columns: ["code", "name", "level"], context: context).html(caption: title))</section>
            """
        content.body = """
            \(RecordView(answer, of: ShowUnit.name, context: context).summary(without: ["code", "name"]))
            \(related(context))\(children)
            """
        return .page(content)
    }

    /// Lists of other modules that can be asked for one unit.
    private static func related(_ context: PageContext) -> HTML {
        let lists: [(OperationName, String, String)] = [
            ("finding.list", "/findings", "organization.pages.unit.findings"),
            ("ledger.list", "/rectification", "organization.pages.unit.items"),
        ]
        let links = lists.filter { context.mayRun($0.0) }.map { _, path, key -> HTML in
            "<li><a href=\"\(SitePath.with(path, [("unit", context["code"])]))\">\(context.words(key))</a></li>\n"
        }.joined()
        guard !links.isEmpty else { return HTML() }
        return "<section><h2>\(context.words("organization.pages.unit.more"))</h2>\n<ul>\(links)</ul></section>\n"
    }
}
