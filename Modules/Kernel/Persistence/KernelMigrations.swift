/// The kernel's own tables.
public enum KernelMigrations {
    public static let all = [
        // 0001: append-only chain of what was done. AUTOINCREMENT keeps the highest number ever given, so that a missing tail shows.
        Migration(
            "kernel/0001-audit",
            sql: """
                CREATE TABLE kernel_audit (
                    seq INTEGER PRIMARY KEY AUTOINCREMENT,
                    at TEXT NOT NULL,
                    actor TEXT NOT NULL,
                    roles TEXT NOT NULL,
                    action TEXT NOT NULL,
                    outcome TEXT NOT NULL CHECK (outcome IN ('done', 'denied')),
                    changes TEXT NOT NULL,
                    reason TEXT,
                    previousHash BLOB NOT NULL CHECK (length(previousHash) = 32),
                    hash BLOB NOT NULL CHECK (length(hash) = 32)
                ) STRICT;
                CREATE TRIGGER kernel_audit_keep_rows BEFORE DELETE ON kernel_audit
                    BEGIN SELECT RAISE(ABORT, 'the audit chain is append-only'); END;
                CREATE TRIGGER kernel_audit_keep_values BEFORE UPDATE ON kernel_audit
                    BEGIN SELECT RAISE(ABORT, 'the audit chain is append-only'); END;
                """),
        // 0002: events waiting for their reactions, and which reactions were made.
        Migration(
            "kernel/0002-outbox",
            sql: """
                CREATE TABLE kernel_outbox (
                    seq INTEGER PRIMARY KEY AUTOINCREMENT,
                    id BLOB NOT NULL UNIQUE,
                    at TEXT NOT NULL,
                    event TEXT NOT NULL,
                    payload TEXT NOT NULL
                ) STRICT;
                CREATE TABLE kernel_inbox (
                    event BLOB NOT NULL,
                    reaction TEXT NOT NULL,
                    at TEXT NOT NULL,
                    PRIMARY KEY (event, reaction)
                ) STRICT, WITHOUT ROWID;
                """),
        // 0003: running numbers for documents and items.
        Migration(
            "kernel/0003-sequence",
            sql: """
                CREATE TABLE kernel_sequence (
                    name TEXT PRIMARY KEY,
                    last INTEGER NOT NULL CHECK (last >= 0)
                ) STRICT, WITHOUT ROWID;
                """),
        // 0004: the audit by account and by operation, the newest first.
        Migration(
            "kernel/0004-audit-index",
            sql: """
                CREATE INDEX kernel_audit_actor ON kernel_audit (actor, seq);
                CREATE INDEX kernel_audit_action ON kernel_audit (action, seq);
                """),
        // 0005: tables whose search index waits for the end of an import, and the last row that is in it. Empty between transactions.
        Migration(
            "kernel/0005-unindexed",
            sql: """
                CREATE TABLE kernel_unindexed (
                    tableName TEXT PRIMARY KEY,
                    lastRow INTEGER NOT NULL
                ) STRICT, WITHOUT ROWID;
                """),
        // 0006: what an office has decided for itself; where a setting is not here, its default holds.
        Migration(
            "kernel/0006-setting",
            sql: """
                CREATE TABLE kernel_setting (
                    id TEXT PRIMARY KEY,
                    value INTEGER NOT NULL
                ) STRICT, WITHOUT ROWID;
                """),
        // 0007: which key the private fields are sealed with; never the key itself (decision 0020).
        Migration(
            "kernel/0007-field-key",
            sql: """
                CREATE TABLE kernel_field_key (
                    id BLOB PRIMARY KEY CHECK (length(id) = 8)
                ) STRICT, WITHOUT ROWID;
                CREATE TRIGGER kernel_field_key_one BEFORE INSERT ON kernel_field_key WHEN (SELECT count(*) FROM kernel_field_key) > 0
                    BEGIN SELECT RAISE(ABORT, 'an office has one key'); END;
                """),
        // 0008: since when the audit chain is known to be broken; empty while it is sound (decision 0058).
        Migration(
            "kernel/0008-tampering",
            sql: """
                CREATE TABLE kernel_tampering (
                    foundAt TEXT PRIMARY KEY
                ) STRICT, WITHOUT ROWID;
                """),
        // 0009: why an account was last refused by each rule, so that `rule explain` can tell.
        Migration(
            "kernel/0009-last-refusals",
            sql: """
                CREATE TABLE kernel_last_refusal (
                    account TEXT NOT NULL,
                    rule TEXT NOT NULL,
                    at TEXT NOT NULL,
                    action TEXT NOT NULL,
                    messages TEXT NOT NULL CHECK (json_valid(messages)),
                    PRIMARY KEY (account, rule)
                ) STRICT, WITHOUT ROWID;
                """),
    ]
}
