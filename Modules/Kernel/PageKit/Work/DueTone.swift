import PluginKit

/// The three colours of a due date (domain 3.3): green from 20 days before, yellow from 10, red once it is over.
public struct DueTone: Sendable, Equatable {
    /// Days left at which the colours begin. Places differ: another district warns from three days before.
    public struct Limits: Sendable, Equatable {
        public var green: Int
        public var yellow: Int

        public init(green: Int, yellow: Int) {
            self.green = green
            self.yellow = yellow
        }

        /// 20 and 10 days (source S11 of the domain reference).
        public static let standard = Limits(green: 20, yellow: 10)
    }

    /// Negative once it is over.
    public let daysLeft: Int
    /// Nil while it is far away.
    public let tone: Tone?

    public init(due: CalendarDate, today: CalendarDate, limits: Limits = .standard) {
        daysLeft = due.days(since: today)
        switch daysLeft {
        case ..<0: tone = .late
        case ...limits.yellow: tone = .due
        case ...limits.green: tone = .done
        default: tone = nil
        }
    }

    /// How it is said: `pages.due.left`, `pages.due.today`, `pages.due.over`.
    var message: Message {
        switch daysLeft {
        case 0: Message("pages.due.today")
        case ..<0: Message("pages.due.over", ["days": "\(-daysLeft)"])
        default: Message("pages.due.left", ["days": "\(daysLeft)"])
        }
    }
}
