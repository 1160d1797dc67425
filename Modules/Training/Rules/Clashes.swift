import Operations
import Persistence

/// What two sessions, or one, cannot both have.
package enum ClashKind: String, Choice {
    case room, teacher, learner, capacity

    package static let vocabulary = "clashKind"
}

/// A session as far as clashes go.
struct Booking: Sendable, Hashable {
    var code: String
    var span: TimeSpan
    var room: String?
    var teacher: String?
    var capacity: Int
    /// Everybody enrolled, those on the waiting list included: they would clash when they move up.
    var learners: Set<UniqueID>
}

/// One clash: a room, a teacher or learners in two sessions at once, or more people than places in one.
struct Clash: Sendable, Hashable {
    var kind: ClashKind
    var first: Booking
    /// Nil where a session has more people than places.
    var second: Booking?
    /// The learners in both.
    var learners: Set<UniqueID> = []
}

/// Finds clashes among bookings (R-CRS-03). Pure; the order is by time, then code, then kind.
enum Clashes {
    static func all(in bookings: [Booking]) -> [Clash] {
        let sorted = bookings.sorted { ($0.span.start, $0.code) < ($1.span.start, $1.code) }
        return sorted.enumerated().flatMap { index, first -> [Clash] in
            let rest = sorted[(index + 1)...].prefix { $0.span.start < first.span.end }
            let pairs = rest.flatMap { between(first, $0) }
            return overfull(first).map { [$0] + pairs } ?? pairs
        }
    }

    /// The clashes of two bookings; none where they do not overlap.
    static func between(_ first: Booking, _ second: Booking) -> [Clash] {
        guard first.span.overlaps(second.span) else { return [] }
        var clashes: [Clash] = []
        if let room = first.room, room == second.room { clashes.append(Clash(kind: .room, first: first, second: second)) }
        if let teacher = first.teacher, teacher == second.teacher {
            clashes.append(Clash(kind: .teacher, first: first, second: second))
        }
        let both = first.learners.intersection(second.learners)
        if !both.isEmpty { clashes.append(Clash(kind: .learner, first: first, second: second, learners: both)) }
        return clashes
    }

    private static func overfull(_ booking: Booking) -> Clash? {
        booking.learners.count > booking.capacity ? Clash(kind: .capacity, first: booking) : nil
    }
}
