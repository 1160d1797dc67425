import GRDB
import Interchange
import Operations
import Persistence
import Personnel
import PluginKit

/// Who is to take which course.
struct Demand: Sendable, Hashable {
    var course: UniqueID
    var cadre: UniqueID
}

/// Where demands come from: a file, or what people in the pools still have to take.
enum Demands {
    static let fields = [
        FieldName("course", ["课程编号", "course"], required: true),
        FieldName("name", ["姓名", "name"], required: true),
        FieldName("phone", ["手机号后四位", "手机后四位", "phone_last4"]),
    ]

    /// - Throws: `E-VAL` and `E-NOTFOUND` for every row that names no course or no single person.
    static func read(_ file: Upload, in context: ReadContext) throws -> [Demand] {
        let courses = Dictionary(uniqueKeysWithValues: try Courses.all(in: context.db).map { ($0.code, $0.id) })
        let people = try PeopleDirectory(in: context)
        let reading = try ImportPreview<Demand>(try context.table(file), fields: fields) { reader in
            guard let code = reader.required("course", Cells.text), let name = reader.required("name", Cells.personName) else {
                return nil
            }
            if courses[code] == nil {
                reader.note("course", Message("E-NOTFOUND.refusal.course", ["code": .text(code)]), rule: .notFound)
            }
            let person = LearnerCells.person(name, in: people, &reader)
            guard let course = courses[code], let cadre = person else { return nil }
            return Demand(course: course, cadre: cadre)
        }
        try reading.report.requireAll()
        return Array(Set(reading.rows.map(\.value))).sorted { ($0.course, $0.cadre) < ($1.course, $1.cadre) }
    }

    /// Required courses that people in the pools have neither passed nor a place in.
    static func outstanding(in db: Database) throws -> [Demand] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT DISTINCT c.id, m.cadreId FROM training_course c JOIN personnel_pool_membership m ON m.state = 'admitted'
                WHERE c.isRequired = 1 AND (c.audience = 'everybody'
                    OR c.audience = 'leaders' AND m.pool IN ('leader', 'deputy')
                    OR c.audience = 'inspectors' AND m.pool = 'inspector'
                    OR c.audience = 'newcomers' AND m.roundsServed = 0)
                AND NOT EXISTS (SELECT 1 FROM training_enrolment e JOIN training_session s ON s.id = e.sessionId
                    WHERE e.courseId = c.id AND e.cadreId = m.cadreId AND (e.state IN ('passed', 'exempt')
                        OR e.state = 'confirmed' AND s.state IN ('planned', 'open', 'running')))
                ORDER BY c.id, m.cadreId
                """)
        return rows.map { Demand(course: $0[0], cadre: $0[1]) }
    }
}

/// Turns demands, rooms, teachers and what is planned already into a problem.
struct TimetableAssembly {
    let problem: TimetableProblem
    let spans: [TimeSpan]
    /// By code.
    let courses: [String: Course]
    /// Cadres by their number in the problem.
    let people: [UniqueID]

    init(_ demands: [Demand], spans: [TimeSpan], groupSize: Int?, in context: ReadContext) throws {
        self.spans = spans
        let all = Dictionary(uniqueKeysWithValues: try Courses.all(in: context.db).map { ($0.id, $0) })
        let people = Set(demands.map(\.cadre)).sorted()
        self.people = people
        let numbers = Dictionary(uniqueKeysWithValues: people.enumerated().map { ($1, $0) })
        courses = Dictionary(uniqueKeysWithValues: all.values.map { ($0.code, $0) })
        let rooms = try RoomLine.fetchAll(context.db, sql: "SELECT * FROM training_room ORDER BY name")
            .map { TimetableProblem.Room(name: $0.name, capacity: $0.capacity) }
        let teaching = try Row.fetchAll(context.db, sql: "SELECT courseId, teacher FROM training_teaching ORDER BY teacher")
        let teachers = Dictionary(grouping: teaching) { $0[0] as UniqueID }.mapValues { $0.map { $0[1] as String } }
        let meetingHours = max(1, try TrainingSettings(context.db)[.meetingHours])
        let largest = min(rooms.map(\.capacity).max() ?? 0, max(1, groupSize ?? .max))
        var meetings: [Meeting] = []
        for (id, wanted) in Dictionary(grouping: demands, by: \.course).sorted(by: { $0.key < $1.key }) {
            guard let course = all[id] else { continue }
            let learners = wanted.compactMap { numbers[$0.cadre] }.sorted()
            for (group, members) in Self.groups(of: learners, atMost: largest).enumerated() {
                for part in 1...max(1, (course.hours + meetingHours - 1) / meetingHours) {
                    meetings.append(
                        Meeting(
                            course: course.code, group: group + 1, part: part, learners: Set(members),
                            teachers: teachers[id] ?? []))
                }
            }
        }
        meetings.sort { ($0.course, $0.group, $0.part) < ($1.course, $1.group, $1.part) }
        problem = try Self.withBusyTimes(
            TimetableProblem(meetings: meetings, rooms: rooms, slots: spans.count), spans, people, in: context)
    }

    /// Groups of equal size, as few as rooms allow.
    private static func groups(of learners: [Int], atMost size: Int) -> [[Int]] {
        guard size > 0, learners.count > size else { return [learners] }
        let count = (learners.count + size - 1) / size
        return (0..<count).map { group in
            learners.enumerated().filter { $0.offset % count == group }.map(\.element)
        }
    }

    private static func withBusyTimes(
        _ problem: TimetableProblem, _ spans: [TimeSpan], _ people: [UniqueID], in context: ReadContext
    ) throws -> TimetableProblem {
        guard let first = spans.first, let last = spans.last else { return problem }
        var problem = problem
        let bookings = try Bookings(TimeSpan(first.start, last.end), in: context)
        for (slot, span) in spans.enumerated() {
            let taken = bookings.all.filter { $0.span.overlaps(span) }
            let rooms = Set(taken.compactMap(\.room)), teachers = Set(taken.compactMap(\.teacher))
            if !rooms.isEmpty { problem.busyRooms[slot] = rooms }
            if !teachers.isEmpty { problem.busyTeachers[slot] = teachers }
            let learners = taken.reduce(into: Set<UniqueID>()) { $0.formUnion($1.learners) }
            let busy = Set(
                people.indices.filter { number in
                    learners.contains(people[number]) || !bookings.away([people[number]], at: span).isEmpty
                })
            guard !busy.isEmpty else { continue }
            for meeting in problem.meetings.indices where !problem.meetings[meeting].learners.isDisjoint(with: busy) {
                problem.meetings[meeting].blocked.insert(slot)
            }
        }
        return problem
    }
}
