import Foundation
import Interchange
import Operations
import PluginKit
import Testing

@testable import Personnel

/// Small rosters, each made for one question.
@Suite struct RosterRuleTests {
    private static let first =
        "郝磊,男,1970.08,中共党员,1990.10,研究生,灵隐街道,副书记,一级主任科员,2018.09,2018.09-至今 灵隐街道 副书记,工程,灵隐街道,组长库,无,13800007794,"

    private static func row(_ replacing: (String, String)...) -> String {
        replacing.reduce(first) { $0.replacing($1.0, with: $1.1, maxReplacements: 1) }
    }

    private func outcome(_ rows: [String], after register: [String] = [], partial: Bool = true) throws -> ImportOutcome {
        let district = try SampleDistrict()
        let head = Sample.header
        func file(_ rows: [String]) -> Upload { Upload(name: "r.csv", data: Data(([head] + rows).joined(separator: "\n").utf8)) }
        if !register.isEmpty { try district.importRoster(file(register)) }
        return try district.importRoster(file(rows), partial: partial)
    }

    private func keys(_ outcome: ImportOutcome, row: Int) -> [String] {
        outcome.faults.filter { $0.row == row }.map { String($0.message.key.split(separator: ".").last ?? "") }
    }

    static let pairs: [(second: String, key: String, saved: Int)] = [
        (row(("13800007794", "13800007795")), "personPerhaps", 1),
        (row(("1970.08", "1970.09")), "personPerhaps", 1),
        (row(("郝磊", "郝雷")), "personPerhaps", 1),
        (row(("郝磊", "郝 磊"), (",,", ",,")), "rewritten", 1),
        (row(("工程", "法律")), "personTwice", 1),
        (row(("1970.08", "1971.01"), ("13800007794", "13800007795")), "namesake", 2),
        (row(("郝磊", "郝雷"), ("13800007794", "13800007795")), "", 2),
        (row(("郝磊", "王伟"), ("1970.08", "1971.01")), "", 2),
    ]

    @Test(arguments: pairs.indices) func twoRowsAreOnePersonOrTwo(index: Int) throws {
        let pair = Self.pairs[index]
        let outcome = try outcome([Self.first, pair.second])
        #expect(outcome["saved"] == pair.saved, "\(pair.second)")
        if pair.key.isEmpty { #expect(keys(outcome, row: 3) == []) } else { #expect(keys(outcome, row: 3).contains(pair.key)) }
    }

    @Test(arguments: [
        (("13800007794", "13800007795"), "personPerhapsKnown", 0), (("1970.08", "1970.09"), "personPerhapsKnown", 0),
        (("郝磊", "郝雷"), "personPerhapsKnown", 0), (("工程", "法律"), "present", 0), (("郝磊", "郝　磊"), "present", 0),
    ])
    func theRegisterIsAsked(change: (String, String), key: String, saved: Int) throws {
        let outcome = try outcome([Self.row(change)], after: [Self.first])
        #expect(outcome["saved"] == saved)
        #expect(keys(outcome, row: 2).contains(key))
    }

    @Test func peopleBehindOneOfficeLineAreNotConfused() throws {
        let line = Self.row(("13800007794", "0571-87654321"))
        let other = line.replacing("郝磊", with: "王伟")
        #expect(try outcome([line, other])["saved"] == 2)
    }

    static let contradictions: [((String, String), String, String)] = [
        (("1990.10", "1988.07"), "joinedYoung", "入党时间"), (("1990.10", ""), "joinMissing", "入党时间"),
        (("中共党员", "群众"), "joinedNot", "入党时间"),
        ((",灵隐街道,副书记,", ",西湖区财政局,副书记,"), "careerOtherUnit", "单位"),
        (("2018.09,2018", "2019.09,2018"), "careerOtherMonth", "任现职时间"),
        (("2018.09-至今 灵隐街道 副书记", ""), "careerMissing", "工作经历"), (("至今 灵隐街道", "至今 省审计厅"), "careerUnits", "工作经历"),
        (("2018.09-至今", "1969.09-至今"), "careerBeforeBirth", "工作经历"), (("男", ""), "missing", "性别"),
        (("组长库", ""), "poolMissing", "库别"),
        (("工程", "书法"), "specialtyUnknown", "专业特长"), ((",无,", ",配偶:省审计厅,"), "kinUnit", "亲属回避信息"),
        ((",灵隐街道,副书记,", ",杭州市西湖区财政局,副书记,"), "unitForm", "单位"), (("13800007794", "1380000779"), "phoneLength", "联系方式"),
    ]

    @Test(arguments: contradictions.indices) func hintsDoNotKeepARowBack(index: Int) throws {
        let (change, key, column) = Self.contradictions[index]
        let outcome = try outcome([Self.row(change)], partial: false)
        #expect(outcome["saved"] == 1)
        #expect(outcome.faults.contains { $0.message.key.hasSuffix(key) && $0.column == column }, "\(key): \(outcome.faults)")
    }

    @Test func eighteenYearsAreEnoughToJoin() throws {
        #expect(keys(try outcome([Self.row(("1990.10", "1988.08"))]), row: 2) == [])
    }

    @Test(arguments: [
        (",灵隐街道,副书记,", ",,副书记,"), (",灵隐街道,副书记,", ",区经贸委,副书记,"), ("男", "不详"), ("组长库", "后备库"), ("中共党员", "某党党员"),
        ("2018.09-至今 灵隐街道 副书记", "长期在街道工作"), (",无,", ",爱人在教育局,"), ("郝磊", "郝磊（男）"), ("1970.08", "70.08"),
    ])
    func questionsKeepEverythingBack(change: (String, String)) throws {
        #expect(throws: ImportRefused.self) {
            try outcome([Self.first.replacing("郝磊", with: "王伟"), Self.row(change)], partial: false)
        }
        #expect(try outcome([Self.row(change)])["saved"] == 0)
    }

    @Test func theRostersDateIsFound() throws {
        let district = try SampleDistrict()
        let bare = Upload(name: "r.csv", data: Data("\(Sample.header)\n\(Self.first)".utf8))
        let said = Upload(name: "r.csv", data: Data("\(Sample.header)\n\(Self.first)\n\n制表单位：区委巡察办,,填表日期：2024.06".utf8))
        let day = try #require(CalendarDate("2025-03-08"))
        let given = try district.importRoster(bare, dryRun: true, rosterDate: day).sentence.arguments["roster"]
        #expect(given == .text("2025.03"))
        #expect(try district.importRoster(bare, dryRun: true).sentence.arguments["roster"] == .text("2018.09"))
        #expect(try district.importRoster(said, dryRun: true).sentence.arguments["roster"] == .text("2024.06"))
    }

    @Test func englishHeadersServeAsWell() throws {
        let district = try SampleDistrict()
        let text = "name,gender,birth month,unit,pool,phone\nZhang San,male,1980.01,西湖区财政局,inspector,13800000001\n"
        #expect(try district.importRoster(Upload(name: "r.csv", data: Data(text.utf8)))["saved"] == 1)
        #expect(try district.cadre("Zhang San").gender == .male)
    }

    @Test func missingColumnsAreNamedTogether() throws {
        let district = try SampleDistrict()
        let refusals = district.office.refusals {
            try district.importRoster(Upload(name: "r.csv", data: Data("性别,职务\n男,科长\n".utf8)))
        }
        #expect(Set(refusals.compactMap(\.field)) == ["name", "birthMonth", "unit"])
    }
}
