import Deadlines
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

    @Test func takesColumnsInAnyOrder() throws {
        let entries = try CalendarImport.entries(from: [
            ["notice", "extra", " kind ", "date", "name"], ["国办发明电〔2025〕7号", "?", "rest", "2026/1/1", " 元旦 "],
            ["", " ", "", "", ""], [],
        ])
        #expect(
            entries == [HolidayEntry(date: try day("2026-01-01"), name: "元旦", kind: .rest, notice: "国办发明电〔2025〕7号")])
    }

    @Test func reportsEveryFault() throws {
        let rows = [
            Self.header,
            ["2026-01-01", "元旦", "rest", "n"],
            ["2026-02-30", "春节", "rest", "n"],
            ["2026-01-01", "元旦", "work", "n"],
            ["", "", "holiday", ""],
            ["2026-10-01"],
            [],
            ["2026-10-02", "国庆节", "Rest", "n"],
        ]
        let found = refusals { try CalendarImport.entries(from: rows) }
        #expect(
            found.map { "\($0.field ?? "") \($0.message.key)" } == [
                "rows.3.date E-VAL.refusal.calendarDate", "rows.4.date E-DUP.refusal.calendarDateTwice",
                "rows.5.date E-VAL.refusal.calendarDate", "rows.5.kind E-VAL.refusal.calendarKind",
                "rows.5.name E-VAL.refusal.calendarCell", "rows.5.notice E-VAL.refusal.calendarCell",
                "rows.6.kind E-VAL.refusal.calendarKind", "rows.6.name E-VAL.refusal.calendarCell",
                "rows.6.notice E-VAL.refusal.calendarCell", "rows.8.kind E-VAL.refusal.calendarKind",
            ])
        #expect(found[0].message.arguments == ["row": "3", "value": "2026-02-30"])
        #expect(found[1].message.arguments == ["row": "4", "date": "2026-01-01", "earlier": "2"])
    }

    @Test(arguments: [
        ([["date", "name", "type"]], ["kind", "notice"]),
        ([["date", "date", "name", "kind", "notice"], ["2026-01-01", "2026-01-01", "元旦", "rest", "n"]], ["date"]),
        ([], ["date", "name", "kind", "notice"]),
    ])
    func namesColumnsThatAreMissing(rows: [[String]], columns: [String]) {
        let found = refusals { try CalendarImport.entries(from: rows) }
        #expect(found.filter { $0.message.key == "E-VAL.refusal.calendarColumn" }.compactMap(\.field) == columns)
    }

    @Test(arguments: [[header], [header, ["", "", "", ""], [" "]]])
    func refusesATableWithoutRows(rows: [[String]]) {
        #expect(refusals { try CalendarImport.entries(from: rows) }.map(\.message.key) == ["E-VAL.refusal.calendarEmpty"])
    }
}
