import Foundation
import GRDB
import Operations
import Persistence
import PluginKit

/// Moves a session on: open for enrolment, running, finished, scored; or cancelled.
struct AdvanceSession: Command {
    struct Input: Codable, Sendable {
        var session: String
        var to: SessionState
        var reason: String?
        var version: Int?
    }
    static let name: OperationName = "session.advance"
    static let access = Access.roles(trainingKeepers)
    static let positional = ["session"]

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<SessionLine> {
        let before = try Sessions.session(input.session, in: context.db)
        try context.expect(version: input.version, stored: before.version)
        try SessionStates.table.check(
            from: before.state, to: input.to, by: context.principal,
            facts: try SessionFacts(before, reason: input.reason, in: context))
        var session = before
        session.state = input.to
        session.version += 1
        try session.update(context.db)
        context.reason = input.reason
        try context.noteChange(of: "trainingSession", session.id, from: before, to: session)
        return RecordAnswer(
            try Sessions.line(session, in: context.db),
            sentence: Message(
                "session.advance.done",
                ["session": .text(session.code), "state": .key("sessionState.\(session.state.rawValue)")]))
    }
}

extension SessionFacts {
    init(_ session: Session, reason: String?, in context: ReadContext) throws {
        let open = try Int.fetchOne(
            context.db,
            sql: "SELECT count(*) FROM training_enrolment WHERE sessionId = ? AND state IN ('confirmed', 'attended')",
            arguments: [session.id])
        self.init(session: session, now: SessionTime(context.now), reason: reason, withoutResult: open ?? 0)
    }
}

extension SessionTime {
    /// The minute in Shanghai at an instant.
    init(_ instant: Date) {
        let day = CalendarDate(instant)
        self.init(day, minute: Int(instant.timeIntervalSince(day.startInstant) / 60))
    }
}

/// The steps a session may take next.
struct SessionSteps: Query {
    struct Input: Codable, Sendable {
        var session: String
    }
    static let name: OperationName = "session.next"
    static let access = Access.roles(trainingReaders)
    static let positional = ["session"]

    func run(_ input: Input, in context: ReadContext) throws -> Page<StepLine> {
        let session = try Sessions.session(input.session, in: context.db)
        // A reason is asked for in the form of the step, so it is no obstacle here.
        let facts = try SessionFacts(session, reason: "—", in: context)
        return Page(rows: SessionStates.table.outlook(from: session.state, for: context.principal, facts: facts))
    }
}
