import Foundation
import GRDB
import Interchange
import Operations
import Persistence
import PluginKit
import PluginTestKit
import Testing

@testable import Organization
@testable import Personnel

/// The eleven rules on the sample district with its leaders and schools: each with somebody it hits and somebody it does not.
@Suite struct RecusalSampleTests {
    private static let shared = Result { try prepared() }
    private static let day = CalendarDate(dayNumber: 19_889)  // 2024-06-15

    let district: SampleDistrict

    init() throws { district = try Self.shared.get() }

    /// The rosters, and besides them one fact for each rule that no roster of the sample tells.
    private static func prepared() throws -> SampleDistrict {
        let district = try SampleDistrict(roster: "cadres/pool-sample.csv")
        try district.importRoster(try Sample.upload("cadres/leaders-sample.csv"))
        let office = district.office
        try office.run(ImportFacts.self, .init(file: try Sample.upload("cadres/studies-sample.csv")))
        let code: (String) throws -> String = { try Self.code($0, district) }
        try office.run(
            RecordFact.self,
            .init(
                cadre: "孟英", fact: .education, value: "在职研究生", unit: try code("西湖区委党校"), from: CalendarDate("2003-09-01"),
                source: "履历表"))
        try office.run(
            RecordKin.self,
            .init(cadre: "马倩", relation: "堂弟", unit: try code("西湖区工商联"), person: "朱建国", source: "本人补报"))
        try office.run(
            RecordKin.self,
            .init(cadre: "郝磊", relation: "堂弟", unit: try code("西湖区工商联"), person: "朱普通", post: "科员", source: "本人补报"))
        try office.run(AmendCadre.self, .init(cadre: "王鑫", growthPlace: "浙江省杭州市西湖区双浦镇", source: "履历表"))
        try office.run(AmendCadre.self, .init(cadre: "徐海涛", growthPlace: "浙江绍兴", source: "履历表"))
        try office.run(
            RecordFact.self, .init(cadre: "孟英", fact: .matter, value: "经办信访件", unit: try code("西湖区司法局"), source: "信访台账"))
        for (cadre, role) in [("孟英", PoolKind.leader), ("马倩", .deputy)] {
            try office.run(
                RecordService.self,
                .init(
                    cadre: cadre, round: "13-9", role: role, units: [try code("北山街道")],
                    from: try #require(CalendarDate("2020-03-01")), to: try #require(CalendarDate("2020-08-31")), source: "旧档案"))
        }
        return district
    }

    private static func code(_ name: String, _ district: SampleDistrict) throws -> String {
        try district.office.read { db in
            try #require(try String.fetchOne(db, sql: "SELECT code FROM organization_unit WHERE name = ?", arguments: [name]))
        }
    }

    private func code(_ name: String) throws -> String { try Self.code(name, district) }

    private func verdict(_ rule: String, _ cadre: String, _ unit: String) throws -> RecusalVerdict? {
        let lines = try district.office.run(
            CheckRecusal.self, .init(cadre: cadre, unit: try code(unit), role: .leader, on: Self.day)
        ).rows.filter { $0.rule.id == rule }
        return lines.first?.verdict
    }

    static let examples: [(rule: String, cadre: String, unit: String, verdict: RecusalVerdict)] = [
        ("RC1", "董光明", "西湖区水利局", .hard), ("RC1", "董光明", "西湖区财政局", .clear),
        ("RC2", "马倩", "西湖区水利局", .hard), ("RC2", "马倩", "西湖区财政局", .clear),
        ("RC2", "郝磊", "西湖区水利局", .hard), ("RC2", "董光明", "西湖区民政局", .hard), ("RC2", "孟英", "灵隐街道", .clear),
        ("RC3", "孟英", "西湖区委党校", .hard), ("RC3", "孟英", "西湖区工商联", .clear), ("RC3", "徐海涛", "西湖区委党校", .clear),
        ("RC4", "董光明", "西湖区退役军人服务中心", .hard), ("RC4", "董光明", "西湖区司法局", .clear), ("RC4", "王鑫", "灵隐街道", .clear),
        ("RC5", "马倩", "西湖区工商联", .hard), ("RC5", "郝磊", "西湖区工商联", .clear), ("RC5", "王鑫", "灵隐街道", .unknown),
        ("RC6", "董光明", "西湖区工商联", .hard), ("RC6", "董光明", "双浦镇", .clear),
        ("RC7", "王鑫", "双浦镇", .hard), ("RC7", "王鑫", "西湖区司法局", .clear),
        ("RC8", "徐海涛", "古荡街道", .hard), ("RC8", "董光明", "西湖区委统战部", .clear),
        ("RC8", "董光明", "双浦镇", .unknown),
        ("RC9", "王鑫", "双浦镇", .soft), ("RC9", "徐海涛", "双浦镇", .clear), ("RC9", "王鑫", "西湖区司法局", .clear),
        ("RC10", "孟英", "西湖区司法局", .hard), ("RC10", "孟英", "西湖区民政局", .clear),
        ("RC11", "孟英", "北山街道", .soft), ("RC11", "马倩", "北山街道", .clear),
    ]

    @Test(arguments: examples.indices) func theRuleTells(index: Int) throws {
        let example = Self.examples[index]
        #expect(
            try verdict(example.rule, example.cadre, example.unit) == example.verdict,
            "\(example.rule) \(example.cadre) \(example.unit)")
    }

    @Test func everyRuleHasSomebodyItHitsAndSomebodyItDoesNot() {
        for rule in PersonnelRules.recusal.map(\.id) {
            let own = Set(Self.examples.filter { $0.rule == rule }.map(\.verdict))
            #expect(own.contains(.clear) && !own.isDisjoint(with: [.hard, .soft]), "\(rule)")
        }
    }

    @Test func theLeadershipOfAUnitIsListed() throws {
        let page = try district.office.run(ListLeaders.self, .init(unit: try code("双浦镇")))
        let registered = page.rows.filter { ["李春华", "孙家骏", "郑俊杰"].contains($0.name) }
        #expect(Set(registered.map(\.title)) == ["党委书记", "党委副书记、镇长", "党委委员、副镇长"])
        #expect(registered.allSatisfy { $0.posts.count == 3 && !$0.studies.isEmpty })
        let none = try district.office.run(ListLeaders.self, .init(unit: try code("沁雅社区")))
        #expect(none.rows.isEmpty && none.sentence?.key == "cadre.leaders.none")
    }

    @Test func aPostThatNoRosterHadCounts() throws {
        let district = try SampleDistrict(roster: "cadres/pool-sample.csv")
        func rules() throws -> [String] {
            try district.office.run(CheckRecusal.self, .init(cadre: "董光明", unit: "330106J05", role: .leader, on: Self.day)).rows
                .filter { $0.verdict == .hard }.map(\.rule.id)
        }
        #expect(try rules() == [])
        let page = try district.office.run(
            RecordPost.self,
            .init(cadre: "董光明", unit: "330106J05", postTitle: "借调干部", since: "2022.03", until: "2022.12", source: "组织部函"))
        #expect(page.rows.count == 6)
        #expect(try rules() == ["RC2"])
        let refusals = district.office.refusals {
            _ = try district.office.run(
                RecordPost.self, .init(cadre: "董光明", postTitle: "x", since: "2022.13", until: "2021.01", source: "函"))
        }
        #expect(refusals.map(\.field) == ["since", "unit"])
    }
}
