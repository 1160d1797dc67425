import GRDB
import Persistence
import PluginKit

/// Those who may look at who did what: the auditor, the administrator, and the bodies that answer for the office.
private let auditReaders: Set<Role> = [.auditor, .administrator, .inspectionOffice, .leadingGroup, .districtCommittee]

/// `audit.verify`: recomputes the whole chain.
public struct VerifyAudit: Query {
    public static let name: OperationName = "audit.verify"
    public static let access = Access.roles(auditReaders)

    public init() {}

    /// - Throws: `E-INTEGRITY` naming the first row that was changed or is missing.
    public func run(_ input: NoInput, in context: ReadContext) throws -> RecordAnswer<AuditHeadRow> {
        let head = try AuditChain.verify(context.db)
        return RecordAnswer(AuditHeadRow(head: head), sentence: Message("audit.verify.sound", ["count": "\(head.count)"]))
    }
}

/// Length and end of the chain, to be printed and kept on paper.
public struct AuditHeadRow: Tabular {
    public let head: AuditChain.Head

    public static var columns: [TableColumn<AuditHeadRow>] {
        [.integer("auditCount") { $0.head.count }, .text("auditHash") { $0.head.hash }]
    }
}

/// `audit.list`: who did what, the newest first.
public struct ListAudit: Query {
    public struct Input: Codable, Sendable {
        public var actor: String?
        public var action: String?
        public var limit: Int?
        public var after: String?

        public init(actor: String? = nil, action: String? = nil, limit: Int? = nil, after: String? = nil) {
            self.actor = actor
            self.action = action
            self.limit = limit
            self.after = after
        }
    }

    public static let name: OperationName = "audit.list"
    public static let access = Access.roles(auditReaders)

    public init() {}

    public func run(_ input: Input, in context: ReadContext) throws -> Page<AuditRow> {
        let page = try PageRequest(limit: input.limit, after: input.after)
        let before = try PageMark(page.after, parts: 1)?.integer(0)
        var conditions: [String] = []
        var values: [(any DatabaseValueConvertible)?] = []
        for (condition, value) in [("actor = ?", input.actor), ("action = ?", input.action)] {
            guard let value else { continue }
            conditions.append(condition)
            values.append(value)
        }
        if let before {
            conditions.append("seq < ?")
            values.append(before)
        }
        let filter = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
        let rows = try Row.fetchAll(
            context.db, sql: "SELECT * FROM kernel_audit \(filter) ORDER BY seq DESC LIMIT \(page.limit + 1)",
            arguments: StatementArguments(values)
        ).map(AuditRow.init)
        let shown = Array(rows.prefix(page.limit))
        let next = rows.count > page.limit ? shown.last.map { PageMark(["\($0.number)"]).text } : nil
        return Page(rows: shown, next: next)
    }
}

/// One row of the chain as people see it.
public struct AuditRow: Tabular {
    let number: Int64
    let at: Instant
    let actor: String
    let roles: String
    let action: String
    let outcome: String
    let changes: String
    let reason: String?

    init(_ row: Row) {
        number = row["seq"]
        at = row["at"]
        actor = row["actor"]
        roles = row["roles"]
        action = row["action"]
        outcome = row["outcome"]
        changes = row["changes"]
        reason = row["reason"]
    }

    public static var columns: [TableColumn<AuditRow>] {
        [
            .integer("auditNumber") { Int($0.number) },
            .text("auditAt") { $0.at.shanghai },
            .account("actor") { $0.actor },
            .text("actorRoles") { $0.roles },
            .text("action") { $0.action },
            TableColumn("auditOutcome") { .word(code: $0.outcome, key: "auditOutcome.\($0.outcome)") },
            .text("auditChanges") { $0.changes },
            .text("reason") { $0.reason },
        ]
    }

    public static let briefColumns: [String]? = ["auditNumber", "auditAt", "actor", "action", "auditOutcome", "reason"]
}
