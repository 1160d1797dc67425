import Foundation
import GRDB
import Persistence
import PluginKit
import Testing

@Suite struct BackupTests {
    private let folder: Folder
    private var path: String { folder.file("office.sqlite") }
    private var copy: String { folder.file("copy.sqlite") }

    init() throws {
        folder = try Folder()
        let store = try Store.create(path: folder.file("office.sqlite"), registry: registry())
        try store.write(owner: "notes") { db in
            try db.execute(sql: "INSERT INTO notes_note (body) VALUES ('before')")
            for number in 1...3 { try AuditChain.append(entry("note.\(number)"), in: db) }
        }
    }

    private func open() throws -> Store { try Store.open(path: path, registry: registry()) }
    private func bodies() throws -> [String] {
        try open().read { try String.fetchAll($0, sql: "SELECT body FROM notes_note ORDER BY seq") }
    }
    private func content(_ path: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

    @Test func aCopyIsMadeWhileTheFileIsInUse() throws {
        let store = try open()
        let report = try Backup.create(of: store, at: copy)
        #expect(report.audit.count == 3)
        #expect(report.path == copy)
        #expect(try Backup.verify(copy) == report)
        #expect(folder.names.filter { $0.hasPrefix("copy") } == ["copy.sqlite"])
        #expect(refusal { _ = try Backup.create(of: store, at: copy) } == "E-FILE-EXISTS.refusal")
    }

    @Test func restoringKeepsTheOldFile() throws {
        _ = try Backup.create(of: open(), at: copy)
        try open().write(owner: "notes") { try $0.execute(sql: "INSERT INTO notes_note (body) VALUES ('after')") }
        let (report, kept) = try Backup.restore(copy, to: path, keepingAs: "old")
        #expect(report.audit.count == 3)
        #expect(kept == path + ".old")
        #expect(try bodies() == ["before"])
        let old = try Store.open(path: path + ".old", registry: registry())
        #expect(try old.read { try String.fetchAll($0, sql: "SELECT body FROM notes_note ORDER BY seq") } == ["before", "after"])
    }

    @Test func restoringWhereNothingIsKeepsNothing() throws {
        _ = try Backup.create(of: open(), at: copy)
        let (_, kept) = try Backup.restore(copy, to: folder.file("fresh.sqlite"), keepingAs: "old")
        #expect(kept == nil)
        #expect(folder.names.contains("fresh.sqlite"))
    }

    /// Ways in which a copy can be bad.
    enum Damage: String, CaseIterable {
        case truncated, overwrittenPage, tamperedAudit, removedTail, foreign, text, absent
    }

    private func damage(_ damage: Damage) throws {
        if damage != .foreign, damage != .text { _ = try Backup.create(of: open(), at: copy) }
        switch damage {
        case .truncated: try content(copy).dropLast(8192).write(to: URL(fileURLWithPath: copy))
        case .overwrittenPage:
            var data = try content(copy)
            data.replaceSubrange(4096..<12288, with: Data(repeating: 0x55, count: 8192))
            try data.write(to: URL(fileURLWithPath: copy))
        case .tamperedAudit: try change("UPDATE kernel_audit SET actor = 'x' WHERE seq = 2")
        case .removedTail: try change("DELETE FROM kernel_audit WHERE seq = 3")
        case .foreign: try DatabaseQueue(path: copy).write { try $0.execute(sql: "CREATE TABLE t (a)") }
        case .text: try Data(String(repeating: "text ", count: 2000).utf8).write(to: URL(fileURLWithPath: copy))
        case .absent: try FileManager.default.removeItem(atPath: copy)
        }
    }

    private func change(_ sql: String) throws {
        let queue = try DatabaseQueue(path: copy)
        try queue.write {
            try $0.execute(sql: "DROP TRIGGER kernel_audit_keep_rows; DROP TRIGGER kernel_audit_keep_values; \(sql)")
        }
        try queue.close()
    }

    @Test(arguments: Damage.allCases)
    func aBadCopyIsRefusedAndTheCurrentFileUntouched(_ kind: Damage) throws {
        try damage(kind)
        let before = try content(path)
        let rule = kind == .absent ? "E-FILE-ABSENT" : "R-SEC-02"
        #expect(refusal { _ = try Backup.verify(copy) }?.hasPrefix(rule) == true)
        #expect(refusal { _ = try Backup.restore(copy, to: path, keepingAs: "old") }?.hasPrefix(rule) == true)
        #expect(try content(path) == before)
        #expect(!folder.names.contains("office.sqlite.old") && !folder.names.contains("office.sqlite.incoming"))
    }

    /// What a program that was killed leaves: a file whose last pages are in its journal. Only the journal is put back.
    private func leaveJournal(of path: String) throws {
        let queue = try DatabaseQueue(path: path, configuration: Self.keepingJournal)
        try queue.writeWithoutTransaction { db in
            for number in 1...200 {
                try db.execute(sql: "INSERT INTO notes_note (body) VALUES (?)", arguments: ["crashed \(number)"])
            }
        }
        let parts = try ["-wal", "-shm"].map { ($0, try content(path + $0)) }
        try queue.close()
        for (suffix, data) in parts { try data.write(to: URL(fileURLWithPath: path + suffix)) }
        #expect(!parts[0].1.isEmpty)
    }

    private static let keepingJournal: Configuration = {
        var configuration = Store.configuration()
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA wal_autocheckpoint = 0") }
        return configuration
    }()

    @Test func aJournalLeftBehindIsNotPlayedIntoTheRestoredFile() throws {
        _ = try Backup.create(of: open(), at: copy)
        try leaveJournal(of: path)
        try FileManager.default.removeItem(atPath: path)
        let (report, kept) = try Backup.restore(copy, to: path, keepingAs: "old")
        #expect(report.audit.count == 3)
        #expect(kept == path + ".old-wal")
        #expect(folder.names.contains("office.sqlite.old-shm"))
        #expect(!folder.names.contains("office.sqlite-wal"))
        #expect(try Backup.verify(path).audit.count == 3)
        #expect(try bodies() == ["before"])
    }

    @Test(arguments: ["-wal", "-shm", "-journal"])
    func aCopyIsNotMadeBesideTheJournalOfAnother(_ suffix: String) throws {
        try Data("left".utf8).write(to: URL(fileURLWithPath: copy + suffix))
        let store = try open()
        #expect(refusal { _ = try Backup.create(of: store, at: copy) } == "E-FILE-EXISTS.refusal")
        #expect(folder.names.filter { $0.hasPrefix("copy") } == ["copy.sqlite\(suffix)"])
    }

    @Test func aDamagedFileWithItsJournalMakesRoomForTheCopy() throws {
        _ = try Backup.create(of: open(), at: copy)
        try leaveJournal(of: path)
        try Data(String(repeating: "junk", count: 4096).utf8).write(to: URL(fileURLWithPath: path))
        let (_, kept) = try Backup.restore(copy, to: path, keepingAs: "old")
        #expect(kept == path + ".old")
        #expect(try bodies() == ["before"])
    }

    @Test func aFileIsRestoredOntoItselfWithoutLeavingsBehind() throws {
        _ = try Backup.restore(path, to: path, keepingAs: "old")
        #expect(try bodies() == ["before"])
        #expect(folder.names.filter { $0.contains("incoming") } == [])
    }

    @Test func aFileInUseIsNotReplaced() throws {
        let store = try open()
        _ = try Backup.create(of: store, at: copy)
        try store.write(owner: "notes") { try $0.execute(sql: "INSERT INTO notes_note (body) VALUES ('after')") }
        let reader = try DatabaseQueue(path: path)
        try reader.inDatabase { db in
            try db.execute(sql: "BEGIN")
            _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM notes_note")
            #expect(refusal { _ = try Backup.restore(copy, to: path, keepingAs: "old") } == "E-LOCK.refusal.fileInUse")
            try db.execute(sql: "COMMIT")
        }
        #expect(try bodies() == ["before", "after"])
        #expect(folder.names.filter { $0.contains("incoming") || $0.contains("old") } == [])
    }
}
