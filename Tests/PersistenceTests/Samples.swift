import Foundation
import GRDB
import Persistence
import PluginKit

/// Tables for tests, with whatever further steps a test asks for.
enum NotesPlugin: Plugin {
    static let manifest = PluginManifest(id: "notes", version: Version(1), capabilities: ["migrations"])
    static func register(with registrar: inout Registrar) {
        registrar.add(
            Migration(
                "notes/0001-note",
                sql: "CREATE TABLE notes_note (seq INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;",
                searches: [SearchIndex(table: "notes_note", columns: ["body"])]),
            to: Migrations.self)
    }
}

/// The same plugin, one step further on.
enum NewerNotesPlugin: Plugin {
    static let manifest = NotesPlugin.manifest
    static func register(with registrar: inout Registrar) {
        NotesPlugin.register(with: &registrar)
        registrar.add(Migration("notes/0002-colour", sql: "ALTER TABLE notes_note ADD COLUMN colour TEXT;"), to: Migrations.self)
    }
}

/// Two steps further on, the second of which cannot be done.
enum FailingNotesPlugin: Plugin {
    static let manifest = NotesPlugin.manifest
    static func register(with registrar: inout Registrar) {
        NewerNotesPlugin.register(with: &registrar)
        registrar.add(Migration("notes/0003-wrong", sql: "ALTER TABLE notes_absent ADD COLUMN colour TEXT;"), to: Migrations.self)
    }
}

/// A step after which a row refers to nothing.
enum DanglingNotesPlugin: Plugin {
    static let manifest = NotesPlugin.manifest
    static func register(with registrar: inout Registrar) {
        NotesPlugin.register(with: &registrar)
        registrar.add(
            Migration(
                "notes/0002-mark",
                sql: """
                    CREATE TABLE notes_mark (note INTEGER NOT NULL REFERENCES notes_note(seq)) STRICT;
                    INSERT INTO notes_mark (note) VALUES (99);
                    """),
            to: Migrations.self)
    }
}

enum KernelTables: Plugin {
    static let manifest = PluginManifest(id: "kernel", version: Version(1), capabilities: ["migrations"])
    static func register(with registrar: inout Registrar) { registrar.add(KernelMigrations.all, to: Migrations.self) }
}

func registry(_ plugins: [any Plugin.Type] = [NotesPlugin.self]) throws -> Registry {
    try Registry.build([KernelTables.self] + plugins, crossChecks: false)
}

/// Which rule, and which of its sentences, something is refused with: `E-INTEGRITY.refusal.auditRow`.
func refusal(_ body: () throws -> Void) -> String? {
    do {
        try body()
        return nil
    } catch let error as any UserFacingError {
        return error.refusals.map(\.message.key).joined(separator: " ")
    } catch {
        return "\(error)"
    }
}

/// A folder for one test.
final class Folder {
    let path: String
    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("xuncha-\(UUID())").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    deinit { try? FileManager.default.removeItem(atPath: path) }
    func file(_ name: String) -> String { "\(path)/\(name)" }
    var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }
}

func entry(_ action: String, reason: String? = nil) -> AuditEntry {
    AuditEntry(
        at: Instant(Date(timeIntervalSince1970: 1_772_000_000)), actor: "office", roles: "AD IO", action: action, outcome: .done,
        changes: [AuditChange(entity: "note", id: "1", before: nil, after: "ab")], reason: reason)
}
