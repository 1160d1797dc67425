import Operations
import PageKit
import PluginKit

/// `/pools` and `/pools/leader`: how many people each pool has and who is due for review; one pool as a list.
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
        let due = try context.dispatcher.run(
            ListPool.self, .init(pool: pool, due: context.today.adding(months: 1), limit: 20), as: context.principal)
        let title = words("poolKind.\(pool.rawValue)")
        let table = AnswerTable(
            due.answer, of: ListPool.name, columns: ["cadre", "homeUnit", "poolState", "reviewDue"], context: context
        ).html(caption: words("personnel.pages.due"))
        let reviews: HTML = due.rows.isEmpty ? "<p class=\"help\">\(words("personnel.pages.due.none"))</p>" : table
        return """
            <section><h2><a href="\(SitePath.of("pools", pool.rawValue))">\(title)</a></h2>
            \(capacity.sentence.map { "<p class=\"sentence\"><a href=\"\(SitePath.with("/op/\(PoolCapacity.name)", [("pool", pool.rawValue)]))\">\(words($0))</a></p>" as HTML })
            \(reviews)</section>

            """
    }

    static let list = SitePage("/pools/{pool}", access: .operation(ListPool.name)) { context in
        guard PoolKind(rawValue: context["pool"]) != nil else { throw Rule.notFound.refused("page") }
        var list = ListPage(ListPool.name, path: SitePath.of("pools", context["pool"]), context)
        list.title = context.words("poolKind.\(context["pool"])")
        list.fixed = ["pool": context["pool"]]
        list.actions =
            "\(context.button(NominateForPool.name, settled: [("pool", context["pool"])]))\(context.button(PoolCapacity.name, settled: [("pool", context["pool"])]))"
        return try list.answer()
    }
}
