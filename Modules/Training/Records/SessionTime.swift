import GRDB
import Operations
import Persistence
import PluginKit

/// A minute of a day in Shanghai, written `2024-04-22 09:00`.
package struct SessionTime: InputText, Sendable, Hashable, Comparable, CustomStringConvertible {
    package var day: CalendarDate
    /// Minutes since midnight, 0 to 1439.
    package var minute: Int

    package init(_ day: CalendarDate, minute: Int) {
        self.day = day.adding(days: (minute >= 0 ? minute : minute - 1439) / 1440)
        self.minute = ((minute % 1440) + 1440) % 1440
    }

    /// Reads `2024-04-22 09:00`, also with other separators of the day, with `T` between, and with seconds, which are dropped.
    package init?(_ text: String) {
        let trimmed = text.trimmed.replacing("：", with: ":")
        guard let gap = trimmed.lastIndex(where: { $0 == " " || $0 == "T" || $0 == "　" }) else { return nil }
        let clock = trimmed[trimmed.index(after: gap)...].split(separator: ":", omittingEmptySubsequences: false)
        guard let day = CalendarDate(String(trimmed[..<gap])), (2...3).contains(clock.count),
            clock.allSatisfy({ (1...2).contains($0.count) && $0.allSatisfy(\.isNumber) }),
            let hour = Int(clock[0]), let minute = Int(clock[1]), (0..<24).contains(hour), (0..<60).contains(minute)
        else { return nil }
        self.init(day, minute: hour * 60 + minute)
    }

    /// So many minutes later.
    package func adding(minutes: Int) -> SessionTime { SessionTime(day, minute: minute + minutes) }

    /// Minutes from another moment to this one.
    package func minutes(since other: SessionTime) -> Int { day.days(since: other.day) * 1440 + minute - other.minute }

    package var clock: String { "\(Self.two(minute / 60)):\(Self.two(minute % 60))" }
    package var description: String { "\(day) \(clock)" }
    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    package static func < (left: SessionTime, right: SessionTime) -> Bool { (left.day, left.minute) < (right.day, right.minute) }

    package static var fieldKind: FieldKind { .text }
    package static var sample: SessionTime { SessionTime(CalendarDate(dayNumber: 0), minute: 0) }

    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let time = SessionTime(text) else {
            throw Rule.invalid.refused("sessionTime", ["value": .text(text)])
        }
        self = time
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension SessionTime: DatabaseValueConvertible, StatementColumnConvertible {
    package var databaseValue: DatabaseValue { description.databaseValue }

    package static func fromDatabaseValue(_ value: DatabaseValue) -> SessionTime? {
        String.fromDatabaseValue(value).flatMap { SessionTime($0) }
    }

    package init?(sqliteStatement: SQLiteStatement, index: CInt) {
        self.init(String(sqliteStatement: sqliteStatement, index: index))
    }
}

/// From one moment up to, and not including, another.
package struct TimeSpan: Sendable, Hashable {
    package var start: SessionTime
    package var end: SessionTime

    package init(_ start: SessionTime, _ end: SessionTime) {
        self.start = start
        self.end = end
    }

    package var minutes: Int { end.minutes(since: start) }

    package func overlaps(_ other: TimeSpan) -> Bool { start < other.end && other.start < end }

    /// Whether it touches one of these days.
    package func touches(_ days: ClosedRange<CalendarDate>) -> Bool {
        start.day <= days.upperBound && (end.minute == 0 ? end.adding(minutes: -1) : end).day >= days.lowerBound
    }

    /// `2024-04-22 09:00–12:00`.
    package var text: String { start.day == end.day ? "\(start)–\(end.clock)" : "\(start)–\(end)" }
}
