import GRDB
import PluginKit

/// One step of a plugin's tables. Shipped steps are never edited; a change is a new step.
public struct Migration: Sendable {
    /// `inspection/0003-add-deadline`: owner, running number, what it does.
    public let id: String
    let sql: String
    let searches: [SearchIndex]

    /// - Parameters:
    ///   - sql: statements in plain SQL; tables are `STRICT` and begin with the plugin's id and an underscore.
    ///   - searches: full-text indexes to create after the statements.
    public init(_ id: String, sql: String, searches: [SearchIndex] = []) {
        self.id = id
        self.sql = sql
        self.searches = searches
    }

    var owner: String { String(id.prefix { $0 != "/" }) }

    /// Tables this step creates, as far as plain SQL shows.
    var createdTables: [String] {
        let words = sql.replacing("\n", with: " ").split(separator: " ", omittingEmptySubsequences: true)
        return words.indices.dropLast(2).compactMap { index in
            guard words[index].lowercased() == "create", words[index + 1].lowercased() == "table" else { return nil }
            return String(words[index + 2].prefix { $0.isLetter || $0.isNumber || $0 == "_" })
        }
    }

    func apply(_ db: Database) throws {
        try db.execute(sql: sql)
        for search in searches { try search.create(db) }
    }
}

/// Slot for migrations; applied plugin by plugin in load order.
public enum Migrations: ContributionKind {
    public static let slot = "migrations"
    public static let keysAreNamespaced = true
    public static func key(of value: Migration) -> String { value.id }

    public static func problems(in contributions: [Contribution<Migration>], registry: Registry) -> [PluginProblem] {
        contributions.flatMap { contribution in
            contribution.value.createdTables
                .filter { !$0.hasPrefix("\(contribution.plugin)_") }
                .map { .foreignTable(plugin: contribution.plugin, table: $0) }
        }
    }
}

/// Brings a file to the shape this program needs, or says why it must not be touched.
struct Migrator {
    let migrations: [Migration]

    init(_ registry: Registry) {
        migrations = registry.values(Migrations.self)
    }

    /// - Throws: `E-FILE-NEWER` when an owner we know has steps we do not: a newer program wrote the file.
    func needsMigration(_ db: Database) throws -> Bool {
        guard let applied = try applied(db) else { return true }
        // The usual case, told apart by one comparison: every command begins here.
        if applied == migrations.map(\.id).sorted().joined(separator: " ") { return false }
        let steps = Set(applied.split(separator: " ").map(String.init))
        let known = Set(migrations.map(\.id))
        let owners = Set(migrations.map(\.owner))
        let unknown = steps.subtracting(known).filter { id in owners.contains(String(id.prefix { $0 != "/" })) }
        guard unknown.isEmpty else {
            throw Rule.newerFile.refused(["steps": .text(unknown.sorted().joined(separator: ", "))])
        }
        return !known.isSubset(of: steps)
    }

    /// The ids of the applied steps, sorted, with spaces between; nil in a file that has no list of them.
    private func applied(_ db: Database) throws -> String? {
        let exists = try Int.fetchOne(db, sql: "SELECT 1 FROM sqlite_master WHERE name = 'kernel_migration'") == 1
        guard exists else { return nil }
        return try String.fetchOne(
            db, sql: "SELECT coalesce(group_concat(id, ' '), '') FROM (SELECT id FROM kernel_migration ORDER BY id)")
    }

    /// Applies what is missing, in one transaction: after a fault the file is as it was.
    ///
    /// Foreign keys are checked at the end and not before, because a step may have to build a table anew.
    /// What a step takes away, such as private text, is overwritten and not only let go of.
    func migrate(_ writer: any DatabaseWriter, vault: FieldVault) throws {
        try writer.writeWithoutTransaction { db in
            db.add(function: vault.migration)
            try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA secure_delete = ON")
            defer { try? db.execute(sql: "PRAGMA foreign_keys = ON; PRAGMA secure_delete = OFF") }
            try db.inTransaction(.immediate) {
                try db.execute(sql: "CREATE TABLE IF NOT EXISTS kernel_migration (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID")
                let applied = try Set(String.fetchAll(db, sql: "SELECT id FROM kernel_migration"))
                for migration in migrations where !applied.contains(migration.id) {
                    try migration.apply(db)
                    try db.execute(sql: "INSERT INTO kernel_migration (id) VALUES (?)", arguments: [migration.id])
                }
                if !applied.isEmpty { try db.checkForeignKeys() }
                return .commit
            }
        }
    }
}
