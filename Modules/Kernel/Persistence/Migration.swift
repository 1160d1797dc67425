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
        guard try db.tableExists("grdb_migrations") else { return true }
        let applied = try Set(String.fetchCursor(db, sql: "SELECT identifier FROM grdb_migrations"))
        let known = Set(migrations.map(\.id))
        let owners = Set(migrations.map(\.owner))
        let unknown = applied.subtracting(known).filter { id in owners.contains(String(id.prefix { $0 != "/" })) }
        guard unknown.isEmpty else {
            throw Rule.newerFile.refused(["steps": .text(unknown.sorted().joined(separator: ", "))])
        }
        return !known.isSubset(of: applied)
    }

    func migrate(_ writer: any DatabaseWriter) throws {
        var migrator = DatabaseMigrator()
        for migration in migrations {
            migrator.registerMigration(migration.id) { db in try migration.apply(db) }
        }
        try migrator.migrate(writer)
    }
}
