import Foundation
import Interchange
import Operations
import Organization
import Persistence
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

    private static let units = UnitDirectory(
        units: ["灵隐街道", "西湖区财政局"].enumerated().map {
            UnitDirectory.Entry(id: UniqueID(milliseconds: 1, counter: UInt16($0), random: 0), code: "U\($0)", name: $1)
        }, district: "杭州市西湖区")

    private func read(_ rows: [String], after register: [String] = [], said: CalendarDate? = nil) throws -> RosterReading {
        let table = { (rows: [String]) in try CSV.read(Data(([Sample.header] + rows).joined(separator: "\n").utf8)) }
        let today = CalendarDate(dayNumber: 20_513)
        let known = try RosterReading(try table(register), units: Self.units, register: [], said: nil, today: today)
        return try RosterReading(try table(rows), units: Self.units, register: known.rows.map(\.mark), said: said, today: today)
    }

    private func keys(_ reading: RosterReading, row: Int) -> [String] {
        reading.report.faults.filter { $0.row == row }.map { String($0.message.key.split(separator: ".").last ?? "") }
    }

    static let pairs: [(second: String, key: String, saved: Int)] = [
        (row(("13800007794", "13800007795")), "personPerhaps", 1),
        (row(("1970.08", "1970.09")), "personPerhaps", 1),
        (row(("郝磊", "郝雷")), "personPerhaps", 1),
        (row(("郝磊", "郝 磊")), "rowTwin", 1),
        (row(("工程", "法律")), "personTwice", 1),
        (row(("1970.08", "1971.01"), ("13800007794", "13800007795")), "namesake", 2),
        (row(("郝磊", "郝雷"), ("13800007794", "13800007795")), "", 2),
        (row(("郝磊", "王伟"), ("1970.08", "1971.01")), "", 2),
    ]

    @Test(arguments: pairs.indices) func twoRowsAreOnePersonOrTwo(index: Int) throws {
        let pair = Self.pairs[index]
        let reading = try read([Self.first, pair.second])
        #expect(reading.rows.count == pair.saved, "\(pair.second)")
        #expect(
            pair.key.isEmpty ? keys(reading, row: 3) == [] : keys(reading, row: 3).contains(pair.key), "\(keys(reading, row: 3))")
    }

    @Test(arguments: [
        (("13800007794", "13800007795"), "personPerhapsKnown", 0), (("1970.08", "1970.09"), "personPerhapsKnown", 0),
        (("郝磊", "郝雷"), "personPerhapsKnown", 0), (("工程", "法律"), "present", 0), (("郝磊", "郝　磊"), "present", 0),
    ])
    func theRegisterIsAsked(change: (String, String), key: String, saved: Int) throws {
        let reading = try read([Self.row(change)], after: [Self.first])
        #expect(reading.rows.count == saved)
        #expect(keys(reading, row: 2).contains(key))
    }

    @Test func peopleBehindOneOfficeLineAreNotConfused() throws {
        let line = Self.row(("13800007794", "0571-87654321"))
        let other = line.replacing("郝磊", with: "王伟")
        #expect(try read([line, other]).rows.count == 2)
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
        let reading = try read([Self.row(change)])
        #expect(reading.rows.count == 1)
        let faults = reading.report.faults
        #expect(faults.contains { $0.message.key.hasSuffix(key) && $0.column == column }, "\(key): \(faults)")
    }

    @Test func eighteenYearsAreEnoughToJoin() throws {
        #expect(keys(try read([Self.row(("1990.10", "1988.08"))]), row: 2) == [])
    }

    @Test(arguments: [
        (",灵隐街道,副书记,", ",,副书记,"), (",灵隐街道,副书记,", ",区经贸委,副书记,"), ("男", "不详"), ("组长库", "后备库"), ("中共党员", "某党党员"),
        ("2018.09-至今 灵隐街道 副书记", "长期在街道工作"), (",无,", ",爱人在教育局,"), ("郝磊", "郝磊（男）"), ("1970.08", "70.08"),
    ])
    func questionsKeepTheRowBack(change: (String, String)) throws {
        let other = Self.row(("郝磊", "王伟"), ("1970.08", "1971.01"), ("13800007794", "13800007795"))
        let reading = try read([other, Self.row(change)])
        #expect(reading.rows.map(\.name) == ["王伟"])
        #expect(reading.report.refused == 1)
        #expect(reading.report.faults.contains { $0.row == 3 && $0.severity == .question })
    }

    @Test func theRostersDateIsFound() throws {
        let remark = "\n制表单位：区委巡察办,,填表日期：2024.06"
        let day = try #require(CalendarDate("2025-03-08"))
        #expect(try read([Self.first], said: day).date.day == day)
        #expect(try read([Self.first]).date.day == CalendarDate("2018-09-30"))
        #expect(try read([Self.first, remark]).date.day == CalendarDate("2024-06-30"))
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
