import Operations
import PluginKit

/// `/system`: accounts, audit, plugins, and every operation the account may run.
enum SystemPage {
    static let page = SitePage("/system", access: .condition { !$0.isUnitSide }) { context in
        var content = PageContent(title: context.words("pages.system"))
        content.lead = "\(context.words("pages.system.help"))"
        content.body = "\(shortcuts(context))\(operations(context))\(plugins(context))"
        return .page(content)
    }

    private static func shortcuts(_ context: PageContext) -> HTML {
        let names: [OperationName] = ["account.list", "account.add", "audit.verify", "rule.list", "term.list", "calendar.show"]
        let audit: HTML = .when(
            context.mayRun(ListAudit.name),
            "<li><a href=\"/audit\">\(context.words("pages.audit"))</a><p class=\"help\">\(context.words("audit.list.help"))</p></li>\n"
        )
        let cards = names.filter(context.mayRun).map { name -> HTML in
            """
            <li><a href="\(OperationPages.path(name))">\(context.words(name.text))</a>
            <p class="help">\(context.words("\(name.text).help"))</p></li>

            """
        }.joined()
        return "<ul class=\"cards\">\n\(cards)\(audit)</ul>\n"
    }

    /// Everything the account may do, by noun.
    private static func operations(_ context: PageContext) -> HTML {
        let words = context.words
        let allowed = context.contents.operations.values.filter { $0.access.allows(context.principal) }
        let groups = Dictionary(grouping: allowed) { $0.name.words.first ?? "" }.sorted { $0.key < $1.key }
        let items = groups.map { noun, operations -> HTML in
            let links = operations.sorted { $0.name.text < $1.name.text }.map { operation -> HTML in
                "<li><a href=\"\(OperationPages.path(operation.name))\">\(words(operation.name.text))</a></li>\n"
            }.joined()
            return
                "<details><summary>\(words.find(noun) ?? noun) <span class=\"number-of\">\(operations.count)</span></summary>\n<ul>\(links)</ul></details>\n"
        }.joined()
        return "<section><h2>\(words("pages.system.operations"))</h2>\n<div class=\"groups\">\(items)</div></section>\n"
    }

    private static func plugins(_ context: PageContext) -> HTML {
        guard context.principal.hasAny(of: [.administrator, .inspectionOffice, .auditor]) else { return HTML() }
        let words = context.words
        let rows = context.registry.manifests.map { manifest -> HTML in
            "<tr><td>\(manifest.id)</td><td>\(manifest.version.description)</td><td>\(manifest.requires.map(\.id).joined(separator: ", "))</td></tr>\n"
        }.joined()
        return """
            <section><h2>\(words("pages.system.plugins"))</h2>
            <div class="scroll" tabindex="0" role="region" aria-label="\(words("pages.system.plugins"))"><table>
            <thead><tr><th scope="col">\(words("pages.system.plugin"))</th><th scope="col">\(words("pages.system.version"))</th>\
            <th scope="col">\(words("pages.system.requires"))</th></tr></thead>
            <tbody>\(rows)</tbody></table></div></section>

            """
    }
}
