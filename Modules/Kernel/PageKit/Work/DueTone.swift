import Operations
import PluginKit
import Synchronization

/// A due date as pages show it: its tone from the three colours (``DueAlert``), and how many days are left in words.
public struct DueTone: Sendable, Equatable {
    /// Negative once it is over.
    public let daysLeft: Int
    /// Nil while it is far away.
    public let tone: Tone?

    public init(due: CalendarDate, today: CalendarDate, limits: DueLimits = .standard) {
        daysLeft = due.days(since: today)
        switch DueAlert(daysLeft: daysLeft, limits: limits) {
        case .red: tone = .late
        case .yellow: tone = .due
        case .green: tone = .done
        case .none: tone = nil
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

/// The office's limits of the three colours, read once for a page and only where it shows a date.
final class DueLimitReader: Sendable {
    private let dispatcher: Dispatcher
    private let known = Mutex<DueLimits?>(nil)

    init(_ dispatcher: Dispatcher) {
        self.dispatcher = dispatcher
    }

    var limits: DueLimits {
        if let known = known.withLock({ $0 }) { return known }
        let registry = dispatcher.registry
        let read = (try? dispatcher.store.read { try DueLimits(registry, in: $0) }) ?? .standard
        known.withLock { $0 = read }
        return read
    }
}

extension PageContext {
    /// How near a date is, by the limits of this office.
    public func dueTone(_ date: CalendarDate) -> DueTone {
        DueTone(due: date, today: today, limits: dueLimits.limits)
    }

    /// A due date with the days that are left.
    public func due(_ date: CalendarDate) -> HTML {
        let due = dueTone(date)
        return
            "<time datetime=\"\(date.description)\">\(date.description)</time> \(Tag.html(words(due.message), due.tone ?? .quiet))"
    }
}
