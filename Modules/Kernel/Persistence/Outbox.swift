import Foundation
import GRDB

/// Something that happened, told to other plugins after commit.
public struct Event: Sendable, Equatable {
    public var id: UniqueID
    /// Past tense with its owner: `inspection.round.closed`.
    public var name: String
    /// JSON.
    public var payload: String

    public init(id: UniqueID, name: String, payload: String) {
        self.id = id
        self.name = name
        self.payload = payload
    }
}

/// Events leave in the transaction that made them and are handled later: at least once delivered, once in effect.
public enum Outbox {
    public static func post(_ event: Event, at: Instant, in db: Database) throws {
        try db.cachedStatement(sql: "INSERT INTO kernel_outbox (id, at, event, payload) VALUES (?, ?, ?, ?)")
            .execute(arguments: [event.id, at, event.name, event.payload])
    }

    /// The next waiting event behind a position, with its own position; nil when there is none.
    public static func next(_ db: Database, after position: Int64 = 0) throws -> (Int64, Event)? {
        try Row.fetchOne(
            db.cachedStatement(sql: "SELECT seq, id, event, payload FROM kernel_outbox WHERE seq > ? ORDER BY seq LIMIT 1"),
            arguments: [position]
        ).map { ($0[0], Event(id: $0[1], name: $0[2], payload: $0[3])) }
    }

    /// Whether any event waits.
    public static func hasEvents(_ db: Database) throws -> Bool {
        try Bool.fetchOne(db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM kernel_outbox)")) ?? false
    }

    /// Removes an event, and the notes of what was made of it, once every reaction to it was made.
    public static func remove(_ event: Event, in db: Database) throws {
        try db.execute(sql: "DELETE FROM kernel_outbox WHERE id = ?", arguments: [event.id])
        try db.execute(sql: "DELETE FROM kernel_inbox WHERE event = ?", arguments: [event.id])
    }

    /// Notes that a reaction is being made; false when it was made before.
    public static func claim(_ event: Event, reaction: String, at: Instant, in db: Database) throws -> Bool {
        try db.execute(
            sql: "INSERT INTO kernel_inbox (event, reaction, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            arguments: [event.id, reaction, at])
        return db.changesCount == 1
    }
}
