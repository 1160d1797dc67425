import PluginKit

/// One meeting of a group of learners that wants a half-day, a room and a teacher.
struct Meeting: Sendable, Hashable {
    /// Code of the course.
    var course: String
    /// Group within the course, from 1; a course has several where no room holds everybody.
    var group: Int
    /// Part of the course, from 1; a course has several where its hours do not fit into one half-day.
    var part: Int
    /// Numbers of the learners.
    var learners: Set<Int>
    /// Who can teach it.
    var teachers: [String]
    /// Half-days that are impossible: a learner is elsewhere.
    var blocked: Set<Int> = []
}

/// Everything a timetable is made from. Pure: no database, no clock.
struct TimetableProblem: Sendable {
    struct Room: Sendable, Hashable {
        var name: String
        var capacity: Int
    }

    var meetings: [Meeting]
    var rooms: [Room]
    /// How many half-days there are.
    var slots: Int
    /// Rooms and teachers taken already, by half-day.
    var busyRooms: [Int: Set<String>] = [:]
    var busyTeachers: [Int: Set<String>] = [:]

    /// Whether half-days differ in nothing but their date, so that which is which does not matter to the search.
    var isUniform: Bool { busyRooms.isEmpty && busyTeachers.isEmpty && meetings.allSatisfy(\.blocked.isEmpty) }

    /// Which meetings can never be at once: they share a learner, or have only one and the same teacher.
    func conflicts() -> [[Bool]] {
        var graph = Array(repeating: Array(repeating: false, count: meetings.count), count: meetings.count)
        for (first, one) in meetings.enumerated() {
            for second in meetings.indices where second > first {
                let other = meetings[second]
                let sharesTeacher = one.teachers.count == 1 && one.teachers == other.teachers
                guard sharesTeacher || !one.learners.isDisjoint(with: other.learners) else { continue }
                graph[first][second] = true
                graph[second][first] = true
            }
        }
        return graph
    }
}

/// How few half-days are possible at all, and why (a lower bound).
struct TimetableBound: Sendable, Hashable {
    enum Reason: Sendable, Hashable {
        /// These meetings exclude each other, two by two; by number.
        case meetings([Int])
        /// There are no more rooms with at least so many places.
        case rooms(places: Int)
    }

    var halfDays: Int
    var reason: Reason

    /// The best bound that is found: meetings that exclude each other, or meetings of a size against rooms of that size.
    init(_ problem: TimetableProblem, conflicts: [[Bool]]) {
        let clique = Clique.largest(in: conflicts)
        self.init(halfDays: clique.count, reason: .meetings(clique))
        for places in Set(problem.meetings.map(\.learners.count)) {
            let wanted = problem.meetings.count { $0.learners.count >= places }
            let rooms = problem.rooms.count { $0.capacity >= places }
            let needed = rooms == 0 ? Int.max : (wanted + rooms - 1) / rooms
            if needed > halfDays { self = TimetableBound(halfDays: needed, reason: .rooms(places: places)) }
        }
    }

    init(halfDays: Int, reason: Reason) {
        self.halfDays = halfDays
        self.reason = reason
    }
}

/// The largest set of vertices that all stand against each other.
enum Clique {
    /// The largest where the search ends within its steps, otherwise the largest found; always one that really is.
    static func largest(in graph: [[Bool]], steps: Int = 200_000) -> [Int] {
        var search = Search(graph: graph, steps: steps)
        let order = graph.indices.sorted { (degree(graph, $0), $0) < (degree(graph, $1), $1) }
        search.expand([], order)
        return search.best.sorted()
    }

    private static func degree(_ graph: [[Bool]], _ vertex: Int) -> Int { graph[vertex].count { $0 } }

    private struct Search {
        let graph: [[Bool]]
        var steps: Int
        var best: [Int] = []

        /// Branches on candidates, cut off where colouring them shows that they cannot lead to more.
        mutating func expand(_ chosen: [Int], _ candidates: [Int]) {
            if chosen.count > best.count { best = chosen }
            let (ordered, bounds) = colour(candidates)
            for index in ordered.indices.reversed() {
                steps -= 1
                guard steps > 0, chosen.count + bounds[index] > best.count else { return }
                let vertex = ordered[index]
                expand(chosen + [vertex], ordered[..<index].filter { graph[vertex][$0] })
            }
        }

        /// Candidates by colour; a set that excludes itself two by two is at most as large as the number of colours.
        private func colour(_ candidates: [Int]) -> ([Int], [Int]) {
            var classes: [[Int]] = []
            for vertex in candidates.reversed() {
                if let free = classes.firstIndex(where: { $0.allSatisfy { !graph[vertex][$0] } }) {
                    classes[free].append(vertex)
                } else {
                    classes.append([vertex])
                }
            }
            var ordered: [Int] = [], bounds: [Int] = []
            for (number, members) in classes.enumerated() {
                ordered += members
                bounds += Array(repeating: number + 1, count: members.count)
            }
            return (ordered, bounds)
        }
    }
}
