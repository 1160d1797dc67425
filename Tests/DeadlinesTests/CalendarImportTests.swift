import Deadlines
import Interchange
import PluginKit
import Testing

@Suite struct CalendarImportTests {
    static let header = ["date", "name", "kind", "notice"]

    @Test func readsTheOfficialTable() throws {
        let entries = try OfficialCalendar.entries()
        #expect(entries.count == 374)
        #expect(entries.count { $0.kind == .work } == 71)
        #expect(entries.first?.name == "元旦")
        let makeUp = entries.first { $0.date.description == "2026-09-20" }
        #expect(makeUp?.kind == .work)
        #expect(makeUp?.notice == "https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm")
    }

    @Test func readsTheFileAsItStands() throws {
        let preview = try CalendarImport.read(CSV.read(OfficialCalendar.data))
        #expect(preview.report.accepted == 374)
        #expect(preview.report.faults.isEmpty)
        #expect(try preview.rows.map(\.value) == OfficialCalendar.entries())
    }

    @Test func takesColumnsInAnyOrder() throws {
        let entries = try CalendarImport.entries(from: [
            ["通知", "extra", " kind ", "日期", "name"], ["国办发明电〔2025〕7号", "?", "rest", "2026/1/1", " 元旦 "],
            ["国办发明电〔2025〕7号", "?", "调休上班", "2026年1月4日", "元旦"], ["", " ", "", "", ""], [],
        ])
        #expect(
            entries == [
                HolidayEntry(date: try day("2026-01-01"), name: "元旦", kind: .rest, notice: "国办发明电〔2025〕7号"),
                HolidayEntry(date: try day("2026-01-04"), name: "元旦", kind: .work, notice: "国办发明电〔2025〕7号"),
            ])
    }

    @Test func reportsEveryFault() throws {
        let rows = [
            Self.header,
            ["2026-01-01", "元旦", "rest", "n"],
            ["2026-02-30", "春节", "rest", "n"],
            ["2026-01-01", "元旦", "work", "n"],
            ["", "", "festival", ""],
            ["2026-10-01", "国庆节"],
            [],
            ["26-10-02", "国庆节", "Rest", "n"],
            ["46297", "国庆节", "rest", "n"],
        ]
        let found = refusals { try CalendarImport.entries(from: rows) }
        #expect(
            found.map { "\($0.field ?? "") \($0.message.key)" } == [
                "rows.3.date interchange.cell.noSuchDay", "rows.4.date E-DUP.refusal.calendarRow",
                "rows.5.date interchange.cell.missing", "rows.5.name interchange.cell.missing",
                "rows.5.kind E-VAL.refusal.calendarKind", "rows.5.notice interchange.cell.missing",
                "rows.6.kind interchange.cell.missing", "rows.6.notice interchange.cell.missing",
                "rows.8.date interchange.cell.twoDigitYear", "rows.9.date interchange.cell.serialNumber",
            ])
        #expect(found.dropFirst().first?.message.arguments == ["date": "2026-01-01", "earlier": "2"])
        #expect(found.map(\.rule).filter { $0 == .duplicate }.count == 1)
    }

    @Test(arguments: [
        ([["date", "name", "type"]], ["kind", "notice"]),
        ([["date", "日期", "name", "kind", "notice"], ["2026-01-01", "2026-01-01", "元旦", "rest", "n"]], ["date"]),
        ([], ["date", "name", "kind", "notice"]),
    ])
    func namesColumnsThatAreMissing(rows: [[String]], columns: [String]) {
        #expect(refusals { try CalendarImport.entries(from: rows) }.compactMap(\.field) == columns)
    }

    @Test(arguments: [[header], [header, ["", "", "", ""], [" "]]])
    func refusesATableWithoutRows(rows: [[String]]) {
        #expect(refusals { try CalendarImport.entries(from: rows) }.map(\.message.key) == ["E-VAL.refusal.calendarEmpty"])
    }
}
