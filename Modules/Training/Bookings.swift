import GRDB
import Operations
import Persistence
import Personnel
import PluginKit

/// Sessions with their learners, as far as clashes go, and who is on site when.
struct Bookings {
    private(set) var all: [Booking]
    /// Days on site by cadre, with the round's code.
    let onSite: [UniqueID: [(round: String, days: ClosedRange<CalendarDate>)]]

    /// Sessions that touch a time and are not cancelled, in two queries.
    /// - Parameter span: everything where nil.
    init(_ span: TimeSpan? = nil, in context: ReadContext) throws {
        var filter = Filter("s.state <> 'cancelled'")
        if let span { filter.and("s.startsAt < ? AND s.endsAt > ?", span.end, span.start) }
        let learners = try Row.fetchAll(
            context.db,
            sql: """
                SELECT e.sessionId, e.cadreId FROM training_enrolment e JOIN training_session s ON s.id = e.sessionId
                WHERE e.state <> 'cancelled' AND \(filter.sql)
                """, arguments: filter.arguments)
        let bySession = Dictionary(grouping: learners) { $0[0] as UniqueID }.mapValues { Set($0.map { $0[1] as UniqueID }) }
        all = try Session.fetchAll(
            context.db, sql: "SELECT s.* FROM training_session s WHERE \(filter.sql) ORDER BY s.startsAt, s.code",
            arguments: filter.arguments
        ).map { Booking($0, learners: bySession[$0.id] ?? []) }
        let assignments = try Duties.all(in: context).compactMap { assignment in
            assignment.onSite.map { (assignment.cadre, assignment.round, $0) }
        }
        onSite = Dictionary(grouping: assignments, by: \.0).mapValues { $0.map { (round: $0.1, days: $0.2) } }
    }

    /// Without the session of a code: it does not stand in its own way.
    func without(_ code: String) -> Bookings {
        var others = self
        others.all.removeAll { $0.code == code }
        return others
    }

    /// The clashes of one booking with all others.
    func clashes(of booking: Booking) -> [Clash] { all.flatMap { Clashes.between(booking, $0) } }

    /// Learners who are on site at a time, with the round.
    func away(_ learners: Set<UniqueID>, at span: TimeSpan) -> [(cadre: UniqueID, round: String)] {
        learners.sorted().compactMap { cadre in
            onSite[cadre]?.first { span.touches($0.days) }.map { (cadre, $0.round) }
        }
    }

    func isFree(_ booking: Booking) -> Bool { clashes(of: booking).isEmpty && away(booking.learners, at: booking.span).isEmpty }
}

extension Booking {
    init(_ session: Session, learners: Set<UniqueID>) {
        self.init(
            code: session.code, span: session.span, room: session.room, teacher: session.teacher, capacity: session.capacity,
            learners: learners)
    }
}
