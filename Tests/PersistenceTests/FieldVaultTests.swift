import Foundation
import GRDB
import PluginKit
import PluginTestKit
import Testing

@testable import Operations
@testable import Persistence

/// Private fields: sealed for their place, closed without their key, and never under a second key (decision 0020).
@Suite struct FieldVaultTests {
    private static let row = UniqueID(milliseconds: 1, counter: 1, random: 1)
    private static let place = FieldPlace("t", "phone", row: row)
    private let folder: URL
    private let registry: Registry

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "vault-\(UUID())")
        registry = try Registry.build([KernelPlugin.self], crossChecks: false)
    }

    private func store(_ key: FieldKeySource? = nil, open: Bool = false) throws -> Store {
        let path = folder.appending(path: "office.sqlite").path
        let key = key ?? .file(path + ".key")
        return open ? try .open(path: path, registry: registry, key: key) : try .create(path: path, registry: registry, key: key)
    }

    private func seal(_ text: String, in store: Store) throws -> SealedText {
        try store.write(owner: "kernel") { try store.vault.seal(text, at: Self.place, in: $0) }
    }

    @Test func whatIsSealedOpensAtItsPlaceOnly() throws {
        let store = try store()
        let sealed = try seal("13800001933", in: store)
        #expect(!sealed.bytes.contains(Data("13800001933".utf8)))
        #expect(try store.vault.open(sealed, at: Self.place) == .text("13800001933"))
        #expect(try seal("13800001933", in: store) != sealed)
        let others = [
            FieldPlace("t", "idNumber", row: Self.row), FieldPlace("u", "phone", row: Self.row),
            FieldPlace("t", "phone", row: UniqueID(milliseconds: 2, counter: 1, random: 1)),
        ]
        for other in others {
            #expect(throws: Refusal.self) { try store.vault.open(sealed, at: other) }
        }
        var changed = sealed.bytes
        changed[changed.endIndex - 1] ^= 1
        #expect(throws: Refusal.self) { try store.vault.open(SealedText(bytes: changed), at: Self.place) }
    }

    @Test func theKeyIsAFileOfItsOwnThatOthersCannotRead() throws {
        let store = try store()
        #expect(store.vault.presentKeyID == nil)
        _ = try seal("1", in: store)
        let path = try #require(store.vault.keyPath)
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(try store.read { try FieldVault.expectedKeyID($0) } == store.vault.presentKeyID)
    }

    @Test func withoutItsKeyNothingOpensAndNoOtherIsMade() throws {
        let first = try store()
        let sealed = try seal("13800001933", in: first)
        let path = try #require(first.vault.keyPath)
        let kept = try String(contentsOfFile: path, encoding: .utf8)
        try FileManager.default.removeItem(atPath: path)
        let second = try store(open: true)
        #expect(try second.vault.open(sealed, at: Self.place) == .locked)
        #expect(throws: Refusal.self) { try seal("1", in: second) }
        #expect(!FileManager.default.fileExists(atPath: path))
        try kept.write(toFile: path, atomically: true, encoding: .utf8)
        #expect(try store(open: true).vault.open(sealed, at: Self.place) == .text("13800001933"))
        let given = try store(.given(kept), open: true)
        #expect(try given.vault.open(sealed, at: Self.place) == .text("13800001933"))
    }

    @Test func anotherKeyIsRefused() throws {
        let sealed = try seal("13800001933", in: try store())
        let other = try store(.given(Data(repeating: 7, count: 32).base64EncodedString()), open: true)
        #expect(try other.vault.open(sealed, at: Self.place) == .locked)
        #expect(throws: Refusal.self) { try seal("1", in: other) }
    }

    @Test func marksAreEqualForEqualTextsAndSayNothing() throws {
        let store = try store()
        let marks = try store.write(owner: "kernel") { db in
            try [("a", "x"), ("a", "x"), ("b", "x"), ("a", "y")].map { try store.vault.mark($0, for: $1, in: db) }
        }
        #expect(marks[0] == marks[1])
        #expect(Set(marks).count == 3)
    }

    /// Changes the key and seals the values anew; gives them back.
    private func change(_ store: Store, _ sealed: [SealedText]) throws -> [SealedText] {
        try store.read { try store.vault.readyNextKey(in: $0) }
        return try store.write(owner: "kernel") { db in
            try store.vault.takeNextKey(in: db)
            return try sealed.map { try store.vault.reseal($0, at: Self.place, in: db).sealed }
        }
    }

    @Test func aChangedKeyOpensTheNewAndTheOldStaysForBackups() throws {
        let store = try store()
        let old = try seal("13800001933", in: store)
        let elsewhere = try self.store(open: true)
        #expect(try elsewhere.vault.open(old, at: Self.place) == .text("13800001933"))
        let before = store.vault.presentKeyID
        let new = try #require(try change(store, [old]).first)
        #expect(store.vault.presentKeyID != before && new.key != old.key)
        // A program that has been running meanwhile, one that starts now, and a value from a backup of before.
        for vault in [store.vault, elsewhere.vault, try self.store(open: true).vault] {
            #expect(try vault.open(new, at: Self.place) == .text("13800001933"))
            #expect(try vault.open(old, at: Self.place) == .text("13800001933"))
        }
        #expect(try seal("2", in: elsewhere).key == new.key)
        let path = try #require(store.vault.keyPath)
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
        #expect(try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").count == 2)
        #expect(!FileManager.default.fileExists(atPath: path + ".next"))
    }

    @Test func aKeyThatWasMadeAndNotUsedChangesNothing() throws {
        let store = try store()
        let sealed = try seal("1", in: store)
        try store.read { try store.vault.readyNextKey(in: $0) }
        #expect(try seal("2", in: store).key == sealed.key)
        try store.read { try store.vault.readyNextKey(in: $0) }
        #expect(store.vault.keyCount == 2)
        #expect(try self.store(open: true).read { try FieldVault.expectedKeyID($0) }.map(store.vault.holds) == true)
    }

    @Test func aKeyThatIsHandedInIsChangedByHandingInAnother() throws {
        let keys = [7, 8].map { Data(repeating: $0, count: 32).base64EncodedString() }
        let store = try store(.given(keys[0]))
        let old = try seal("1", in: store)
        #expect(throws: Refusal.self) { try change(store, [old]) }
        let both = try self.store(.given(keys.joined(separator: " ")), open: true)
        let new = try #require(try change(both, [old]).first)
        #expect(try self.store(.given(keys[1]), open: true).vault.open(new, at: Self.place) == .text("1"))
        #expect(try self.store(.given(keys[1]), open: true).vault.open(old, at: Self.place) == .locked)
    }

    @Test func anOfficeWithoutAKeyHasNoneToChange() throws {
        let store = try store()
        #expect(throws: Refusal.self) { try store.read { try store.vault.readyNextKey(in: $0) } }
    }
}
