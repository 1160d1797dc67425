import Operations
import Persistence
import PluginKit
import Testing

@testable import Training

/// The clashes in the sample: those named in the data's README, found by chance or put there, and those of learners as an
/// independent computation finds them in the CSV files.
@Suite struct ConflictTests {
    static let expected: Set<String> = [
        "room S001 S057", "room S011 S059", "room S045 S051",
        "teacher S004 S045", "teacher S005 S035", "teacher S011 S059", "teacher S021 S060",
        "learner S003 S011 1", "learner S003 S059 1", "learner S004 S045 3", "learner S004 S051 4", "learner S005 S035 3",
        "learner S006 S009 2", "learner S011 S059 1", "learner S021 S060 2", "learner S022 S038 1", "learner S024 S050 1",
        "learner S026 S043 3", "learner S045 S051 4",
        "capacity S058 12",
    ]

    private func text(_ clash: Clash) -> String {
        let people =
            clash.kind == .learner ? " \(clash.learners.count)" : clash.kind == .capacity ? " \(clash.first.learners.count)" : ""
        return
            "\(clash.kind.rawValue) \([clash.first.code, clash.second?.code].compactMap { $0 }.sorted().joined(separator: " "))\(people)"
    }

    @Test func allAreFoundAndNoOthers() throws {
        let rows = try TrainingOffice.toLookAt().office.run(ListConflicts.self, .init()).rows
        #expect(Set(rows.map { text($0.clash) }) == Self.expected)
        #expect(rows.count == Self.expected.count)
    }

    @Test(arguments: ClashKind.allCases)
    func oneKindCanBeAskedFor(kind: ClashKind) throws {
        let rows = try TrainingOffice.toLookAt().office.run(ListConflicts.self, .init(kind: kind)).rows
        #expect(Set(rows.map { text($0.clash) }) == Self.expected.filter { $0.hasPrefix(kind.rawValue) })
    }

    @Test func theAnswerNamesBothSessions() throws {
        let answer = try TrainingOffice.toLookAt().office.run(ListConflicts.self, .init(kind: .room)).answer
        let columns = ["kind", "session", "otherSession"].compactMap { answer.columns.firstIndex(of: $0) }
        #expect(columns.count == 3)
        #expect(answer.rows.map { row in columns.dropFirst().map { row[$0] } }.contains([.text("S011"), .text("S059")]))
    }

    private static func booking(_ code: String, _ start: String, _ end: String, room: String? = nil, teacher: String? = nil)
        -> Booking
    {
        let day = CalendarDate(dayNumber: 19_800)
        return Booking(
            code: code, span: TimeSpan(SessionTime("\(day) \(start)") ?? .sample, SessionTime("\(day) \(end)") ?? .sample),
            room: room,
            teacher: teacher, capacity: 5, learners: [])
    }

    @Test(arguments: [
        ("09:00", "12:00", 1), ("11:59", "13:00", 1), ("08:00", "09:01", 1), ("10:00", "11:00", 1), ("12:00", "13:00", 0),
        ("08:00", "09:00", 0), ("14:00", "15:00", 0),
    ])
    func touchingIsNoClash(start: String, end: String, clashes: Int) {
        let first = Self.booking("A", "09:00", "12:00", room: "甲")
        #expect(Clashes.all(in: [first, Self.booking("B", start, end, room: "甲")]).count == clashes)
        #expect(Clashes.all(in: [first, Self.booking("B", start, end, room: "乙")]).isEmpty)
        #expect(Clashes.all(in: [first, Self.booking("B", start, end)]).isEmpty)
    }

    @Test func aLongSessionIsComparedWithAllThatFollow() {
        let long = Self.booking("A", "08:00", "18:00", teacher: "张")
        let others = [Self.booking("B", "09:00", "10:00"), Self.booking("C", "16:00", "17:00", teacher: "张")]
        #expect(Clashes.all(in: others + [long]).map { $0.second?.code } == ["C"])
    }
}
