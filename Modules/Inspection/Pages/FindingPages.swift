import Operations
import PageKit
import PluginKit

/// `/findings`: the list of findings.
enum FindingListPage {
    static let page = SitePage("/findings", access: .operation(ListFindings.name)) { context in
        var list = ListPage(ListFindings.name, path: "/findings", context)
        list.title = context.words("inspection.pages.findings")
        list.lead = context.words("inspection.pages.findings.lead")
        list.actions = context.button(DraftFinding.name, suggested: [("round", context.query("round"))], isMain: true)
        list.empty = """
            <p>\(context.words("inspection.pages.findings.none"))</p>\
            \(context.button(DraftFinding.name, suggested: [("round", context.query("round"))]))
            """
        return try list.answer()
    }
}

/// `/findings/14-3-0001`: one finding, what may be done with it, and what that still needs.
enum FindingRecordPage {
    static let page = SitePage("/findings/{no}", access: .operation(ShowFinding.name)) { context in
        let detail = try context.dispatcher.run(ShowFinding.self, .init(no: context["no"]), as: context.principal)
        let outlook = try context.dispatcher.run(FindingStepsQuery.self, .init(no: context["no"]), as: context.principal).rows
        let words = context.words
        let record = detail.record
        let finding = record.finding
        var page = RecordPage(detail.answer, of: ShowFinding.name, title: finding.wording, context: context)
        page.kicker = "\(finding.no) · \(record.line.unit)"
        page.breadcrumb =
            context.principal.isUnitSide
            ? [] : [(words("inspection.pages.findings"), "/findings"), (record.round, SitePath.of("rounds", record.round))]
        page.steps = steps(record, outlook, context)
        page.actions = edit(finding, page.steps, context)
        page.facts = facts(finding, page.steps, context)
        page.hidden = ["no", "wording", "findingState", "issuedOn", "round", "unit", "taxonomy"]
        if finding.amountFen == 0 { page.hidden.insert("amount") }
        if !finding.isImported { page.hidden.insert("isImported") }
        page.parts = ledger(finding, context)
        return .page(page.content())
    }

    private static func steps(_ record: FindingRecord, _ outlook: [StepLine], _ context: PageContext) -> StepList {
        let words = context.words
        let finding = record.finding
        return StepList(
            outlook, words: words, label: { words("inspection.pages.finding.step.\($0.to)") },
            isForward: { !["drafting", "withdrawn"].contains($0.to) }
        ) { line in
            // Issuing is done for a whole round, with its feedback.
            line.to == "issued"
                ? context.mayRun(IssueFindings.name) ? context.form(IssueFindings.name, settled: [("round", record.round)]) : nil
                : context.form(
                    AdvanceFinding.name, settled: [("no", finding.no), ("to", line.to), ("version", "\(finding.version)")])
        }
    }

    /// A draft is written on until it is handed in.
    private static func edit(_ finding: Finding, _ steps: StepList, _ context: PageContext) -> HTML {
        guard finding.state == .drafting else { return HTML() }
        return context.button(
            EditFinding.name, settled: [("no", finding.no), ("version", "\(finding.version)")],
            suggested: EditFinding.values(of: finding), isMain: steps.steps.contains { !$0.missing.isEmpty })
    }

    private static func facts(_ finding: Finding, _ steps: StepList, _ context: PageContext) -> [(label: String, value: HTML)] {
        let words = context.words
        var facts: [(label: String, value: HTML)] = [
            (words("column.findingState"), context.tag("findingState.\(finding.state.rawValue)"))
        ]
        if let holders = steps.holders { facts.append((words("pages.next.holder"), "\(holders)")) }
        if let issued = finding.issuedOn { facts.append((words("column.issuedOn"), "\(issued.description)")) }
        return facts
    }

    /// An issued finding goes on as an item of the ledger, under the same number.
    private static func ledger(_ finding: Finding, _ context: PageContext) -> HTML {
        guard finding.state == .issued, context.mayRun("item.show") else { return HTML() }
        return
            "<p><a href=\"\(SitePath.of("rectification", finding.no))\">\(context.words("inspection.pages.finding.item"))</a></p>"
    }
}
