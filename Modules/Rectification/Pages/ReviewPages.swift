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
        list.columns = ["document", "round", "unit", "reviewNode", "reviewState", "score", "satisfactionRate", "startedOn"]
        list.special = ["document": link]
        list.actions = context.button(SubmitReview.name, suggested: [("round", context.query("round"))], isMain: isOwn)
        list.empty = "<p>\(words(isOwn ? "rectification.pages.documents.none" : "rectification.pages.reviews.none"))</p>"
        return try list.answer()
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
            "<a href=\"\(SitePath.of("reviews", text("round"), text("unitCode"), text("reviewNode")))\">\(text("document"))</a>"
    }

    /// `/reviews/14-3/330106J52/plan`
    static let record = SitePage("/reviews/{round}/{unit}/{node}", access: .operation(ShowReview.name)) { context in
        let key = ["round": context["round"], "unit": context["unit"], "node": context["node"]]
        let answer = try context.run(ShowReview.name, key.mapValues { [$0] })
        let words = context.words
        var content = PageContent(
            title: words(
                "rectification.pages.review", ["unit": answer.text("unit") ?? "", "node": words("reviewNode.\(context["node"])")])
        )
        content.kicker = context["round"]
        content.breadcrumb = [
            (words(context.principal.isUnitSide ? "rectification.pages.documents" : "rectification.pages.reviews"), "/reviews")
        ]
        content.actions = actions(ReviewState(rawValue: answer.text("reviewState") ?? ""), answer, context)
        let view = RecordView(answer, of: ShowReview.name, context: context)
        content.body = """
            <dl class="state-line"><div><dt>\(words("column.reviewState"))</dt><dd>\(context.tag("reviewState.\(answer.text("reviewState") ?? "")"))</dd></div>
            \(holder(answer, words))</dl>
            \(view.summary(without: ["reviewState", "round", "unit", "reviewNode"]))\(view.sections())
            """
        return .page(content)
    }

    private static func holder(_ answer: Answer, _ words: Words) -> HTML? {
        guard let state = answer.text("reviewState").flatMap(ReviewState.init(rawValue:)) else { return nil }
        let roles = ReviewHolder.roles(state)
        return roles.isEmpty
            ? nil
            : "<div><dt>\(words("rectification.pages.holder"))</dt><dd>\(words(ItemHolder.message(roles, unit: answer.text("unit"))))</dd></div>"
    }

    private static func actions(_ state: ReviewState?, _ answer: Answer, _ context: PageContext) -> HTML {
        let key: [(String, String?)] = [
            ("round", context["round"]), ("unit", context["unit"]), ("node", context["node"]),
            ("version", answer.text("version")),
        ]
        let plain = Array(key.dropLast())
        let fields = { (name: OperationName) in context.hasField("version", of: name) ? key : plain }
        switch state {
        case .submitted: return context.button(AcceptReview.name, settled: fields(AcceptReview.name), isMain: true)
        case .tier1, .tier2: return context.button(DecideReview.name, settled: fields(DecideReview.name), isMain: true)
        case .tier3:
            return
                "\(context.button(DecideReview.name, settled: fields(DecideReview.name), isMain: true))\(context.button(RecordBallot.name, settled: plain.filter { context.hasField($0.0, of: RecordBallot.name) }))"
        case .returned: return context.button(SubmitReview.name, settled: fields(SubmitReview.name), isMain: true)
        case .passed, .failed, nil: return HTML()
        }
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
