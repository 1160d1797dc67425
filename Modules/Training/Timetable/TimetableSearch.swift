import PluginKit

/// Places meetings in half-days so that the last one used is as early as possible.
///
/// Branch and bound over the meeting with the fewest half-days left. It is complete: when it ends within its steps, no better
/// timetable exists. Steps are counted, not timed, so the same problem gives the same answer everywhere.
struct TimetableSearch {
    /// What came of it.
    struct Outcome: Sendable {
        /// Half-day of each meeting; nil where no whole timetable was found.
        var halfDays: [Int]?
        /// Whether nothing better exists: the search ended, or the bound was reached.
        var isProved: Bool
    }

    private let problem: TimetableProblem
    private let graph: [[Bool]]
    private let bound: Int
    private var steps: Int
    private var placed: [Int?]
    private var inSlot: [[Int]]
    /// How many meetings already placed in a half-day stand against a meeting.
    private var against: [[Int]]
    private var best: [Int]?
    /// Half-days that may still be used: one less than the best timetable needs.
    private var limit: Int

    init(_ problem: TimetableProblem, conflicts: [[Bool]], bound: Int, steps: Int = 100_000) {
        self.problem = problem
        graph = conflicts
        self.bound = bound
        self.steps = steps
        let count = problem.meetings.count
        placed = Array(repeating: nil, count: count)
        inSlot = Array(repeating: [], count: problem.slots)
        against = Array(repeating: Array(repeating: 0, count: problem.slots), count: count)
        limit = problem.slots
    }

    mutating func run() -> Outcome {
        let ended = place(used: 0)
        let reached = best.map { ($0.max() ?? -1) + 1 <= bound } ?? false
        return Outcome(halfDays: best, isProved: ended || reached)
    }

    /// - Returns: whether everything below was looked at.
    private mutating func place(used: Int) -> Bool {
        guard let meeting = mostPressed() else {
            best = placed.compactMap { $0 }
            limit = used - 1
            return true
        }
        // Half-days that are all alike need be tried only once while empty.
        let last = problem.isUniform ? min(limit, used + 1) : limit
        var ended = true
        for slot in 0..<max(0, last) where isOpen(slot, to: meeting) {
            guard steps > 0 else { return false }
            guard slot < limit else { break }
            steps -= 1
            put(meeting, in: slot)
            if fits(slot) { ended = place(used: max(used, slot + 1)) && ended }
            take(meeting, from: slot)
            if limit < bound { return ended }
            if used > limit { return ended }
        }
        return ended
    }

    /// The meeting with the fewest half-days left, then with the most against it.
    private func mostPressed() -> Int? {
        var found: (meeting: Int, open: Int, degree: Int)?
        for meeting in placed.indices where placed[meeting] == nil {
            let open = (0..<max(0, limit)).count { isOpen($0, to: meeting) }
            let degree = graph[meeting].count { $0 }
            if let best = found, (best.open, -best.degree) <= (open, -degree) { continue }
            found = (meeting, open, degree)
        }
        return found?.meeting
    }

    private func isOpen(_ slot: Int, to meeting: Int) -> Bool {
        against[meeting][slot] == 0 && !problem.meetings[meeting].blocked.contains(slot)
    }

    private mutating func put(_ meeting: Int, in slot: Int) {
        placed[meeting] = slot
        inSlot[slot].append(meeting)
        for other in graph.indices where graph[meeting][other] { against[other][slot] += 1 }
    }

    private mutating func take(_ meeting: Int, from slot: Int) {
        placed[meeting] = nil
        inSlot[slot].removeLast()
        for other in graph.indices where graph[meeting][other] { against[other][slot] -= 1 }
    }

    private func fits(_ slot: Int) -> Bool {
        SlotPlan.rooms(for: inSlot[slot], in: slot, of: problem) != nil
            && SlotPlan.teachers(for: inSlot[slot], in: slot, of: problem) != nil
    }
}

/// Rooms and teachers of the meetings in one half-day.
enum SlotPlan {
    /// A room for each meeting, the smallest that is large enough, the largest meeting first; nil where there are not enough.
    /// Exact, because whatever holds a larger meeting holds a smaller one.
    static func rooms(for meetings: [Int], in slot: Int, of problem: TimetableProblem) -> [Int: String]? {
        let busy = problem.busyRooms[slot] ?? []
        var free = problem.rooms.filter { !busy.contains($0.name) }.sorted { ($0.capacity, $0.name) < ($1.capacity, $1.name) }
        var plan: [Int: String] = [:]
        for meeting in meetings.sorted(by: { size($0, problem) > size($1, problem) }) {
            guard let room = free.firstIndex(where: { $0.capacity >= size(meeting, problem) }) else { return nil }
            plan[meeting] = free.remove(at: room).name
        }
        return plan
    }

    private static func size(_ meeting: Int, _ problem: TimetableProblem) -> Int { problem.meetings[meeting].learners.count }

    /// A teacher for each meeting, no one twice; nil where that is impossible. Exact: augmenting paths.
    /// - Parameter load: meetings each teacher has so far; whoever has fewer is asked first.
    static func teachers(
        for meetings: [Int], in slot: Int, of problem: TimetableProblem, load: [String: Int] = [:]
    ) -> [Int: String]? {
        let busy = problem.busyTeachers[slot] ?? []
        var taken: [String: Int] = [:]

        func assign(_ meeting: Int, _ tried: inout Set<String>) -> Bool {
            let able = problem.meetings[meeting].teachers.filter { !busy.contains($0) }
                .sorted { (load[$0] ?? 0, $0) < (load[$1] ?? 0, $1) }
            for teacher in able where tried.insert(teacher).inserted {
                guard let other = taken[teacher] else {
                    taken[teacher] = meeting
                    return true
                }
                if assign(other, &tried) {
                    taken[teacher] = meeting
                    return true
                }
            }
            return false
        }

        for meeting in meetings {
            var tried: Set<String> = []
            guard assign(meeting, &tried) else { return nil }
        }
        return Dictionary(uniqueKeysWithValues: taken.map { ($0.value, $0.key) })
    }
}
