import PluginKit

/// The allowed steps of a record, as a table: from, to, who, guards. Everything else is refused.
///
/// Operations, refusal messages, documentation and tests all read the same table.
public struct StateTable<State: Choice & Hashable, Facts>: Sendable {
    /// One allowed step.
    public struct Step: Sendable {
        public let from: State
        public let to: State
        /// Roles that may take it.
        public let by: Set<Role>
        /// What must hold; each guard answers with a refusal when it does not.
        let guards: [@Sendable (Facts) -> Refusal?]

        public init(_ from: State, to: State, by: Set<Role>, guards: [@Sendable (Facts) -> Refusal?] = []) {
            self.from = from
            self.to = to
            self.by = by
            self.guards = guards
        }
    }

    public let steps: [Step]

    public init(_ steps: [Step]) {
        self.steps = steps
    }

    /// The states that may follow.
    public func next(after state: State) -> [State] {
        steps.filter { $0.from == state }.map(\.to)
    }

    /// Checks a step: is it in the table, may this person take it, do all guards hold.
    /// - Throws: `E-STATE` listing the allowed next states, `E-PERM`, or every guard's refusal together.
    public func check(from: State, to: State, by principal: Principal, facts: Facts) throws {
        guard let step = steps.first(where: { $0.from == from && $0.to == to }) else {
            let next = next(after: from).map { "\(State.vocabulary).\($0.rawValue)" }
            throw Rule.illegalState.refused(
                "transition", field: "to",
                [
                    "state": .key("\(State.vocabulary).\(from.rawValue)"), "wanted": .key("\(State.vocabulary).\(to.rawValue)"),
                    "next": next.isEmpty ? "—" : .keys(next),
                ])
        }
        guard principal.hasAny(of: step.by) else {
            throw Rule.notPermitted.refused(
                "transition", field: "to",
                [
                    "wanted": .key("\(State.vocabulary).\(to.rawValue)"), "account": .text(principal.account),
                    "roles": .keys(step.by.map { "role.\($0.rawValue)" }.sorted()),
                ])
        }
        var checks = Checks()
        for check in step.guards {
            if let refusal = check(facts) { checks.add(refusal) }
        }
        try checks.finish()
    }
}
