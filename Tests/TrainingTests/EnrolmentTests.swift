import GRDB
import Operations
import Persistence
import PluginKit
import Testing

@testable import Training

@Suite struct EnrolmentTests {
    let training: TrainingOffice

    init() throws { training = try TrainingOffice() }

    private func passGeneral(_ name: String) throws {
        for number in 1...8 {
            let code = "G\(number)"
            try training.open("C00\(number)", "2024-06-0\(number) 09:00", "2024-06-0\(number) 12:00", code: code)
            try training.enrol(name, code, exemption: "测试先修课程顺序所需")
        }
        for number in 1...8 {
            try training.finish("G\(number)", on: "2024-06-20")
            try training.score(name, "G\(number)", 80)
        }
    }

    // MARK: R-CRS-01

    @Test func aBeginnerIsRefusedInASpecialistCourse() throws {
        try training.open("C018", "2024-07-01 09:00", "2024-07-01 10:30", code: "A")
        let refusals = training.office.refusals { try training.enrol("戴梦瑶", "A") }
        #expect(refusals.first?.rule == TrainingRules.generalFirst)
        #expect(training.office.text(refusals[0].message).contains("C001"))
        #expect(try training.office.run(ListEnrolments.self, .init(session: "A")).rows.isEmpty)
    }

    @Test func whoPassedTheGeneralTierIsNot() throws {
        try passGeneral("戴梦瑶")
        try training.open("C018", "2024-07-01 09:00", "2024-07-01 10:30", code: "A")
        #expect(try training.enrol("戴梦瑶", "A").enrolment.state == .confirmed)
    }

    @Test func aTrainerExemptsWithAReasonAndNobodyElse() throws {
        try training.open("C018", "2024-07-01 09:00", "2024-07-01 10:30", code: "A")
        let reason = "急需参加本轮巡察，先学专业课"
        let office = training.office.refusals {
            try training.office.run(AddEnrolment.self, .init(session: "A", cadre: "戴梦瑶", exemption: reason))
        }
        #expect(office.first?.rule == TrainingRules.generalFirst)
        let short = training.office.refusals { try training.enrol("戴梦瑶", "A", exemption: "急") }
        #expect(short.map(\.field) == ["exemption"])
        let line = try training.enrol("戴梦瑶", "A", exemption: reason)
        #expect(line.enrolment.exemption == reason)
    }

    @Test func anyNumberOfGeneralCoursesMayBeEnough() throws {
        try training.office.run(DecideSetting.self, .init(setting: "training.generalPasses", value: 1, reason: "本办公室规定"))
        try training.open("C001", "2024-06-03 09:00", "2024-06-03 12:00", code: "G")
        try training.enrol("戴梦瑶", "G")
        try training.finish("G", on: "2024-06-04")
        try training.score("戴梦瑶", "G", 60)
        try training.open("C018", "2024-07-01 09:00", "2024-07-01 10:30", code: "A")
        #expect(try training.enrol("戴梦瑶", "A").enrolment.state == .confirmed)
    }

    @Test func prerequisitesComeFirst() throws {
        try training.open("C003", "2024-07-01 09:00", "2024-07-01 10:30", code: "A")
        let refusals = training.office.refusals { try training.enrol("戴梦瑶", "A") }
        #expect(refusals.map(\.message.key) == ["E-RULE.refusal.prerequisites"])
    }

    // MARK: R-CRS-02

    @Test func aFullSessionWaitsAndACancellationPromotesTheFirst() throws {
        try training.open("C001", "2024-07-01 09:00", "2024-07-01 10:30", capacity: 1, code: "A")
        #expect(try training.enrol("戴梦瑶", "A").enrolment.state == .confirmed)
        #expect(try training.enrol("彭华", "A").enrolment.state == .waitlisted)
        #expect(try training.enrol("江洋", "A").waitingPlace == 2)
        let rows = try training.office.run(CancelEnrolment.self, .init(session: "A", cadre: "戴梦瑶")).rows
        #expect(rows.map { "\($0.person) \($0.enrolment.state.rawValue)" } == ["戴梦瑶 cancelled", "彭华 confirmed"])
        #expect(try training.office.run(ListEnrolments.self, .init(session: "A", cadre: "江洋")).rows.first?.waitingPlace == 1)
    }

    @Test func givingUpAPlaceInLinePromotesNobody() throws {
        try training.open("C001", "2024-07-01 09:00", "2024-07-01 10:30", capacity: 1, code: "A")
        for name in ["戴梦瑶", "彭华", "江洋"] { try training.enrol(name, "A") }
        #expect(try training.office.run(CancelEnrolment.self, .init(session: "A", cadre: "彭华")).rows.count == 1)
    }

