import Foundation
import Operations
import PageKit
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

    @Test func whoMayNotComposeIsToldThatThereIsNoSuchPage() throws {
        try propose()
        let unit = try office.unitAccount("330106110")
        #expect(office.site.respond(to: office.request("/rounds/14-3/teams", as: unit)).status == 404)
    }
}
