import Operations
import PluginKit

/// Shows the holidays and make-up working days of a year.
struct ShowCalendar: Query {
    struct Input: Codable, Sendable {
        /// The present year when not given.
        var year: Int?
    }
    static let name: OperationName = "calendar.show"
    static let access = Access.everyone(reason: "public holidays are public knowledge")

    func run(_ input: Input, in context: ReadContext) throws -> Page<HolidayLine> {
        let year = input.year ?? context.today.year
        guard let first = CalendarDate(year: year, month: 1, day: 1), let last = CalendarDate(year: year, month: 12, day: 31)
        else {
            throw Rule.invalid.refused("range", field: "year", ["low": "1900", "high": "2999", "value": "\(year)"])
        }
        let entries = try Holidays.entries(of: year, in: context.db)
        let calendar = try Holidays.calendar(in: context.db)
        guard calendar.coveredYears.contains(year) else {
            let missing = Message("calendar.show.missing", ["year": "\(year)", "years": calendar.coverage])
            return Page(rows: entries.map(HolidayLine.init), sentence: missing)
        }
        // The first of January is a holiday in every covered year, so nothing is lost by counting from the day after it.
        let sentence = Message(
            "calendar.show.covered",
            [
                "year": "\(year)", "rest": "\(entries.count { $0.kind == .rest })",
                "work": "\(entries.count { $0.kind == .work })",
                "workingDays": "\(try calendar.workingDays(from: first, to: last))",
            ])
        return Page(rows: entries.map(HolidayLine.init), sentence: sentence)
    }
}

/// One line of a year's holidays.
struct HolidayLine: Tabular {
    let entry: HolidayEntry

    static let columns: [TableColumn<HolidayLine>] = [
        .date("date") { $0.entry.date },
        TableColumn("weekday") { .word(code: "\($0.entry.date.weekday)", key: "weekday.\($0.entry.date.weekday)") },
        .text("holiday") { $0.entry.name },
        .word("holidayKind") { $0.entry.kind },
        .text("notice") { $0.entry.notice },
    ]
    static let briefColumns: [String]? = ["date", "weekday", "holiday", "holidayKind"]
}
