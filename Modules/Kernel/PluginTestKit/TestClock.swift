import Foundation
import PluginKit
import Synchronization

/// A clock that moves only when a test says so.
public final class TestClock: Sendable {
    private let instant: Mutex<Date>

    /// Nine in the morning in Shanghai of a day.
    public init(_ day: CalendarDate) {
        instant = Mutex(Self.morning(of: day))
    }

    public var now: Date { instant.withLock { $0 } }

    /// Moves to nine in the morning of a day.
    public func move(to day: CalendarDate) {
        instant.withLock { $0 = Self.morning(of: day) }
    }

    /// Moves on by seconds.
    public func advance(seconds: Double) {
        instant.withLock { $0.addTimeInterval(seconds) }
    }

    /// Moves on by days.
    public func advance(days: Int) {
        instant.withLock { $0.addTimeInterval(Double(days) * 86400) }
    }

    private static func morning(of day: CalendarDate) -> Date {
        Date(timeIntervalSince1970: Double(day.dayNumber * 86400 + 3600))
    }
}
