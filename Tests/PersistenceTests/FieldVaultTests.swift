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
}
