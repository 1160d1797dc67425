import GRDB
import Operations
import Persistence
import PluginKit

/// Reading sessions.
enum Sessions {
    /// - Throws: `E-NOTFOUND` on the field.
    static func session(_ code: String, field: String = "session", in db: Database) throws -> Session {
        let found = try Session.fetchOne(
            db.cachedStatement(sql: "SELECT * FROM training_session WHERE code = ?"), arguments: [code.trimmed])
        guard let found else { throw Rule.notFound.refused("trainingSession", field: field, ["code": .text(code)]) }
        return found
    }

    static func session(id: UniqueID, in db: Database) throws -> Session {
        let found = try Session.fetchOne(
            db.cachedStatement(sql: "SELECT * FROM training_session WHERE id = ?"), arguments: [id])
        guard let found else { throw Rule.notFound.refused("trainingSession", field: "session", ["code": "\(id)"]) }
        return found
    }

    static func line(_ session: Session, in db: Database) throws -> SessionLine {
        let line = try SessionLine.fetchOne(db, sql: "\(SessionLine.selection) WHERE s.id = ?", arguments: [session.id])
        guard let line else { throw Rule.notFound.refused("trainingSession", field: "session", ["code": .text(session.code)]) }
        return line
    }

    /// The next code of ours, `2024-001`, skipping codes that are taken.
    static func nextCode(_ year: Int, in db: Database) throws -> String {
        while true {
            let number = try NumberSequence.next("training.session/\(year)", in: db)
            let code = "\(year)-\(String("00\(number)".suffix(max(3, "\(number)".count))))"
            let taken = try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM training_session WHERE code = ?)", arguments: [code])
            if taken != true { return code }
        }
    }

    /// Remembers a room with the largest capacity it was used for, and that a teacher teaches a course.
    static func remember(_ session: Session, in db: Database) throws {
        if let room = session.room {
            try db.cachedStatement(
                sql: """
                    INSERT INTO training_room VALUES (?1, ?2)
                    ON CONFLICT (name) DO UPDATE SET capacity = max(capacity, ?2)
                    """
            ).execute(arguments: [room, session.capacity])
        }
        if let teacher = session.teacher {
            try db.cachedStatement(sql: "INSERT OR IGNORE INTO training_teaching VALUES (?, ?)")
                .execute(arguments: [teacher, session.courseId])
        }
    }
}

/// A session as lists show it.
struct SessionLine: Tabular, FetchableRecord {
    var session: Session
    var courseCode: String
    var courseTitle: String
    var confirmed: Int
    var waiting: Int
    var seriesCode: String?

    init(row: Row) throws {
        session = try Session(row: row)
        courseCode = row["courseCode"]
        courseTitle = row["courseTitle"]
        confirmed = row["confirmed"]
        waiting = row["waiting"]
        seriesCode = row["seriesCode"]
    }

    static let selection = """
        SELECT s.*, c.code AS courseCode, c.title AS courseTitle, r.code AS seriesCode,
            (SELECT count(*) FROM training_enrolment e WHERE e.sessionId = s.id AND e.state NOT IN ('waitlisted', 'cancelled'))
                AS confirmed,
            (SELECT count(*) FROM training_enrolment e WHERE e.sessionId = s.id AND e.state = 'waitlisted') AS waiting
        FROM training_session s JOIN training_course c ON c.id = s.courseId LEFT JOIN training_series r ON r.id = s.seriesId
        """

    static let columns: [TableColumn<SessionLine>] = [
        .text("session") { $0.session.code },
        .text("courseCode") { $0.courseCode },
        .text("course") { $0.courseTitle },
        .text("startsAt") { "\($0.session.startsAt)" },
        .text("endsAt") { "\($0.session.endsAt)" },
        .text("room") { $0.session.room },
        .text("teacher") { $0.session.teacher },
        .integer("capacity") { $0.session.capacity },
        .integer("confirmedCount") { $0.confirmed },
        .integer("waitingCount") { $0.waiting },
        .date("enrolmentDeadline") { $0.session.deadline },
        .word("sessionState") { $0.session.state },
        .text("series") { $0.seriesCode },
        .integer("version") { $0.session.version },
    ]
    static let briefColumns: [String]? = [
        "session", "course", "startsAt", "endsAt", "room", "teacher", "confirmedCount", "waitingCount", "sessionState",
    ]
}
