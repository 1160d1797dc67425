import Foundation
import PluginKit
import Testing

@Suite struct CalendarDateTests {
    @Test(arguments: [
        "2026-03-01", "2026-3-1", "2026-03-1", "2026/3/1", "2026/03/01", "2026.3.1", "2026.03.01", "20260301", "2026年3月1日",
        "2026年03月01日", " 2026-03-01 ",
    ])
    func readsKnownShapes(text: String) {
        #expect(CalendarDate(text)?.description == "2026-03-01")
    }

    @Test(arguments: [
        "", " ", "2026", "2026-03", "202603", "2026031", "202603010", "26-03-01", "02026-03-01", "2026-003-01", "2026-03-001",
        "2026-03-01-", "-2026-03-01", "2026--03-01", "2026-03/01", "2026年03-01", "2026年3月1", "年2026月3日1", "2026 03 01",
        "2026-03-01T00:00", "2026-03-01\n", "２０２６-03-01", "2026-3-１", "2026-3-1\u{301}", "99999999999999999999-1-1",
        "2026-99999999999999999999-1", "tomorrow", "2026.3", "1980.1", "2026年3月1号", "03/01/2026",
    ])
    func refusesOtherShapes(text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test(arguments: [
        "2026-00-10", "2026-13-10", "2026-01-00", "2026-01-32", "2026-04-31", "2026-06-31", "2026-09-31", "2026-11-31",
        "2026-02-29", "2024-02-30", "1900-02-29", "2100-02-29", "1899-12-31", "3000-01-01", "20260229",
    ])
    func refusesDaysThatDoNotExist(text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test(arguments: [(1900, 28), (2000, 29), (2023, 28), (2024, 29), (2026, 28), (2100, 28), (2400, 29)])
    func knowsLeapYears(year: Int, days: Int) {
        #expect(CalendarDate.daysInMonth(year: year, month: 2) == days)
        #expect((CalendarDate(year: year, month: 2, day: 29) != nil) == (days == 29))
    }

    @Test func everyDayComesBackFromItsNumber() throws {
        var number = try #require(CalendarDate("1900-01-01")).dayNumber
        var weekday = 1  // 1 January 1900 was a Monday.
        for year in 1900...2999 {
            for month in 1...12 {
                for day in 1...CalendarDate.daysInMonth(year: year, month: month) {
                    let date = CalendarDate(dayNumber: number)
                    guard (date.year, date.month, date.day) == (year, month, day), date.dayNumber == number,
                        date.weekday == weekday
                    else {
                        Issue.record("day \(number) became \(date), weekday \(date.weekday), not \(year)-\(month)-\(day)")
                        return
                    }
                    number += 1
                    weekday = weekday % 7 + 1
                }
            }
        }
        #expect(number == CalendarDate.latest.dayNumber + 1)
        #expect(CalendarDate(dayNumber: number) == .latest)
        #expect(CalendarDate.earliest.description == "1900-01-01")
        #expect(CalendarDate.latest.description == "2999-12-31")
    }

    @Test func agreesWithTheSystemCalendar() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        for number in stride(from: -25_567, through: 376_199, by: 97) {
            let parts = calendar.dateComponents(
                [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: Double(number) * 86400))
            let date = CalendarDate(dayNumber: number)
            #expect((date.year, date.month, date.day) == (parts.year, parts.month, parts.day))
            #expect(parts.weekday.map { ($0 + 5) % 7 + 1 } == date.weekday)
        }
    }

    @Test(arguments: [
        ("1900-01-01", 1), ("1949-10-01", 6), ("1970-01-01", 4), ("2000-01-01", 6), ("2024-02-29", 4), ("2026-08-31", 1),
        ("2026-09-20", 7), ("2999-12-31", 2),
    ])
    func weekdayBeginsWithMonday(text: String, weekday: Int) throws {
        #expect(try #require(CalendarDate(text)).weekday == weekday)
    }

    @Test(arguments: [
        ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-08-31", 3, "2026-11-30"),
        ("2023-11-30", 3, "2024-02-29"), ("2024-11-30", 3, "2025-02-28"), ("2026-12-31", 2, "2027-02-28"),
        ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"), ("2026-03-31", -1, "2026-02-28"),
        ("2026-01-15", -1, "2025-12-15"), ("2026-01-15", -25, "2023-12-15"), ("2026-05-31", 0, "2026-05-31"),
        ("2026-12-01", 1, "2027-01-01"), ("1900-01-31", -1, "1900-01-01"), ("1900-01-31", -30_000, "1900-01-01"),
        ("2999-12-01", 1, "2999-12-31"), ("2026-01-01", Int.max, "2999-12-31"), ("2026-01-01", Int.min, "1900-01-01"),
    ])
    func addsMonths(text: String, months: Int, expected: String) throws {
        #expect(try #require(CalendarDate(text)).adding(months: months).description == expected)
    }

    @Test(arguments: [
        ("2026-12-31", 1, "2027-01-01"), ("2024-02-28", 1, "2024-02-29"), ("2026-02-28", 1, "2026-03-01"),
        ("2026-03-01", -1, "2026-02-28"), ("2026-01-01", 365, "2027-01-01"), ("2024-01-01", 366, "2025-01-01"),
        ("1900-01-01", -1, "1900-01-01"), ("1900-01-01", 401_766, "2999-12-31"), ("2026-01-01", Int.max, "2999-12-31"),
        ("2026-01-01", Int.min, "1900-01-01"),
    ])
    func addsDays(text: String, days: Int, expected: String) throws {
        #expect(try #require(CalendarDate(text)).adding(days: days).description == expected)
    }

    @Test func differenceUndoesAddition() throws {
        let start = try #require(CalendarDate("2023-12-31"))
        for days in [-40_000, -366, -1, 0, 1, 59, 60, 366, 40_000] {
            #expect(start.adding(days: days).days(since: start) == days)
        }
    }

    /// In seconds since 1970, UTC.
    @Test(arguments: [
        (1_772_294_399.0, "2026-02-28"),  // 23:59:59 in Shanghai
        (1_772_294_400.0, "2026-03-01"),  // midnight in Shanghai, 16:00 in Greenwich
        (0.0, "1970-01-01"), (-28_801.0, "1969-12-31"), (-28_800.0, "1970-01-01"), (1e300, "2999-12-31"),
        (-.infinity, "1900-01-01"),
    ])
    func takesTheDayOfShanghai(seconds: Double, expected: String) {
        #expect(CalendarDate(Date(timeIntervalSince1970: seconds)).description == expected)
    }

    @Test(arguments: ["1900-01-01", "1970-01-01", "2024-02-29", "2999-12-31"])
    func beginsAtMidnightInShanghai(text: String) throws {
        let date = try #require(CalendarDate(text))
        #expect(CalendarDate(date.startInstant) == date)
        #expect(CalendarDate(date.startInstant.addingTimeInterval(86_399)) == date)
        if date > .earliest { #expect(CalendarDate(date.startInstant.addingTimeInterval(-1)) == date.adding(days: -1)) }
    }

    @Test func ordersByDay() {
        let days = ["2026-03-02", "2025-12-31", "2026-03-01", "2026-02-28"].compactMap { CalendarDate($0) }
        #expect(days.sorted().map(\.description) == ["2025-12-31", "2026-02-28", "2026-03-01", "2026-03-02"])
    }

    @Test func isEncodedAsText() throws {
        let dates = [CalendarDate.earliest, .latest, CalendarDate(dayNumber: 20_000)]
        let data = try JSONEncoder().encode(dates)
        #expect(String(decoding: data, as: UTF8.self) == #"["1900-01-01","2999-12-31","2024-10-04"]"#)
        #expect(try JSONDecoder().decode([CalendarDate].self, from: data) == dates)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([CalendarDate].self, from: Data(#"["2026-02-29"]"#.utf8))
        }
    }
}
