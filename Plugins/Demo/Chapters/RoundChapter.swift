import Operations
import PluginKit

/// The round: plan, teams under recusal, on site, drafts, feedback.
struct RoundChapter {
    static let round = "14-3"
    static let caseUnit = "330106J52"
    static let town = "330106110"

    private let story: Story

    init(_ story: Story) { self.story = story }

    func tell() throws {
        story.clock.move(to: Day.planned)
        try plan()
        try teams()
        try onSite()
        try draft()
        try feedback()
    }

    private func plan() throws {
        try story.tell(
            "round.create", [("number", "3"), ("title", "区委第三轮巡察"), ("start", "2022-09-16"), ("end", "2023-12-31")])
        try story.tell("target.add", [("round", Self.round), ("unit", Self.caseUnit)])
        try story.tell("target.add", [("round", Self.round), ("unit", Self.town), ("withSubordinates", "true")])
        try story.tell("round.advance", [("round", Self.round), ("to", "submitted")])
        try story.tell("round.review", as: "leading-group", [("round", Self.round)])
        try story.tell(
            "round.advance", as: "committee", [("round", Self.round), ("to", "approved"), ("document", "西委巡〔2022〕3号")])
    }

    private func teams() throws {
        try story.tell("team.propose", [("round", Self.round), ("size", "6")])
        try story.tellRefused("team.advance", as: "organisation", [("team", "14-3-1"), ("to", "vetted")])
        try story.tell("round.advance", [("round", Self.round), ("to", "preparing")])
        for team in ["14-3-1", "14-3-2"] {
            try story.tell("team.declare", [("team", team), ("reference", "回避申报表\(team)")])
            try story.tell("declaration.team.confirm", [("team", team)])
            try story.tell("team.advance", as: "organisation", [("team", team), ("to", "vetted")])
            try story.tell("team.advance", as: "leading-group", [("team", team), ("to", "reviewed")])
            try story.tell(
                "team.advance", as: "committee", [("team", team), ("to", "authorised"), ("document", "西委巡授〔2022〕\(team)号")])
        }
        try memberAccounts(try story.perform("team.list", [("round", Self.round)]))
    }

    /// Accounts for the members, so that drafts and reviews are theirs.
    private func memberAccounts(_ answer: Answer) throws {
        func column(_ key: String) -> Int { answer.columns.firstIndex(of: key) ?? 0 }
        let roles = ["leader": "TL", "deputy": "DL", "inspector": "IN"]
        var made: Set<String> = []
        for row in answer.rows {
            guard case .text(let team) = row[column("team")], case .word(let role, _) = row[column("teamRole")],
                case .text(let cadre) = row[column("cadreId")], case .text(let name) = row[column("cadre")]
            else { continue }
            let account = "\(role)-\(team)"
            guard let code = roles[role], made.insert(account).inserted else { continue }
            try story.tell("account.add", [("name", account), ("title", name), ("roles", code), ("cadre", cadre)])
        }
    }

    private func onSite() throws {
        story.clock.move(to: Day.notified)
        try story.tellRefused("round.advance", [("round", Self.round), ("to", "onSite")])
        for unit in [Self.caseUnit, Self.town] { try record(unit, "notified", Day.notified) }
        try story.tell("round.advance", [("round", Self.round), ("to", "onSite")])
        story.clock.move(to: Day.entry)
        for team in ["14-3-1", "14-3-2"] {
            try story.tell("service.team.pledge", [("team", team), ("reference", "保密承诺书\(team)")])
            try story.tell("team.advance", [("team", team), ("to", "active")])
        }
        for unit in [Self.caseUnit, Self.town] { try record(unit, "onSite", Day.entry) }
        story.clock.move(to: Day.exit)
        for unit in [Self.caseUnit, Self.town] { try record(unit, "exited", Day.exit) }
        try story.tell("round.advance", [("round", Self.round), ("to", "reporting")])
    }

    /// One draft of a village goes through review and is merged into another matter before the report.
    private func draft() throws {
        let members = try story.perform("team.list", [("round", Self.round)])
        let names = members.rows.compactMap { row -> String? in
            guard case .text("14-3-2") = row[0], case .text(let name) = row[members.columns.firstIndex(of: "cadre") ?? 0] else {
                return nil
            }
            return name
        }
        let words = [
            ("round", Self.round), ("unit", Self.town), ("wording", "村级党费收缴台账不全"), ("leaf", "3.6"),
            ("phenomenon", "抽查三个村，台账缺三个月"),
            ("basis", "党费收缴使用管理的规定"), ("responsibility", "镇党委组织办"), ("focus", "grassRoots"), ("rootCauses", "governanceLax"),
            ("politicalDeviation", "党组织对党费工作的严肃性认识不足"), ("evidence", "佐证一、二"), ("handlers", names[2]), ("handlers", names[3]),
        ]
        try story.tell("finding.draft", as: "inspector-14-3-2", words)
        try story.tell("finding.advance", as: "inspector-14-3-2", [("no", "14-3-0001"), ("to", "submitted")])
        try story.tellRefused("finding.advance", as: "deputy-14-3-1", [("no", "14-3-0001"), ("to", "deputyReviewed")])
        try story.tell("finding.advance", as: "deputy-14-3-2", [("no", "14-3-0001"), ("to", "deputyReviewed")])
        try story.tell(
            "finding.advance", as: "leader-14-3-2", [("no", "14-3-0001"), ("to", "withdrawn"), ("reason", "组务会决定并入镇级共性问题研究")])
    }

    private func feedback() throws {
        story.clock.move(to: Day.report)
        for unit in [Self.caseUnit, Self.town] { try record(unit, "reported", Day.report) }
        try story.tell("round.advance", as: "committee", [("round", Self.round), ("to", "feedback")])
        story.clock.move(to: Day.feedback)
        for unit in [Self.caseUnit, Self.town] { try record(unit, "fedBack", Day.feedback) }
    }

    private func record(_ unit: String, _ state: String, _ day: CalendarDate) throws {
        try story.tell("target.record", [("round", Self.round), ("unit", unit), ("to", state), ("date", "\(day)")])
    }
}
