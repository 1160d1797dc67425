import Foundation
import Operations
import PageKit
import PluginKit
import Testing

/// Declarations wait team by team: one line of work for each, and a list in which they are confirmed together or one by one.
@Suite struct DeclarationTests {
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
        try office.run("team.propose", ["round": "14-3", "size": "5"])
        for team in ["14-3-1", "14-3-2"] { try office.run("team.declare", ["team": team, "reference": "申报表"]) }
    }

    /// Rows by column, as people read them; empty cells are left out.
    private func lines(_ answer: Answer) -> [[String: String]] {
        let text = ValueText(strings: office.dispatcher.registry.strings, language: .zhHans)
        return answer.rows.map { row in
            Dictionary(uniqueKeysWithValues: zip(answer.columns, row.map { text($0) }).filter { !$0.1.isEmpty })
        }
    }

    private func work() throws -> [[String: String]] {
        lines(try office.run("work.list", [:])).filter { $0["workPath"]?.hasPrefix("/declarations") == true }
    }

    private func waiting(_ fields: [String: String]) throws -> [[String: String]] {
        lines(try office.run("declaration.list", fields.merging(["state": "made"]) { first, _ in first }))
    }

    @Test func theWorkOfTheOfficeHasOneLineForEachTeam() throws {
        let all = try waiting([:]).count
        let found = try work()
        #expect(found.map { $0["workPath"] } == ["/declarations?team=14-3-1&state=made", "/declarations?team=14-3-2&state=made"])
        let counted = try found.map { try #require($0["workTitle"]?.all("共 ([0-9]+) 份").first.flatMap { Int($0) }) }
        #expect(all >= 10 && counted.reduce(0, +) == all)
        #expect(try waiting(["team": "14-3-1"]).count == counted[0])
        #expect(office.html("/").contains("href=\"/declarations?team=14-3-1&amp;state=made\""))
    }

    /// A whole roster is due for its first review on one day; that hides no other work.
    @Test func reviewsDueAreOneLineForEachPool() throws {
        let found = lines(try office.run("work.list", [:])).filter { $0["workPath"]?.hasPrefix("/pools/") == true }
        let paths = found.compactMap { $0["workPath"] }
        let pools = Set(paths.map { $0.prefix { $0 != "?" } })
        #expect(found.count == 3 && pools == ["/pools/leader", "/pools/deputy", "/pools/inspector"])
        for line in found {
            let path = try #require(line["workPath"])
            let pool = try #require(path.split(separator: "/").last?.prefix { $0 != "?" })
            let due = try #require(path.split(separator: "=").last)
            let people = try #require(line["workTitle"]?.all("有 ([0-9]+) 人").first)
            let listed = try office.run("pool.list", ["pool": "\(pool)", "due": "\(due)", "limit": "1000"]).rows
            #expect("\(listed.count)" == people)
            #expect(office.html(path).contains("</table>"))
        }
    }

    @Test func somebodyInNoTeamStandsAlone() throws {
        let names = Set(try waiting([:]).compactMap { $0["cadre"] })
        let people = lines(try office.run("cadre.list", ["limit": "200"]))
        let other = try #require(people.first { !names.contains($0["cadre"] ?? "") })
        let id = try #require(other["cadreId"])
        try office.run("declaration.make", ["cadre": id, "round": "14-3", "units": "330106J05"])
        let paths = try work().map { $0["workPath"] }
        #expect(paths.count == 3 && paths.contains("/declarations?round=14-3&cadre=\(id)&state=made"))
        #expect(office.html("/declarations?round=14-3&cadre=\(id)&state=made").contains(other["cadre"] ?? "?"))
    }

    @Test func aTeamIsConfirmedTogetherExceptWhatIsToBeVerified() throws {
        let first = try #require(try waiting(["team": "14-3-1"]).first)
        let (id, unit) = (try #require(first["cadreId"]), try #require(first["unitCode"]))
        try office.run("recusal.raise", ["cadre": id, "unit": unit, "reason": "接到反映"])
        let undecided = try waiting(["team": "14-3-1"]).filter { $0["systemCheck"] != nil }.count
        #expect(try #require(try work().first?["workTitle"]).contains("其中 \(undecided) 份有待核实事项"))
        let left = lines(try office.run("declaration.team.confirm", ["team": "14-3-1"]))
        #expect(left.count == undecided)
        #expect(left.contains { $0["cadreId"] == id && $0["unitCode"] == unit })
        #expect(
            office.test.refusals { try office.run("declaration.team.confirm", ["team": "14-3-1"]) }.map(\.rule.id) == ["R-RCU-03"]
        )
        try office.run("declaration.confirm", ["cadre": id, "round": "14-3"])
        #expect(try waiting(["team": "14-3-2"]).count > 0)
    }

    @Test func nobodyConfirmsTheirOwnAlongWithTheTeams() throws {
        let own = try #require(try waiting(["team": "14-3-1"]).first?["cadreId"])
        try office.run("account.add", ["name": "member", "title": "成员", "roles": "IO", "cadre": own])
        let principal = try office.dispatcher.principal(named: "member")
        let left = lines(try office.run("declaration.team.confirm", ["team": "14-3-1"], as: principal))
        #expect(left.contains { $0["cadreId"] == own })
        #expect(try waiting(["team": "14-3-1"]).contains { $0["cadreId"] == own })
    }

    @Test(arguments: ["14-3-9", "nothing"]) func anUnknownTeamIsRefusedOnItsField(_ team: String) {
        for name in ["declaration.list", "declaration.team.confirm"] {
            let refusals = office.test.refusals { try office.run(name, ["team": team]) }
            #expect(refusals.map(\.rule) == [.notFound] && refusals.map(\.field) == ["team"], "\(name)")
        }
    }

    @Test func theListOffersToConfirmTogetherAndOneByOne() throws {
        let html = office.html("/declarations?team=14-3-1&state=made")
        #expect(html.contains("/op/declaration.team.confirm?team=14-3-1"))
        #expect(
            try html.all("href=\"(/op/declaration.confirm\\?cadre=[^\"]*)\" aria-label").count
                == waiting(["team": "14-3-1"]).count)
        let reader = Principal(account: "lg", roles: [.leadingGroup])
        #expect(!office.html("/declarations?team=14-3-1&state=made", as: reader).contains("/op/declaration.team.confirm"))
    }
}
