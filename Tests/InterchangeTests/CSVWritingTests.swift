import Foundation
import PluginKit
import Testing

@testable import Interchange

@Suite struct CSVWritingTests {
    private func written(_ cells: [ExportCell], columns: [String] = ["甲", "乙"], notes: [String] = []) -> String {
        let columns = columns.map { ExportColumn($0) }
        return String(decoding: CSV.write(ExportTable(title: "表", columns: columns, rows: [cells], notes: notes)), as: UTF8.self)
    }

    @Test func beginsWithTheMarkAndEndsLinesWithCRLF() {
        let data = CSV.write(ExportTable(title: "表", columns: [ExportColumn("甲")], rows: [[.text("一")]]))
        #expect(Array(data.prefix(3)) == [0xEF, 0xBB, 0xBF])
        #expect(data.suffix(from: 3) == Data("甲\r\n一\r\n".utf8))
    }

    @Test(arguments: [
        (ExportCell.text("=1+1"), "'=1+1"), (.text("+86"), "'+86"), (.text("-补录"), "'-补录"), (.text("@某"), "'@某"),
        (.text("\t甲"), "\"'\t甲\""), (.text("\r甲"), "\"'\r甲\""), (.text("'=1"), "''=1"), (.text("'甲"), "'甲"),
        (.text("a,b"), "\"a,b\""), (.text("a\"b"), "\"a\"\"b\""), (.text(" a"), "\" a\""), (.text("a\nb"), "\"a\nb\""),
        (.integer(-5), "-5"), (.decimal("-12.50"), "-12.50"), (.decimal("-1+1"), "'-1+1"), (.empty, ""),
    ]) func writesCell(_ cell: ExportCell, _ expected: String) {
        #expect(written([.text("x"), cell]) == "\u{FEFF}甲,乙\r\nx,\(expected)\r\n")
    }

    @Test func writesDatesAndNotes() throws {
        let date = try #require(CalendarDate(year: 2024, month: 6, day: 1))
        #expect(written([.date(date), .empty], notes: ["密级：内部"]) == "\u{FEFF}甲,乙\r\n2024-06-01,\r\n\r\n密级：内部\r\n")
    }

    private let imprint = Imprint(
        scope: "范围：<全部>", secrecy: "密级：内部", made: "生成时间：2026-03-01 09:00", number: "文号：1号", seal: "（盖章处）")

    @Test func theImprintStandsBelowTheData() throws {
        let table = ExportTable(
            title: "表", columns: [ExportColumn("甲"), ExportColumn("乙")], rows: [[.text("一"), .text("二")]], notes: ["合计 1 人"],
            imprint: imprint)
        let read = try CSV.read(CSV.write(table)).withHeader(matching: [FieldName("a", ["甲"])])
        #expect(read.rows.map(\.cells) == [["一", "二"]])
        #expect(
            read.remarks.map(\.cells) == [
                ["合计 1 人"], ["文号：1号"], ["范围：<全部>"], ["密级：内部"], ["生成时间：2026-03-01 09:00"], ["（盖章处）"],
            ])
    }

    @Test func aFormWithoutDataIsReadAsSuch() throws {
        let columns = ["甲", "乙", "丙"].map { ExportColumn($0) }
        let empty = CSV.write(ExportTable(title: "表", columns: columns, rows: [], imprint: imprint))
        let read = try CSV.read(empty).withHeader(matching: [FieldName("a", ["甲"])])
        #expect(read.rows.isEmpty && read.remarks.count == 5)
        let sparse = try CSV.read(Data("甲,乙,丙\n一,,\n\n二,,\n".utf8)).withHeader(matching: [FieldName("a", ["甲"])])
        #expect(sparse.rows.map { $0.cells[0] } == ["一", "二"], "data that fill one column are data")
    }

    /// The browser counts the pages; secrecy and time stand at the foot of each.
    @Test func aPrintedTableCarriesItsImprint() {
        var table = ExportTable(title: "表", columns: [ExportColumn("甲")], rows: [[.text("一")]], imprint: imprint)
        let html = PrintedTable.html(table)
        #expect(html.contains("@bottom-right{content:counter(page) \"/\" counter(pages)"))
        #expect(html.contains("@bottom-left{content:\"密级：内部　生成时间：2026-03-01 09:00\""))
        #expect(html.contains("<p class=\"mark\"><span>密级：内部</span><span>文号：1号</span></p>"))
        #expect(html.contains("<p>范围：&lt;全部&gt;</p>") && html.contains("<p class=\"seal\">（盖章处）</p>"))
        table.imprint?.secrecy = "\"}</style><script>"
        #expect(!PrintedTable.html(table).contains("<script>"))
        table.imprint = nil
        #expect(!PrintedTable.html(table).contains("class=\"mark\""))
    }

    @Test func escapesHeadersToo() {
        #expect(written([.empty, .empty], columns: ["=x", "乙"]) == "\u{FEFF}'=x,乙\r\n,\r\n")
    }

    @Test(arguments: [
        ("12", true), ("-12.5", true), ("0", true), ("", false), ("-", false), ("1.", false), (".5", false), ("1e5", false),
        ("+1", false), ("1.2.3", false), ("１", false),
    ]) func knowsDecimals(_ text: String, _ expected: Bool) {
        #expect(ExportCell.isDecimal(text) == expected)
    }

    /// Whatever text goes out comes back unchanged.
    @Test(arguments: 0..<200 as Range<UInt64>) func roundTrip(seed: UInt64) throws {
        var generator = SeededGenerator(state: seed)
        let width = Int.random(in: 1...5, using: &generator)
        let rows = (0..<Int.random(in: 1...8, using: &generator)).map { _ in
            (0..<width).map { _ in Self.randomText(&generator) }
        }
        let columns = (0..<width).map { ExportColumn("列\($0)") }
        let data = CSV.write(ExportTable(title: "", columns: columns, rows: rows.map { $0.map(ExportCell.text) }))
        let table = try CSV.read(data)
        #expect(table.header == columns.map(\.title))
        #expect(table.rows.map(\.cells) == rows)
        #expect(table.rows.map(\.number) == Array(2..<(rows.count + 2)))
    }

    private static func randomText(_ generator: inout SeededGenerator) -> String {
        let pieces = ["=", "+", "-", "@", "\t", "\r", "\n", "\r\n", "'", "\"", ",", ";", " ", "　", "汉", "字", "a", "1", "é", "𠮷"]
        let count = Int.random(in: 0...6, using: &generator)
        return (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    }
}
