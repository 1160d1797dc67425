import GRDB

/// The mark that a check found the audit chain broken. It lies outside the chain, which nobody could trust any more.
public enum Tampering {
    public static func isFound(_ db: Database) throws -> Bool {
        try Bool.fetchOne(db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM kernel_tampering)")) ?? false
    }

    public static func note(at instant: Instant, in db: Database) throws {
        try db.execute(sql: "INSERT INTO kernel_tampering (foundAt) VALUES (?) ON CONFLICT DO NOTHING", arguments: [instant])
    }

    public static func clear(_ db: Database) throws {
        try db.execute(sql: "DELETE FROM kernel_tampering")
    }
}
