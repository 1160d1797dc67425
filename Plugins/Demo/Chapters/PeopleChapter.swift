import Operations
import PluginKit

/// The people of the round: who may lead, who must stay away, and what became of them.
struct PeopleChapter {
    private let story: Story

    init(_ story: Story) { self.story = story }

    func tell() throws {
        story.clock.move(to: Day.published)
        let member = try leader()
        try story.tell("eligibility.check", [("cadre", member), ("pool", "leader")])
        try story.tell("recusal.check", [("cadre", member), ("unit", RoundChapter.town), ("role", "leader")])
        try story.tellRefused(
            "pool.nominate", [("cadre", member), ("pool", "deputy"), ("route", "committeeSelection"), ("basis", "会议纪要")])
        try story.tell("pool.list", [("pool", "leader")])
        try story.tell(
            "career.add",
            [
                ("cadre", member), ("kind", "promotion"), ("fromPost", "原职"), ("toPost", "现职"), ("on", "2023-05-01"),
                ("document", "西委干〔2023〕12号"), ("rounds", RoundChapter.round),
            ])
        try story.tell(
            "honour.add",
            [
                ("title", "先进巡察组"), ("level", "district"), ("group", "第一巡察组"), ("issuer", "区委"), ("on", "2023-04-20"),
                ("document", "西委〔2023〕7号"),
            ])
        try story.tell("career.list")
        try story.tell("honour.list")
    }

    /// The id of the first team's leader.
    private func leader() throws -> String {
        let members = try story.perform("team.list", [("round", RoundChapter.round)])
        let role = members.columns.firstIndex(of: "teamRole"), id = members.columns.firstIndex(of: "cadreId")
        for row in members.rows {
            if let role, let id, case .word("leader", _) = row[role], case .text(let cadre) = row[id] { return cadre }
        }
        throw Rule.notFound.refused("cadre", ["cadre": "14-3-1"])
    }
}
