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
                """)
    ]
}
