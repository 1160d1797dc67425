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
        let steps = StepList(
            outlook, words: words,
            label: { command(from: item.status, to: $0.to).map { words("rectification.pages.do.\($0.text)") } },
            isForward: { !["returned", "reopened", "longTerm"].contains($0.to) || item.status == .closed }
        ) { line in
            command(from: item.status, to: line.to).flatMap { name in
                context.mayRun(name) ? context.form(name, settled: [("no", item.no), ("version", "\(item.version)")]) : nil
            }
        }
        let title = context.principal.isUnitSide ? words("rectification.pages.own") : words("rectification.pages.ledger")
        var content = PageContent(title: item.wording)
        content.kicker = "\(item.no) · \(detail.record.unit)"
        content.breadcrumb = [(title, "/rectification")]
        content.actions = "\(steps.buttons())\(writing(item, context))"
        content.body = """
            \(state(detail.record, context))
            \(steps.missing(words))
            \(RecordView(detail.answer, of: ShowItem.name, context: context).summary(without: shownAbove))
            \(parts(detail, context))
            \(ItemHistory.html(detail.steps, words))
            """
        return .page(content)
    }

    private static let shownAbove: Set<String> = ["no", "wording", "unit", "itemStatus", "due", "nextCheck"]

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
                ])
        }
        if item.status != .closed {
            html += context.button(ReportProgress.name, settled: key, suggested: [("progress", item.progress)])
        }
        return html
    }

    private static func state(_ record: ItemRecord, _ context: PageContext) -> HTML {
        let words = context.words
        let item = record.item
        let roles = ItemHolder.roles(item.status)
        let holder: HTML? =
            roles.isEmpty
            ? nil
            : "<div><dt>\(words("rectification.pages.holder"))</dt><dd>\(words(ItemHolder.message(roles, unit: record.unit)))</dd></div>"
        let until = item.status == .longTerm ? item.nextCheck : item.due
        let due: HTML? =
            item.status == .closed
            ? nil
            : until.map { date in
                "<div><dt>\(words(item.status == .longTerm ? "column.nextCheck" : "column.due"))</dt><dd>\(Tag.due(date, today: context.today, words: words))</dd></div>"
            }
        let closed: HTML? = item.closedOn.map { "<div><dt>\(words("column.closedOn"))</dt><dd>\($0.description)</dd></div>" }
        return """
            <dl class="state-line"><div><dt>\(words("column.itemStatus"))</dt><dd>\(context.tag("itemStatus.\(item.status.rawValue)"))</dd></div>
            \(holder)\(due)\(closed)</dl>

            """
    }

    private static func parts(_ detail: ItemDetail, _ context: PageContext) -> HTML {
        let words = context.words
        let measures = detail.measures.map { "<li>\($0.text)</li>\n" as HTML }.joined()
        let files = detail.evidence.map { file -> HTML in
            let path = OperationPages.address(FetchEvidence.name, [("no", detail.record.item.no), ("sha256", file.sha256)])
            return
                "<li><a href=\"\(path)\" download>\(file.name)</a> <span class=\"remark\">\(words("rectification.pages.file", ["by": file.addedBy, "on": "\(file.addedOn)", "size": "\((file.bytes + 1023) / 1024)"]))</span></li>\n"
        }.joined()
        let opinions = AnswerTable(Answer(list: detail.opinions), of: nil, context: context).html(
            caption: words("section.opinions"))
        return section("section.measures", detail.measures.isEmpty ? nil : "<ol>\(measures)</ol>", words)
            + section("section.evidence", detail.evidence.isEmpty ? nil : "<ul>\(files)</ul>", words)
            + section("section.opinions", detail.opinions.isEmpty ? nil : opinions, words)
    }

    private static func section(_ heading: String, _ content: HTML?, _ words: Words) -> HTML {
        guard let content else { return HTML() }
        return "<section><h2>\(words(heading))</h2>\n\(content)</section>\n"
    }
}

/// The life of an item as sentences.
private enum ItemHistory {
    static func html(_ steps: [ItemStep], _ words: Words) -> HTML {
        guard !steps.isEmpty else { return HTML() }
        let lines = steps.reversed().map { line($0, words) }.joined()
        return "<section><h2>\(words("section.history"))</h2>\n<ol class=\"history\">\n\(lines)</ol></section>\n"
    }

    private static func line(_ step: ItemStep, _ words: Words) -> HTML {
        let time = String(step.at.shanghai.prefix(16)).replacing("T", with: " ")
        let sentence = words(
            Message(
                step.reason == nil ? "rectification.pages.step" : "rectification.pages.step.reason",
                [
                    "account": .text(step.account), "state": .key("itemStatus.\(step.toStatus.rawValue)"),
                    "reason": .text(step.reason ?? ""),
                ]))
        return "<li><time datetime=\"\(step.at.description)\">\(time)</time>\(sentence)</li>\n"
    }
}
