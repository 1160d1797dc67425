import Foundation
import Operations
import Persistence
import PluginKit
import PluginTestKit
import Testing

@testable import Personnel
@testable import Training

/// Materials of courses, and how often an exam may be taken.
@Suite struct ExamTests {
    let training: TrainingOffice

    init() throws { training = try TrainingOffice() }

    private func finished(_ code: String, day: String) throws {
        try training.open("C001", "\(day) 09:00", "\(day) 12:00", code: code)
        try training.enrol("侯霞", code)
        try training.finish(code, on: "2024-06-10")
    }

    @Test func aCourseSaysWhatItIsStudiedFrom() throws {
        let materials = ["巡察工作条例", "  ", "https://example.org/a.pdf", "巡察工作条例"]
        let course = try training.office.run(SetCourse.self, .init(course: "C001", materials: materials, attempts: 2)).row.course
        #expect(course.materials == ["巡察工作条例", "https://example.org/a.pdf"])
        #expect(course.attempts == 2)
        let kept = try training.office.run(SetCourse.self, .init(course: "C001", title: "新名称")).row.course
        #expect(kept.materials.count == 2)
        let open = try training.office.run(SetCourse.self, .init(course: "C001", materials: [], attempts: 0)).row.course
        #expect(open.materials.isEmpty)
        #expect(open.attempts == nil)
    }

