import Foundation
import Interchange
import PluginKit
import Testing

@Suite struct HeaderTests {
    static let fields = [
        FieldName("name", ["姓名", "Name"], required: true), FieldName("born", ["出生年月", "Born"], required: true),
        FieldName("unit", ["单位", "工作单位", "Unit"], required: true), FieldName("note", ["备注", "Note"]),
    ]

    @Test(arguments: [
        ["姓名", "出生年月", "单位", "备注"], ["name", "BORN", "Unit", "note"], [" 姓　名 ", "出生年月（YYYY.MM）", "工作单位*", "备注(可空)"],
        ["Ｎａｍｅ", "*出生年月", "单\n位", "备注"],
    ]) func findsColumns(_ header: [String]) throws {
        let map = try ColumnMap(header: header, fields: Self.fields)
        #expect(["name", "born", "unit", "note"].map { map[$0] } == [0, 1, 2, 3])
        #expect(map.unknown == [])
    }

    @Test func listsUnknownColumns() throws {
        let map = try ColumnMap(header: ["单位", "序号", "出生年月", "", "姓名"], fields: Self.fields)
        #expect(map.unknown == ["序号"])
        #expect(map["name"] == 4)
        #expect(map["note"] == nil)
        #expect(map.title("born") == "出生年月")
    }

    @Test func refusesEverythingAtOnce() throws {
        let found = refusals { _ = try ColumnMap(header: ["姓名", "Name", "备注"], fields: Self.fields) }
        #expect(found.map(\.field) == ["name", "born", "unit"])
        #expect(found.map(\.message.key).first == "E-VAL.refusal.tableColumnTwice")
        #expect(found.dropFirst().allSatisfy { $0.message.key == "E-VAL.refusal.tableColumnMissing" })
        #expect(try sentence(found[1].message, in: .zhHans).contains("出生年月"))
    }

    @Test func prefersTheBareName() throws {
        let map = try ColumnMap(header: ["单位（全称）", "单位", "姓名", "出生年月"], fields: Self.fields)
        #expect(map["unit"] == 1)
        #expect(map.unknown == ["单位（全称）"])
    }

    @Test func findsTheHeaderBelowATitle() throws {
        let csv = "推荐人选汇总表,,,\n\n姓名,出生年月,单位,备注\n甲,1980.01,乙办,\n,,,\n丙,1981.02,丁局,无\n\n制表单位：某办,,,\n"
        let table = try CSV.read(Data(csv.utf8)).withHeader(matching: Self.fields)
        #expect(table.header == ["姓名", "出生年月", "单位", "备注"])
        #expect(table.headerNumber == 3)
        #expect(table.rows.map(\.number) == [4, 6])
        #expect(table.remarks.map(\.number) == [1, 8])
    }

    @Test func looksNoFurtherThanTenRows() throws {
        let above = (1...9).map { "标题\($0)" }.joined(separator: "\n")
        let found = try CSV.read(Data("\(above)\n姓名,出生年月,单位\n甲,1980.01,乙\n".utf8)).withHeader(matching: Self.fields)
        #expect(found.headerNumber == 10)
        let missed = try CSV.read(Data("\(above)\n标题\n姓名,出生年月,单位\n甲,1980.01,乙\n".utf8)).withHeader(matching: Self.fields)
        #expect(missed.header == ["标题1"])
    }

    @Test func keepsSparseRowsThatAreNotRemarks() throws {
        let csv = "姓名,出生年月,单位,备注\n甲,1980.01,乙办,\n丙,,,\n"
        let table = try CSV.read(Data(csv.utf8)).withHeader(matching: Self.fields)
        #expect(table.rows.map(\.number) == [2, 3])
        #expect(table.remarks == [])
    }

    @Test func marksCellsOutsideTheHeader() throws {
        let table = try CSV.read(Data("姓名,出生年月,单位\n甲,1980.01,乙,丙,\n".utf8)).withHeader(matching: Self.fields)
        #expect(table.rows[0].problems == [3: Message("interchange.row.outsideHeader")])
    }
}
