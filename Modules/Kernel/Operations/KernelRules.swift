import Foundation
import Persistence
import PluginKit

/// `rule.explain`: what a rule id in a refusal stands for, and the facts by which it last refused the caller something.
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
    public func run(_ input: Input, in context: ReadContext) throws -> RecordAnswer<ExplainedRule> {
        let wanted = input.id.uppercased()
        guard let rule = context.registry.values(Rules.self).first(where: { $0.id.uppercased() == wanted }) else {
            throw Rule.notFound.refused("rule", field: "id", ["id": .text(input.id)])
        }
        let last = try LastRefusals.last(rule.id, of: context.principal.account, in: context.db)
        return RecordAnswer(try ExplainedRule(RuleRow(rule: rule), last))
    }
}

/// `rule.list`: every rule of the program, by id.
public struct ListRules: Query {
    public static let name: OperationName = "rule.list"
    public static let access = Access.everyone(reason: "the rules apply to everybody, so everybody may read them")

    public init() {}

    public func run(_ input: ListInput, in context: ReadContext) throws -> Page<RuleRow> {
        let rules = context.registry.values(Rules.self).sorted { $0.id < $1.id }.map(RuleRow.init)
        return try .part(of: rules, limit: input.limit, after: input.after) { $0.rule.id }
    }
}

/// A rule, and why it last refused the reader something.
public struct ExplainedRule: Tabular {
    public let row: RuleRow
    let at: String?
    let operation: String?
    let facts: [Message]

    init(_ row: RuleRow, _ last: LastRefusals.Row?) throws {
        self.row = row
        at = last?.at.shanghai
        operation = last?.action
        facts = try last.map { try JSONDecoder().decode([Message].self, from: Data($0.messages.utf8)) } ?? []
    }

    public static var columns: [TableColumn<ExplainedRule>] {
        RuleRow.columns.map { column in TableColumn(column.shape) { column.value($0.row) } } + [
            .text("lastRefusedAt") { $0.at },
            TableColumn("lastRefusedAction") { line in line.operation.map { .word(code: $0, key: $0) } ?? .none },
            TableColumn("lastRefusedFacts") { .list($0.facts.map(Value.phrase)) },
        ]
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
