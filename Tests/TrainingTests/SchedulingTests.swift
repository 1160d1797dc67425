import Operations
import Persistence
import PluginKit
import Testing

@testable import Training

@Suite struct SchedulingTests {
    let training: TrainingOffice

    init() throws { training = try TrainingOffice() }

    private func add(_ start: String, _ end: String, room: String? = "甲", teacher: String? = "张", course: String = "C001") throws
    {
        try training.office.run(
            AddSession.self,
            .init(
                course: course, start: training.time(start), end: training.time(end), room: room, teacher: teacher, capacity: 10))
    }

    /// The alternatives a refusal offers.
    private func offered(_ refusal: Refusal?) -> [String] {
        guard case .text(let text)? = refusal?.message.arguments["free"] else { return [] }
        return text.split(separator: "；").map(String.init)
    }

    @Test func aTakenRoomIsRefusedWithThreeRoomsOrTimesThatAreFree() throws {
        try add("2024-06-10 09:00", "2024-06-10 12:00")
        try training.office.run(SetRoom.self, .init(room: "乙", capacity: 30))
        let refusals = training.office.refusals { try add("2024-06-10 10:00", "2024-06-10 11:00", teacher: "李") }
        #expect(refusals.map(\.rule) == [TrainingRules.clash])
        #expect(refusals.first?.field == "room")
        #expect(training.office.text(refusals[0].message).contains("2024-001"))
        #expect(
            offered(refusals.first) == [
                "2024-06-10 10:00–11:00 乙", "2024-06-10 14:30–15:30 甲", "2024-06-11 09:00–10:00 甲",
            ])
    }

    @Test func theAlternativesReallyAreFree() throws {
        try add("2024-06-10 09:00", "2024-06-10 12:00")
        try add("2024-06-10 14:30", "2024-06-10 16:00", room: "丙", teacher: "李")
        let refusals = training.office.refusals { try add("2024-06-10 09:30", "2024-06-10 11:00", room: "丙", teacher: "张") }
        let free = offered(refusals.first)
        #expect(free.count == 3)
        for text in free {
            let times = text.split(separator: " ")
            let clock = times[1].split(separator: "–")
            try add("\(times[0]) \(clock[0])", "\(times[0]) \(clock[1])", room: "丙", teacher: "张")
        }
    }

    @Test func everyClashIsNamedAtOnce() throws {
        try add("2024-06-10 09:00", "2024-06-10 12:00")
        let refusals = training.office.refusals { try add("2024-06-10 11:00", "2024-06-10 13:00") }
        #expect(refusals.compactMap(\.field).sorted() == ["room", "teacher"])
    }

    @Test func restDaysAreNotOffered() throws {
        try add("2024-06-14 14:30", "2024-06-14 16:00")
        let refusals = training.office.refusals { try add("2024-06-14 14:30", "2024-06-14 16:00") }
        #expect(offered(refusals.first).first == "2024-06-17 09:00–10:30 甲")
    }

    @Test func whatIsWrongByItselfIsRefused() {
        let refusals = training.office.refusals {
            try training.office.run(
                AddSession.self,
                .init(
                    course: "C001", start: training.time("2024-06-10 12:00"), end: training.time("2024-06-10 09:00"), capacity: 0,
                    deadline: CalendarDate("2024-06-11")))
        }
        #expect(refusals.compactMap(\.field) == ["end", "capacity", "deadline"])
    }

    @Test func movingKeepsTheLengthAndTheNoticeOfTheDeadline() throws {
        try training.open(
            "C001", "2024-06-10 09:00", "2024-06-10 12:00", room: "甲", teacher: "张", code: "A", deadline: "2024-06-07")
        let moved = try training.office.run(
            MoveSession.self, .init(session: "A", start: training.time("2024-06-12 14:30"), version: 2)
        ).row.session
        #expect(moved.span.text == "2024-06-12 14:30–17:30")
        #expect(moved.deadline == CalendarDate("2024-06-09"))
    }

    @Test func movingOntoALearnersOtherSessionIsRefused() throws {
        try training.open("C001", "2024-06-10 09:00", "2024-06-10 12:00", room: "甲", teacher: "张", code: "A")
        try training.open("C002", "2024-06-11 09:00", "2024-06-11 12:00", room: "乙", teacher: "李", code: "B")
        try training.enrol("戴梦瑶", "A")
        try training.enrol("戴梦瑶", "B")
        let refusals = training.office.refusals {
            try training.office.run(MoveSession.self, .init(session: "B", start: training.time("2024-06-10 10:00")))
        }
        #expect(refusals.map(\.rule) == [TrainingRules.clash])
        #expect(training.office.text(refusals[0].message).contains("戴梦瑶"))
        #expect(offered(refusals.first).count == 3)
    }

    @Test func aStaleVersionIsRefused() throws {
        try training.open("C001", "2024-06-10 09:00", "2024-06-10 12:00", code: "A")
        let refusals = training.office.refusals {
            try training.office.run(MoveSession.self, .init(session: "A", capacity: 20, version: 1))
        }
        #expect(refusals.map(\.rule) == [.stale])
    }

    @Test func aFinishedSessionStaysWhereItWas() throws {
        try training.open("C001", "2024-06-03 09:00", "2024-06-03 12:00", code: "A")
        try training.finish("A", on: "2024-06-04")
        let refusals = training.office.refusals {
            try training.office.run(MoveSession.self, .init(session: "A", start: training.time("2024-06-10 10:00")))
        }
        #expect(refusals.map(\.rule) == [.illegalState])
    }

    @Test func recurringStudyIsPlannedAsAWholeAndMissedOccurrencesAreFlagged() throws {
        let rows = try training.office.run(
            AddSeries.self,
            .init(
                title: "周五业务学习", course: "C002", start: training.time("2024-06-07 14:30"), minutes: 90, every: .fortnightly,
                until: try #require(CalendarDate("2024-07-31")), room: "甲", capacity: 30)
        ).rows
        #expect(rows.map { "\($0.session.startsAt.day)" } == ["2024-06-07", "2024-06-21", "2024-07-05", "2024-07-19"])
        try training.office.run(AdvanceSession.self, .init(session: rows[0].session.code, to: .open))
        try training.finish(rows[0].session.code, on: "2024-06-08")
        training.office.clock.move(to: try #require(CalendarDate("2024-06-22")))
        let now = try training.office.run(ListSeries.self, .init()).rows
        #expect(now.map(\.outcome) == [.held, .missed, .ahead, .ahead])
        #expect(
            try training.office.run(ListSeries.self, .init(missed: true)).rows.map { "\($0.session.startsAt.day)" } == [
                "2024-06-21"
            ])
    }

    @Test func aSeriesThatClashesOnceIsNotPlannedAtAll() throws {
        try add("2024-06-21 14:00", "2024-06-21 15:00")
        let refusals = training.office.refusals {
            try training.office.run(
                AddSeries.self,
                .init(
                    title: "学习", course: "C002", start: training.time("2024-06-07 14:30"), minutes: 90, every: .fortnightly,
                    until: try #require(CalendarDate("2024-07-31")), room: "甲", capacity: 30))
        }
        #expect(refusals.map(\.rule) == [TrainingRules.clash])
        #expect(try training.office.run(ListSeries.self, .init()).rows.isEmpty)
    }

    @Test(arguments: [
        (Recurrence.weekly, 1, "2024-02-07"), (.fortnightly, 1, "2024-02-14"), (.monthly, 1, "2024-02-29"),
        (.monthly, 2, "2024-03-31"), (.quarterly, 1, "2024-04-30"),
    ])
    func occurrencesAreCountedFromTheFirst(every: Recurrence, number: Int, day: String) throws {
        #expect("\(every.day(number, from: try #require(CalendarDate("2024-01-31"))))" == day)
    }
}
