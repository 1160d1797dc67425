import Deadlines
import PluginKit
import Testing

@Suite struct WorkingCalendarTests {
    let calendar: WorkingCalendar

    init() throws { calendar = try OfficialCalendar.calendar() }

    @Test func coversTheYearsWithANotice() {
        #expect(calendar.coveredYears == Array(2016...2026))
    }

    /// Days around make-up weekends, read off the notices by hand.
    @Test(arguments: [
        ("2016-10-08", true), ("2016-10-09", true), ("2017-09-30", true), ("2018-12-29", true), ("2018-12-31", false),
        ("2019-01-01", false), ("2019-05-05", true), ("2020-01-31", false), ("2020-02-01", false), ("2020-02-03", true),
        ("2022-12-31", false), ("2023-01-02", false), ("2023-01-27", false), ("2023-01-28", true), ("2023-01-29", true),
        ("2023-06-25", true), ("2023-09-28", true), ("2023-09-29", false), ("2023-09-30", false), ("2023-10-06", false),
        ("2023-10-07", true), ("2023-10-08", true), ("2024-02-04", true), ("2024-02-09", true), ("2024-02-17", false),
        ("2024-02-18", true), ("2024-09-14", true), ("2024-09-29", true), ("2024-10-07", false), ("2024-10-12", true),
        ("2025-01-26", true), ("2025-01-27", true), ("2025-02-08", true), ("2025-02-09", false), ("2025-09-28", true),
        ("2025-10-08", false), ("2025-10-11", true), ("2026-01-02", false), ("2026-01-04", true), ("2026-02-14", true),
        ("2026-02-23", false), ("2026-02-28", true), ("2026-09-20", true), ("2026-09-25", false), ("2026-10-10", true),
        ("2026-03-07", false), ("2026-03-08", false), ("2026-03-09", true),
    ])
    func knowsMakeUpDays(text: String, isWorked: Bool) throws {
        #expect(try calendar.isWorkingDay(day(text)) == isWorked)
    }

    /// Counted on the wall calendar from the notices of each year.
    @Test(arguments: [
        // Spring Festival
        ("2023-01-20", 1, "2023-01-28"), ("2023-01-20", 2, "2023-01-29"), ("2023-01-20", 15, "2023-02-15"),
        ("2024-02-02", 1, "2024-02-04"), ("2024-02-02", 7, "2024-02-18"), ("2024-02-02", 15, "2024-02-28"),
        ("2025-01-24", 1, "2025-01-26"), ("2025-01-24", 3, "2025-02-05"), ("2025-01-24", 15, "2025-02-20"),
        ("2026-02-13", 1, "2026-02-14"), ("2026-02-13", 2, "2026-02-24"), ("2026-02-13", 15, "2026-03-12"),
        // National Day
        ("2023-09-28", 1, "2023-10-07"), ("2023-09-28", 3, "2023-10-09"), ("2023-09-28", 15, "2023-10-25"),
        ("2024-09-27", 1, "2024-09-29"), ("2024-09-27", 3, "2024-10-08"), ("2024-09-27", 15, "2024-10-23"),
        ("2025-09-26", 1, "2025-09-28"), ("2025-09-26", 4, "2025-10-09"), ("2025-09-26", 15, "2025-10-23"),
        ("2026-09-18", 1, "2026-09-20"), ("2026-09-18", 9, "2026-10-08"), ("2026-09-18", 15, "2026-10-15"),
        // From inside a holiday, over a year's end, backwards, not at all
        ("2026-10-03", 1, "2026-10-08"), ("2022-12-30", 1, "2023-01-03"), ("2018-12-28", 2, "2019-01-02"),
        ("2023-10-07", -1, "2023-09-28"), ("2026-02-24", -2, "2026-02-13"), ("2026-10-03", 0, "2026-10-03"),
    ])
    func addsWorkingDays(from: String, count: Int, expected: String) throws {
        #expect(try calendar.adding(workingDays: count, to: day(from)).description == expected)
    }

    @Test(arguments: [
        ("2023-09-28", "2023-10-25", 15), ("2023-10-25", "2023-09-28", -15), ("2026-10-01", "2026-10-07", 0),
        ("2026-09-30", "2026-10-08", 1), ("2026-05-05", "2026-05-05", 0), ("2016-01-01", "2026-12-31", 2743),
    ])
    func countsWorkingDays(from: String, to: String, expected: Int) throws {
        #expect(try calendar.workingDays(from: day(from), to: day(to)) == expected)
    }

