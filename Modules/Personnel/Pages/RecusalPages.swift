import Operations
import PageKit
import PluginKit

/// `/recusals` and `/recusals/HB-1`: the cases, and one with who decides what next.
enum RecusalPages {
    static let list = SitePage("/recusals", access: .operation(ListRecusals.name)) { context in
        var list = ListPage(ListRecusals.name, path: "/recusals", context)
        list.title = context.words("personnel.pages.recusals")
        list.lead = context.words("personnel.pages.recusals.lead")
        list.actions = context.button(RaiseRecusal.name)
        list.empty = "<p>\(context.words("personnel.pages.recusals.none"))</p>"
        return try list.answer()
    }

    static let record = SitePage("/recusals/{no}", access: .operation(ListRecusals.name)) { context in
        let shown = try context.dispatcher.run(ShowRecusal.self, .init(no: context["no"]), as: context.principal)
        let outlook = try context.dispatcher.run(RecusalSteps.self, .init(no: context["no"]), as: context.principal).rows
        let line = shown.row
        let words = context.words
        var page = RecordPage(
            shown.answer, of: ShowRecusal.name,
            title: words("personnel.pages.recusal", ["cadre": line.recusal.named, "unit": line.unit]), context: context)
        page.kicker = line.recusal.no
        page.breadcrumb = [(words("personnel.pages.recusals"), "/recusals")]
        page.steps = StepList(
            outlook, words: words, label: { words("recusalStep.\($0.to)") }, isForward: { $0.to != "dismissed" }
        ) { step in
            context.form(
                DecideRecusal.name, settled: [("no", line.recusal.no), ("to", step.to), ("version", "\(line.recusal.version)")])
        }
        page.facts = [(words("column.recusalState"), context.tag("recusalState.\(line.recusal.state.rawValue)"))]
        if let holders = page.steps.holders { page.facts.append((words("pages.next.holder"), "\(holders)")) }
        page.hidden = ["recusalNo", "recusalState", "version"]
        return .page(page.content())
    }
}
