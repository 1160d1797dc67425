import GRDB
import Persistence
import PluginKit

/// A column of private values, sealed in their places; every table that has one tells of it, so that the key can be changed.
public struct PrivateColumn: Sendable {
    let table: String
    let column: String
    let mark: Mark?

    /// Where the mark of the same text is kept, and for which purpose it was made.
    public struct Mark: Sendable {
        let column: String
        let purpose: String

        public init(column: String, purpose: String) {
            self.column = column
            self.purpose = purpose
        }
    }

    /// - Parameter table: a table with an `id` that is part of each value's place.
    public init(_ table: String, _ column: String, mark: Mark? = nil) {
        self.table = table
        self.column = column
        self.mark = mark
    }

    /// Seals every value under the office's present key.
    /// - Returns: how many they are.
    fileprivate func reseal(in context: WriteContext) throws -> Int {
        let rows = try Row.fetchAll(
            context.db, sql: "SELECT id, \(column) FROM \(table) WHERE \(column) IS NOT NULL ORDER BY id")
        let marked = mark.map { ", \($0.column) = ?" } ?? ""
        let update = try context.db.makeStatement(sql: "UPDATE \(table) SET \(column) = ?\(marked) WHERE id = ?")
        for (index, row) in rows.enumerated() {
            let id: UniqueID = row[0]
            let (sealed, text) = try context.vault.reseal(row[1], at: FieldPlace(table, column, row: id), in: context.db)
            var values: [any DatabaseValueConvertible] = [sealed]
            if let mark { values.append(try context.vault.mark(text, for: mark.purpose, in: context.db)) }
            try update.execute(arguments: StatementArguments(values + [id]))
            if index % 1000 == 999 { context.progress(index + 1, rows.count) }
        }
        return rows.count
    }
}

/// Slot for columns of private values.
public enum PrivateColumns: ContributionKind {
    public static let slot = "privateColumns"
    public static func key(of value: PrivateColumn) -> String { "\(value.table).\(value.column)" }
}

/// `key.change`: a new key for private fields. Every value is sealed anew in one transaction; the old key stays beside the new one, so that
/// backups made before can still be read (decision 0047).
public struct ChangeKey: Command {
    public struct Input: Codable, Sendable {
        public var reason: String

        public init(reason: String) { self.reason = reason }
    }
    public static let name: OperationName = "key.change"
    public static let access = Access.roles([.administrator, .securityManager])

    public init() {}

    /// The key is written before the transaction opens: one that is never used does no harm, one that is lost would.
    public func prepare(_ input: Input, with preparation: Preparation) throws -> Input {
        guard !input.reason.trimmed.isEmpty else { throw Rule.invalid.refused("empty", field: "reason") }
        try preparation.look { try $0.vault.readyNextKey(in: $0.db) }
        return input
    }

    public func run(_ input: Input, in context: WriteContext) throws -> Done {
        let before = try FieldVault.expectedKeyID(context.db)
        try context.vault.takeNextKey(in: context.db)
        let after = try FieldVault.expectedKeyID(context.db)
        var count = 0
        for column in context.registry.contributions(PrivateColumns.self) {
            try context.acting(for: column.plugin) { count += try column.value.reseal(in: context) }
        }
        context.reason = input.reason.trimmed
        try context.noteChange(of: "fieldKey", context.nextID(), from: before, to: after)
        return Done(
            "key.change.done", ["values": "\(count)", "key": .text(after ?? ""), "path": .text(context.vault.keyPath ?? "—")])
    }
}
