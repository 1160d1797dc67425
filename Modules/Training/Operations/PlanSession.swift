import GRDB
import Operations
import Persistence
import PluginKit

/// Plans a session of a course. What clashes is refused with what it clashes with and three free alternatives.
struct AddSession: Command {
    struct Input: Codable, Sendable {
        /// Code of the course.
        var course: String
        var start: SessionTime
        var end: SessionTime
        var room: String?
        var teacher: String?
        var capacity: Int
        /// Last day of enrolment.
        var deadline: CalendarDate?
        /// The office's own code; a running number of the year where none is given.
        var code: String?
    }
    static let name: OperationName = "session.add"
    static let access = Access.roles(trainingKeepers)

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<SessionLine> {
        let course = try Courses.course(input.course, in: context.db)
        let code = try input.code?.trimmed.nonEmpty ?? Sessions.nextCode(input.start.day.year, in: context.db)
        let session = Session(
            id: context.nextID(), version: 1, code: code, courseId: course.id, startsAt: input.start, endsAt: input.end,
            room: input.room?.trimmed.nonEmpty, teacher: input.teacher?.trimmed.nonEmpty, capacity: input.capacity,
            deadline: input.deadline, state: .planned, seriesId: nil)
        try SessionPlan.check(session, isNew: true, in: context)
        try ClashDesk(context: context).refuseClashes(of: Booking(session, learners: []))
        try SessionPlan.insert(session, in: context)
        return RecordAnswer(
            try Sessions.line(session, in: context.db),
            sentence: Message("session.add.done", ["session": .text(code), "span": .text(session.span.text)]))
    }
}

/// Moves a session to another time, room or teacher, or changes its places. Clashes are refused, those of the people enrolled too.
struct MoveSession: Command {
    struct Input: Codable, Sendable {
        var session: String
        var start: SessionTime?
        /// The length is kept where no end is given.
        var end: SessionTime?
        var room: String?
        var teacher: String?
        var capacity: Int?
        var deadline: CalendarDate?
        /// Only look whether it is possible.
        var dryRun: Bool?
        var version: Int?
    }
    static let name: OperationName = "session.move"
    static let access = Access.roles(trainingKeepers)
    static let positional = ["session"]

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<SessionLine> {
        let before = try Sessions.session(input.session, in: context.db)
        try context.expect(version: input.version, stored: before.version)
        guard before.state.isAhead else {
            throw Rule.illegalState.refused(
                "sessionOver", field: "session",
                ["session": .text(before.code), "state": .key("sessionState.\(before.state.rawValue)")])
        }
        let session = Self.moved(before, input)
        try SessionPlan.check(session, isNew: false, in: context)
        let learners = try UniqueID.fetchSet(
            context.db, sql: "SELECT cadreId FROM training_enrolment WHERE sessionId = ? AND state <> 'cancelled'",
            arguments: [session.id])
        try ClashDesk(context: context).refuseClashes(of: Booking(session, learners: learners))
        try session.update(context.db)
        try Sessions.remember(session, in: context.db)
        try context.noteChange(of: "trainingSession", session.id, from: before, to: session)
        let promoted = try WaitingList(session, in: context).moveUp()
        if input.dryRun == true { context.discardChanges() }
        return RecordAnswer(
            try Sessions.line(session, in: context.db),
            sentence: Message(
                input.dryRun == true ? "session.move.tried" : "session.move.done",
                ["session": .text(session.code), "span": .text(session.span.text), "promoted": "\(promoted.count)"]))
    }

    private static func moved(_ before: Session, _ input: Input) -> Session {
        var session = before
        if let start = input.start {
            session.startsAt = start
            session.endsAt = start.adding(minutes: before.span.minutes)
            if input.deadline == nil, let deadline = before.deadline {
                session.deadline = deadline.adding(days: start.day.days(since: before.startsAt.day))
            }
        }
        if let end = input.end { session.endsAt = end }
        if let room = input.room { session.room = room.trimmed.nonEmpty }
        if let teacher = input.teacher { session.teacher = teacher.trimmed.nonEmpty }
        if let capacity = input.capacity { session.capacity = capacity }
        if let deadline = input.deadline { session.deadline = deadline }
        session.version += 1
        return session
    }
}

/// What planning and moving a session share.
enum SessionPlan {
    /// - Throws: everything wrong with a session by itself.
    static func check(_ session: Session, isNew: Bool, in context: WriteContext) throws {
        var checks = Checks()
        checks.require(
            session.endsAt > session.startsAt,
            Rule.invalid.refused("sessionEnd", field: "end", ["start": "\(session.startsAt)", "end": "\(session.endsAt)"]))
        checks.require(
            session.capacity > 0, Rule.invalid.refused("positive", field: "capacity", ["value": "\(session.capacity)"]))
        if let deadline = session.deadline {
            checks.require(
                deadline <= session.startsAt.day,
                Rule.invalid.refused(
                    "sessionDeadline", field: "deadline", ["deadline": "\(deadline)", "start": "\(session.startsAt)"]))
        }
        if isNew {
            let taken = try Session.fetchOne(
                context.db, sql: "SELECT * FROM training_session WHERE code = ?", arguments: [session.code])
            checks.require(taken == nil, Rule.duplicate.refused("trainingSession", field: "code", ["code": .text(session.code)]))
        } else {
            let confirmed = try WaitingList.confirmed(session, in: context.db)
            checks.require(
                session.capacity >= confirmed,
                Rule.broken.refused(
                    "capacityBelow", field: "capacity", ["capacity": "\(session.capacity)", "confirmed": "\(confirmed)"]))
        }
        try checks.finish()
    }

    static func insert(_ session: Session, in context: WriteContext) throws {
        try context.insert(session, as: "trainingSession", session.id)
        try Sessions.remember(session, in: context.db)
    }
}

extension String {
    /// Nil where there is nothing in it.
    var nonEmpty: String? { isEmpty ? nil : self }
}