    @Test func moreRoomPromotesInOrder() throws {
        try training.open("C001", "2024-07-01 09:00", "2024-07-01 10:30", capacity: 1, code: "A")
        for name in ["戴梦瑶", "彭华", "江洋"] { try training.enrol(name, "A") }
        try training.office.run(MoveSession.self, .init(session: "A", capacity: 2))
        let states = try training.office.run(ListEnrolments.self, .init(session: "A")).rows.map(\.enrolment.state)
        #expect(states == [.confirmed, .confirmed, .waitlisted])
        let refusals = training.office.refusals { try training.office.run(MoveSession.self, .init(session: "A", capacity: 1)) }
        #expect(refusals.map(\.field) == ["capacity"])
    }

    @Test func aUnitsQuotaSendsItsPeopleToTheLineAndLetsOthersPass() throws {
        try training.open("C001", "2024-07-01 09:00", "2024-07-01 10:30", capacity: 2, code: "A")
        let unit = try #require(try training.cadre("彭华").unitId)
        let code = try training.office.read {
            try String.fetchOne($0, sql: "SELECT code FROM organization_unit WHERE id = ?", arguments: [unit])
        }
        try training.office.run(SetQuota.self, .init(session: "A", unit: try #require(code), places: 0))
        #expect(try training.enrol("彭华", "A").enrolment.state == .waitlisted)
        #expect(try training.enrol("江洋", "A").enrolment.state == .confirmed)
        try training.office.run(SetQuota.self, .init(session: "A", unit: try #require(code), places: nil))
        #expect(
            try training.office.run(ListEnrolments.self, .init(session: "A")).rows.map(\.enrolment.state) == [
                .confirmed, .confirmed,
            ])
    }

    // MARK: R-CRS-03

    @Test func aLearnerInTwoPlacesIsRefusedWithOtherSessions() throws {
        try training.open("C002", "2024-07-01 09:00", "2024-07-01 12:00", code: "A")
        try training.open("C006", "2024-07-01 10:00", "2024-07-01 11:00", code: "B")
        for (number, day) in ["03", "04", "05", "08"].enumerated() {
            try training.open("C006", "2024-07-\(day) 10:00", "2024-07-\(day) 11:00", code: "B\(number)")
        }
        try training.enrol("戴梦瑶", "A")
        let refusals = training.office.refusals { try training.enrol("戴梦瑶", "B") }
        #expect(refusals.map(\.rule) == [TrainingRules.clash])
        #expect(
            refusals.first?.message.arguments["free"]
                == .text("B0 2024-07-03 10:00–11:00；B1 2024-07-04 10:00–11:00；B2 2024-07-05 10:00–11:00"))
    }

    @Test func afterTheDeadlineOnlyATrainerWithAReasonEnrols() throws {
        try training.open("C001", "2024-07-01 09:00", "2024-07-01 10:30", code: "A", deadline: "2024-06-10")
        training.office.clock.move(to: try #require(CalendarDate("2024-06-11")))
        #expect(
            training.office.refusals { try training.enrol("戴梦瑶", "A") }.map(\.message.key) == ["E-RULE.refusal.enrolmentLate"])
        #expect(try training.enrol("戴梦瑶", "A", exemption: "出差返回后补报，已经同意").enrolment.state == .confirmed)
    }

    // MARK: R-CRS-04, R-CRS-05, R-CRS-06

    @Test(arguments: [(80, 40, CreditNote.credited), (79, 0, .attendanceLow), (100, 40, .credited)])
    func tooLittleAttendanceEarnsNoHours(share: Int, credited: Int, note: CreditNote) throws {
        try training.open("C001", "2024-06-05 09:00", "2024-06-05 12:00", code: "A")
        try training.enrol("戴梦瑶", "A")
        try training.finish("A", on: "2024-06-07")
        let line = try training.score("戴梦瑶", "A", 90, share: share)
        #expect(line.enrolment.credited == credited)
        #expect(line.enrolment.creditNote == note)
        #expect((line.enrolment.certificateNo != nil) == (credited > 0))
    }

    @Test(arguments: [(0.0, true), (100, true), (59.9, true), (-0.1, false), (100.1, false), (60.55, false), (.infinity, false)])
    func scoresRunFrom0To100WithOneDecimal(score: Double, isRight: Bool) {
        #expect((try? Score.tenths(score)) != nil ? isRight : !isRight)
        if !isRight {
            #expect(training.office.refusals { _ = try Score.tenths(score) }.map(\.rule) == [TrainingRules.score])
        }
    }

    @Test func aRepeatWithinTheValidityEarnsNothingAndSaysSo() throws {
        try training.office.run(SetCourse.self, .init(course: "C001", validMonths: 2))
        try finishTwo(second: "2024-08-02")
        #expect(try training.score("戴梦瑶", "A", 80).enrolment.credited == 40)
        let answer = try training.office.run(
            MarkEnrolment.self, .init(session: "B", cadre: "戴梦瑶", attendance: .attended, score: 90))
        #expect(answer.row.enrolment.credited == 0)
        #expect(answer.sentence?.key == "enrolment.score.repeated")
    }

    @Test func afterTheValidityItCountsAgain() throws {
        try training.office.run(SetCourse.self, .init(course: "C001", validMonths: 2))
        try finishTwo(second: "2024-08-03")
        try training.score("戴梦瑶", "A", 80)
        #expect(try training.score("戴梦瑶", "B", 90).enrolment.credited == 40)
    }

    @Test func whenACreditIsTakenBackTheRepeatEarnsIt() throws {
        try finishTwo(second: "2024-07-03")
        try training.score("戴梦瑶", "A", 80)
        try training.score("戴梦瑶", "B", 90)
        let corrected = try training.score("戴梦瑶", "A", 40)
        #expect(corrected.enrolment.state == .failed)
        #expect(corrected.enrolment.certificateNo == nil)
        let second = try training.office.run(ListEnrolments.self, .init(session: "B")).rows.first?.enrolment
        #expect(second?.credited == 40)
        #expect(second?.certificateNo != nil)
    }

    /// Two sessions of C001, on 2024-06-03 and on a later day, both finished.
    private func finishTwo(second: String) throws {
        try training.open("C001", "2024-06-03 09:00", "2024-06-03 12:00", code: "A")
        try training.open("C001", "\(second) 09:00", "\(second) 12:00", code: "B")
        for code in ["A", "B"] { try training.enrol("戴梦瑶", code) }
        for code in ["A", "B"] { try training.finish(code, on: "2024-09-01") }
    }

    @Test func aCourseWithoutExamIsPassedByAttending() throws {
        try training.open("C005", "2024-06-03 09:00", "2024-06-03 12:00", code: "A")
        try training.enrol("戴梦瑶", "A")
        try training.finish("A", on: "2024-06-04")
        #expect(try training.score("戴梦瑶", "A").enrolment.state == .passed)
        try training.open("C001", "2024-06-05 09:00", "2024-06-05 12:00", code: "B")
        try training.enrol("戴梦瑶", "B")
        try training.finish("B", on: "2024-06-06")
        #expect(try training.score("戴梦瑶", "B").enrolment.state == .attended)
        let early = training.office.refusals { try training.office.run(AdvanceSession.self, .init(session: "B", to: .scored)) }
        #expect(early.map(\.rule) == [.illegalState])
    }

    @Test func anExemptionCountsAsPassedAndEarnsNoHours() throws {
        try training.open("C001", "2024-07-01 09:00", "2024-07-01 10:30", code: "A")
        try training.enrol("戴梦瑶", "A")
        let line = try training.office.run(
            ExemptEnrolment.self, .init(session: "A", cadre: "戴梦瑶", reason: "已取得省级同类课程证书"), as: TrainingOffice.trainer
        ).row
        #expect(line.enrolment.state == .exempt)
        #expect(line.enrolment.credited == 0)
        try training.open("C003", "2024-07-02 09:00", "2024-07-02 10:30", code: "B")
        #expect(try training.enrol("戴梦瑶", "B").enrolment.state == .confirmed)
    }

    // MARK: Feedback

    @Test func onlyWhoWasThereGivesFeedbackOnce() throws {
        try training.open("C001", "2024-06-03 09:00", "2024-06-03 12:00", code: "A")
        try training.enrol("戴梦瑶", "A")
        try training.enrol("彭华", "A")
        try training.finish("A", on: "2024-06-04")
        try training.score("戴梦瑶", "A", 70)
        try training.score("彭华", "A", attendance: .absent)
        let there = try training.learner("戴梦瑶"), absent = try training.learner("彭华")
        try training.office.run(AddFeedback.self, .init(session: "A", rating: 4, remark: "案例好"), as: there)
        let again = training.office.refusals {
            try training.office.run(AddFeedback.self, .init(session: "A", rating: 4), as: there)
        }
        #expect(again.map(\.rule) == [.duplicate])
        let refused = training.office.refusals {
            try training.office.run(AddFeedback.self, .init(session: "A", rating: 4), as: absent)
        }
        #expect(refused.map(\.message.key) == ["E-RULE.refusal.feedbackNotThere"])
        let page = try training.office.run(ListFeedback.self, .init(session: "A"))
        #expect(page.rows.map(\.rating) == [4])
        #expect(page.sentence?.arguments["mean"] == .text("4.00"))
    }
}
