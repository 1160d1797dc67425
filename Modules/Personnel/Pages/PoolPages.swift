import Operations
import PageKit
import PluginKit

/// `/pools`, `/pools/leader` and `/pools/leader/structure`: how many people each pool has and who is due for review; one pool as a list;
/// how it is made up.
enum PoolPages {
    static let overview = SitePage("/pools", access: .operation(ListPool.name)) { context in
        let words = context.words
        var content = PageContent(title: words("personnel.pages.pools"))
        content.lead = "\(words("personnel.pages.pools.lead"))"
        content.actions = "\(context.button(NominateForPool.name, isMain: true))\(context.button(ExportForm.name))"
        content.body = try PoolKind.allCases.map { try part($0, context) }.joined()
        return .page(content)
    }

    /// A pool's numbers, who is due for review within a month, and the way to its list.
    private static func part(_ pool: PoolKind, _ context: PageContext) throws -> HTML {
        let words = context.words
        let capacity = try context.dispatcher.run(PoolCapacity.self, .init(pool: pool), as: context.principal)
        let until = context.today.adding(months: 1)
        let due = try context.dispatcher.run(
            ListPool.self, .init(pool: pool, due: until, limit: 20), as: context.principal)
        let title = words("poolKind.\(pool.rawValue)")
        let table = AnswerTable(
            due.answer, of: ListPool.name, columns: ["cadre", "homeUnit", "poolState", "reviewDue"], context: context
        ).html(caption: words("personnel.pages.due"))
        let whole = SitePath.with(SitePath.of("pools", pool.rawValue), [("due", "\(until)")])
        let more: HTML = .when(due.next != nil, "<p><a href=\"\(whole)\">\(words("personnel.pages.due.more"))</a></p>\n")
        let reviews: HTML = due.rows.isEmpty ? "<p class=\"help\">\(words("personnel.pages.due.none"))</p>" : "\(table)\(more)"
        return """
            <section><h2><a href="\(SitePath.of("pools", pool.rawValue))">\(title)</a></h2>
            \(capacity.sentence.map { "<p class=\"sentence\"><a href=\"\(SitePath.with("/op/\(PoolCapacity.name)", [("pool", pool.rawValue)]))\">\(words($0))</a></p>" as HTML })
            <p>\(structureLink(pool.rawValue, context))</p>
            \(reviews)</section>

            """
    }

    static let list = SitePage("/pools/{pool}", access: .operation(ListPool.name)) { context in
        guard PoolKind(rawValue: context["pool"]) != nil else { throw Rule.notFound.refused("page") }
        var list = ListPage(ListPool.name, path: SitePath.of("pools", context["pool"]), context)
        list.title = context.words("poolKind.\(context["pool"])")
        list.fixed = ["pool": context["pool"]]
        list.actions =
            "\(context.button(NominateForPool.name, settled: [("pool", context["pool"])]))\(context.button(PoolCapacity.name, settled: [("pool", context["pool"])]))\(structureLink(context["pool"], context))"
        return try list.answer()
    }

    static let structure = SitePage("/pools/{pool}/structure", access: .operation(ShowPoolStructure.name)) { context in
        guard let pool = PoolKind(rawValue: context["pool"]) else { throw Rule.notFound.refused("page") }
        let page = try context.dispatcher.run(ShowPoolStructure.self, .init(pool: pool), as: context.principal)
        let words = context.words, name = words("poolKind.\(pool.rawValue)")
        var content = PageContent(title: words("personnel.pages.structure", ["pool": name]))
        content.breadcrumb = [(words("personnel.pages.pools"), "/pools"), (name, SitePath.of("pools", pool.rawValue))]
        content.lead = page.sentence.map { "\(words($0))" }
        let charts = PoolDimension.allCases.map { dimension in
            chart(dimension, page.rows.filter { $0.dimension == dimension }, context)
        }.joined()
        content.body = page.rows.first?.all ?? 0 > 0 ? charts : "<p class=\"empty\">\(words("pages.none"))</p>"
        return .page(content)
    }

    /// The groups of one dimension; a bar opens its people.
    private static func chart(_ dimension: PoolDimension, _ lines: [StructureLine], _ context: PageContext) -> HTML {
        let words = context.words
        let text = ValueText(strings: words.strings, language: words.language)
        let bars = lines.map { line in
            BarChart.Bar(
                text(line.group), [line.headcount], note: "\(line.headcount)",
                path: SitePath.with(SitePath.of("pools", line.pool.rawValue), [(name: dimension.field, value: line.code)]))
        }
        return BarChart(
            title: words("poolDimension.\(dimension.rawValue)"), parts: [(words("column.headcount"), nil)], bars: bars
        ).html(words: words)
    }

    private static func structureLink(_ pool: String, _ context: PageContext) -> HTML? {
        guard context.mayRun(ShowPoolStructure.name) else { return nil }
        return "<a class=\"button\" href=\"\(SitePath.of("pools", pool, "structure"))\">\(context.words("pool.structure"))</a>"
    }
}
