import Foundation
import GRDB
import Operations
import PageKit
import Persistence
import PluginKit
import Testing

/// The board on which a round's teams are composed, without a script.
@Suite struct TeamBoardTests {
    private let office: Office

    init() throws {
        office = try Office()
        try office.run(
            "term.open", ["number": "14", "name": "第十四届", "start": "2022-01-01", "satisfactionThreshold": "90.00"])
        for (name, path) in [("unit.import", "units/hangzhou-xihu.csv"), ("cadre.import", "cadres/pool-sample.csv")] {
            let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            let data = try Data(contentsOf: root.appendingPathComponent("Data/\(path)"))
            try office.run(name, [:], file: Upload(name: "sample.csv", data: data))
        }
        try office.run("round.create", ["number": "3", "title": "第三轮", "start": "2026-03-01", "end": "2026-06-30"])
        for unit in ["330106110", "330106J05"] { try office.run("target.add", ["round": "14-3", "unit": unit]) }
    }

    private func propose() throws { try office.run("team.propose", ["round": "14-3", "size": "5"]) }

    @Test func withoutTeamsItOffersToProposeThemOrToBegin() throws {
        let html = office.html("/rounds/14-3/teams")
        #expect(html.contains("还没有组") && html.contains("/op/team.propose") && html.contains("/op/team.begin"))
        #expect(office.html("/rounds/14-3").contains("href=\"/rounds/14-3/teams\""))
    }

    @Test func membersStandWithTheirReasonsAndWhatIsBroken() throws {
        try propose()
        let html = office.html("/rounds/14-3/teams")
        #expect(html.contains("无须回避") && html.contains("不违反任何规则"))
        #expect(try html.all("action=\"(/op/team.remove)\"").count == 10)
        let member = try #require(html.between("name=\"cadre\" value=\"", "\""))
        let team = try #require(html.between("name=\"team\" value=\"", "\""))
        let form = [
            "team": [team], "cadre": [member], "_next": ["/rounds/14-3/teams"], "_csrf": ["token"],
        ]
        let answer = office.site.respond(to: office.request("/op/team.remove", form: form))
        #expect(answer.status == 303)
        let after = office.html("/rounds/14-3/teams")
        #expect(after.contains("R-SEL-11") && after.contains("R-SEL-12"))
    }

    @Test func aPlaceShowsWhoCouldTakeItAndWhoMayNot() throws {
        try propose()
        let free = office.html("/rounds/14-3/teams?team=14-3-1&role=inspector&verdict=free")
        #expect(free.contains("action=\"/op/team.assign\"") && free.contains("id=\"choose\""))
        let excluded = office.html("/rounds/14-3/teams?team=14-3-1&role=inspector&verdict=excluded", language: .en)
        #expect(excluded.contains("/rule/R-SEL-15"))
        let member = try #require(office.html("/rounds/14-3/teams").between("leaving=", "#").map { String($0.prefix(36)) })
        let replacing = office.html("/rounds/14-3/teams?team=14-3-1&role=leader&leaving=\(member)")
        #expect(try replacing.all("action=\"(/op/team.replace)\"").count == 5)
    }

    /// Nobody is offered to change a team that is vetted or further.
    @Test func aVettedTeamOffersNoChange() throws {
        try propose()
        try office.dispatcher.store.write(owner: "inspection") { db in
            try db.execute(sql: "UPDATE inspection_team SET state = 'vetted' WHERE code = '14-3-1'")
        }
        let html = office.html("/rounds/14-3/teams?team=14-3-2&role=inspector&verdict=elsewhere")
        #expect(try html.all("action=\"(/op/team.remove)\"").count == 5)
        let team = try #require(html.between("id=\"team-14-3-1\"", "</section>"))
        #expect(team.contains("由领导小组先退回") && !team.contains("leaving=") && !team.contains("role=leader"))
        #expect(!html.contains("action=\"/op/team.assign\""), "whoever is elsewhere sits in the vetted team")
        #expect(office.html("/rounds/14-3/teams?team=14-3-2&role=inspector&verdict=free").contains("action=\"/op/team.assign\""))
    }

    /// Two people of the sample are called 史鹏.
    @Test func aNamesakeIsNotMistakenForTheOther() throws {
        try office.run("team.begin", ["round": "14-3"])
        let listed = try office.run("cadre.list", ["words": "史鹏"])
        let column = try #require(listed.columns.firstIndex(of: "cadreId"))
        let ids = listed.rows.compactMap { if case .text(let id) = $0[column] { id } else { nil } }
        #expect(ids.count == 2)
        for (id, team) in zip(ids, ["14-3-1", "14-3-2"]) { try office.run("team.assign", ["team": team, "cadre": id]) }
        let html = office.html("/rounds/14-3")
        #expect(Set(try html.all("<a href=\"/people/([^\"]+)\">史鹏</a>")) == Set(ids))
        #expect(!html.contains("cadre.show?cadre="))
        for language in Language.allCases {
            let asked = office.site.respond(to: office.request("/op/cadre.show?cadre=史鹏", language: language))
            guard case .html(let page) = asked.body else { continue }
            #expect(asked.status == 422 || asked.status == 400)
            #expect(ids.allSatisfy(page.contains))
        }
    }

    @Test func aTeamLeaderSeesNothingOfTheOtherTeam() throws {
        try propose()
        let answer = try office.run("team.list", ["round": "14-3"])
        func texts(_ key: String) -> [String] {
            let column = answer.columns.firstIndex(of: key) ?? 0
            return answer.rows.map { if case .text(let text) = $0[column] { text } else { "" } }
        }
        let (teams, names, ids) = (texts("team"), texts("cadre"), texts("cadreId"))
        let leader: UniqueID = try #require(ids.first.flatMap { UniqueID($0) })
        let own = Principal(account: "tl", roles: [.teamLeader], cadre: leader)
        let others = zip(teams, names).filter { $0.0 != teams[0] }.map(\.1)
        #expect(!others.isEmpty)
        for step in ["submitted", "approved", "preparing"] {
            try office.test.dispatcher.store.write(owner: "inspection") { db in
                try db.execute(sql: "UPDATE inspection_round SET stage = ?", arguments: [step])
            }
            for path in ["/rounds/14-3", "/rounds/14-3/tasks"] {
                let html = office.html(path, as: own)
                #expect(html.contains("14-3") && !html.contains("14-3-2"), "\(step) \(path)")
                #expect(others.allSatisfy { !html.contains($0) }, "\(step) \(path)")
            }
        }
    }

    @Test func theNavigationLeadsToEveryListOfPeople() throws {
        let html = office.html("/people")
        for list in ["services", "appraisals", "moves", "honours", "evaluations"] {
            #expect(html.contains("href=\"/\(list)\""), "\(list)")
            #expect(office.html("/\(list)").contains("/op/personnel.form?form="), "a list leads to its form: \(list)")
        }
        let inspector = office.html("/people", as: Principal(account: "in", roles: [.inspector]))
        #expect(!inspector.contains("/evaluations") && !inspector.contains("/moves"))
    }

    @Test func whoMayNotComposeIsToldThatThereIsNoSuchPage() throws {
        try propose()
        let unit = try office.unitAccount("330106110")
        #expect(office.site.respond(to: office.request("/rounds/14-3/teams", as: unit)).status == 404)
    }
}
