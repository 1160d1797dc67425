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
        list.empty = "<p>\(context.words("inspection.pages.findings.none"))</p>"
        return try list.answer()
    }
}

/// `/findings/14-3-0001`: one finding, what may be done with it, and what that still needs.
enum FindingRecordPage {
    static let page = SitePage("/findings/{no}", access: .operation(ShowFinding.name)) { context in
        let record = try context.dispatcher.run(ShowFinding.self, .init(no: context["no"]), as: context.principal).row
        let outlook = try context.dispatcher.run(FindingStepsQuery.self, .init(no: context["no"]), as: context.principal).rows
        let words = context.words
        let finding = record.finding
        let steps = StepList(
            outlook, words: words, label: { words("inspection.pages.finding.step.\($0.to)") }, isForward: { $0.to != "withdrawn" }
        ) { line in
            // Issuing is done for a whole round, with its feedback.
            line.to == "issued"
                ? context.mayRun(IssueFindings.name) ? context.form(IssueFindings.name, settled: [("round", record.round)]) : nil
                : context.form(
                    AdvanceFinding.name, settled: [("no", finding.no), ("to", line.to), ("version", "\(finding.version)")])
        }
        var content = PageContent(title: finding.wording)
        content.kicker = "\(finding.no) · \(record.line.unit)"
        content.breadcrumb =
            context.principal.isUnitSide
            ? [] : [(words("inspection.pages.findings"), "/findings"), (record.round, SitePath.of("rounds", record.round))]
        content.actions = steps.buttons()
        content.body = """
            \(state(finding, steps, context))
            \(steps.missing(words))
            \(RecordView(Answer(record: record), of: ShowFinding.name, context: context).summary(without: ["no", "wording", "findingState"]))
            \(ledger(finding, context))
            """
        return .page(content)
    }

    private static func state(_ finding: Finding, _ steps: StepList, _ context: PageContext) -> HTML {
        let words = context.words
        let holder: HTML? = steps.holders.map { "<div><dt>\(words("inspection.pages.holder"))</dt><dd>\($0)</dd></div>" }
        let issued: HTML? = finding.issuedOn.map { "<div><dt>\(words("column.issuedOn"))</dt><dd>\($0.description)</dd></div>" }
        return """
            <dl class="state-line"><div><dt>\(words("column.findingState"))</dt><dd>\(context.tag("findingState.\(finding.state.rawValue)"))</dd></div>
            \(holder)\(issued)</dl>

            """
    }

    /// An issued finding goes on as an item of the ledger, under the same number.
    private static func ledger(_ finding: Finding, _ context: PageContext) -> HTML {
        guard finding.state == .issued, context.mayRun("item.show") else { return HTML() }
        return
            "<p><a href=\"\(SitePath.of("rectification", finding.no))\">\(context.words("inspection.pages.finding.item"))</a></p>"
    }
}
