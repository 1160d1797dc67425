import PluginKit

extension DeadlineProfile {
    /// Starts a clock: computes its due date under this version, once and for all.
    /// - Parameters:
    ///   - day: the day of the key's start event; it is not counted.
    ///   - running: clocks of the same matter. A deadline counted from the end of another one takes that end from here, with
    ///     its extensions, and computes it from `day` when it is not there.
    ///   - notAfter: the day of the event that ends the deadline early (``DeadlineTerm/endsBy``), where it is known; without
    ///     meaning for other deadlines.
    /// - Throws: `R-RND-09` when a working day has to be known in a year without a holiday table, `E-VAL` when `notAfter` lies
    ///   before `day`.
    public func start(
        _ key: DeadlineKey, on day: CalendarDate, calendar: WorkingCalendar, running: [Clock] = [],
        notAfter: CalendarDate? = nil
    ) throws -> Clock {
        let term = try required(key)
        let bound = term.endsBy == nil ? nil : notAfter
        if let bound, bound < day {
            throw Rule.invalid.refused("boundBeforeStart", field: "notAfter", ["start": "\(day)", "date": "\(bound)"])
        }
        let base = try base(of: term, from: day, calendar: calendar, running: running)
        let limit = try term.limit.map { try $0.end(from: base, calendar: calendar) }
        let latest = [limit, bound, key.countsBackwards ? day : nil].compactMap { $0 }.min()
        let end = try end(of: term, from: base, calendar: calendar)
        return Clock(
            key: key, profileID: id, profileVersion: version, start: day,
            opens: try term.opens.map { try $0.end(from: base, calendar: calendar) },
            due: latest.map { min($0, end) } ?? end, latest: latest, extensionsAllowed: extensionsAllowed)
    }

    /// The day a term is counted from: its start event, or the end of the deadline before it.
    private func base(
        of term: DeadlineTerm, from day: CalendarDate, calendar: WorkingCalendar, running: [Clock]
    ) throws -> CalendarDate {
        guard let earlier = term.after else { return day }
        if let clock = running.first(where: { $0.key == earlier }) { return clock.due }
        return try start(earlier, on: day, calendar: calendar, running: running).due
    }

    /// A deadline counted backwards is never rolled: that would eat the time it is there to keep free.
    private func end(of term: DeadlineTerm, from base: CalendarDate, calendar: WorkingCalendar) throws -> CalendarDate {
        let end = try term.period.end(from: base, backwards: term.key.countsBackwards, calendar: calendar)
        let rolls = rollForward && term.period.isNatural && !term.key.countsBackwards
        return rolls ? try calendar.firstWorkingDay(onOrAfter: end) : end
    }

    private func required(_ key: DeadlineKey) throws -> DeadlineTerm {
        guard let term = term(for: key) else {
            throw Rule.notFound.refused("deadlineTerm", field: "key", ["key": .key(key.label)])
        }
        return term
    }
}
