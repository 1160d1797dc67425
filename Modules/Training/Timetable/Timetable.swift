import PluginKit

/// A timetable: every meeting with its half-day, room and teacher, and how good it is; or why there is none.
struct Timetable: Sendable {
    /// One meeting in its place.
    struct Entry: Sendable, Hashable {
        var meeting: Meeting
        var slot: Int
        var room: String
        var teacher: String
    }

    /// Why there is none.
    enum Obstacle: Sendable, Hashable {
        /// Nobody can teach these courses.
        case noTeacher([String])
        /// These meetings need more half-days than there are.
        case tooFew(TimetableBound)
        /// Meetings for which no half-day is possible at all.
        case blocked([Int])
        /// The search ended without one: there is none.
        case impossible
        /// The search was given up; there may be one.
        case notFound
    }

    var entries: [Entry] = []
    var bound = TimetableBound(halfDays: 0, reason: .meetings([]))
    /// Half-days up to the last one used.
    var halfDays = 0
    /// Whether no timetable ends earlier.
    var isProved = false
    var obstacle: Obstacle?

    init(_ problem: TimetableProblem, steps: Int = 100_000) {
        guard !problem.meetings.isEmpty else {
            isProved = true
            return
        }
        let lonely = Set(problem.meetings.filter(\.teachers.isEmpty).map(\.course)).sorted()
        guard lonely.isEmpty else {
            obstacle = .noTeacher(lonely)
            return
        }
        let conflicts = problem.conflicts()
        bound = TimetableBound(problem, conflicts: conflicts)
        guard bound.halfDays <= problem.slots else {
            obstacle = .tooFew(bound)
            return
        }
        let hopeless = problem.meetings.indices.filter { problem.meetings[$0].blocked.count >= problem.slots }
        guard hopeless.isEmpty else {
            obstacle = .blocked(Array(hopeless))
            return
        }
        var search = TimetableSearch(problem, conflicts: conflicts, bound: bound.halfDays, steps: steps)
        let outcome = search.run()
        isProved = outcome.isProved
        guard let halfDays = outcome.halfDays else {
            obstacle = outcome.isProved ? .impossible : .notFound
            return
        }
        fill(halfDays, problem)
    }

    private mutating func fill(_ places: [Int], _ problem: TimetableProblem) {
        halfDays = (places.max() ?? -1) + 1
        var load: [String: Int] = [:]
        for slot in 0..<halfDays {
            let meetings = places.indices.filter { places[$0] == slot }
            guard let rooms = SlotPlan.rooms(for: meetings, in: slot, of: problem),
                let teachers = SlotPlan.teachers(for: meetings, in: slot, of: problem, load: load)
            else { continue }
            for meeting in meetings {
                guard let room = rooms[meeting], let teacher = teachers[meeting] else { continue }
                load[teacher, default: 0] += 1
                entries.append(Entry(meeting: problem.meetings[meeting], slot: slot, room: room, teacher: teacher))
            }
        }
    }
}
