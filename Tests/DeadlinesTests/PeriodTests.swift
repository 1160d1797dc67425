import Deadlines
import Foundation
import PluginKit
import Testing

@Suite struct PeriodTests {
    static let written: [(text: String, period: Period)] = [
        ("10d", .days(10)), ("15wd", .workingDays(15)), ("4w", .weeks(4)), ("3m", .months(3)), ("3660d", .days(3660)),
        ("same-day", .sameDay), ("next-04-30", .nextYear(month: 4, day: 30)),
    ]

    @Test(arguments: written)
    func isWrittenAndRead(text: String, period: Period) throws {
        #expect(Period(text) == period)
        #expect(period.description == text)
        let stored = try JSONEncoder().encode([period])
        #expect(String(decoding: stored, as: UTF8.self) == "[\"\(text)\"]")
        #expect(try JSONDecoder().decode([Period].self, from: stored) == [period])
    }

    @Test(arguments: [
        "", "d", "10", "0d", "-1d", "3661d", "99999999999999999999d", "10 d", "10x", "1.5m", "10D", "next-02-29", "next-13-01",
        "next-", "next-04-30-01", "same", "１０d",
    ])
    func otherTextIsNoPeriod(text: String) {
        #expect(Period(text) == nil)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Period].self, from: Data("[\"\(text)\"]".utf8)) }
    }

    @Test(arguments: [
        ("10d", "2024-02-25", "2024-03-06"), ("10d", "2026-02-25", "2026-03-07"), ("4w", "2026-03-02", "2026-03-30"),
        ("1m", "2026-01-31", "2026-02-28"), ("1m", "2024-01-31", "2024-02-29"), ("3m", "2023-11-30", "2024-02-29"),
        ("3m", "2026-08-31", "2026-11-30"), ("6m", "2026-08-31", "2027-02-28"), ("12m", "2024-02-29", "2025-02-28"),
        ("same-day", "2026-10-01", "2026-10-01"), ("next-04-30", "2026-01-01", "2027-04-30"),
        ("next-04-30", "2026-12-31", "2027-04-30"), ("15wd", "2026-08-31", "2026-09-20"),
    ])
    func ends(period: String, start: String, expected: String) throws {
        let period = try #require(Period(period))
        #expect(try period.end(from: day(start), calendar: OfficialCalendar.calendar()).description == expected)
    }

    @Test(arguments: [
        ("7d", "2026-08-23", "2026-08-16"), ("1m", "2026-03-31", "2026-02-28"), ("2w", "2026-01-10", "2025-12-27"),
        ("3wd", "2026-10-08", "2026-09-28"), ("same-day", "2026-08-23", "2026-08-23"),
    ])
    func endsBackwards(period: String, start: String, expected: String) throws {
        let period = try #require(Period(period))
        let end = try period.end(from: day(start), backwards: true, calendar: OfficialCalendar.calendar())
        #expect(end.description == expected)
    }
}
