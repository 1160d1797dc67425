import Operations
import PageKit
import PluginKit

/// `/rectification`: the ledger; for the inspected side, its own items.
enum LedgerPage {
    static let page = SitePage("/rectification", access: .operation(ListLedger.name)) { context in
        let words = context.words
        let isOwn = context.principal.isUnitSide
        var list = ListPage(ListLedger.name, path: "/rectification", context)
        list.title = words(isOwn ? "rectification.pages.own" : "rectification.pages.ledger")
        list.lead = words(isOwn ? "rectification.pages.own.lead" : "rectification.pages.ledger.lead")
        list.columns =
            isOwn ? ["no", "wording", "due", "itemStatus"] : ["no", "unit", "wording", "leadDepartment", "due", "itemStatus"]
        list.top = tabs(context)
        list.special = ["due": due(context)]
        list.actions = actions(context)
        list.empty = "<p>\(words(isOwn ? "rectification.pages.own.none" : "rectification.pages.ledger.none"))</p>"
        return try list.answer()
    }

    private static func actions(_ context: PageContext) -> HTML {
        let round: [(String, String?)] = [("round", context.query("round"))]
        return
            "\(context.button(ImportLedger.name))\(context.button(ExportLedger.name, suggested: round))\(context.button(CheckLedger.name, suggested: round))"
    }

    /// The statuses people ask for all day, one click each.
    private static func tabs(_ context: PageContext) -> HTML {
        let current = context.query("status")
        let kept = context.request.query.filter { !["status", "after", "_t"].contains($0.name) && !$0.value.isEmpty }
        let items = [nil] + [ItemStatus.open, .inProgress, .submitted, .checked, .returned, .longTerm, .closed].map(\.rawValue)
        let links = items.map { status -> HTML in
            let query = kept + (status.map { [("status", $0)] } ?? [])
            let mark: HTML = .when(current == status, " aria-current=\"page\"")
            return
                "<li><a href=\"\(SitePath.with("/rectification", query))\"\(mark)>\(context.words(status.map { "itemStatus.\($0)" } ?? "rectification.pages.all"))</a></li>"
        }.joined()
        return "<ul class=\"tabs\">\(links)</ul>\n"
    }

    /// The date with the days left; of an item that is done, the date alone.
    private static func due(_ context: PageContext) -> AnswerTable.Cell {
        let status = ItemLine.columns.firstIndex { $0.key == "itemStatus" } ?? 0
        return { value, row in
            guard case .date(let date) = value else { return "<span class=\"remark\">—</span>" }
            guard case .word(let code, _) = row[status], ItemStatus(rawValue: code)?.isPending == true else {
                return "\(date.description)"
            }
            return context.due(date)
        }
    }
}