    @Test func aCatalogueMayNameMaterialsAndAttempts() throws {
        let head = "课程编号,课程名称,层级,专业方向,学时,授课形式,考核方式,必修,适用对象"
        let row = "C900,新课,通识,通识,4,集中授课,闭卷,否,全体"
        let full = Sample.csv("courses", head + ",学习资料,考试次数", row + ",条例；指南,3")
        try training.office.run(ImportCourses.self, .init(file: full))
        func course() throws -> Course { try training.office.read { try Courses.course("C900", in: $0) } }
        #expect(try course().materials == ["条例", "指南"])
        #expect(try course().attempts == 3)
        let again = try training.office.run(ImportCourses.self, .init(file: Sample.csv("courses", head, row)))
        #expect(again["same"] == "1", "a file that does not say leaves them")
        let wrong = Sample.csv("courses", head + ",考试次数", row + ",0")
        #expect(
            training.office.refusals { try training.office.run(ImportCourses.self, .init(file: wrong)) }.map(\.rule) == [.invalid]
        )
    }

    @Test func aResitIsCountedAndACorrectionIsNot() throws {
        try training.office.run(SetCourse.self, .init(course: "C001", attempts: 2))
        try finished("X1", day: "2024-06-03")
        #expect(try training.score("侯霞", "X1", 50).enrolment.attempts == 1)
        #expect(try training.score("侯霞", "X1", 55).enrolment.attempts == 1)
        let resit = try training.score("侯霞", "X1", 58, resit: true).enrolment
        #expect(resit.attempts == 2)
        #expect(resit.state == .failed)
        #expect(refused { try training.score("侯霞", "X1", 90, resit: true) } == ["E-RULE.refusal.attempts resit"])
        #expect(try training.score("侯霞", "X1", 59).enrolment.attempts == 2)
    }

    @Test func onlyAFailedExamIsTakenAgain() throws {
        try finished("X1", day: "2024-06-03")
        #expect(refused { try training.score("侯霞", "X1", 70, resit: true) } == ["E-STATE.refusal.resit resit"])
        try training.score("侯霞", "X1", 50)
        #expect(refused { try training.score("侯霞", "X1", resit: true) } == ["E-STATE.refusal.resit resit"])
        let passed = try training.score("侯霞", "X1", 75, resit: true).enrolment
        #expect(passed.state == .passed)
        #expect(passed.credited > 0)
        #expect(passed.attempts == 2)
        #expect(refused { try training.score("侯霞", "X1", 90, resit: true) } == ["E-STATE.refusal.resit resit"])
    }

    @Test func whoUsedUpTheExamsIsNotEnrolledAgainWithoutAReason() throws {
        try training.office.run(SetCourse.self, .init(course: "C001", attempts: 1))
        try finished("X1", day: "2024-06-03")
        try training.score("侯霞", "X1", 50)
        try training.open("C001", "2024-06-20 09:00", "2024-06-20 12:00", code: "X2")
        #expect(refused { try training.enrol("侯霞", "X2") } == ["E-RULE.refusal.attempts cadre"])
        #expect(try training.enrol("侯霞", "X2", exemption: "经培训领导小组同意再考一次").enrolment.state == .confirmed)
    }

    @Test func whoPassedMayRenewWithoutLimit() throws {
        try training.office.run(SetCourse.self, .init(course: "C001", attempts: 1))
        try finished("X1", day: "2024-06-03")
        try training.score("侯霞", "X1", 80)
        try training.open("C001", "2024-06-20 09:00", "2024-06-20 12:00", code: "X2")
        #expect(try training.enrol("侯霞", "X2").enrolment.state == .confirmed)
    }

    private func refused(_ body: () throws -> Void) -> [String] {
        training.office.refusals(body).map { "\($0.message.key) \($0.field ?? "-")" }
    }

    private func refused(_ body: () throws -> EnrolmentLine) -> [String] { refused { _ = try body() } }

    // MARK: Group study and appraisals

    @Test func attendanceOfRecurringStudyIsToldToTheStudyLog() throws {
        try training.office.run(
            AddSeries.self,
            .init(
                title: "每周业务学习", course: "C001", start: try training.time("2024-06-03 14:30"), minutes: 120, every: .weekly,
                until: try #require(CalendarDate("2024-06-10")), capacity: 10))
        let sessions = try training.office.run(ListSessions.self, .init(course: "C001")).rows.map(\.session.code)
        let code = try #require(sessions.first)
        try training.office.run(AdvanceSession.self, .init(session: code, to: .open))
        try training.enrol("侯霞", code)
        try training.enrol("戴梦瑶", code)
        let days = try #require(CalendarDate("2024-06-01"))...(try #require(CalendarDate("2024-06-30")))
        func held() throws -> [GroupStudy] { try training.office.read { try SeriesStudy.source.held(days, $0) } }
        #expect(try held().isEmpty)
        try training.finish(code, on: "2024-06-04")
        #expect(try held().isEmpty, "nobody was there yet")
        try training.score("侯霞", code, 80, share: 50)
        try training.score("戴梦瑶", code, attendance: .absent)
        #expect(try held().map { [$0.code: Array($0.people.values)] } == [[code: [60]]])
        #expect(try held().map(\.date) == [try #require(CalendarDate("2024-06-03"))])
    }

    @Test func aGradeIsWorthWhatTheOfficeSays() throws {
        let point = AppraisalEvidence.point([.excellent: 1, .competent: 2, .incompetent: 1], TrainingSettings())
        #expect(point.points == (9000 + 2 * 7500) / 4)
        #expect(training.office.text(point.evidence) == "工作鉴定 4 次：优秀 1、称职 2、基本称职 0、不称职 1")
        try training.office.run(
            DecideSetting.self, .init(setting: "training.gradeExcellent", value: 100, reason: "区委组织部规定的分值"))
        let settings = try training.office.read { try TrainingSettings($0) }
        #expect(AppraisalEvidence.point([.excellent: 3], settings).points == 10000)
    }

    @Test func aConfirmedAppraisalStandsInTheProfileAndADraftedOneDoesNot() throws {
        let cadre = try training.cadre("侯霞")
        let service = Service(
            id: UniqueID(milliseconds: 1, counter: 1, random: 1), version: 1, cadreId: cadre.id, round: "14-2", team: "14-2-1",
            role: .inspector, startsOn: try #require(CalendarDate("2023-03-01")))
        var appraisal = Appraisal(
            id: UniqueID(milliseconds: 2, counter: 1, random: 1), version: 1, serviceId: service.id, state: .drafted,
            performance: "认真", grade: .excellent, draftedBy: "leader")
        try training.office.dispatcher.store.write(owner: "personnel") { db in
            try service.insert(db)
            try appraisal.insert(db)
        }
        func profile() throws -> [Int?] {
            try training.office.run(ShowCompetence.self, .init(cadre: "侯霞")).rows.map(\.competence.appraisal)
        }
        #expect(Set(try profile()) == [nil])
        appraisal.state = .confirmed
        let confirmed = appraisal
        try training.office.dispatcher.store.write(owner: "personnel") { db in try confirmed.update(db) }
        #expect(Set(try profile()) == [9000])
        let evidence = try training.office.run(ShowCompetence.self, .init(cadre: "侯霞")).rows.first?.evidence
        #expect(evidence?.map(\.key) == ["training.appraisals.evidence"])
    }
}
