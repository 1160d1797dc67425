import Foundation
import GRDB
import PluginKit

/// The one file of an office.
///
/// WAL, `synchronous=FULL`, foreign keys on. Writes go through ``write(owner:_:)``, which lets a plugin change its own tables only.
public final class Store: Sendable {
    /// "XUNC": marks the file as ours.
    static let applicationID: Int32 = 0x5855_4E43

    public let writer: any DatabaseWriter
    /// Path of the file; nil in memory.
    public let path: String?
    /// Seals and opens private fields.
    public let vault: FieldVault
    let guardian: WriteGuard

    private init(writer: any DatabaseWriter, path: String?, key: FieldKeySource) {
        self.writer = writer
        self.path = path
        vault = FieldVault(key)
        guardian = WriteGuard()
        writer.add(transactionObserver: guardian, extent: .databaseLifetime)
    }

    /// How a host uses the file: one command at a time, or many people at once.
    public enum Use: Sendable { case single, shared }

    /// Opens an existing file and applies missing migrations.
    /// - Throws: `E-FILE-ABSENT`, `E-FILE-FOREIGN`, `E-FILE-NEWER`, `E-INTEGRITY` for a damaged file.
    /// - Parameter key: where the key of private fields comes from; see ``FieldKeySource/standard(database:environment:)``.
    public static func open(
        path: String, registry: Registry, use: Use = .single, key: FieldKeySource? = nil
    ) throws -> Store {
        guard FileManager.default.fileExists(atPath: path) else {
            throw Rule.absentFile.refused(["path": .text(path)])
        }
        return try recognising(path) {
            if use == .shared { try check(path, registry) }
            let store = try Store(writer: connect(path, use: use), path: path, key: key ?? Self.standardKey(path))
            try store.prepare(registry, expectOurs: true)
            return store
        }
    }

    /// Creates a new file.
    /// - Throws: `E-FILE-EXISTS` when there is one already.
    public static func create(
        path: String, registry: Registry, use: Use = .single, key: FieldKeySource? = nil
    ) throws -> Store {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw Rule.existingFile.refused(["path": .text(path)])
        }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let store = try Store(writer: connect(path, use: use), path: path, key: key ?? Self.standardKey(path))
        try store.prepare(registry, expectOurs: false)
        return store
    }

    /// A store in memory, for tests.
    public static func inMemory(registry: Registry) throws -> Store {
        let store = try Store(writer: DatabaseQueue(configuration: configuration()), path: nil, key: .memory)
        try store.prepare(registry, expectOurs: false)
        return store
    }

    /// A pool writes to the file as soon as it opens it, so whose file it is has to be known before.
    private static func check(_ path: String, _ registry: Registry) throws {
        let queue = try DatabaseQueue(path: path, configuration: configuration())
        _ = try Store(writer: queue, path: path, key: .memory).pendingMigrations(Migrator(registry), expectOurs: true)
        try queue.close()
    }

    private static func standardKey(_ path: String) -> FieldKeySource {
        .standard(database: path, environment: ProcessInfo.processInfo.environment)
    }

    private static func recognising<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
            throw Rule.foreignFile.refused(["path": .text(path)])
        }
    }

    private static func connect(_ path: String, use: Use) throws -> any DatabaseWriter {
        switch use {
        case .single:
            return try DatabaseQueue(path: path, configuration: configuration())
        case .shared:
            let pool = try DatabasePool(path: path, configuration: configuration())
            // The pool turns this down to NORMAL when it sets up the write-ahead log.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous=FULL") }
            return pool
        }
    }

    /// What every connection of ours is set to.
    package static func configuration() -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA synchronous=FULL")
            db.add(tokenizer: ChineseTokenizer.self)
        }
        return configuration
    }

    private func prepare(_ registry: Registry, expectOurs: Bool) throws {
        let migrator = Migrator(registry)
        let pending = try pendingMigrations(migrator, expectOurs: expectOurs)
        try writer.writeWithoutTransaction { db in
            if !expectOurs { try db.execute(sql: "PRAGMA application_id = \(Self.applicationID)") }
            guard path != nil, try String.fetchOne(db, sql: "PRAGMA journal_mode") != "wal" else { return }
            _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
        }
        if pending { try migrator.migrate(writer, vault: vault) }
    }

    /// Whether there are migrations to apply. Only reads: a file that is refused stays as it is.
    private func pendingMigrations(_ migrator: Migrator, expectOurs: Bool) throws -> Bool {
        try writer.unsafeRead { db in
            let found = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
            guard found == Self.applicationID || !expectOurs else {
                throw Rule.foreignFile.refused(["path": .text(path ?? "")])
            }
            return try migrator.needsMigration(db)
        }
    }

    /// Reads in one snapshot.
    public func read<Result: Sendable>(_ body: @Sendable (Database) throws -> Result) throws -> Result {
        try writer.read(body)
    }

    /// Writes in one transaction, in the name of a plugin. A write to somebody else's table rolls everything back.
    public func write<Result>(owner: String, _ body: (Database) throws -> Result) throws -> Result {
        try writer.writeWithoutTransaction { db in
            var result: Result?
            try guardian.guarding(owner) {
                try db.inTransaction(.immediate) {
                    result = try body(db)
                    return .commit
                }
            }
            guard let result else { throw Rule.integrity.refused() }
            return result
        }
    }

    /// Lets a plugin's own function write its tables inside an operation of another one.
    package func acting<Result>(for owner: String, _ body: () throws -> Result) rethrows -> Result {
        let previous = guardian.change(owner: owner)
        defer { _ = guardian.change(owner: previous) }
        return try body()
    }
}
