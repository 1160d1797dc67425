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

    /// Events waiting, oldest first.
    public static func waiting(_ db: Database, limit: Int = 100) throws -> [Event] {
        try Row.fetchAll(
            db.cachedStatement(sql: "SELECT id, event, payload FROM kernel_outbox ORDER BY seq LIMIT ?"), arguments: [limit]
        ).map { Event(id: $0[0], name: $0[1], payload: $0[2]) }
    }

    /// Removes an event once every reaction to it was made.
    public static func remove(_ event: Event, in db: Database) throws {
        try db.execute(sql: "DELETE FROM kernel_outbox WHERE id = ?", arguments: [event.id])
    }

    /// Notes that a reaction is being made; false when it was made before.
    public static func claim(_ event: Event, reaction: String, at: Instant, in db: Database) throws -> Bool {
        try db.execute(
            sql: "INSERT INTO kernel_inbox (event, reaction, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            arguments: [event.id, reaction, at])
        return db.changesCount == 1
    }
}
