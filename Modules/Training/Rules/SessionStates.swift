import Operations
import PluginKit

/// What the guards of a session's steps look at.
struct SessionFacts {
    var session: Session
    var now: SessionTime
    var reason: String?
    /// People on the list who have no result yet.
    var withoutResult: Int
}

/// The steps of a session (domain 4.22).
enum SessionStates {
    static let table = StateTable<SessionState, SessionFacts>([
        .init(.planned, to: .open, by: trainingKeepers),
        .init(.open, to: .planned, by: trainingKeepers, guards: [hasReason]),
        .init(.open, to: .running, by: trainingKeepers, guards: [hasBegun]),
        .init(.running, to: .finished, by: trainingKeepers),
        .init(.open, to: .finished, by: trainingKeepers, guards: [hasBegun]),
        .init(.finished, to: .scored, by: trainingKeepers, guards: [hasResults]),
        .init(.planned, to: .cancelled, by: trainingKeepers, guards: [hasReason]),
        .init(.open, to: .cancelled, by: trainingKeepers, guards: [hasReason]),
    ])

    @Sendable private static func hasReason(_ facts: SessionFacts) -> Refusal? {
        (facts.reason ?? "").trimmed.isEmpty ? Rule.invalid.refused("empty", field: "reason") : nil
    }

    @Sendable private static func hasBegun(_ facts: SessionFacts) -> Refusal? {
        facts.session.startsAt <= facts.now
            ? nil
            : Rule.illegalState.refused(
                "sessionNotBegun", field: "to", ["session": .text(facts.session.code), "start": "\(facts.session.startsAt)"])
    }

    @Sendable private static func hasResults(_ facts: SessionFacts) -> Refusal? {
        facts.withoutResult == 0
            ? nil
            : Rule.illegalState.refused(
                "resultsMissing", field: "to", ["session": .text(facts.session.code), "count": "\(facts.withoutResult)"])
    }
}
