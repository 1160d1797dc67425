import Foundation
import GRDB
import Interchange
import Operations
import PluginKit
import PluginTestKit
import Testing

@testable import Deadlines

/// An office with nothing but tables and deadlines, on 22 November 2026.
func deadlineOffice() throws -> TestOffice {
    try TestOffice(plugins: [InterchangePlugin.self, DeadlinesPlugin.self], today: day("2026-11-22"))
}

/// A holiday table as an upload; the rows without their header.
func table(_ rows: String...) -> Upload {
    Upload(name: "calendar.csv", data: Data((["date,name,kind,notice"] + rows).joined(separator: "\n").utf8))
}

extension TestOffice {
    @discardableResult
    func importTable(_ file: Upload, dryRun: Bool? = nil, replace: Bool? = nil) throws -> ImportOutcome {
        try run(ImportCalendar.self, .init(file: file, dryRun: dryRun, replace: replace, rejects: nil))
    }

    func stored() throws -> [String] {
        try read { try String.fetchAll($0, sql: "SELECT date || ' ' || kind FROM deadlines_holiday ORDER BY date") }
    }
}

@Suite struct DeadlinesPluginTests {
    let official = Upload(name: "china-holidays.csv", data: OfficialCalendar.data)

    @Test func conforms() {
        #expect(PluginConformance.problems(of: [InterchangePlugin.self, DeadlinesPlugin.self]) == [])
    }

    @Test func importsTheOfficialTable() throws {
        let office = try deadlineOffice()
        let outcome = try office.importTable(official)
        #expect(
            office.text(outcome.sentence)
                == "读取 374 行：新增 374 天，更新 0 天，未变 0 天，删除 0 天。可计算工作日的年份：2016–2026。")
        #expect(outcome.faults.isEmpty)
        let calendar = try office.read { try Holidays.calendar(in: $0) }
        #expect(calendar == (try OfficialCalendar.calendar()))
        let again = try office.importTable(official)
        #expect(again.sentence.arguments["same"] == "374")
        #expect(again.sentence.arguments["added"] == "0")
    }

    @Test func aDryRunKeepsNothing() throws {
        let office = try deadlineOffice()
        let outcome = try office.importTable(official, dryRun: true)
        #expect(outcome.sentence.key == "calendar.import.tried")
        #expect(outcome.sentence.arguments["years"] == "2016–2026")
        #expect(try office.stored().isEmpty)
    }

    @Test func aFaultyTableChangesNothing() throws {
        let office = try deadlineOffice()
        try office.importTable(table("2026-01-01,元旦,rest,n"))
        let found = refusals {
            try office.importTable(
                table("2026-01-01,元旦,work,n", "2026-13-01,x,rest,n", "46297,国庆节,rest,n", "2026-01-01,元旦,rest,n"))
        }
        #expect(found.compactMap(\.field) == ["rows.3.date", "rows.4.date", "rows.5.date"])
        #expect(try office.stored() == ["2026-01-01 rest"])
    }

    @Test func handsOutTheFaultyRows() throws {
        let office = try deadlineOffice()
        do {
            try office.run(
                ImportCalendar.self,
                .init(file: table("46297,国庆节,rest,n"), dryRun: nil, replace: nil, rejects: DownloadName("faults.csv")))
            Issue.record("a serial number was taken for a date")
        } catch let error as ImportRefused {
            let text = String(decoding: try #require(error.document).data, as: UTF8.self)
            #expect(text.contains("46297"))
        }
    }

    @Test func aCorrectedDayIsChangedAndOthersStay() throws {
        let office = try deadlineOffice()
        try office.importTable(table("2020-02-01,春节,work,a", "2020-01-30,春节,rest,a"))
        let outcome = try office.importTable(table("2020-02-01,春节,rest,b"))
        #expect(outcome.sentence.arguments["changed"] == "1")
        #expect(try office.stored() == ["2020-01-30 rest", "2020-02-01 rest"])
    }

    @Test func replacingTakesAwayWhatTheYearNoLongerLists() throws {
        let office = try deadlineOffice()
        try office.importTable(official)
        let year = OfficialCalendar.rows.filter { $0[0].hasPrefix("2018-") && $0[0] < "2018-12" && $0[0] != "2018-04-08" }
        let outcome = try office.importTable(table(year.map { $0.joined(separator: ",") }.joined(separator: "\n")), replace: true)
        // 8 April goes; 29 to 31 December came with the notice for 2019 and stay.
        #expect(outcome.sentence.arguments["removed"] == "1")
        let stored = try office.stored()
        #expect(stored.count == 373)
        #expect(!stored.contains("2018-04-08 work"))
        #expect(stored.contains("2018-12-29 work"))
    }

    @Test func replacingSparesYearsTheFileDoesNotCover() throws {
        let office = try deadlineOffice()
        try office.importTable(official)
        let outcome = try office.importTable(table("2025-01-01,元旦,rest,n"), replace: true)
        #expect(outcome.sentence.arguments["removed"] == "0")
    }

    @Test func onlyTheOfficeMayImport() throws {
        let office = try deadlineOffice()
        let inspector = Principal(account: "in", roles: [.inspector, .teamLeader, .districtCommittee])
        let found = refusals {
            try office.run(
                ImportCalendar.self, .init(file: official, dryRun: nil, replace: nil, rejects: nil), as: inspector)
        }
        #expect(found.map(\.rule) == [.notPermitted])
        #expect(try office.stored().isEmpty)
    }

    @Test func showsAYear() throws {
        let office = try deadlineOffice()
        try office.importTable(official)
        let page = try office.run(ShowCalendar.self, .init(year: nil))
        #expect(page.rows.count == 39)
        #expect(page.rows.allSatisfy { $0.entry.date.year == 2026 })
        let sentence = try #require(page.sentence)
        #expect(office.text(sentence) == "2026 年列明放假 33 天、调休上班 6 天，全年工作日 248 天。")
        let answer = page.answer.rows.first { $0.first == .date(CalendarDate(year: 2026, month: 9, day: 20) ?? .earliest) }
        #expect(answer?[1] == .word(code: "7", key: "weekday.7"))
    }

    @Test func saysThatAYearIsMissing() throws {
        let office = try deadlineOffice()
        try office.importTable(official)
        let page = try office.run(ShowCalendar.self, .init(year: 2027))
        #expect(page.rows.isEmpty)
        let sentence = try #require(page.sentence)
        #expect(office.text(sentence).hasPrefix("2027 年的节假日安排表尚未完整导入"))
        #expect(refusals { try office.run(ShowCalendar.self, .init(year: 3000)) }.map(\.field) == ["year"])
    }

    @Test func theFileItselfRefusesWhatNoTableHas() throws {
        let office = try deadlineOffice()
        for row in ["('2026-1-1', 'x', 'rest', 'n')", "('2026-01-01', 'x', 'holiday', 'n')", "('2026-01-01', 'x', 'rest', '')"] {
            #expect(throws: DatabaseError.self) {
                try office.dispatcher.store.write(owner: "deadlines") {
                    try $0.execute(sql: "INSERT INTO deadlines_holiday (date, name, kind, notice) VALUES \(row)")
                }
            }
        }
    }
}
