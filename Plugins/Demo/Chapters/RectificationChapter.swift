import Operations
import PluginKit

/// Rectification of the published case: list, plan, measures, report and ballot, write-off.
struct RectificationChapter {
    private let story: Story
    private let round = RoundChapter.round
    private let unit = RoundChapter.caseUnit

    init(_ story: Story) { self.story = story }

    func tell() throws {
        for (name, title, role) in [("wenlv-principal", "区文旅体局党组书记", "US"), ("wenlv-liaison", "区文旅体局联络员", "UL")] {
            try story.tell("account.add", [("name", name), ("title", title), ("roles", role), ("unit", unit)])
        }
        try story.tell(
            "ledger.import", [("file", "ledgers/wucheng-25.synthetic.csv"), ("round", round), ("findingsOnly", "true")])
        try story.tell("rectification.open", [("round", round)])
        try story.tell("ledger.check", [("round", round)])
        try story.tell("round.advance", [("round", round), ("to", "rectifying")])
        let items = try items()
        try plan(items.map(\.no))
        try reviewOfPlan()
        try measures(items)
        try reviewOfReport()
    }

    /// Numbers and wording of the items, and whether the published ledger has them done.
    private func items() throws -> [(no: String, isDone: Bool)] {
        let list = try story.perform("ledger.list", [("round", round), ("limit", "1000")])
        let ledger = try story.data.ledgerStates()
        let column = list.columns.firstIndex(of: "no") ?? 0
        let numbers = list.rows.compactMap { row -> String? in
            guard case .text(let no) = row[column] else { return nil }
            return no
        }
        return zip(numbers, ledger).map { ($0, $1) }
    }

    private func plan(_ numbers: [String]) throws {
        story.clock.move(to: Day.plan)
        for no in numbers {
            let words = [
                ("no", no), ("goal", "问题整改到位并建立长效机制"), ("measures", "逐条核查，限期纠正"), ("measures", "完善制度，定期检查"),
                ("leaderInCharge", "党组书记"), ("leadDepartment", "办公室"), ("due", "2023-04-30"),
            ]
            try story.perform("item.plan", as: "wenlv-liaison", words)
        }
        story.note(
            "item.plan", as: "wenlv-liaison", [("no", numbers.first ?? "")],
            result: story.text(Message("demo.planned", ["count": "\(numbers.count)"])))
    }

    private func reviewOfPlan() throws {
        try submit("plan", "整改方案（签字版）")
        try decide("plan", tier: 1, as: "leader-14-3-1", panel: "巡察一组成员甲", score: "92.0")
        try story.tellRefused(
            "review.decide", as: "leading-group", decision("plan", tier: 3, panel: "领导小组成员甲", score: "95.0"))
        try decide("plan", tier: 2, as: "office-reviewer", panel: "组织部代表", score: "93.5")
        try decide("plan", tier: 3, as: "leading-group", panel: "领导小组成员甲", score: "95.0")
    }

    /// The unit hands in the results of what the published ledger has done; checked and written off by two further people.
    private func measures(_ items: [(no: String, isDone: Bool)]) throws {
        story.clock.move(to: Day.progress)
        let done = items.filter(\.isDone).map(\.no)
        for no in done {
            let words = [
                ("no", no), ("result", "已完成整改"), ("evidence", "evidence:\(no)-整改佐证"), ("systemsNew", "0"), ("systemsRevised", "0"),
                ("loss", "0"), ("personsDisciplined", "0"),
            ]
            try story.perform("item.submit", as: "wenlv-principal", words)
            try story.perform("item.check", as: "office-reviewer", [("no", no)])
        }
        if let first = done.first { try story.tellRefused("item.close", as: "office-reviewer", [("no", first)]) }
        for no in done { try story.perform("item.close", [("no", no)]) }
        story.note(
            "item.close", [("no", done.first ?? "")],
            result: story.text(Message("demo.closed", ["count": "\(done.count)"])))
    }

    private func reviewOfReport() throws {
        try submit("report", "整改报告（签字版）")
        try decide("report", tier: 1, as: "leader-14-3-1", panel: "巡察一组成员甲", score: "90.0")
        try decide("report", tier: 2, as: "office-reviewer", panel: "组织部代表", score: "91.0")
        let votes = [
            ("issued", "60"), ("returned", "55"), ("satisfied", "46"), ("basicallySatisfied", "2"), ("dissatisfied", "2"),
            ("unknown", "5"),
        ]
        try story.tell(
            "ballot.record", [("round", round), ("unit", unit), ("respondents", "people")] + votes)
        try decide("report", tier: 3, as: "leading-group", panel: "领导小组成员甲", score: "94.0")
        try story.tell("round.advance", [("round", round), ("to", "evaluating")])
    }

    private func submit(_ node: String, _ title: String) throws {
        let place = [("round", round), ("unit", unit), ("node", node)]
        try story.tell("review.submit", as: "wenlv-principal", place + [("reference", title), ("signedBy", "区文旅体局党组书记")])
        try story.tell("review.accept", as: "office", place)
    }

    private func decide(_ node: String, tier: Int, as account: String, panel: String, score: String) throws {
        try story.tell("review.decide", as: account, decision(node, tier: tier, panel: panel, score: score))
    }

    private func decision(_ node: String, tier: Int, panel: String, score: String) -> [(String, String)] {
        [
            ("round", round), ("unit", unit), ("node", node), ("tier", "\(tier)"), ("score", score), ("verdict", "pass"), ("panel", panel),
        ]
    }
}
