import Foundation
import GRDB
import PluginKit

extension CalendarDate: DatabaseValueConvertible {
    public var databaseValue: DatabaseValue { description.databaseValue }

    public static func fromDatabaseValue(_ value: DatabaseValue) -> CalendarDate? {
        String.fromDatabaseValue(value).flatMap { CalendarDate($0) }
    }
}

extension CalendarDate: StatementColumnConvertible {
    public init?(sqliteStatement: SQLiteStatement, index: CInt) {
        self.init(String(sqliteStatement: sqliteStatement, index: index))
    }
}

/// An instant as it is stored: UTC, to the millisecond, sortable as text (`2026-03-01T08:30:00.000Z`).
public struct Instant: Sendable, Hashable, Comparable, Codable, CustomStringConvertible, DatabaseValueConvertible {
    public let description: String

    public init(_ date: Date) {
        let milliseconds = Int((date.timeIntervalSince1970 * 1000).rounded())
        let seconds = milliseconds.floorDivided(by: 1000)
        let day = CalendarDate(dayNumber: seconds.floorDivided(by: 86400))
        let rest = seconds - day.dayNumber * 86400
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let fraction = String(milliseconds - seconds * 1000 + 1000).dropFirst()
        description = "\(day)T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60)).\(fraction)Z"
    }

    init(stored: String) { description = stored }

    /// The same instant as a clock in Shanghai shows it, `2026-03-01T16:30:00+08:00`.
    public var shanghai: String {
        let hours = description.dropFirst(11).prefix(2)
        guard let day = CalendarDate(String(description.prefix(10))), let hour = Int(hours), description.count >= 19 else {
            return description
        }
        let local = hour + 8
        let date = local < 24 ? day : day.adding(days: 1)
        let clock = local % 24 < 10 ? "0\(local % 24)" : "\(local % 24)"
        return "\(date)T\(clock)\(description.dropFirst(13).prefix(6))+08:00"
    }

    public init(from decoder: any Decoder) throws {
        description = try decoder.singleValueContainer().decode(String.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    public var databaseValue: DatabaseValue { description.databaseValue }

    public static func fromDatabaseValue(_ value: DatabaseValue) -> Instant? {
        String.fromDatabaseValue(value).map(Instant.init(stored:))
    }

    public static func < (left: Instant, right: Instant) -> Bool { left.description < right.description }
}

extension Instant: StatementColumnConvertible {
    public init?(sqliteStatement: SQLiteStatement, index: CInt) {
        description = String(sqliteStatement: sqliteStatement, index: index)
    }
}

extension Int {
    func floorDivided(by divisor: Int) -> Int {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