    @Test func rollsToTheNextWorkedDay() throws {
        #expect(try calendar.firstWorkingDay(onOrAfter: day("2026-10-01")).description == "2026-10-08")
        #expect(try calendar.firstWorkingDay(onOrAfter: day("2026-10-10")).description == "2026-10-10")
    }

    @Test func refusesAYearWithoutTable() throws {
        let late = try day("2026-12-28")
        let asked: [([Refusal], String)] = [
            (refusals { try calendar.isWorkingDay(day("2027-01-04")) }, "2027"),
            (refusals { try calendar.isWorkingDay(day("2015-12-31")) }, "2015"),
            (refusals { try calendar.adding(workingDays: 4, to: late) }, "2027"),
            (refusals { try calendar.adding(workingDays: -1, to: day("2016-01-02")) }, "2015"),
            (refusals { try calendar.workingDays(from: late, to: day("2029-01-01")) }, "2027–2029"),
            (refusals { try calendar.workingDays(from: day("2014-06-01"), to: day("2028-01-01")) }, "2014–2015, 2027–2028"),
        ]
        for (found, year) in asked {
            #expect(found.map(\.rule.id) == ["R-RND-09"])
            #expect(found.first?.kind == .rule)
            #expect(found.first?.message.arguments["year"] == .text(year))
        }
        #expect(try calendar.adding(workingDays: 3, to: late).description == "2026-12-31")
        #expect(try calendar.adding(workingDays: 1, to: day("2015-12-31")).description == "2016-01-04")
    }

    @Test func countingAlwaysEnds() throws {
        let entries = try [2999, 1900].flatMap { year in
            try ["01-01", "05-01", "10-01"].map {
                HolidayEntry(date: try day("\(year)-\($0)"), name: "x", kind: .rest, notice: "x")
            }
        }
        let edges = try WorkingCalendar(entries)
        #expect(edges.coveredYears == [1900, 2999])
        #expect(refusals { try edges.adding(workingDays: 5, to: .latest) }.map(\.rule.id) == ["R-RND-09"])
        #expect(refusals { try edges.adding(workingDays: -5, to: .earliest) }.map(\.rule.id) == ["R-RND-09"])
        #expect(refusals { try edges.adding(workingDays: .min, to: .latest) }.map(\.rule.id) == ["R-RND-09"])
    }

    /// The notice for 2019 lists 29 to 31 December 2018; alone it says nothing about 2018.
    @Test func daysFromANeighboursNoticeMakeNoYear() throws {
        let entries = try OfficialCalendar.entries().filter { $0.date >= (try day("2018-12-29")) && $0.date.year <= 2019 }
        #expect(entries.count { $0.date.year == 2018 } == 3)
        let narrow = try WorkingCalendar(entries)
        #expect(narrow.coveredYears == [2019])
        #expect(refusals { try narrow.isWorkingDay(day("2018-12-29")) }.count == 1)
    }

    @Test(arguments: ["2024-01-01", "2024-05-01", "2024-10-01"])
    func aTableCutOffMakesNoYear(missing: String) throws {
        let entries = try OfficialCalendar.entries().filter { $0.date != (try day(missing)) }
        #expect(try WorkingCalendar(entries).coveredYears == (2016...2026).filter { $0 != 2024 })
        let worked = HolidayEntry(date: try day(missing), name: "x", kind: .work, notice: "x")
        #expect(try WorkingCalendar(entries + [worked]).coveredYears == (2016...2026).filter { $0 != 2024 })
    }

    @Test func anEmptyTableKnowsNothing() throws {
        let empty = try WorkingCalendar([])
        #expect(empty.coveredYears.isEmpty)
        #expect(refusals { try empty.isWorkingDay(day("2026-03-02")) }.map(\.rule.id) == ["R-RND-09"])
    }

    @Test func refusesADayListedTwice() throws {
        let entries = try OfficialCalendar.entries()
        let found = refusals { try WorkingCalendar(entries + entries.prefix(2)) }
        #expect(found.map(\.rule) == [.duplicate, .duplicate])
        #expect(found.first?.message.arguments["date"] == "2016-01-01")
    }
}
