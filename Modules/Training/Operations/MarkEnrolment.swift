import GRDB
import Operations
import Persistence
import Personnel
import PluginKit

/// Enters attendance and score of one person; the hours are credited at once.
struct MarkEnrolment: Command {
    struct Input: Codable, Sendable {
        var session: String
        var cadre: String
        var attendance: Attendance
        /// Percent of the session that was attended; all of it where not given.
        var share: Int?
        var score: Double?
        /// 补考: whoever failed took the exam once more; otherwise the score is entered or corrected.
        var resit: Bool?
        var version: Int?
    }
    static let name: OperationName = "enrolment.score"
    static let access = Access.roles(trainingKeepers)
    static let positional = ["session", "cadre"]

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<EnrolmentLine> {
        let entry = try ResultEntry(input.session, in: context)
        let (after, cadre) = try entry.enter(
            PersonResult(
                cadre: input.cadre, attendance: input.attendance, share: input.share, score: input.score, resit: input.resit,
                version: input.version))
        return try Enrolments.answer(after, EnrolmentSentence.of(after, cadre), in: context)
    }
}

/// 免修: a trainer lets somebody off a course with a reason. It counts as passed and earns no hours.
struct ExemptEnrolment: Command {
    struct Input: Codable, Sendable {
        var session: String
        var cadre: String
        var reason: String
    }
    static let name: OperationName = "enrolment.exempt"
    static let access = Access.roles([.trainer])
    static let positional = ["session", "cadre"]

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<EnrolmentLine> {
        guard input.reason.trimmed.count >= AddEnrolment.shortestReason else {
            throw Rule.invalid.refused("reasonShort", field: "reason", ["count": "\(AddEnrolment.shortestReason)"])
        }
        let session = try Sessions.session(input.session, in: context.db)
        let cadre = try Cadres.cadre(input.cadre, in: context.db)
        let before = try Enrolments.enrolment(session, cadre, in: context)
        var after = before
        after.state = .exempt
        after.exemption = input.reason.trimmed
        context.reason = after.exemption
        let course = try Courses.course(id: session.courseId, in: context.db)
        after = try ResultDesk(context).save(after, before: before, course: course, on: session.endsAt.day)
        return try Enrolments.answer(after, EnrolmentSentence.of(after, cadre), in: context)
    }
}

/// What became of somebody's hours, in a sentence.
enum EnrolmentSentence {
    static func of(_ enrolment: Enrolment, _ cadre: Cadre) -> Message {
        Message(
            "enrolment.score.\(enrolment.creditNote?.rawValue ?? "waiting")",
            [
                "cadre": .text(cadre.name), "state": .key("enrolmentState.\(enrolment.state.rawValue)"),
                "hours": .text(Tenths.text(enrolment.credited)), "certificate": .text(enrolment.certificateNo ?? "—"),
            ])
    }
}

/// Says what one thought of a session. Only who was there may, once.
struct AddFeedback: Command {
    struct Input: Codable, Sendable {
        var session: String
        /// 1 (poor) to 5 (very good).
        var rating: Int
        var remark: String?
    }
    static let name: OperationName = "feedback.add"
    static let access = Access.roles(Role.team.union([.learner]))
    static let positional = ["session"]

    func run(_ input: Input, in context: WriteContext) throws -> Done {
        let session = try Sessions.session(input.session, in: context.db)
        let cadre = try Enrolments.cadre(nil, in: context)
        guard (1...5).contains(input.rating) else {
            throw Rule.invalid.refused("range", field: "rating", ["low": "1", "high": "5", "value": "\(input.rating)"])
        }
        let enrolment = try Enrolment.fetchOne(
            context.db, sql: "SELECT * FROM training_enrolment WHERE sessionId = ? AND cadreId = ? AND state <> 'cancelled'",
            arguments: [session.id, cadre.id])
        guard let enrolment, enrolment.state.wasThere else {
            throw Rule.broken.refused("feedbackNotThere", field: "session", ["session": .text(session.code)])
        }
        let given = try Bool.fetchOne(
            context.db, sql: "SELECT EXISTS (SELECT 1 FROM training_feedback WHERE enrolmentId = ?)", arguments: [enrolment.id])
        if given == true { throw Rule.duplicate.refused("feedback", field: "session", ["session": .text(session.code)]) }
        try context.db.execute(
            sql: "INSERT INTO training_feedback VALUES (?, ?, ?, ?)",
            arguments: [enrolment.id, input.rating, input.remark?.trimmed.nonEmpty, context.today])
        try context.noteChange(of: "feedback", enrolment.id, to: [input.rating])
        return Done("feedback.add.done", ["session": .text(session.code)])
    }
}

/// What was said of a session, without names.
struct ListFeedback: Query {
    struct Input: Codable, Sendable {
        var session: String
    }
    static let name: OperationName = "feedback.list"
    static let access = Access.roles(trainingReaders)
    static let positional = ["session"]

    func run(_ input: Input, in context: ReadContext) throws -> Page<FeedbackLine> {
        let session = try Sessions.session(input.session, in: context.db)
        let rows = try FeedbackLine.fetchAll(
            context.db,
            sql: """
                SELECT f.rating, f.remark, f.givenOn FROM training_feedback f JOIN training_enrolment e ON e.id = f.enrolmentId
                WHERE e.sessionId = ? ORDER BY f.givenOn, f.rating, f.remark LIMIT 1000
                """, arguments: [session.id])
        let sum = rows.map(\.rating).reduce(0, +)
        return Page(
            rows: rows,
            sentence: Message(
                "feedback.list.sentence",
                [
                    "session": .text(session.code), "count": "\(rows.count)",
                    "mean": .text(rows.isEmpty ? "—" : Percent.text(hundredths: (sum * 200 + rows.count) / (2 * rows.count))),
                ]))
    }
}

/// One opinion.
struct FeedbackLine: Tabular, FetchableRecord {
    var rating: Int
    var remark: String?
    var givenOn: CalendarDate

    init(row: Row) {
        rating = row["rating"]
        remark = row["remark"]
        givenOn = row["givenOn"]
    }

    static let columns: [TableColumn<FeedbackLine>] = [
        .integer("rating") { $0.rating },
        .text("feedbackRemark") { $0.remark },
        .date("date") { $0.givenOn },
    ]
}
