import GRDB
import Operations
import Persistence
import Personnel
import PluginKit

/// Enrols somebody in a session: a place, or the waiting list where it is full (R-CRS-02).
struct AddEnrolment: Command {
    struct Input: Codable, Sendable {
        var session: String
        /// Name or id; the person's own where none is given.
        var cadre: String?
        /// A trainer's reason to let somebody in against R-CRS-01, missing prerequisites or the deadline; ten characters at least.
        var exemption: String?
    }
    static let name: OperationName = "enrolment.add"
    static let access = Access.roles(trainingKeepers.union(Role.team).union([.learner]))
    static let positional = ["session", "cadre"]
    static let shortestReason = 10

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<EnrolmentLine> {
        let cadre = try Enrolments.cadre(input.cadre, in: context)
        let session = try Sessions.session(input.session, in: context.db)
        let course = try Courses.course(id: session.courseId, in: context.db)
        try check(cadre, session, in: context)
        let admission = Admission(context: context, cadre: cadre, course: course)
        let against = try admission.courseRefusals() + late(session, context)
        let exemption = try exemption(input, against, context)
        try admission.refuseClash(with: session)
        let list = try WaitingList(session, in: context)
        let enrolment = Enrolment(
            id: context.nextID(), version: 1, sessionId: session.id, courseId: course.id, cadreId: cadre.id,
            unitId: cadre.unitId, state: try list.hasPlace(for: cadre.unitId) ? .confirmed : .waitlisted, exemption: exemption,
            enrolledOn: context.today)
        try context.insert(enrolment, as: "enrolment", enrolment.id)
        context.reason = exemption
        return try Enrolments.answer(
            enrolment,
            Message(
                "enrolment.add.\(enrolment.state.rawValue)", ["cadre": .text(cadre.name), "session": .text(session.code)]),
            in: context)
    }

    private func check(_ cadre: Cadre, _ session: Session, in context: WriteContext) throws {
        guard session.state == .open else {
            throw Rule.illegalState.refused(
                "sessionNotOpen", field: "session",
                ["session": .text(session.code), "state": .key("sessionState.\(session.state.rawValue)")])
        }
        let taken = try Bool.fetchOne(
            context.db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM training_enrolment WHERE sessionId = ? AND cadreId = ? AND state <> 'cancelled')
                """, arguments: [session.id, cadre.id])
        if taken == true {
            throw Rule.duplicate.refused(
                "enrolment", field: "cadre", ["cadre": .text(cadre.name), "session": .text(session.code)])
        }
    }

    private func late(_ session: Session, _ context: WriteContext) -> [Refusal] {
        guard let deadline = session.deadline, context.today > deadline else { return [] }
        return [
            Rule.broken.refused(
                "enrolmentLate", field: "session", ["session": .text(session.code), "deadline": "\(deadline)"])
        ]
    }

    /// The reason, where there is something to exempt from.
    /// - Throws: what stands against it where nobody may or does exempt.
    private func exemption(_ input: Input, _ against: [Refusal], _ context: WriteContext) throws -> String? {
        guard !against.isEmpty else { return nil }
        guard context.principal.has(.trainer), let reason = input.exemption?.trimmed.nonEmpty else { throw Refusals(against) }
        guard reason.count >= Self.shortestReason else {
            throw Rule.invalid.refused("reasonShort", field: "exemption", ["count": "\(Self.shortestReason)"])
        }
        return reason
    }
}

/// Gives a place, or a place in the waiting list, back; the first in line moves up.
struct CancelEnrolment: Command {
    struct Input: Codable, Sendable {
        var session: String
        var cadre: String?
        var reason: String?
    }
    static let name: OperationName = "enrolment.cancel"
    static let access = Access.roles(trainingKeepers.union(Role.team).union([.learner]))
    static let positional = ["session", "cadre"]

    func run(_ input: Input, in context: WriteContext) throws -> Page<EnrolmentLine> {
        let session = try Sessions.session(input.session, in: context.db)
        let cadre = try Enrolments.cadre(input.cadre, in: context)
        let before = try Enrolments.enrolment(session, cadre, in: context)
        guard before.state == .confirmed || before.state == .waitlisted else {
            throw Rule.illegalState.refused(
                "enrolmentDecided", field: "cadre",
                ["cadre": .text(cadre.name), "state": .key("enrolmentState.\(before.state.rawValue)")])
        }
        var after = before
        after.state = .cancelled
        after.version += 1
        try after.update(context.db)
        context.reason = input.reason
        try context.noteChange(of: "enrolment", after.id, from: before, to: after)
        let promoted = try WaitingList(session, in: context).moveUp()
        return try answer(after, promoted, session, cadre, context)
    }

    /// The person's own line, and to those who may see it who moved up.
    private func answer(
        _ cancelled: Enrolment, _ promoted: [Enrolment], _ session: Session, _ cadre: Cadre, _ context: WriteContext
    ) throws -> Page<EnrolmentLine> {
        let shown = context.principal.readsTraining ? [cancelled] + promoted : [cancelled]
        let rows = try shown.flatMap { try EnrolmentLine.fetch(context.db, where: Filter("e.id = ?", $0.id), tail: "") }
        return Page(
            rows: rows,
            sentence: Message(
                "enrolment.cancel.done",
                ["cadre": .text(cadre.name), "session": .text(session.code), "promoted": "\(promoted.count)"]))
    }
}

/// Lists enrolments by session and order of enrolment; those who do not keep training see their own.
struct ListEnrolments: Query {
    struct Input: Codable, Sendable {
        var session: String?
        /// Name or id.
        var cadre: String?
        /// Code of a course.
        var course: String?
        var state: EnrolmentState?
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "enrolment.list"
    static let access = Access.everyone(reason: ownReason)

    func run(_ input: Input, in context: ReadContext) throws -> Page<EnrolmentLine> {
        let page = try PageRequest(limit: input.limit, after: input.after)
        var filter = Filter()
        filter.restrictToOwn("e.cadreId", for: context.principal)
        if let session = input.session { filter.and("e.sessionId = ?", try Sessions.session(session, in: context.db).id) }
        if let cadre = input.cadre { filter.and("e.cadreId = ?", try Enrolments.cadre(cadre, in: context).id) }
        if let course = input.course { filter.and("e.courseId = ?", try Courses.course(course, in: context.db).id) }
        if let state = input.state { filter.and("e.state = ?", state) }
        if let mark = try PageMark(page.after, parts: 3) {
            filter.and(
                "(s.startsAt, s.code, e.id) > (?, ?, ?)", mark.parts[0], mark.parts[1], UniqueID(mark.parts[2]))
        }
        let rows = try EnrolmentLine.fetch(
            context.db, where: filter, tail: "ORDER BY s.startsAt, s.code, e.id LIMIT \(page.limit + 1)")
        return page.cut(rows) { PageMark(["\($0.startsAt)", $0.sessionCode, "\($0.enrolment.id)"]) }
    }
}
