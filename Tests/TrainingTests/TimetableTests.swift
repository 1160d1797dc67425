import Foundation
import Operations
import Persistence
import PluginKit
import Testing

@testable import Training

@Suite struct TimetableTests {
    private static func meeting(_ course: String, _ learners: [Int], _ teachers: [String] = ["甲", "乙", "丙", "丁"]) -> Meeting {
        Meeting(course: course, group: 1, part: 1, learners: Set(learners), teachers: teachers)
    }

    private static func problem(_ meetings: [Meeting], rooms: [Int] = [100, 100, 100], slots: Int = 20) -> TimetableProblem {
        TimetableProblem(
            meetings: meetings, rooms: rooms.enumerated().map { .init(name: "R\($0.offset)", capacity: $0.element) }, slots: slots
        )
    }

    /// Everything that may not be in a timetable.
    static func faults(_ timetable: Timetable, _ problem: TimetableProblem) -> [String] {
        var faults: [String] = []
        if timetable.entries.count != problem.meetings.count { faults.append("\(timetable.entries.count) entries") }
        for (index, entry) in timetable.entries.enumerated() {
            let room = problem.rooms.first { $0.name == entry.room }
            if (room?.capacity ?? 0) < entry.meeting.learners.count { faults.append("\(entry.meeting.course) does not fit") }
            if !entry.meeting.teachers.contains(entry.teacher) {
                faults.append("\(entry.teacher) cannot teach \(entry.meeting.course)")
            }
            if entry.meeting.blocked.contains(entry.slot) { faults.append("\(entry.meeting.course) is blocked") }
            if problem.busyRooms[entry.slot]?.contains(entry.room) == true { faults.append("\(entry.room) is busy") }
            if problem.busyTeachers[entry.slot]?.contains(entry.teacher) == true { faults.append("\(entry.teacher) is busy") }
            for other in timetable.entries[(index + 1)...] where other.slot == entry.slot {
                let clash =
                    other.room == entry.room || other.teacher == entry.teacher
                    || !other.meeting.learners.isDisjoint(with: entry.meeting.learners)
                if clash { faults.append("\(entry.meeting.course) and \(other.meeting.course)") }
            }
        }
        return faults
    }

    @Test func threeThatExcludeEachOtherNeedThreeHalfDays() {
        let problem = Self.problem([Self.meeting("A", [1, 2]), Self.meeting("B", [2, 3]), Self.meeting("C", [1, 3])])
        let timetable = Timetable(problem)
        #expect(timetable.halfDays == 3)
        #expect(timetable.isProved)
        #expect(Self.faults(timetable, problem) == [])
    }

    @Test func whatCannotBeMetTogetherIsNamed() {
        let problem = Self.problem(
            [Self.meeting("A", [1, 2]), Self.meeting("B", [2, 3]), Self.meeting("C", [1, 3]), Self.meeting("D", [9])], slots: 2)
        guard case .tooFew(let bound) = Timetable(problem).obstacle, case .meetings(let clique) = bound.reason else {
            Issue.record("no obstacle")
            return
        }
        #expect(bound.halfDays == 3)
        #expect(clique == [0, 1, 2])
    }

    @Test func roomsBoundTheNumberAtOnce() {
        let meetings = (0..<7).map { Self.meeting("K\($0)", [$0], ["甲\($0)"]) }
        #expect(Timetable(Self.problem(meetings, rooms: [5, 5, 5])).halfDays == 3)
        let large = (0..<3).map { Self.meeting("L\($0)", Array(($0 * 10)..<($0 * 10 + 8)), ["甲\($0)"]) }
        let problem = Self.problem(large, rooms: [8, 5, 5])
        #expect(Timetable(problem).halfDays == 3)
        guard case .tooFew(let bound) = Timetable(Self.problem(large, rooms: [8, 5], slots: 2)).obstacle else {
            Issue.record("no obstacle")
            return
        }
        #expect(bound == TimetableBound(halfDays: 3, reason: .rooms(places: 8)))
    }

    @Test func teachersAreFoundByTradingThem() {
        let meetings = [Self.meeting("A", [1], ["甲", "乙"]), Self.meeting("B", [2], ["甲"]), Self.meeting("C", [3], ["乙", "丙"])]
        let problem = Self.problem(meetings)
        let timetable = Timetable(problem)
        #expect(timetable.halfDays == 1)
        #expect(Self.faults(timetable, problem) == [])
    }

    @Test func withoutATeacherThereIsNone() {
        let problem = Self.problem([Self.meeting("A", [1], []), Self.meeting("B", [2])])
        #expect(Timetable(problem).obstacle == .noTeacher(["A"]))
    }

    @Test func busyTimesAreKeptFree() {
        var problem = Self.problem([Self.meeting("A", [1], ["甲"]), Self.meeting("B", [2], ["乙"])], rooms: [10], slots: 4)
        problem.meetings[0].blocked = [0, 1]
        problem.busyRooms = [0: ["R0"]]
        problem.busyTeachers = [2: ["甲"]]
        let timetable = Timetable(problem)
        #expect(timetable.entries.map { "\($0.meeting.course)\($0.slot)" } == ["B1", "A3"])
        problem.meetings[0].blocked = [0, 1, 2, 3]
        #expect(Timetable(problem).obstacle == .blocked([0]))
    }

