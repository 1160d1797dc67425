import Foundation
import GRDB
import PluginKit

/// Copies of the file that are known to be good.
public enum Backup {
    /// What a check of a file found.
    public struct Report: Sendable, Equatable {
        public var path: String
        public var bytes: Int
        public var audit: AuditChain.Head
    }

    /// Makes a copy while the store is in use, checks it, and only then gives it its name.
    /// - Throws: `E-FILE-EXISTS` for the file and for what would be taken for a part of it, `R-SEC-02`.
    public static func create(of store: Store, at path: String) throws -> Report {
        if let stray = DatabaseFiles(path).present.first {
            throw Rule.existingFile.refused(["path": .text(stray)])
        }
        return try placing(store.writer, at: path) {}
    }

    /// Checks a file: pages, foreign keys, audit chain. Nothing is written.
    /// - Throws: `E-FILE-ABSENT`, `R-SEC-02` with what is wrong.
    public static func verify(_ path: String) throws -> Report {
        guard let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int else {
            throw Rule.absentFile.refused(["path": .text(path)])
        }
        do {
            var configuration = Store.configuration()
            configuration.readonly = true
            let copy = try DatabaseQueue(path: path, configuration: configuration)
            defer { try? copy.close() }
            let head = try copy.read { db in
                guard try Int32.fetchOne(db, sql: "PRAGMA application_id") == Store.applicationID else {
                    throw damaged(path, "application_id")
                }
                guard try String.fetchOne(db, sql: "PRAGMA integrity_check(1)") == "ok" else {
                    throw damaged(path, "integrity_check")
                }
                guard try Row.fetchOne(db, sql: "PRAGMA foreign_key_check") == nil else {
                    throw damaged(path, "foreign_key_check")
                }
                return try AuditChain.verify(db)
            }
            return Report(path: path, bytes: size, audit: head)
        } catch let error as DatabaseError {
            throw damaged(path, error.message ?? "\(error.resultCode)")
        } catch let refusal as Refusal where refusal.kind == .integrity && refusal.rule != .badBackup {
            throw Refusals([damaged(path, "audit"), refusal])
        }
    }

    /// Puts a checked copy in the place of the current file. The current file is kept beside it under a new name, with the
    /// journals that belong to it: SQLite would play them into whatever file has its name.
    /// - Returns: where what was there before is now; nil when there was nothing.
    /// - Throws: `R-SEC-02` for a copy that does not verify, `E-LOCK`; the current file is then untouched.
    public static func restore(_ backup: String, to path: String, keepingAs suffix: String) throws -> (Report, kept: String?) {
        _ = try verify(backup)
        var configuration = Store.configuration()
        configuration.readonly = true
        let source = try DatabaseQueue(path: backup, configuration: configuration)
        let (current, old) = (DatabaseFiles(path), DatabaseFiles("\(path).\(suffix)"))
        if let present = old.present.first { throw Rule.existingFile.refused(["path": .text(present)]) }
        var kept: String?
        do {
            let report = try placing(source, at: path) {
                try source.close()
                if current.hasMain { try closeForMove(path) }
                kept = try current.move(to: old).first
            }
            return (report, kept)
        } catch {
            _ = try old.move(to: current)
            throw error
        }
    }

    /// Copies into a file beside the place, checks it, makes room, moves it there and checks again what now has that name.
    private static func placing(_ source: some DatabaseReader, at path: String, _ makeRoom: () throws -> Void) throws -> Report {
        let incoming = DatabaseFiles(path + ".incoming")
        try incoming.remove()
        do {
            let copy = try DatabaseQueue(path: incoming.main, configuration: Store.configuration())
            try source.backup(to: copy)
            try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
            try copy.close()
            _ = try verify(incoming.main)
            try synchronise(incoming.main)
            try makeRoom()
            try FileManager.default.moveItem(atPath: incoming.main, toPath: path)
        } catch {
            try? incoming.remove()
            throw error
        }
        do {
            return try verify(path)
        } catch {
            try? DatabaseFiles(path).remove()
            throw error
        }
    }

    /// Folds the write-ahead log into the file and makes sure that nobody else has it open. A file that is damaged is nobody's work
    /// any more; it is moved as it is.
    private static func closeForMove(_ path: String) throws {
        var configuration = Store.configuration()
        configuration.busyMode = .timeout(2)
        do {
            let current = try DatabaseQueue(path: path, configuration: configuration)
            try current.writeWithoutTransaction { db in
                _ = try db.checkpoint(.truncate)
                try db.execute(sql: "PRAGMA journal_mode = DELETE")
            }
            try current.close()
        } catch let error as DatabaseError where [.SQLITE_NOTADB, .SQLITE_CORRUPT].contains(error.resultCode) {
            return
        } catch {}
        guard !FileManager.default.fileExists(atPath: path + "-wal") else {
            throw Rule.stale.refused("fileInUse", ["path": .text(path)])
        }
    }

    private static func synchronise(_ path: String) throws {
        let handle = try FileHandle(forUpdating: URL(fileURLWithPath: path))
        try handle.synchronize()
        try handle.close()
    }

    private static func damaged(_ path: String, _ finding: String) -> Refusal {
        Rule.badBackup.refused(["path": .text(path), "finding": .text(finding)])
    }
}
