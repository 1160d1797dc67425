import GRDB

/// Why an account was last refused by each rule, in codes. One row for an account and rule, so that refusals cannot fill the file;
/// the audit keeps what was not permitted.
public enum LastRefusals {
    public struct Row: Sendable {
        public var at: Instant
        /// The operation that was refused.
        public var action: String
        /// The messages with their facts, as JSON.
        public var messages: String
    }

    public static func note(
        _ rule: String, of account: String, at instant: Instant, action: String, messages: String, in db: Database
    ) throws {
        try db.execute(
            sql: """
                INSERT INTO kernel_last_refusal (account, rule, at, action, messages) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET at = excluded.at, action = excluded.action, messages = excluded.messages
                """, arguments: [account, rule, instant, action, messages])
    }

    public static func last(_ rule: String, of account: String, in db: Database) throws -> Row? {
        try GRDB.Row.fetchOne(
            db, sql: "SELECT at, action, messages FROM kernel_last_refusal WHERE account = ? AND rule = ?",
            arguments: [account, rule]
        ).map { Row(at: $0[0], action: $0[1], messages: $0[2]) }
    }
}