    /// The search against trying everything, on problems small enough for that.
    @Test(arguments: 1...40)
    func nothingBetterExists(seed: Int) {
        var random = Lehmer(state: UInt64(seed) &* 7919 &+ 17)
        let meetings = (0..<7).map { number in
            Self.meeting(
                "K\(number)", (0..<2).map { _ in random.next(6) }, (0..<2).map { _ in "T\(random.next(4))" })
        }
        let problem = Self.problem(meetings, rooms: [10, 1 + random.next(3)], slots: 7)
        let best = BruteForce(problem).fewest
        let timetable = Timetable(problem)
        if let best {
            #expect(timetable.halfDays == best)
            #expect(timetable.isProved)
            #expect(timetable.bound.halfDays <= best)
            #expect(Self.faults(timetable, problem) == [])
        } else {
            #expect(timetable.obstacle != nil)
        }
    }

    @Test func theSampleWithTenRoomsAndTwentyTeachersHasNoClash() throws {
        let training = try TrainingOffice(sample: true, today: "2026-01-05")
        for (room, capacity) in [("实训室一", 50), ("实训室二", 40), ("图书馆报告厅", 120), ("机关会堂", 300)] {
            try training.office.run(SetRoom.self, .init(room: room, capacity: capacity))
        }
        let all = try training.office.run(ListCourses.self, .init()).rows.map(\.course.code)
        try training.office.run(SetTeacher.self, .init(teacher: "讲师19", courses: all))
        try training.office.run(SetTeacher.self, .init(teacher: "讲师20", courses: all))
        let demands = try Self.demands()
        let answer = try training.office.run(
            ProposeTimetable.self,
            .init(
                from: try #require(CalendarDate("2026-03-02")), to: try #require(CalendarDate("2026-07-31")), demands: demands,
                out: DownloadName("plan.csv")))
        let arguments = answer.sentence.arguments
        #expect(arguments["courses"] == "40")
        #expect(arguments["people"] == "160")
        #expect(arguments["rooms"] == "10")
        #expect(arguments["demands"] == "944")
        #expect(answer.sentence.key == "training.timetable.proved")
        #expect(arguments["halfDays"] == arguments["bound"])
        #expect(Self.clashes(answer.lines) == [])
        let plan = try #require(answer.document)
        let outcome = try training.office.run(ImportSessions.self, .init(file: Upload(name: plan.name, data: plan.data)))
        #expect(outcome["added"] == "\(answer.lines.count)")
        let year = try training.office.run(
            ListConflicts.self, .init(from: CalendarDate("2026-01-01"), to: CalendarDate("2026-12-31")))
        #expect(year.rows.isEmpty)
    }

    @Test func tooShortATermNamesWhatExcludesEachOther() throws {
        let training = try TrainingOffice(sample: true, today: "2026-01-05")
        let refusals = training.office.refusals {
            _ = try training.office.run(
                ProposeTimetable.self,
                .init(
                    from: try #require(CalendarDate("2026-03-02")), to: try #require(CalendarDate("2026-03-06")),
                    demands: try Self.demands()))
        }
        #expect(refusals.map(\.message.key) == ["E-RULE.refusal.timetableTight"])
        #expect(refusals.first?.message.arguments["slots"] == "10")
    }

    private static func clashes(_ lines: [TimetableLine]) -> [String] {
        lines.enumerated().flatMap { index, line in
            lines[(index + 1)...].filter { other in
                other.span.overlaps(line.span)
                    && (other.room == line.room || other.teacher == line.teacher
                        || !other.meeting.learners.isDisjoint(with: line.meeting.learners))
            }.map { "\(line.meeting.course) \($0.meeting.course)" }
        }
    }

    /// The sample's enrolments as demands: who wants which course.
    static func demands() throws -> Upload {
        func lines(_ path: String) throws -> [[String]] {
            String(decoding: try Sample.upload(path).data, as: UTF8.self).split(separator: "\n").dropFirst().map {
                $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            }
        }
        let courses = Dictionary(uniqueKeysWithValues: try lines("training/sessions.csv").map { ($0[0], $0[1]) })
        let rows = Set(try lines("training/enrolments.csv").map { "\(courses[$0[0]] ?? ""),\($0[1]),\($0[2])" })
        return Upload(
            name: "demands.csv", data: Data((["课程编号,姓名,手机号后四位"] + rows.sorted()).joined(separator: "\n").utf8))
    }
}

/// Random numbers that are the same everywhere.
private struct Lehmer {
    var state: UInt64

    mutating func next(_ below: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % below
    }
}

/// Tries every placement.
private struct BruteForce {
    let problem: TimetableProblem
    private let conflicts: [[Bool]]

    init(_ problem: TimetableProblem) {
        self.problem = problem
        conflicts = problem.conflicts()
    }

    var fewest: Int? { (1...problem.slots).first { place([], of: $0) } }

    private func place(_ places: [Int], of slots: Int) -> Bool {
        if places.count == problem.meetings.count { return true }
        return (0..<slots).contains { slot in
            let here = places.indices.filter { places[$0] == slot } + [places.count]
            let isFree = !here.dropLast().contains { conflicts[$0][places.count] }
            return isFree && SlotPlan.rooms(for: here, in: slot, of: problem) != nil
                && SlotPlan.teachers(for: here, in: slot, of: problem) != nil && place(places + [slot], of: slots)
        }
    }
}
