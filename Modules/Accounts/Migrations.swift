import Persistence

enum AccountsMigrations {
    static let all = [
        // 0001: accounts with their roles and limits.
        Migration(
            "accounts/0001-account",
            sql: """
                CREATE TABLE accounts_account (
                    seq INTEGER PRIMARY KEY,
                    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
                    version INTEGER NOT NULL,
                    name TEXT NOT NULL UNIQUE,
                    title TEXT NOT NULL,
                    roles TEXT NOT NULL CHECK (length(roles) > 0),
                    unitId BLOB,
                    cadreId BLOB,
                    state TEXT NOT NULL CHECK (state IN ('active', 'disabled'))
                ) STRICT;
                """),
        // 0002: passwords, sessions, tokens and one-time links; of every secret only a hash.
        Migration(
            "accounts/0002-sign-in",
            sql: """
                CREATE TABLE accounts_credential (
                    accountId BLOB PRIMARY KEY REFERENCES accounts_account (id),
                    hash TEXT NOT NULL,
                    changedAt TEXT NOT NULL,
                    failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
                    lockedUntil TEXT
                ) STRICT;
                CREATE TABLE accounts_session (
                    seq INTEGER PRIMARY KEY,
                    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
                    tokenHash BLOB NOT NULL UNIQUE CHECK (length(tokenHash) = 32),
                    accountId BLOB NOT NULL REFERENCES accounts_account (id),
                    startedAt TEXT NOT NULL,
                    seenAt TEXT NOT NULL,
                    idleUntil TEXT NOT NULL,
                    expiresAt TEXT NOT NULL,
                    address TEXT NOT NULL,
                    client TEXT NOT NULL
                ) STRICT;
                CREATE INDEX accounts_session_account ON accounts_session (accountId);
                CREATE INDEX accounts_session_expiry ON accounts_session (expiresAt);
                CREATE TABLE accounts_token (
                    seq INTEGER PRIMARY KEY,
                    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
                    tokenHash BLOB NOT NULL UNIQUE CHECK (length(tokenHash) = 32),
                    accountId BLOB NOT NULL REFERENCES accounts_account (id),
                    name TEXT NOT NULL,
                    scope TEXT NOT NULL,
                    readOnly INTEGER NOT NULL CHECK (readOnly IN (0, 1)),
                    createdAt TEXT NOT NULL,
                    expiresAt TEXT NOT NULL,
                    revokedAt TEXT
                ) STRICT;
                CREATE INDEX accounts_token_account ON accounts_token (accountId, seq);
                CREATE TABLE accounts_link (
                    seq INTEGER PRIMARY KEY,
                    tokenHash BLOB NOT NULL UNIQUE CHECK (length(tokenHash) = 32),
                    accountId BLOB NOT NULL REFERENCES accounts_account (id),
                    createdAt TEXT NOT NULL,
                    expiresAt TEXT NOT NULL,
                    usedAt TEXT
                ) STRICT;
                CREATE INDEX accounts_link_account ON accounts_link (accountId);
                """),
        // 0003: the security managers at hand, because every change of accounts asks for them.
        Migration(
            "accounts/0003-manager",
            sql: """
                CREATE INDEX accounts_account_manager ON accounts_account (name)
                WHERE state = 'active' AND ' ' || roles || ' ' LIKE '% SM %';
                """),
    ]
}
