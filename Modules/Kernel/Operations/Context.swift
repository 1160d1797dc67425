import Foundation
import GRDB
import Persistence
import PluginKit

/// What a query is given: the database in one snapshot, who asks, and what time it is.
public class ReadContext {
    public let db: Database
    public let principal: Principal
    public let registry: Registry
    /// The instant of the operation, the same throughout.
    public let now: Date
    /// The language of the person who asks; files that are handed back to them are in it.
    public let language: Language
    /// Tells the host how far a long operation is: done, of how many.
    public let progress: (Int, Int) -> Void
    /// Seals and opens private fields.
    public let vault: FieldVault

    init(
        db: Database, principal: Principal, registry: Registry, now: Date, vault: FieldVault,
        language: Language, progress: @escaping (Int, Int) -> Void
    ) {
        self.vault = vault
        self.language = language
        self.db = db
        self.principal = principal
        self.registry = registry
        self.now = now
        self.progress = progress
    }

    /// Today in Shanghai.
    public var today: CalendarDate { CalendarDate(now) }
    public var instant: Instant { Instant(now) }
}

/// What a command is given: everything a query has, inside the write transaction.
public final class WriteContext: ReadContext {
    let ids: IDSource
    let store: Store
    private(set) var changes: [AuditChange] = []
    private(set) var events: [Event] = []
    private(set) var isDiscarded = false
    /// Why the person does it, where the operation asked for a reason; kept in the audit record.
    public var reason: String?

    init(
        db: Database, principal: Principal, registry: Registry, now: Date, ids: IDSource, store: Store,
        language: Language, progress: @escaping (Int, Int) -> Void
    ) {
        self.ids = ids
        self.store = store
        super.init(
            db: db, principal: principal, registry: registry, now: now, vault: store.vault, language: language,
            progress: progress)
    }

    /// A new id.
    public func nextID() -> UniqueID { ids.next() }

    /// Adds a record and notes it for the audit.
    public func insert(_ record: some Encodable & PersistableRecord, as entity: String, _ id: UniqueID) throws {
        changes.append(AuditChange(entity: entity, id: id.description, before: nil, after: try db.add(record)))
    }

    /// Notes for the audit that a record was made or changed.
    public func noteChange(
        of entity: String, _ id: UniqueID, from before: (some Encodable)? = String?.none, to after: some Encodable
    )
        throws
    {
        changes.append(
            AuditChange(
                entity: entity, id: id.description, before: try before.map { try Digest.of($0) }, after: try Digest.of(after)))
    }

    /// Notes many records at once, for imports: how many, and the fingerprint of where they came from.
    public func noteImport(of entity: String, count: Int, source: Data) {
        changes.append(AuditChange(entity: entity, id: "\(count)", before: nil, after: Digest.sha256(source)))
    }

    /// Posts an event; reactions to it run after commit.
    public func emit(_ name: String, payload: some Encodable) throws {
        let json = String(decoding: try JSONEncoder().encode(payload), as: UTF8.self)
        events.append(Event(id: nextID(), name: name, payload: json))
    }

    /// Runs everything as usual but keeps nothing: a dry run.
    public func discardChanges() { isDiscarded = true }

    /// Writes in the name of another module, inside its own functions: the door through which a module lets others cause changes
    /// of its tables without touching them.
    package func acting<Result>(for owner: String, _ body: () throws -> Result) rethrows -> Result {
        try store.acting(for: owner, body)
    }

    /// Compares the version a person saw with the stored one.
    /// - Throws: `E-LOCK` when somebody else changed the record meanwhile.
    public func expect(version: Int?, stored: Int) throws {
        guard let version, version != stored else { return }
        throw Rule.stale.refused(["expected": "\(version)", "stored": "\(stored)"])
    }
}
