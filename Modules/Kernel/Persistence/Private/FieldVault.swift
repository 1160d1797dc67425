import Crypto
import Foundation
import GRDB
import PluginKit
import Synchronization

/// Seals and opens private fields. See decision 0020.
///
/// The key is made at the first private value of an office and its id is kept in the file. From then on no other key is taken, and
/// none is made in its place: without it everything works except that private fields stay closed and none is written.
public final class FieldVault: Sendable {
    /// What became of a private value.
    public enum Opened: Sendable, Hashable {
        case text(String)
        /// The key is not here.
        case locked
    }

    private let source: FieldKeySource
    private let loaded: Mutex<FieldKeyRing>

    init(_ source: FieldKeySource) {
        self.source = source
        if case .memory = source { loaded = Mutex(FieldKeyRing([FieldKey()])) } else { loaded = Mutex(FieldKeyRing([])) }
    }

    /// Encrypts a value for its place.
    /// - Throws: `E-KEY-MISSING` where the office's key is not here.
    public func seal(_ text: String, at place: FieldPlace, in db: Database) throws -> SealedText {
        try seal(text, place, with: key(in: db))
    }

    /// Decrypts a value.
    /// - Throws: `E-INTEGRITY` where the value was changed or moved.
    public func open(_ sealed: SealedText, at place: FieldPlace) throws -> Opened {
        guard let key = sealed.key.flatMap(key) else { return .locked }
        do {
            let box = try AES.GCM.SealedBox(combined: sealed.body)
            let data = try AES.GCM.open(box, using: key.key, authenticating: place.authenticated)
            return .text(String(decoding: data, as: UTF8.self))
        } catch {
            throw Rule.integrity.refused("privateField", ["table": .text(place.table), "column": .text(place.column)])
        }
    }

    /// A mark that is the same for the same text, for finding a private value again without opening all of them.
    /// - Throws: `E-KEY-MISSING`.
    public func mark(_ text: String, for purpose: String, in db: Database) throws -> Data {
        let key = try key(in: db).markKey
        return Data(HMAC<SHA256>.authenticationCode(for: Data("\(purpose)\u{1F}\(text)".utf8), using: key))
    }

    /// For those who look for something by a private field: without the key they would find nothing and say that nobody is there.
    /// - Throws: `E-KEY-MISSING` where private fields were sealed and their key is not here.
    public func requireKey(in db: Database) throws { _ = try officeKey(in: db) }

    /// The key of this office. A new office gets one.
    private func key(in db: Database) throws -> FieldKey {
        if let key = try officeKey(in: db) { return key }
        let key = try newest() ?? make()
        try db.execute(sql: "INSERT INTO kernel_field_key (id) VALUES (?)", arguments: [key.id])
        return key
    }

    /// The key that this office's private fields are sealed with; nil where nothing was sealed yet.
    private func officeKey(in db: Database) throws -> FieldKey? {
        guard let known = try Data.fetchOne(db.cachedStatement(sql: "SELECT id FROM kernel_field_key")) else { return nil }
        if let key = key(known) { return key }
        throw newest() == nil ? Rule.missingKey.refused(place) : Rule.missingKey.refused("other", place)
    }

    private func make() throws -> FieldKey {
        let key = try source.make()
        loaded.withLock { $0 = FieldKeyRing([key]) }
        return key
    }

    private var place: [String: Message.Argument] { ["path": .text(source.path ?? "XUNCHA_FIELD_KEY")] }

    private func newest() -> FieldKey? {
        loaded.withLock { ring in
            if ring.keys.isEmpty { ring = source.load() }
            return ring.keys.last
        }
    }

    /// The key of an id. One that is not known is looked for again: another process may have changed the key meanwhile.
    private func key(_ id: Data) -> FieldKey? {
        loaded.withLock { ring in
            if let key = ring[id] { return key }
            if case .memory = source { return nil }
            ring = source.load()
            return ring[id]
        }
    }

    private func seal(_ text: String, _ place: FieldPlace, with key: FieldKey) throws -> SealedText {
        let box = try AES.GCM.seal(Data(text.utf8), using: key.key, authenticating: place.authenticated)
        guard let sealed = box.combined else { throw Rule.integrity.refused() }
        return SealedText(key: key.id, sealed: sealed)
    }

    /// For migrations: `field_seal(table, column, row, text)` encrypts what older files hold as plain text.
    var migration: DatabaseFunction {
        DatabaseFunction("field_seal", argumentCount: 4) { [self] values in
            guard let text = String.fromDatabaseValue(values[3]), let table = String.fromDatabaseValue(values[0]),
                let column = String.fromDatabaseValue(values[1]), let row = UniqueID.fromDatabaseValue(values[2])
            else { return nil }
            let key = try newest() ?? make()
            return try seal(text, FieldPlace(table, column, row: row), with: key)
        }
    }

    // MARK: Changing the key

    /// Makes a further key where keys are kept, or takes one that is there and not in use yet, for ``takeNextKey(in:)``. The present
    /// key stays there. Nothing in the file changes.
    /// - Throws: `E-STATE` where the office has no key yet; `E-KEY-MISSING` where its key is not here, or no further one can be made.
    public func readyNextKey(in db: Database) throws {
        guard try Self.expectedKeyID(db) != nil else { throw Rule.illegalState.refused("keyUnused") }
        let known = try key(in: db)
        try loaded.withLock { ring in
            if case .memory = source {} else { ring = source.load() }
            if ring.keys.last?.id == known.id { ring = try source.add(to: ring) }
        }
    }

    /// Makes the newest key the office's. What was sealed before opens with the key it names, until it is sealed anew.
    public func takeNextKey(in db: Database) throws {
        guard let next = newest() else { throw Rule.missingKey.refused(place) }
        try db.execute(sql: "UPDATE kernel_field_key SET id = ?", arguments: [next.id])
    }

    /// The same value under the office's key.
    /// - Throws: `E-KEY-MISSING` where the key it was sealed with is not here.
    public func reseal(_ sealed: SealedText, at place: FieldPlace, in db: Database) throws -> (sealed: SealedText, text: String) {
        guard case .text(let text) = try open(sealed, at: place) else { throw Rule.missingKey.refused(self.place) }
        return (try seal(text, at: place, in: db), text)
    }

    // MARK: Telling about it

    /// The id of the newest key that is here, as text.
    public var presentKeyID: String? { newest()?.id.map { String($0, radix: 16).leftPadded }.joined() }

    /// How many keys are here.
    public var keyCount: Int { newest() == nil ? 0 : loaded.withLock { $0.keys.count } }

    /// Whether the key of an id is here.
    public func holds(_ id: String) -> Bool {
        _ = newest()
        return loaded.withLock { $0.keys.contains { $0.id.map { String($0, radix: 16).leftPadded }.joined() == id } }
    }
    /// The key file's path; nil where the key does not come from a file.
    public var keyPath: String? { source.path }

    /// The id of the key the file's private fields were sealed with, as text; nil where it holds none.
    public static func expectedKeyID(_ db: Database) throws -> String? {
        try Data.fetchOne(db, sql: "SELECT id FROM kernel_field_key")?.map { String($0, radix: 16).leftPadded }.joined()
    }
}

extension String {
    fileprivate var leftPadded: String { count < 2 ? "0\(self)" : self }
}
