import GRDB
import Operations
import Persistence
import Personnel
import PluginKit

/// Whether somebody may take part in a course (R-CRS-01, prerequisites) and in a session (R-CRS-03).
struct Admission {
    let context: ReadContext
    let cadre: Cadre
    let course: Course

    /// What stands against the course. Soft: a trainer may exempt with a reason.
    func courseRefusals() throws -> [Refusal] {
        var refusals: [Refusal] = []
        if course.tier == .specialist, try Levels.level(of: cadre.id, in: context.db) == .beginner {
            let missing = try GeneralTier(context.db).missing(for: cadre.id, in: context.db)
            if !missing.isEmpty {
                refusals.append(
                    TrainingRules.generalFirst.refused(
                        field: "cadre",
                        [
                            "cadre": .text(cadre.name), "course": .text(course.title),
                            "missing": .text(missing.joined(separator: "、")),
                        ]))
            }
        }
        let open = try String.fetchAll(
            context.db,
            sql: """
                SELECT c.code || ' ' || c.title FROM training_prerequisite q JOIN training_course c ON c.id = q.requiredId
                WHERE q.courseId = ?1 AND NOT EXISTS (SELECT 1 FROM training_enrolment e
                    WHERE e.courseId = c.id AND e.cadreId = ?2 AND e.state IN ('passed', 'exempt'))
                ORDER BY c.code
                """, arguments: [course.id, cadre.id])
        if !open.isEmpty {
            refusals.append(
                Rule.broken.refused(
                    "prerequisites", field: "cadre",
                    ["cadre": .text(cadre.name), "missing": .text(open.joined(separator: "、"))]))
        }
        if let used = try Attempts.refusal(cadre, course, field: "cadre", in: context.db) { refusals.append(used) }
        return refusals
    }

    /// - Throws: `R-CRS-03` where the learner is elsewhere, with other sessions of the course that would do.
    func refuseClash(with session: Session) throws {
        let booking = Booking(
            code: session.code, span: session.span, room: nil, teacher: nil, capacity: session.capacity, learners: [cadre.id])
        let bookings = try Bookings(session.span, in: context).without(session.code)
        let clashes = bookings.clashes(of: booking).filter { $0.kind == .learner }
        let away = bookings.away([cadre.id], at: session.span)
        guard !clashes.isEmpty || !away.isEmpty else { return }
        let free = try otherSessions(than: session).joined(separator: "；")
        let offer: Message.Argument = free.isEmpty ? .key("training.free.none") : .text(free)
        var checks = Checks()
        for clash in clashes {
            checks.add(
                TrainingRules.clash.refused(
                    "learner", field: "session",
                    [
                        "people": .text(cadre.name), "other": .text(clash.second?.code ?? ""),
                        "span": .text(clash.second?.span.text ?? ""), "free": offer,
                    ]))
        }
        for (_, round) in away {
            checks.add(
                TrainingRules.clash.refused(
                    "onSite", field: "session",
                    ["person": .text(cadre.name), "round": .text(round), "span": .text(session.span.text), "free": offer]))
        }
        try checks.finish()
    }

    /// Up to three sessions of the same course, still ahead, in which the learner is free.
    private func otherSessions(than session: Session) throws -> [String] {
        let others = try Session.fetchAll(
            context.db,
            sql: """
                SELECT * FROM training_session WHERE courseId = ? AND id <> ? AND state IN ('planned', 'open') AND startsAt >= ?
                ORDER BY startsAt, code LIMIT 50
                """, arguments: [session.courseId, session.id, min(session.startsAt, SessionTime(context.now))])
        let bookings = try Bookings(in: context)
        return others.filter { other in
            bookings.without(other.code).isFree(
                Booking(code: other.code, span: other.span, room: nil, teacher: nil, capacity: 1, learners: [cadre.id]))
        }.prefix(ClashDesk.alternatives).map { "\($0.code) \($0.span.text)" }
    }
}

/// 通识: which courses make it, and what somebody still lacks of it.
struct GeneralTier {
    /// Courses that count, by id, with what they are called.
    private let courses: [UniqueID: String]
    /// How many of them make the tier passed.
    private let needed: Int

    /// All required general courses, unless the office asks for any so many.
    init(_ db: Database) throws {
        let any = try TrainingSettings(db)[.generalPasses]
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT id, code || ' ' || title FROM training_course WHERE tier = 'general' \(any > 0 ? "" : "AND isRequired = 1")
                """)
        courses = Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
        needed = any > 0 ? any : courses.count
    }

    func isPassed(_ passed: Set<UniqueID>) -> Bool { courses.keys.count(where: passed.contains) >= needed }

    /// Courses not passed yet; empty where the tier is passed.
    func missing(for cadre: UniqueID, in db: Database) throws -> [String] {
        let passed = try UniqueID.fetchSet(
            db, sql: "SELECT courseId FROM training_enrolment WHERE cadreId = ? AND state IN ('passed', 'exempt')",
            arguments: [cadre])
        return isPassed(passed) ? [] : courses.filter { !passed.contains($0.key) }.map(\.value).sorted()
    }
}
