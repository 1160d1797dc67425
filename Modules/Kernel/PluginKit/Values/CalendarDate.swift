import Foundation

/// A day in Asia/Shanghai from 1900 to 2999, without time; written `2026-03-01`.
///
/// Arithmetic never leaves that range: what would lie outside becomes ``earliest`` or ``latest``.
public struct CalendarDate: Sendable, Hashable, Comparable, CustomStringConvertible, Codable {
    public let year: Int
    public let month: Int
    public let day: Int

    /// 1 January 1900.
    public static let earliest = CalendarDate(uncheckedYear: 1900, month: 1, day: 1)
    /// 31 December 2999.
    public static let latest = CalendarDate(uncheckedYear: 2999, month: 12, day: 31)
    private static let dayNumbers = -25_567...376_199

    /// Nil when the day does not exist or lies outside 1900–2999.
    public init?(year: Int, month: Int, day: Int) {
        guard (1900...2999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.daysInMonth(year: year, month: month)
        else { return nil }
        self.init(uncheckedYear: year, month: month, day: day)
    }

    private init(uncheckedYear year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `2026-03-01`, `2026-3-1`, `2026/3/1`, `2026.03.01`, `20260301` and `2026年3月1日`, spaces around them aside.
    ///
    /// Anything else is nil: mixed or repeated signs, a year or day left out, digits that are not ASCII.
    public init?(_ text: String) {
        if let stored = Self.stored(text) {
            self = stored
            return
        }
        guard let parts = Self.parts(of: text.trimmingSpaces()), parts.count == 3, parts[0].count == 4,
            (1...2).contains(parts[1].count), (1...2).contains(parts[2].count),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Reads the shape that ``description`` writes, byte by byte: lists and imports read thousands.
    private static func stored(_ text: String) -> CalendarDate? {
        var numbers = (0, 0, 0)
        guard text.utf8.count == 10 else { return nil }
        for (place, byte) in text.utf8.enumerated() {
            let digit = Int(byte) - 0x30
            switch place {
            case 4, 7: guard byte == UInt8(ascii: "-") else { return nil }
            case _ where !(0...9).contains(digit): return nil
            case ..<4: numbers.0 = numbers.0 * 10 + digit
            case ..<7: numbers.1 = numbers.1 * 10 + digit
            default: numbers.2 = numbers.2 * 10 + digit
            }
        }
        return CalendarDate(year: numbers.0, month: numbers.1, day: numbers.2)
    }

    /// The groups of digits of a date in one of the known shapes: year, month, day.
    private static func parts(of text: String) -> [Substring]? {
        let isSeparator = { (character: Character) in !("0"..."9").contains(character) }
        var groups = text.split(omittingEmptySubsequences: false, whereSeparator: isSeparator)
        switch text.filter(isSeparator) {
        case "" where text.count == 8:
            return [text.prefix(4), text.dropFirst(4).prefix(2), text.suffix(2)]
        case "--", "//", "..":
            return groups
        case "年月日":
            return groups.popLast() == "" ? groups : nil
        default:
            return nil
        }
    }

    /// The day in Shanghai at an instant. Daylight saving, last in force there in 1991, is not applied.
    public init(_ instant: Date) {
        let days = ((instant.timeIntervalSince1970 + Self.secondsAheadOfUTC) / 86400).rounded(.down)
        let numbers = Self.dayNumbers
        self.init(dayNumber: Int(exactly: min(max(days, Double(numbers.lowerBound)), Double(numbers.upperBound))) ?? 0)
    }

    /// The instant at which the day begins in Shanghai, 00:00.
    public var startInstant: Date {
        Date(timeIntervalSince1970: Double(dayNumber) * 86400 - Self.secondsAheadOfUTC)
    }

    private static let secondsAheadOfUTC = 8.0 * 3600

    /// The day so many days after 1970-01-01, held within 1900–2999.
    ///
    /// Years are counted from March, so that a leap day is the last day of its year; 400 such years have 146 097 days.
    public init(dayNumber: Int) {
        let shifted = min(max(dayNumber, Self.dayNumbers.lowerBound), Self.dayNumbers.upperBound) + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        self.init(uncheckedYear: year, month: month, day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// Days since 1970-01-01, negative before it.
    public var dayNumber: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear % 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// 1 Monday … 7 Sunday.
    public var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 + 1 }

    public var description: String {
        String(unsafeUninitializedCapacity: 10) { bytes in
            func put(_ number: Int, last place: Int) {
                bytes[place - 1] = UInt8(0x30 + number / 10 % 10)
                bytes[place] = UInt8(0x30 + number % 10)
            }
            put(year / 100, last: 1)
            put(year, last: 3)
            put(month, last: 6)
            put(day, last: 9)
            bytes[4] = UInt8(ascii: "-")
            bytes[7] = UInt8(ascii: "-")
            return 10
        }
    }

    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// The day so many days later (negative: earlier), held within 1900–2999.
    public func adding(days: Int) -> CalendarDate {
        let span = Self.dayNumbers.count
        return CalendarDate(dayNumber: dayNumber + min(max(days, -span), span))
    }

    /// The same day so many months later, or that month's last day (31 January + 1 month = 28 or 29 February); held within
    /// 1900–2999. Adding month by month may end earlier than adding them at once.
    public func adding(months: Int) -> CalendarDate {
        let span = 1100 * 12
        let index = year * 12 + month - 1 + min(max(months, -span), span)
        let (newYear, newMonth) = (index / 12, index % 12 + 1)
        if newYear < Self.earliest.year { return .earliest }
        if newYear > Self.latest.year { return .latest }
        return CalendarDate(
            uncheckedYear: newYear, month: newMonth, day: min(day, Self.daysInMonth(year: newYear, month: newMonth)))
    }

    /// Days from another date to this one; negative when the other is later.
    public func days(since other: CalendarDate) -> Int { dayNumber - other.dayNumber }

    /// 28 to 31.
    /// - Parameter month: 1…12.
    public static func daysInMonth(year: Int, month: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let date = CalendarDate(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a date: \(text)")
        }
        self = date
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
