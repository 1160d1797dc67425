import PluginKit

/// `rule.explain`: what a rule id in a refusal stands for.
public struct ExplainRule: Query {
    public struct Input: Codable, Sendable {
        /// `R-RND-02` or `E-VAL`; case does not matter.
        public var id: String

        public init(id: String) { self.id = id }
    }

    public static let name: OperationName = "rule.explain"
    public static let access = Access.everyone(reason: "the rules apply to everybody, so everybody may read them")
    public static let positional = ["id"]

    public init() {}

    /// - Throws: `E-NOTFOUND` for an id that no rule has.
    public func run(_ input: Input, in context: ReadContext) throws -> RecordAnswer<RuleRow> {
        let wanted = input.id.uppercased()
        guard let rule = context.registry.values(Rules.self).first(where: { $0.id.uppercased() == wanted }) else {
            throw Rule.notFound.refused("rule", field: "id", ["id": .text(input.id)])
        }
        return RecordAnswer(RuleRow(rule: rule))
    }
}

/// `rule.list`: every rule of the program, by id.
public struct ListRules: Query {
    public static let name: OperationName = "rule.list"
    public static let access = Access.everyone(reason: "the rules apply to everybody, so everybody may read them")

    public init() {}

    public func run(_ input: NoInput, in context: ReadContext) throws -> Page<RuleRow> {
        Page(rows: context.registry.values(Rules.self).sorted { $0.id < $1.id }.map(RuleRow.init))
    }
}

/// A rule as people see it.
public struct RuleRow: Tabular {
    public let rule: Rule

    public static var columns: [TableColumn<RuleRow>] {
        [
            .text("ruleID") { $0.rule.id },
            TableColumn("ruleKind") { .word(code: $0.rule.kind.rawValue, key: "refusalKind.\($0.rule.kind.rawValue)") },
            .flag("ruleSoft") { $0.rule.isSoft },
            .sentence("ruleStatement") { Message("\($0.rule.id).rule") },
            .sentence("ruleRemedy") { Message("\($0.rule.id).remedy") },
            .text("ruleSource") { $0.rule.source },
        ]
    }

    public static let briefColumns: [String]? = ["ruleID", "ruleSoft", "ruleStatement"]
}
