import PluginKit

/// How long a deadline runs. The day it starts on is not counted.
///
/// Written `10d`, `15wd`, `4w`, `3m`, `same-day`, and `next-04-30` for 30 April of the following year.
public enum Period: Sendable, Hashable {
    /// Calendar days.
    case days(Int)
    /// Days worked by the holiday table.
    case workingDays(Int)
    case weeks(Int)
    /// Calendar months; where the day does not exist, the month's last day.
    case months(Int)
    /// No time at all: on the day itself.
    case sameDay
    /// A fixed day of the year after the start.
    case nextYear(month: Int, day: Int)

    /// The longest count a period may have.
    public static let longest = 3660

    /// The day on which the period ends.
    /// - Parameter backwards: counts towards the past; a fixed day of the next year has no such reading and stays as it is.
    /// - Throws: `R-RND-09` for working days in a year without a holiday table.
    public func end(from start: CalendarDate, backwards: Bool = false, calendar: WorkingCalendar) throws -> CalendarDate {
        let sign = backwards ? -1 : 1
        switch self {
        case .days(let count): return start.adding(days: sign * count)
        case .workingDays(let count): return try calendar.adding(workingDays: sign * count, to: start)
        case .weeks(let count): return start.adding(days: sign * count * 7)
        case .months(let count): return start.adding(months: sign * count)
        case .sameDay: return start
        case .nextYear(let month, let day): return CalendarDate(year: start.year + 1, month: month, day: day) ?? .latest
        }
    }

    /// Whether the end can fall on a rest day that a profile may roll forward.
    public var isNatural: Bool {
        switch self {
        case .workingDays, .sameDay: false
        case .days, .weeks, .months, .nextYear: true
        }
    }

    /// Whether the count lies in 1…``longest`` and the fixed day exists in every year.
    public var isValid: Bool {
        switch self {
        case .days(let count), .workingDays(let count), .weeks(let count), .months(let count):
            (1...Self.longest).contains(count)
        case .sameDay: true
        case .nextYear(let month, let day): CalendarDate(year: 2023, month: month, day: day) != nil
        }
    }
}

extension Period: CustomStringConvertible, Codable {
    /// Reads the written form; nil when it is none or the count is out of range.
    public init?(_ text: String) {
        if text == "same-day" {
            self = .sameDay
        } else if text.hasPrefix("next-"), let date = CalendarDate("2023-" + text.dropFirst(5)) {
            self = .nextYear(month: date.month, day: date.day)
        } else {
            let digits = text.prefix { ("0"..."9").contains($0) }
            guard let count = Int(digits), let unit = Self.units[String(text.dropFirst(digits.count))] else { return nil }
            self = unit(count)
        }
        guard isValid else { return nil }
    }

    private static let units: [String: @Sendable (Int) -> Period] = [
        "d": { .days($0) }, "wd": { .workingDays($0) }, "w": { .weeks($0) }, "m": { .months($0) },
    ]

    /// The written form.
    public var description: String {
        switch self {
        case .days(let count): "\(count)d"
        case .workingDays(let count): "\(count)wd"
        case .weeks(let count): "\(count)w"
        case .months(let count): "\(count)m"
        case .sameDay: "same-day"
        case .nextYear(let month, let day): "next-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
        }
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let period = Period(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a period: \(text)")
        }
        self = period
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension Period {
    /// The period in words, `15 个工作日`.
    public var message: Message {
        switch self {
        case .days(let count): Message("period.days", ["count": "\(count)"])
        case .workingDays(let count): Message("period.workingDays", ["count": "\(count)"])
        case .weeks(let count): Message("period.weeks", ["count": "\(count)"])
        case .months(let count): Message("period.months", ["count": "\(count)"])
        case .sameDay: Message("period.sameDay")
        case .nextYear(let month, let day): Message("period.nextYear", ["month": "\(month)", "day": "\(day)"])
        }
    }
}
