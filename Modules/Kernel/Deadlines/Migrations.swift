import Persistence

enum DeadlinesMigrations {
    static let all = [
        // 0001: holiday tables as the yearly notices set them, and profiles that the office brought. A profile that clocks may
        // have started under stays as it is.
        Migration(
            "deadlines/0001-holidays",
            sql: """
                CREATE TABLE deadlines_holiday (
                    date TEXT PRIMARY KEY NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
                    name TEXT NOT NULL CHECK (length(name) > 0),
                    kind TEXT NOT NULL CHECK (kind IN ('rest', 'work')),
                    notice TEXT NOT NULL CHECK (length(notice) > 0)
                ) STRICT;
                CREATE TABLE deadlines_profile (
                    id TEXT NOT NULL CHECK (length(id) > 0),
                    version INTEGER NOT NULL CHECK (version > 0),
                    content TEXT NOT NULL CHECK (json_valid(content)),
                    addedAt TEXT NOT NULL,
                    PRIMARY KEY (id, version)
                ) STRICT;
                CREATE TRIGGER deadlines_profile_noUpdate BEFORE UPDATE ON deadlines_profile
                BEGIN SELECT RAISE(ABORT, 'a published profile is never changed'); END;
                CREATE TRIGGER deadlines_profile_noDelete BEFORE DELETE ON deadlines_profile
                BEGIN SELECT RAISE(ABORT, 'a published profile is never deleted'); END;
                """)
    ]
}
