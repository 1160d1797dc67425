import PluginKit

/// Which days are worked, by the yearly holiday notices. Monday to Friday are worked and weekends are not, unless an entry
/// says otherwise; in a year without its own notice nothing is known and every question is refused (`R-RND-09`).
///
/// A notice for one year may list days of the year before, as 29–31 December 2018 in the notice for 2019. So a year counts as
/// covered only when the holidays on fixed dates, ``fixedHolidays``, are all listed for that year as rest: single days
/// that came with a neighbour's notice, or a table cut off half-way, do not make a year. For the same reason the last days of
/// a covered year may still change with the next year's notice; a clock keeps the day it was given.
public struct WorkingCalendar: Sendable, Hashable {
    /// Month and day of holidays that every notice lists: 元旦, 劳动节, 国庆节.
    public static let fixedHolidays: [(month: Int, day: Int)] = [(1, 1), (5, 1), (10, 1)]

    /// The years that can be computed with, ascending.
    public let coveredYears: [Int]
    private let covered: Set<Int>
    private let kinds: [CalendarDate: HolidayEntry.Kind]

    /// - Throws: `E-DUP` for every day listed more than once.
    public init(_ entries: some Sequence<HolidayEntry>) throws {
        var kinds: [CalendarDate: HolidayEntry.Kind] = [:]
        var checks = Checks()
        for entry in entries {
            let isNew = kinds.updateValue(entry.kind, forKey: entry.date) == nil
            checks.require(isNew, Rule.duplicate.refused("calendarDay", field: "date", ["date": "\(entry.date)"]))
        }
        try checks.finish()
        self.kinds = kinds
        covered = Set(kinds.keys.map(\.year)).filter { year in
            Self.fixedHolidays.allSatisfy { holiday in
                CalendarDate(year: year, month: holiday.month, day: holiday.day).map { kinds[$0] == .rest } ?? false
            }
        }
        coveredYears = covered.sorted()
    }

    /// - Throws: `R-RND-09` naming the year when it has no holiday table.
    public func isWorkingDay(_ date: CalendarDate) throws -> Bool {
        try requireCoverage(date.year...date.year)
        return isWorked(date)
    }

    /// The day on which so many working days have passed. The day itself is not counted, so 1 is the next working day, −1 the
    /// one before, and 0 the day itself, worked or not.
    /// - Throws: `R-RND-09` when the count runs into a year without a holiday table.
    public func adding(workingDays: Int, to date: CalendarDate) throws -> CalendarDate {
        var day = date
        var remaining = workingDays
        while remaining != 0 {
            day = try neighbour(of: day, by: remaining.signum())
            if isWorked(day) { remaining -= remaining.signum() }
        }
        return day
    }

    /// Working days after the first day up to and including the last; negative when the last is the earlier one. It undoes
    /// ``adding(workingDays:to:)``.
    /// - Throws: `R-RND-09` naming every year without a holiday table between the two.
    public func workingDays(from first: CalendarDate, to last: CalendarDate) throws -> Int {
        if last < first { return try -count(from: last, to: first.adding(days: -1)) }
        return first == last ? 0 : try count(from: first.adding(days: 1), to: last)
    }

    /// The day itself when it is worked, otherwise the next that is.
    /// - Throws: `R-RND-09` when a day has to be looked at in a year without a holiday table.
    public func firstWorkingDay(onOrAfter date: CalendarDate) throws -> CalendarDate {
        try isWorkingDay(date) ? date : adding(workingDays: 1, to: date)
    }

    private func count(from first: CalendarDate, to last: CalendarDate) throws -> Int {
        try requireCoverage(first.year...last.year)
        return (first.dayNumber...last.dayNumber).count { isWorked(CalendarDate(dayNumber: $0)) }
    }

    private func neighbour(of day: CalendarDate, by step: Int) throws -> CalendarDate {
        let next = day.adding(days: step)
        guard next != day else { throw Self.missing([day.year + step]) }
        try requireCoverage(next.year...next.year)
        return next
    }

    private func isWorked(_ date: CalendarDate) -> Bool {
        kinds[date].map { $0 == .work } ?? (date.weekday <= 5)
    }

    private func requireCoverage(_ years: ClosedRange<Int>) throws {
        let missing = years.filter { !covered.contains($0) }
        if !missing.isEmpty { throw Self.missing(missing) }
    }

    /// The covered years in words, `2016–2026`; a dash when there are none.
    var coverage: Message.Argument {
        .text(coveredYears.isEmpty ? "—" : Self.ranges(of: coveredYears).joined(separator: ", "))
    }

    private static func missing(_ years: [Int]) -> Refusal {
        DeadlineRules.holidayTable.refused(["year": .text(ranges(of: years).joined(separator: ", "))])
    }

    /// `2015`, or `2027–2030` for years in a row.
    private static func ranges(of years: [Int]) -> [String] {
        var ranges: [ClosedRange<Int>] = []
        for year in years {
            if let last = ranges.last, last.upperBound == year - 1 {
                ranges[ranges.count - 1] = last.lowerBound...year
            } else {
                ranges.append(year...year)
            }
        }
        return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
    }
}
