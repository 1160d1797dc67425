import PluginKit

/// One letter that is due (`R-RCT-07`).
public struct Alert: Sendable, Hashable, Identifiable {
    /// The same for the same letter however often it is computed: subject, key, due date and step.
    public let id: String
    /// What the clock belongs to, such as an item number.
    public let subject: String
    public let key: DeadlineKey
    /// The day it goes out.
    public let day: CalendarDate
    /// The due date in force on that day.
    public let due: CalendarDate
    public let daysLeft: Int
    public let colour: AlertColour
    public let recipients: [AlertRecipient]

    init(subject: String, key: DeadlineKey, due: CalendarDate, threshold: AlertThreshold) {
        self.subject = subject
        self.key = key
        self.due = due
        day = due.adding(days: -threshold.daysLeft)
        daysLeft = threshold.daysLeft
        colour = threshold.colour
        recipients = threshold.recipients
        id = "\(subject)/\(key.rawValue)/\(due)/\(threshold.daysLeft)"
    }
}

extension AlertPolicy {
    /// The letters of a clock that go out after one day up to and including another, in order of days.
    ///
    /// Asking twice gives the same letters with the same ids, and adjoining spans share none; a job that keeps the ids it has
    /// sent may ask again for any span. Steps that lie before the clock's start give no letter. After an extension the steps
    /// count from the new due date, from the day of approval on. Waiting periods give none.
    /// - Parameter subject: what the clock belongs to; part of the ids.
    public func alerts(
        for clock: Clock, subject: String, after: CalendarDate, through: CalendarDate
    ) -> [Alert] {
        schedule(of: clock, subject: subject).filter { after < $0.day && $0.day <= through }
    }

    /// The colour of a clock on a day: that of the last step reached, by the due date then in force. Nil while none is
    /// reached, and for waiting periods.
    public func colour(of clock: Clock, on day: CalendarDate) -> AlertColour? {
        guard !clock.key.isWaitingPeriod else { return nil }
        let due = clock.due(inForceOn: day)
        return thresholds.last { due.days(since: day) <= $0.daysLeft && clock.reaches($0, of: due) }?.colour
    }

    /// Every letter of a clock from its start on, as things stand.
    private func schedule(of clock: Clock, subject: String) -> [Alert] {
        guard !clock.key.isWaitingPeriod else { return [] }
        let dues = [clock.originalDue] + clock.extensions.map(\.to)
        return dues.flatMap { due in
            thresholds.filter { clock.reaches($0, of: due) }
                .map { Alert(subject: subject, key: clock.key, due: due, threshold: $0) }
                .filter { clock.due(inForceOn: $0.day) == due }
        }
    }
}

extension Clock {
    /// The due date that held on a day: an extension counts from the day of its approval.
    public func due(inForceOn day: CalendarDate) -> CalendarDate {
        extensions.last { $0.on <= day }?.to ?? originalDue
    }

    /// Whether the clock was already running on the day of a step; one of three days has no twenty left.
    fileprivate func reaches(_ threshold: AlertThreshold, of due: CalendarDate) -> Bool {
        key.countsBackwards || due.adding(days: -threshold.daysLeft) >= start
    }
}
