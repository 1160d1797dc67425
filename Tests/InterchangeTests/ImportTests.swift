import Foundation
import Interchange
import PluginKit
import Testing

@Suite struct ImportTests {
    static let fields = [
        FieldName("name", ["姓名"], required: true), FieldName("born", ["出生年月"], required: true), FieldName("phone", ["联系方式"]),
    ]
    static let csv = """
        姓名,出生年月,联系方式,序号
        甲,1980.01,13800001395,1
        ,1981.02,13800001396,2
        丙,1978年10月,1.38E+10,3
        丁,79.09,13800001397,4
        =戊,1979.13,,5
        己,1990.01,,6,多
        """

    private func preview() throws -> ImportPreview<String> {
        try ImportPreview(CSV.read(Data(Self.csv.utf8)), fields: Self.fields) { reader in
            let name = reader.required("name", Cells.personName)
            let born = reader.value("born") { Cells.yearMonth($0) }
            _ = reader.value("phone", Cells.phone)
            return name.map { "\($0) \(born?.description ?? "?")" }
        }
    }

    @Test func acceptsGoodRowsAndListsTheRest() throws {
        let preview = try preview()
        #expect(preview.rows.map(\.value) == ["甲 1980.01", "丁 ?"])
        #expect(preview.rows.map(\.number) == [2, 5])
        #expect(preview.report.rowsRead == 6)
        #expect(preview.report.accepted == 2)
        #expect(preview.report.refused == 4)
        #expect(preview.report.unknownColumns == ["序号"])
    }

    @Test func namesEveryFault() throws {
        let faults = try preview().report.faults
        let found = faults.map { "\($0.row) \($0.column) \($0.severity) \($0.message.key.split(separator: ".").last ?? "")" }
        #expect(
            found == [
                "3 姓名 refused missing", "4 出生年月 normalised rewritten", "4 联系方式 refused digitsLost",
                "5 出生年月 question twoDigitYear", "6 姓名 refused formula", "6 出生年月 refused noSuchMonth",
                "7 5 refused outsideHeader",
            ])
    }

    @Test func refusesTheWholeImportByDefault() throws {
        let report = try preview().report
        let found = refusals { try report.requireAll() }
        #expect(found.map(\.field) == ["rows.3.姓名", "rows.4.联系方式", "rows.6.姓名", "rows.6.出生年月", "rows.7.5"])
        #expect(throws: Never.self) { try ImportReport(rowsRead: 1, accepted: 1, refused: 0, faults: []).requireAll() }
    }

    @Test(arguments: [(Language.zhHans, "行号,列,值,原因"), (.en, "row,column,value,reason")])
    func writesTheRejectsFile(_ language: Language, _ header: String) throws {
        let registry = try Registry.build([InterchangePlugin.self], crossChecks: false)
        let data = try preview().report.rejects(language: language, strings: registry.strings)
        let text = String(decoding: data, as: UTF8.self)
        let lines = text.components(separatedBy: "\r\n")
        #expect(lines[0] == "\u{FEFF}\(header)")
        #expect(lines.count == 8)
        #expect(lines[4].hasPrefix("6,姓名,'=戊,"))
        #expect(try CSV.read(data).rows[3].cells[2] == "=戊")
    }

    @Test func refusesCellsTheReaderFoundFaulty() throws {
        let row = SourceRow(number: 2, cells: ["甲", ""], problems: [1: Message("interchange.cell.missing")])
        let table = SourceTable(header: ["姓名", "出生年月"], rows: [row])
        let preview = try ImportPreview(table, fields: Self.fields) { reader in
            _ = reader.value("born") { Cells.yearMonth($0) }
            return reader.required("name", Cells.personName)
        }
        #expect(preview.rows.isEmpty)
        #expect(preview.report.faults.map(\.column) == ["出生年月"])
    }
}

@Suite struct KernelSlotTests {
    @Test func fillsTheSlots() throws {
        let registry = try Registry.build([InterchangePlugin.self])
        #expect(registry.values(TableFormats.self).map(\.fileExtension) == ["csv", "html"])
        #expect(try registry.tableFormat(forFile: "名册.CSV").contentType == "text/csv; charset=utf-8")
        #expect(registry.values(Rules.self).map(\.id) == ["R-LOG-04"])
        let found = refusals { _ = try registry.tableFormat(forFile: "名册.doc") }
        #expect(try sentence(try #require(found.first).message, in: .en).contains("csv"))
    }

    @Test(arguments: [
        ("[[[1]]]", 3, true), ("[[[[1]]]]", 3, false), (#"{"a":{"b":{}}}"#, 3, true), (#"["[[[[[[", "\"[[[["]"#, 1, true),
        ("[][][]", 1, true), (String(repeating: "[", count: 100_000), 64, false), (#"{"a\\":[{}]}"#, 2, false),
    ]) func limitsJSONDepth(_ text: String, _ depth: Int, _ isAllowed: Bool) {
        let limits = JSONLimits(depth: depth)
        let passed = (try? JSONLimits.check(Data(text.utf8), limits: limits)) != nil
        #expect(passed == isAllowed)
    }

    @Test func limitsJSONSize() throws {
        let found = refusals { try JSONLimits.check(Data(count: 11), limits: JSONLimits(bytes: 10)) }
        #expect(try found.map { try sentence($0.message, in: .zhHans) } == ["数据大小 11 字节，超过上限 10 字节"])
    }
}
