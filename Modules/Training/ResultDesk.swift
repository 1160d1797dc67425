import GRDB
import Operations
import Persistence
import PluginKit

/// Enters attendance and scores, and credits hours once per course and validity period (R-CRS-04, R-CRS-06).
struct ResultDesk {
    private let context: WriteContext
    private let settings: TrainingSettings
    /// Whether each change stands in the audit; an import notes its file instead.
    private let notesChanges: Bool

    init(_ context: WriteContext, notesChanges: Bool = true) throws {
        self.context = context
        self.notesChanges = notesChanges
        settings = try TrainingSettings(context.db)
    }

    /// Attendance and score of one person.
    struct Result: Sendable, Hashable {
        var attendance: Attendance
        /// Percent; 100 where somebody who was there has no other share.
        var share: Int?
        /// In tenths.
        var score: Int?
        /// 补考: the exam was taken once more, rather than its score corrected.
        var isResit = false
    }

    /// The enrolment with its result, not yet credited.
    func marked(_ before: Enrolment, _ result: Result, course: Course) -> Enrolment {
        var after = before
        switch result.attendance {
        case .attended:
            after.share = result.share ?? 100
            after.score = result.score
            if result.score != nil { after.attempts = result.isResit ? before.attempts + 1 : max(before.attempts, 1) }
            after.state = Crediting.result(score: result.score, exam: course.exam, passMark: course.passMark)
        case .absent, .excused:
            after.share = 0
            after.score = nil
            after.state = result.attendance == .absent ? .absent : .excused
        }
        return after
    }

    /// Saves an enrolment whose result changed and credits its hours.
    func save(_ enrolment: Enrolment, before: Enrolment, course: Course, on day: CalendarDate) throws -> Enrolment {
        var after = enrolment
        try credit(&after, course, on: day)
        guard after != before else { return before }
        after.version += 1
        try after.update(context.db)
        if notesChanges { try context.noteChange(of: "enrolment", after.id, from: before, to: after) }
        if before.credited > 0, after.credited == 0 { try creditNext(after, course) }
        return after
    }

    private func credit(_ enrolment: inout Enrolment, _ course: Course, on day: CalendarDate) throws {
        let earlier = try Row.fetchAll(
            context.db.cachedStatement(
                sql: """
                    SELECT creditedOn, validUntil FROM training_enrolment
                    WHERE cadreId = ? AND courseId = ? AND credited > 0 AND id <> ?
                    """), arguments: [enrolment.cadreId, enrolment.courseId, enrolment.id]
        ).map { Crediting.Earlier(creditedOn: $0[0], validUntil: $0[1]) }
        let (hours, note) = Crediting.hours(
            of: course.hours, validMonths: course.validMonths, state: enrolment.state, share: enrolment.share ?? 0, on: day,
            earlier: earlier, neededShare: settings[.attendanceShare])
        // Hours credited once stay what they were, also when the course is given more hours later.
        if hours > 0, enrolment.credited > 0, enrolment.creditedOn == day { return }
        enrolment.credited = hours
        enrolment.creditNote = note
        enrolment.creditedOn = hours > 0 ? day : nil
        enrolment.validUntil = hours > 0 ? course.validMonths.map { day.adding(months: $0) } : nil
        if hours == 0 { enrolment.certificateNo = nil }
        if hours > 0, enrolment.certificateNo == nil { enrolment.certificateNo = try certificateNumber(day.year) }
    }

    /// `PX2024-0001`
    private func certificateNumber(_ year: Int) throws -> String {
        let number = try NumberSequence.next("training.certificate/\(year)", in: context.db)
        return "PX\(year)-\(String("000\(number)".suffix(max(4, "\(number)".count))))"
    }

    /// When a credit is taken back, the first repeat that it had covered earns the hours.
    private func creditNext(_ lost: Enrolment, _ course: Course) throws {
        let next = try Enrolment.fetchOne(
            context.db,
            sql: """
                SELECT e.* FROM training_enrolment e JOIN training_session s ON s.id = e.sessionId
                WHERE e.cadreId = ? AND e.courseId = ? AND e.creditNote = 'repeated' AND e.id <> ? ORDER BY s.endsAt, e.id LIMIT 1
                """, arguments: [lost.cadreId, lost.courseId, lost.id])
        guard let next else { return }
        let session = try Sessions.session(id: next.sessionId, in: context.db)
        _ = try save(next, before: next, course: course, on: session.endsAt.day)
    }
}

/// 签到
enum Attendance: String, Choice {
    case attended, absent, excused

    static let vocabulary = "attendance"
}
