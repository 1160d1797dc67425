import Deadlines
import GRDB
import Operations
import Persistence
import Personnel
import PluginKit

/// Refuses bookings that clash, naming every clash and three free alternatives (R-CRS-03).
struct ClashDesk {
    let context: ReadContext
    static let alternatives = 3
    /// Days that are looked through for something free.
    private static let horizon = 180

    /// - Parameters:
    ///   - field: where the time was given.
    /// - Throws: `R-CRS-03`, one refusal for each clash.
    func refuseClashes(of booking: Booking, field: String = "start") throws {
        let bookings = try Bookings(booking.span, in: context).without(booking.code)
        let clashes = bookings.clashes(of: booking)
        let away = bookings.away(booking.learners, at: booking.span)
        guard !clashes.isEmpty || !away.isEmpty else { return }
        let free = try alternatives(to: booking, clashes, away: !away.isEmpty).joined(separator: "；")
        let offer: Message.Argument = free.isEmpty ? .key("training.free.none") : .text(free)
        let names = try Candidates.names(of: clashes.flatMap(\.learners) + away.map(\.cadre), in: context.db)
        var checks = Checks()
        for clash in clashes { checks.add(refusal(clash, names, offer, field)) }
        for (cadre, round) in away {
            checks.add(
                TrainingRules.clash.refused(
                    "onSite", field: field,
                    [
                        "person": .text(names[cadre] ?? ""), "round": .text(round), "span": .text(booking.span.text),
                        "free": offer,
                    ]))
        }
        try checks.finish()
    }

    private func refusal(_ clash: Clash, _ names: [UniqueID: String], _ free: Message.Argument, _ field: String) -> Refusal {
        let other = clash.second
        let people = clash.learners.compactMap { names[$0] }.sorted().joined(separator: "、")
        return TrainingRules.clash.refused(
            clash.kind.rawValue, field: clash.kind == .learner ? field : clash.kind.rawValue,
            [
                "room": .text(other?.room ?? ""), "teacher": .text(other?.teacher ?? ""), "people": .text(people),
                "other": .text(other?.code ?? ""), "span": .text(other?.span.text ?? ""), "free": free,
            ])
    }

    /// Rooms at the same time where only the room is taken, then the next half-days on which everything is free.
    private func alternatives(to booking: Booking, _ clashes: [Clash], away: Bool) throws -> [String] {
        let until = booking.span.start.adding(minutes: Self.horizon * 1440)
        let bookings = try Bookings(TimeSpan(booking.span.start, until), in: context).without(booking.code)
        var found: [String] = []
        if !away, clashes.allSatisfy({ $0.kind == .room }) {
            let needed = max(1, booking.learners.count)
            let rooms = try String.fetchAll(
                context.db, sql: "SELECT name FROM training_room WHERE capacity >= ? ORDER BY capacity, name", arguments: [needed]
            )
            found = rooms.filter { room in
                var other = booking
                other.room = room
                return bookings.isFree(other)
            }.prefix(Self.alternatives).map { "\(booking.span.text) \($0)" }
        }
        let times = try HalfDays(context.db).spans(after: booking.span.start, minutes: booking.span.minutes, days: Self.horizon)
        for span in times where found.count < Self.alternatives {
            var other = booking
            other.span = span
            if bookings.isFree(other) { found.append([span.text, booking.room].compactMap { $0 }.joined(separator: " ")) }
        }
        return found
    }
}

/// The usual beginnings of sessions on worked days. A year without its holiday table counts Monday to Friday.
struct HalfDays {
    private let calendar: WorkingCalendar
    private let starts: [Int]

    init(_ db: Database) throws {
        calendar = try Holidays.calendar(in: db)
        let settings = try TrainingSettings(db)
        starts = Set([settings[.morningStart], settings[.afternoonStart]]).sorted()
    }

    /// Those after a moment, within so many days.
    func spans(after moment: SessionTime, minutes: Int, days: Int) -> [TimeSpan] {
        spans(from: moment.day, to: moment.day.adding(days: days), minutes: minutes).filter { $0.start > moment }
    }

    func spans(from first: CalendarDate, to last: CalendarDate, minutes: Int) -> [TimeSpan] {
        guard first <= last else { return [] }
        return (first.dayNumber...last.dayNumber).map { CalendarDate(dayNumber: $0) }.filter(isWorked).flatMap { day in
            starts.map { TimeSpan(SessionTime(day, minute: $0), SessionTime(day, minute: $0 + minutes)) }
        }
    }

    private func isWorked(_ day: CalendarDate) -> Bool { (try? calendar.isWorkingDay(day)) ?? (day.weekday <= 5) }
}
