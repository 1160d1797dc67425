import Foundation
import PluginKit

/// A running deadline. Its due date was computed when it started and moves by an approved extension only, whatever becomes of
/// the profile. It expires at 24:00 of its due day, Shanghai time.
public struct Clock: Sendable, Hashable, Codable {
    public let key: DeadlineKey
    /// The profile and version it started under.
    public let profileID: String
    public let profileVersion: Int
    /// The day of the start event.
    public let start: CalendarDate
    /// First day of the window, where there is one.
    public let opens: CalendarDate?
    /// Last day, with all extensions.
    public private(set) var due: CalendarDate
    /// The day no extension may pass, where there is one.
    public let latest: CalendarDate?
    /// Extensions possible without an override.
    public let extensionsAllowed: Int
    /// Oldest first.
    public private(set) var extensions: [ClockExtension]

    /// A clock as it was stored. New ones come from ``DeadlineProfile/start(_:on:calendar:running:notAfter:)``.
    public init(
        key: DeadlineKey, profileID: String, profileVersion: Int, start: CalendarDate, opens: CalendarDate? = nil,
        due: CalendarDate, latest: CalendarDate? = nil, extensionsAllowed: Int = 1, extensions: [ClockExtension] = []
    ) {
        self.key = key
        self.profileID = profileID
        self.profileVersion = profileVersion
        self.start = start
        self.opens = opens
        self.due = due
        self.latest = latest
        self.extensionsAllowed = extensionsAllowed
        self.extensions = extensions
    }

    /// The due date before any extension.
    public var originalDue: CalendarDate { extensions.first?.from ?? due }

    /// The first day on which the thing may be done: the end of a waiting period or the opening of a window; nil without one.
    public var earliest: CalendarDate? { key.isWaitingPeriod ? due : opens }

    /// Days until the due date: 0 on the day itself, −1 on the first day overdue.
    public func daysLeft(on day: CalendarDate) -> Int { due.days(since: day) }

    /// Whether the due day is over. A waiting period is never overdue.
    public func isOverdue(on day: CalendarDate) -> Bool { !key.isWaitingPeriod && due < day }

    /// The first instant after the deadline: 24:00 of the due day in Shanghai.
    public var expiry: Date { due.startInstant.addingTimeInterval(86400) }

    /// Whether something done on a day comes before its time.
    public func isTooEarly(on day: CalendarDate) -> Bool { earliest.map { day < $0 } ?? false }

    /// Why something inside this deadline may not be due on a date; nil when it may. Used on a clock of
    /// ``DeadlineKey/rectificationAll`` it is rule `R-RCT-02`.
    public func refusal(forDue date: CalendarDate, field: String = "due") -> Refusal? {
        let last = latest ?? due
        if date <= last { return nil }
        let arguments: [String: Message.Argument] = ["date": "\(date)", "latest": "\(last)", "key": .key(key.label)]
        return key == .rectificationAll
            ? DeadlineRules.dueBeforeEnd.refused(field: field, arguments)
            : Rule.broken.refused("afterDeadline", field: field, arguments)
    }
}

/// A later due date, approved by somebody on some day.
public struct ClockExtension: Sendable, Hashable, Codable {
    /// The due dates before and after.
    public let from: CalendarDate
    public let to: CalendarDate
    /// Who approved it.
    public let by: String
    /// The day of approval.
    public let on: CalendarDate
    /// The leading group's reason where the number of extensions was used up.
    public let overrideReason: String?

    public init(from: CalendarDate, to: CalendarDate, by: String, on: CalendarDate, overrideReason: String? = nil) {
        self.from = from
        self.to = to
        self.by = by
        self.on = on
        self.overrideReason = overrideReason
    }
}
