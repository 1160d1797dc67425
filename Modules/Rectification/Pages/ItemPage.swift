import Inspection
import Operations
import PageKit
import PluginKit

/// `/rectification/14-3-0001`: one item: where it is, whose turn, until when, what comes next, and how it came here.
enum ItemPage {
    static let page = SitePage("/rectification/{no}", access: .operation(ShowItem.name)) { context in
        let detail = try context.dispatcher.run(ShowItem.self, .init(no: context["no"]), as: context.principal)
        let outlook = try context.dispatcher.run(ListItemSteps.self, .init(no: context["no"]), as: context.principal).rows
        let words = context.words
        let item = detail.record.item
        var page = RecordPage(detail.answer, of: ShowItem.name, title: item.wording, context: context)
        page.kicker = "\(item.no) · \(detail.record.unit)"
        page.breadcrumb = [
            (words(context.principal.isUnitSide ? "rectification.pages.own" : "rectification.pages.ledger"), "/rectification")
        ]
        page.steps = steps(item, outlook, context)
        page.actions = writing(item, context)
        page.facts = facts(detail.record, context)
        page.hidden = ["no", "wording", "unit", "itemStatus", "due", "nextCheck"]
        // What does not hold of an item is not worth a line.
        for (column, value) in zip(detail.answer.columns, detail.answer.rows.first ?? [])
        where value == .flag(false) || column == "returnTimes" && value == .integer(0) { page.hidden.insert(column) }
        page.hiddenParts = ["section.measures", "section.evidence", "section.opinions"]
        page.parts = parts(detail, context)
        return .page(page.content())
    }

    private static func steps(_ item: Item, _ outlook: [StepLine], _ context: PageContext) -> StepList {
        var list = StepList(
            outlook, words: context.words,
            label: { command(from: item.status, to: $0.to).map { context.words("rectification.pages.do.\($0.text)") } },
            isForward: { !["returned", "reopened", "longTerm"].contains($0.to) || item.status == .closed }
        ) { line in
            command(from: item.status, to: line.to).flatMap { name in
                context.mayRun(name) ? context.form(name, settled: [("no", item.no), ("version", "\(item.version)")]) : nil
            }
        }
        list.isTheirTurn = context.principal.hasAny(of: ItemHolder.roles(item.status))
        return list
    }

    /// The command that takes an item from one status to another.
    private static func command(from: ItemStatus, to code: String) -> OperationName? {
        switch ItemStatus(rawValue: code) {
        case .inProgress: from == .longTerm ? ResumeItem.name : StartItem.name
        case .submitted: SubmitItem.name
        case .checked: CheckItem.name
        case .closed: CloseItem.name
        case .returned: ReturnItem.name
        case .longTerm: HoldItem.name
        case .reopened: ReopenItem.name
        case .open, nil: nil
        }
    }

    /// What is written without a step: the plan, and how far it is.
    private static func writing(_ item: Item, _ context: PageContext) -> HTML {
        let key: [(String, String?)] = [("no", item.no), ("version", "\(item.version)")]
        var html = HTML()
        if item.status == .open || item.status == .inProgress {
            html += context.button(
                PlanItem.name, settled: key,
                suggested: [
                    ("goal", item.goal), ("leaderInCharge", item.leaderInCharge), ("leadDepartment", item.leadDepartment),
                    ("due", item.due?.description), ("kindOfFix", item.kindOfFix.rawValue),
                ], isMain: item.goal == nil && context.principal.isUnitSide)
        }
        if item.status != .closed {
            html += context.button(ReportProgress.name, settled: key, suggested: [("progress", item.progress)])
        }
        return html
    }

    private static func facts(_ record: ItemRecord, _ context: PageContext) -> [(label: String, value: HTML)] {
        let words = context.words
        let item = record.item
        var facts: [(label: String, value: HTML)] = [
            (words("column.itemStatus"), context.tag("itemStatus.\(item.status.rawValue)"))
        ]
        let roles = ItemHolder.roles(item.status)
        if !roles.isEmpty {
            facts.append((words("pages.next.holder"), "\(words(ItemHolder.message(roles, unit: record.unit)))"))
        }
        let isHeld = item.status == .longTerm
        if item.status != .closed, let date = isHeld ? item.nextCheck : item.due {
            facts.append((words(isHeld ? "column.nextCheck" : "column.due"), context.due(date)))
        }
        if let closed = item.closedOn { facts.append((words("column.closedOn"), "\(closed.description)")) }
        return facts
    }

    private static func parts(_ detail: ItemDetail, _ context: PageContext) -> HTML {
        let words = context.words
        let measures = detail.measures.map { "<li>\($0.text)</li>\n" as HTML }.joined()
        let files = detail.evidence.map { file -> HTML in
            let path = OperationPages.address(FetchEvidence.name, [("no", detail.record.item.no), ("sha256", file.sha256)])
            let note = words(
                "rectification.pages.file",
                ["by": file.addedBy, "on": "\(file.addedOn)", "size": "\((file.bytes + 1023) / 1024)"])
            return "<li><a href=\"\(path)\" download>\(file.name)</a> <span class=\"remark\">\(note)</span></li>\n"
        }.joined()
        let opinions = AnswerTable(Answer(list: detail.opinions), of: nil, context: context).html(
            caption: words("section.opinions"))
        return section("section.measures", detail.measures.isEmpty ? nil : "<ol>\(measures)</ol>", words)
            + section("section.evidence", detail.evidence.isEmpty ? nil : "<ul class=\"files\">\(files)</ul>", words)
            + section("section.opinions", detail.opinions.isEmpty ? nil : opinions, words)
    }

    private static func section(_ heading: String, _ content: HTML?, _ words: Words) -> HTML {
        guard let content else { return HTML() }
        return "<section><h2>\(words(heading))</h2>\n\(content)</section>\n"
    }
}
