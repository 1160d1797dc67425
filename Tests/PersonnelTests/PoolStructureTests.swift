import GRDB
import Interchange
import Operations
import Persistence
import PluginKit
import PluginTestKit
import Testing

@testable import Personnel

/// How pools are made up (domain 7, number 22), on the sample roster. The expected counts were taken from the roster's own columns.
@Suite struct PoolStructureTests {
    private let district: SampleDistrict
    private var office: TestOffice { district.office }

    init() throws {
        district = try SampleDistrict(roster: "cadres/pool-sample.csv")
    }

    private func groups(_ pool: PoolKind, _ dimension: PoolDimension) throws -> [String: Int] {
        let lines = try office.run(ShowPoolStructure.self, .init(pool: pool)).rows.filter { $0.dimension == dimension }
        return Dictionary(uniqueKeysWithValues: lines.map { ($0.code, $0.headcount) })
    }

    @Test func specialtiesAndRanksAreThoseOfTheRoster() throws {
        #expect(
            try groups(.leader, .specialty) == [
                "工程": 6, "纪检监察": 4, "农业农村": 3, "财务审计": 3, "意识形态": 2, "信息化": 2, "党建": 2, "法律": 2, "文字综合": 2, "组织人事": 1,
                "巡察": 1,
            ])
        #expect(try groups(.leader, .rank) == ["一级主任科员": 7, "二级调研员": 4, "四级调研员": 4, "三级调研员": 3])
        #expect(try groups(.deputy, .rank) == ["一级主任科员": 16, "二级主任科员": 13, "四级调研员": 12])
        #expect(
            try groups(.inspector, .rank) == ["四级主任科员": 27, "事业九级": 21, "三级主任科员": 20, "一级科员": 17, "事业七级": 16])
    }

    /// R-STA-01: the list behind a group has as many people as the group counts.
    @Test func everyGroupOpensItsPeople() throws {
        for line in try office.run(ShowPoolStructure.self, .init()).rows {
            var input = ListPool.Input(pool: line.pool, limit: 1000)
            switch line.dimension {
            case .specialty: input.specialty = line.code
            case .ageBand: input.age = line.code
            case .rank: input.rank = line.code
            case .roundsServed: input.rounds = Int(line.code)
            }
            #expect(try office.run(ListPool.self, input).rows.count == line.headcount, "\(line)")
        }
        for pool in PoolKind.allCases {
            let all = try office.run(ListPool.self, .init(pool: pool, limit: 1000)).rows.count
            for dimension in [PoolDimension.ageBand, .rank, .roundsServed] {
                #expect(try groups(pool, dimension).values.reduce(0, +) == all)
            }
        }
    }

    @Test func whoLeftOrHasNothingOnRecordIsNotMistaken() throws {
        let before = try groups(.inspector, .specialty)
        try office.run(AddCadre.self, .init(name: "丁某", birthMonth: "1985.05", unit: "330106J33", since: "2010.01", source: "履历"))
        try office.run(NominateForPool.self, .init(cadre: "丁某", pool: .inspector, route: .selfNomination, basis: "自荐信"))
        #expect(try groups(.inspector, .specialty)["-"] == 1 && groups(.inspector, .rank)["-"] == 1)
        let none = try office.run(ListPool.self, .init(pool: .inspector, specialty: "-", rank: "-")).rows
        #expect(none.map(\.cadre.name) == ["丁某"])
        try office.run(
            AdvancePool.self,
            .init(cadre: "彭华", pool: .inspector, to: .exited, document: "函", exit: .postChange, reason: "调任"))
        let after = try groups(.inspector, .specialty)
        #expect(after.filter { $0.key != "-" }.values.reduce(0, +) < before.values.reduce(0, +))
    }

    @Test func bandsOfAgesAreTheOffices() throws {
        #expect(try groups(.leader, .ageBand).keys.sorted() == ["0-35", "36-40", "41-45", "46-50", "51-55", "56-"])
        for wrong in ["50 40", "40 40", "40 fifty", "0 40", "130"] {
            let refusals = office.refusals {
                try office.run(SetWords.self, .init(list: .ageBands, words: wrong, reason: " "))
            }
            #expect(refusals.map(\.field) == ["reason", "words"], "\(wrong)")
        }
        try office.run(SetWords.self, .init(list: .ageBands, words: "45", reason: "口径"))
        #expect(try groups(.leader, .ageBand).keys.sorted() == ["0-45", "46-"])
        let old = try office.run(ListPool.self, .init(pool: .leader, age: "46-")).rows
        #expect(try old.count == groups(.leader, .ageBand)["46-"])
        for wrong in ["46", "-46", "46-40", "a-b"] {
            #expect(
                office.refusals { _ = try office.run(ListPool.self, .init(pool: .leader, age: wrong)) }.map(\.field) == ["age"])
        }
    }

    @Test(arguments: [
        ("1985-05-01", "1985.05", 0), ("2020-05-01", "1985.05", 35), ("2021-04-30", "1985.05", 35), ("2021-05-01", "1985.05", 36),
    ]) func agesAreWholeYears(today: String, born: String, years: Int) throws {
        let month = YearMonth(try #require(CalendarDate(today)))
        let stored = born.replacing(".", with: "-")
        let sql = AgeBand.years(of: "'\(stored)'", in: month)
        #expect(try office.read { try Int.fetchOne($0, sql: "SELECT \(sql)") } == years)
    }

    @Test func aPoolTakesAsManyQueriesWhateverItsSize() throws {
        let few = try district.queries { try office.run(ShowPoolStructure.self, .init(pool: .leader)) }
        let many = try district.queries { try office.run(ShowPoolStructure.self, .init(pool: .inspector)) }
        #expect(few == many)
    }
}
