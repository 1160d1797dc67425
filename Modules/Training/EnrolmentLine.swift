import GRDB
import Operations
import Persistence
import Personnel
import PluginKit

/// An enrolment as lists show it.
struct EnrolmentLine: Tabular, FetchableRecord {
    var enrolment: Enrolment
    var sessionCode: String
    var courseCode: String
    var courseTitle: String
    var startsAt: SessionTime
    var person: String
    var homeUnit: String
    /// Place in the waiting list, from 1; nil for everybody else.
    var waitingPlace: Int?

    init(row: Row) throws {
        enrolment = try Enrolment(row: row)
        sessionCode = row["sessionCode"]
        courseCode = row["courseCode"]
        courseTitle = row["courseTitle"]
        startsAt = row["startsAt"]
        person = row["person"] ?? ""
        homeUnit = row["homeUnit"] ?? ""
        waitingPlace = row["waitingPlace"]
    }

    static let selection = """
        SELECT e.*, s.code AS sessionCode, s.startsAt, c.code AS courseCode, c.title AS courseTitle, p.name AS person,
            p.unitName AS homeUnit,
            CASE e.state WHEN 'waitlisted' THEN (SELECT count(*) FROM training_enrolment w
                WHERE w.sessionId = e.sessionId AND w.state = 'waitlisted' AND w.id <= e.id) END AS waitingPlace
        FROM training_enrolment e JOIN training_session s ON s.id = e.sessionId JOIN training_course c ON c.id = e.courseId
            LEFT JOIN personnel_cadre p ON p.id = e.cadreId
        """

    static func fetch(_ db: Database, where filter: Filter, tail: String) throws -> [EnrolmentLine] {
        try fetchAll(
            db.cachedStatement(sql: "\(selection) WHERE \(filter.sql) \(tail)"), arguments: filter.arguments)
    }

    static let columns: [TableColumn<EnrolmentLine>] = [
        .text("session") { $0.sessionCode },
        .text("courseCode") { $0.courseCode },
        .text("course") { $0.courseTitle },
        .text("startsAt") { "\($0.startsAt)" },
        .text("cadre") { $0.person },
        .text("homeUnit") { $0.homeUnit },
        .word("enrolmentState") { $0.enrolment.state },
        .integer("waitingPlace") { $0.waitingPlace },
        .integer("attendanceShare") { $0.enrolment.share },
        .decimal("examScore") { $0.enrolment.score.map(Tenths.text) },
        .integer("attemptsTaken") { $0.enrolment.attempts },
        .decimal("creditedHours") { Tenths.text($0.enrolment.credited) },
        .word("creditNote") { $0.enrolment.creditNote },
        .date("validUntil") { $0.enrolment.validUntil },
        .text("certificateNo") { $0.enrolment.certificateNo },
        .text("exemptionReason") { $0.enrolment.exemption },
        .text("enrolmentId") { $0.enrolment.id.description },
        .text("cadreId") { $0.enrolment.cadreId.description },
        .integer("version") { $0.enrolment.version },
    ]
    static let briefColumns: [String]? = [
        "session", "course", "cadre", "homeUnit", "enrolmentState", "waitingPlace", "examScore", "creditedHours",
    ]
}

/// Reading enrolments.
enum Enrolments {
    /// The enrolment of a cadre in a session that was not cancelled.
    /// - Throws: `E-NOTFOUND`, the same for one that this person may not see.
    static func enrolment(_ session: Session, _ cadre: Cadre, in context: ReadContext) throws -> Enrolment {
        let found = try Enrolment.fetchOne(
            context.db, sql: "SELECT * FROM training_enrolment WHERE sessionId = ? AND cadreId = ? AND state <> 'cancelled'",
            arguments: [session.id, cadre.id])
        guard let found else {
            throw Rule.notFound.refused(
                "enrolment", field: "cadre", ["session": .text(session.code), "cadre": .text(cadre.name)])
        }
        return found
    }

    static func answer(_ enrolment: Enrolment, _ sentence: Message, in context: ReadContext) throws -> RecordAnswer<
        EnrolmentLine
    > {
        let rows = try EnrolmentLine.fetch(context.db, where: Filter("e.id = ?", enrolment.id), tail: "")
        guard let row = rows.first else { throw Rule.notFound.refused(field: "cadre") }
        return RecordAnswer(row, sentence: sentence)
    }

    /// The cadre named, or the person's own; others are not found by whoever sees only their own.
    static func cadre(_ text: String?, in context: ReadContext) throws -> Cadre {
        let own = context.principal.cadre
        guard let text = text?.trimmed.nonEmpty else {
            guard let own else { throw Rule.invalid.refused("missing", field: "cadre") }
            return try Cadres.cadre("\(own)", in: context.db)
        }
        if context.principal.readsTraining { return try Cadres.cadre(text, in: context.db) }
        guard let own, let cadre = try? Cadres.cadre("\(own)", in: context.db), [cadre.name, "\(own)"].contains(text) else {
            throw Rule.notFound.refused("cadre", field: "cadre", ["cadre": .text(text)])
        }
        return cadre
    }
}
