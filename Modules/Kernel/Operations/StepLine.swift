import PluginKit

/// One step that a record may take next: who may take it, and what is still missing (还差什么).
public struct StepLine: Tabular {
    /// Code of the state it leads to.
    public var to: String
    /// String key of that state's name.
    public var toKey: String
    /// Who may take it, in the order of the role table.
    public var roles: [Role]
    /// Whether the person who asks may take it.
    public var isMine: Bool
    /// What must hold first; empty when it may be taken now.
    public var missing: [Refusal]

    public init(to: String, toKey: String, roles: [Role], isMine: Bool, missing: [Refusal]) {
        self.to = to
        self.toKey = toKey
        self.roles = roles
        self.isMine = isMine
        self.missing = missing
    }

    public static let columns: [TableColumn<StepLine>] = [
        TableColumn("step") { .word(code: $0.to, key: $0.toKey) },
        TableColumn("stepRoles") { .list($0.roles.map { .word(code: $0.rawValue, key: "role.\($0.rawValue)") }) },
        .flag("stepMine") { $0.isMine },
        TableColumn("stepMissing") { .list($0.missing.map { .phrase($0.message) }) },
    ]
}

extension StateTable {
    /// The steps from a state, each with everything that still stands against it. What a person fills in while taking a step must
    /// stand in the facts already, or it counts as missing.
    public func outlook(from state: State, for principal: Principal, facts: Facts) -> [StepLine] {
        steps.filter { $0.from == state }.map { step in
            StepLine(
                to: step.to.rawValue, toKey: "\(State.vocabulary).\(step.to.rawValue)", roles: Role.all.filter(step.by.contains),
                isMine: principal.hasAny(of: step.by), missing: step.guards.compactMap { $0(facts) })
        }
    }
}
