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
    /// - Throws: `E-FILE-EXISTS`, `R-SEC-02`.
    public static func create(of store: Store, at path: String) throws -> Report {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw Rule.existingFile.refused(["path": .text(path)])
        }
        let partial = path + ".partial"
        try remove(partial)
        do {
            let copy = try DatabaseQueue(path: partial, configuration: Store.configuration())
            try store.writer.backup(to: copy)
            try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
            try copy.close()
            var report = try verify(partial)
            try synchronise(partial)
            try FileManager.default.moveItem(atPath: partial, toPath: path)
            report.path = path
            return report
        } catch {
            try? remove(partial)
            throw error
        }
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

    /// Puts a checked copy in the place of the current file. The current file is kept beside it under a new name.
    /// - Returns: where the file that was there before is now; nil when there was none.
    /// - Throws: `R-SEC-02` for a copy that does not verify; the current file is then untouched.
    public static func restore(_ backup: String, to path: String, keepingAs suffix: String) throws -> (Report, kept: String?) {
        let report = try verify(backup)
        let incoming = path + ".incoming"
        try remove(incoming)
        try FileManager.default.copyItem(atPath: backup, toPath: incoming)
        _ = try verify(incoming)
        try synchronise(incoming)
        var kept: String?
        if FileManager.default.fileExists(atPath: path) {
            try closeForMove(path)
            let name = "\(path).\(suffix)"
            try FileManager.default.moveItem(atPath: path, toPath: name)
            kept = name
        }
        do {
            try FileManager.default.moveItem(atPath: incoming, toPath: path)
        } catch {
            if let kept { try FileManager.default.moveItem(atPath: kept, toPath: path) }
            throw error
        }
        return (report, kept)
    }

    /// Folds the write-ahead log into the file and makes sure that nobody else has it open.
    private static func closeForMove(_ path: String) throws {
        var configuration = Store.configuration()
        configuration.busyMode = .timeout(2)
        let current = try? DatabaseQueue(path: path, configuration: configuration)
        try? current?.writeWithoutTransaction { db in
            _ = try db.checkpoint(.truncate)
            try db.execute(sql: "PRAGMA journal_mode = DELETE")
        }
        try? current?.close()
        guard !FileManager.default.fileExists(atPath: path + "-wal") else {
            throw Rule.stale.refused("fileInUse", ["path": .text(path)])
        }
    }

    private static func synchronise(_ path: String) throws {
        let handle = try FileHandle(forUpdating: URL(fileURLWithPath: path))
        try handle.synchronize()
        try handle.close()
    }

    private static func remove(_ path: String) throws {
        if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
    }

    private static func damaged(_ path: String, _ finding: String) -> Refusal {
        Rule.badBackup.refused(["path": .text(path), "finding": .text(finding)])
    }
}
