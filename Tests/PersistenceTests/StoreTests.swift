import Foundation
import GRDB
import Persistence
import PluginKit
import Testing

@Suite struct StoreTests {
    @Test func writesToForeignTablesAreRolledBack() throws {
        let store = try Store.inMemory(registry: registry())
        let foreign = #expect(throws: ForeignWrite.self) {
            try store.write(owner: "other") { db in try db.execute(sql: "INSERT INTO notes_note (body) VALUES ('x')") }
        }
        #expect(foreign?.owner == "other" && foreign?.table == "notes_note")
        #expect(throws: ForeignWrite.self) {
            try store.write(owner: "note") { db in try db.execute(sql: "INSERT INTO notes_note (body) VALUES ('x')") }
        }
        try store.write(owner: "notes") { db in try db.execute(sql: "INSERT INTO notes_note (body) VALUES ('kept')") }
        #expect(try store.read { try String.fetchAll($0, sql: "SELECT body FROM notes_note") } == ["kept"])
    }

    @Test(arguments: [Store.Use.single, .shared])
    func aNewerFileIsRefusedAndLeftAlone(_ use: Store.Use) throws {
        let folder = try Folder()
        let path = folder.file("a.sqlite")
        _ = try Store.create(path: path, registry: registry([NewerNotesPlugin.self]))
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        let refused = refusal { _ = try Store.open(path: path, registry: registry(), use: use) }
        #expect(refused == "E-FILE-NEWER.refusal")
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }

    @Test func anOlderFileIsBroughtUpToDate() throws {
        let path = try Folder()
        _ = try Store.create(path: path.file("a.sqlite"), registry: registry())
        let store = try Store.open(path: path.file("a.sqlite"), registry: registry([NewerNotesPlugin.self]))
        #expect(try store.read { try $0.columns(in: "notes_note").map(\.name) } == ["seq", "body", "colour"])
    }

    @Test func aFailingStepLeavesTheFileAsItWas() throws {
        let folder = try Folder()
        let path = folder.file("a.sqlite")
        _ = try Store.create(path: path, registry: registry())
        #expect(throws: DatabaseError.self) { _ = try Store.open(path: path, registry: registry([FailingNotesPlugin.self])) }
        let store = try Store.open(path: path, registry: registry())
        #expect(try store.read { try $0.columns(in: "notes_note").map(\.name) } == ["seq", "body"])
        #expect(try store.read { try Int.fetchOne($0, sql: "PRAGMA foreign_keys") } == 1)
    }

    @Test func aStepThatLeavesDanglingReferencesIsRefused() throws {
        let folder = try Folder()
        let path = folder.file("a.sqlite")
        _ = try Store.create(path: path, registry: registry())
        #expect(throws: DatabaseError.self) { _ = try Store.open(path: path, registry: registry([DanglingNotesPlugin.self])) }
        let store = try Store.open(path: path, registry: registry())
        #expect(try store.read { try !$0.tableExists("notes_mark") })
    }

    @Test func aFileOfAnAbsentPluginIsStillOpened() throws {
        let path = try Folder()
        _ = try Store.create(path: path.file("a.sqlite"), registry: registry())
        _ = try Store.open(path: path.file("a.sqlite"), registry: registry([]))
    }

    @Test(arguments: [Store.Use.single, .shared])
    func foreignFilesAreRefusedAndLeftAlone(_ use: Store.Use) throws {
        let folder = try Folder()
        let foreign = folder.file("foreign.sqlite")
        try DatabaseQueue(path: foreign).write { try $0.execute(sql: "CREATE TABLE t (a)") }
        let before = try Data(contentsOf: URL(fileURLWithPath: foreign))
        #expect(refusal { _ = try Store.open(path: foreign, registry: registry(), use: use) } == "E-FILE-FOREIGN.refusal")
        #expect(try Data(contentsOf: URL(fileURLWithPath: foreign)) == before)
        let text = folder.file("text.sqlite")
        try Data(String(repeating: "text ", count: 1000).utf8).write(to: URL(fileURLWithPath: text))
        #expect(refusal { _ = try Store.open(path: text, registry: registry(), use: use) } == "E-FILE-FOREIGN.refusal")
    }

    @Test func absentAndExistingFilesAreRefused() throws {
        let folder = try Folder()
        #expect(refusal { _ = try Store.open(path: folder.file("no"), registry: registry()) } == "E-FILE-ABSENT.refusal")
        #expect(folder.names == [])
        _ = try Store.create(path: folder.file("new/a.sqlite"), registry: registry())
        #expect(
            refusal { _ = try Store.create(path: folder.file("new/a.sqlite"), registry: registry()) } == "E-FILE-EXISTS.refusal")
    }

    @Test(arguments: [Store.Use.single, .shared])
    func filesAreKeptSafely(_ use: Store.Use) throws {
        let path = try Folder()
        for isNew in [true, false] {
            let store =
                try isNew
                ? Store.create(path: path.file("a.sqlite"), registry: registry(), use: use)
                : Store.open(path: path.file("a.sqlite"), registry: registry(), use: use)
            let settings = try store.writer.writeWithoutTransaction { db in
                try ["journal_mode", "synchronous", "foreign_keys"].map { try String.fetchOne(db, sql: "PRAGMA \($0)") }
            }
            #expect(settings == ["wal", "2", "1"])
        }
    }
}

@Suite struct SequenceTests {
    @Test func refusedOperationsGiveTheirNumberBack() throws {
        let store = try Store.inMemory(registry: registry())
        func take(_ name: String = "copyNotice/2026", count: Int = 1, failing: Bool = false) throws -> Int {
            try store.write(owner: "kernel") { db in
                let number = try NumberSequence.next(name, count: count, in: db)
                if failing { throw CancellationError() }
                return number
            }
        }
        #expect(try take() == 1)
        #expect(try take() == 2)
        _ = try? take(failing: true)
        #expect(try take() == 3)
        #expect(try take("copyNotice/2027") == 1)
        #expect(try take(count: 10) == 4)
        #expect(try take() == 14)
    }
}
