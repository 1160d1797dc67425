import Operations
import PageKit
import PluginKit

/// `/reviews`: plans and reports under review; for the inspected side, its own documents.
enum ReviewPages {
    static let list = SitePage("/reviews", access: .operation(ListReviews.name)) { context in
        let words = context.words
        let isOwn = context.principal.isUnitSide
        var list = ListPage(ListReviews.name, path: "/reviews", context)
        list.title = words(isOwn ? "rectification.pages.documents" : "rectification.pages.reviews")
        list.lead = words(isOwn ? "rectification.pages.documents.lead" : "rectification.pages.reviews.lead")
        list.columns = ["unit", "reviewNode", "round", "reviewState", "score", "satisfactionRate", "startedOn", "document"]
        list.special = ["unit": link]
        let submit = context.button(SubmitReview.name, suggested: [("round", context.query("round"))])
        list.actions = isOwn ? try owed(context) : submit
        list.empty = "<p>\(words(isOwn ? "rectification.pages.documents.none" : "rectification.pages.reviews.none"))</p>"
        return try list.answer()
    }

    /// A button for each document the unit owes.
    private static func owed(_ context: PageContext) throws -> HTML {
        let work = try context.dispatcher.run(ListWork.self, .init(limit: 200), as: context.principal).rows
        return work.filter { $0.path.hasPrefix("/op/\(SubmitReview.name.text)") }.map { item in
            let label = Message("rectification.pages.submit", item.title.arguments)
            return "<a class=\"button main\" href=\"\(item.path)&_next=%2Freviews\">\(context.words(label))</a>"
        }.joined()
    }

    @Sendable private static func link(_ value: Value, _ row: [Value]) -> HTML {
        let keys = ReviewLine.columns.map(\.key)
        func text(_ key: String) -> String {
            switch keys.firstIndex(of: key).map({ row[$0] }) {
            case .text(let text): text
            case .word(let code, _): code
            default: ""
            }
        }
        return
            "<a href=\"\(SitePath.of("reviews", text("round"), text("unitCode"), text("reviewNode")))\">\(text("unit"))</a>"
    }

    /// `/reviews/14-3/330106J52/plan`
    static let record = SitePage("/reviews/{round}/{unit}/{node}", access: .operation(ShowReview.name)) { context in
        let key = ["round": context["round"], "unit": context["unit"], "node": context["node"]]
        let answer = try context.run(ShowReview.name, key.mapValues { [$0] })
        let words = context.words
        let state = answer.text("reviewState").flatMap(ReviewState.init(rawValue:))
        let title = words(
            "rectification.pages.review", ["unit": answer.text("unit") ?? "", "node": words("reviewNode.\(context["node"])")])
        var page = RecordPage(answer, of: ShowReview.name, title: title, context: context)
        page.kicker = context["round"]
        page.breadcrumb = [
            (words(context.principal.isUnitSide ? "rectification.pages.documents" : "rectification.pages.reviews"), "/reviews")
        ]
        page.facts = facts(state, answer, context)
        page.top = state.map { TierLine.html($0, words) } ?? HTML()
        page.steps = state.map { steps($0, answer, context) } ?? StepList([])
        if state == .tier3, context["node"] == ReviewNode.report.rawValue {
            page.actions = context.button(
                RecordBallot.name, settled: [("round", context["round"]), ("unit", context["unit"])])
        }
        page.hidden = ["reviewState", "round", "unit", "unitCode", "reviewNode"]
        return .page(page.content())
    }

    private static func facts(_ state: ReviewState?, _ answer: Answer, _ context: PageContext) -> [(label: String, value: HTML)] {
        guard let state else { return [] }
        let words = context.words
        var facts: [(label: String, value: HTML)] = [
            (words("column.reviewState"), context.tag("reviewState.\(state.rawValue)"))
        ]
        let roles = ReviewHolder.roles(state)
        if !roles.isEmpty {
            facts.append((words("pages.next.holder"), "\(words(ItemHolder.message(roles, unit: answer.text("unit"))))"))
        }
        return facts
    }

    /// The one thing to be done in a state, by those who hold it.
    private static func steps(_ state: ReviewState, _ answer: Answer, _ context: PageContext) -> StepList {
        let command: OperationName? =
            switch state {
            case .submitted: AcceptReview.name
            case .tier1, .tier2, .tier3: DecideReview.name
            case .returned: SubmitReview.name
            case .passed, .failed: nil
            }
        guard let command else { return StepList([]) }
        let all: [(String, String?)] = [
            ("round", context["round"]), ("unit", context["unit"]), ("node", context["node"]),
            ("version", answer.text("version")), ("tier", state.tier.map(String.init)),
        ]
        let roles = ReviewHolder.roles(state)
        let isMine = context.mayRun(command) && context.principal.hasAny(of: roles)
        let label = state.tier.map { "rectification.pages.tier.\($0)" } ?? command.text
        return StepList([
            StepList.Step(
                label: context.words(label),
                path: isMine ? context.form(command, settled: all.filter { context.hasField($0.0, of: command) }) : nil,
                roles: context.words(ItemHolder.message(roles, unit: answer.text("unit"))), missing: [])
        ])
    }
}

/// The three tiers of a review as a line of steps.
private enum TierLine {
    private static let way: [ReviewState] = [.submitted, .tier1, .tier2, .tier3, .passed]

    static func html(_ state: ReviewState, _ words: Words) -> HTML {
        guard let here = way.firstIndex(of: state) else { return HTML() }
        let items = way.enumerated().map { index, step -> HTML in
            let isBehind = index < here || state == .passed
            let mark: HTML = isBehind ? " class=\"past\"" : index == here ? " aria-current=\"step\"" : ""
            return "<li\(mark)>\(words("reviewState.\(step.rawValue)"))</li>"
        }.joined()
        return "<ol class=\"steps\">\(items)</ol>\n"
    }
}

/// Whose turn a review is, by its state.
enum ReviewHolder {
    static func roles(_ state: ReviewState) -> Set<Role> {
        switch state {
        case .submitted, .tier2: [.inspectionOffice]
        case .tier1: [.teamLeader, .deputyLeader]
        case .tier3: [.leadingGroup]
        case .returned: Role.unit
        case .passed, .failed: []
        }
    }
}
