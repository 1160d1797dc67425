import Deadlines
import Foundation
import PluginKit
import Testing

/// The same questions answered the slow way: the system's calendar walks day by day over the raw rows of the file.
@Suite struct BruteForceTests {
    let calendar: WorkingCalendar
    /// Every day of 2016 to 2026 as text, with whether it is worked.
    let days: [(text: String, isWorked: Bool)]

    init() throws {
        calendar = try OfficialCalendar.calendar()
        days = try Self.walk()
    }

    static func walk() throws -> [(text: String, isWorked: Bool)] {
        let kinds = Dictionary(uniqueKeysWithValues: OfficialCalendar.rows.dropFirst().map { ($0[0], $0[2]) })
        var system = Calendar(identifier: .gregorian)
        system.timeZone = try #require(TimeZone(identifier: "Asia/Shanghai"))
        var noon = try #require(system.date(from: DateComponents(year: 2016, month: 1, day: 1, hour: 12)))
        var days: [(text: String, isWorked: Bool)] = []
        while system.component(.year, from: noon) <= 2026 {
            let parts = system.dateComponents([.year, .month, .day, .weekday], from: noon)
            let text = String(format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
            let isWeekend = parts.weekday == 1 || parts.weekday == 7
            days.append((text, kinds[text].map { $0 == "work" } ?? !isWeekend))
            noon = try #require(system.date(byAdding: .day, value: 1, to: noon))
        }
        return days
    }

    @Test func everyDayAgrees() throws {
        #expect(days.count == 4018)
        for entry in days {
            let date = try day(entry.text)
            #expect(date.description == entry.text)
            #expect(try calendar.isWorkingDay(date) == entry.isWorked, "\(entry.text)")
        }
    }

    @Test(arguments: [1, 3, 10, 15, 20, 30])
    func everyStartAgrees(count: Int) throws {
        for start in days.indices {
            var (index, left) = (start, count)
            while left > 0, index + 1 < days.count {
                index += 1
                if days[index].isWorked { left -= 1 }
            }
            let from = try day(days[start].text)
            guard left == 0 else {
                #expect(refusals { try calendar.adding(workingDays: count, to: from) }.map(\.rule.id) == ["R-RND-09"])
                continue
            }
            let to = try day(days[index].text)
            #expect(try calendar.adding(workingDays: count, to: from) == to, "\(from) + \(count)")
            #expect(try calendar.workingDays(from: from, to: to) == count)
            #expect(try calendar.workingDays(from: to, to: from) == days[start..<index].count { $0.isWorked } * -1)
        }
    }

    @Test(arguments: [1, 7, 15])
    func everyStartAgreesBackwards(count: Int) throws {
        for start in days.indices.dropFirst(60) {
            var (index, left) = (start, count)
            while left > 0 {
                index -= 1
                if days[index].isWorked { left -= 1 }
            }
            let from = try day(days[start].text)
            #expect(try calendar.adding(workingDays: -count, to: from) == day(days[index].text), "\(from) - \(count)")
        }
    }

    @Test func totalOfAllYears() throws {
        let total = days.dropFirst().count { $0.isWorked }
        #expect(try calendar.workingDays(from: day("2016-01-01"), to: day("2026-12-31")) == total)
    }
}
