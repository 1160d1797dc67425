import Persistence

enum PersonnelMigrations {
    static let all =
        [
            // 0001: the files that facts about cadres came from.
            Migration(
                "personnel/0001-roster",
                sql: """
                    CREATE TABLE personnel_roster (
                        id BLOB PRIMARY KEY CHECK (length(id) = 16),
                        fileName TEXT NOT NULL,
                        fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
                        rosterDate TEXT NOT NULL,
                        importedAt TEXT NOT NULL,
                        importedBy TEXT NOT NULL,
                        rowsRead INTEGER NOT NULL CHECK (rowsRead >= 0),
                        saved INTEGER NOT NULL CHECK (saved BETWEEN 0 AND rowsRead)
                    ) STRICT;
                    """),
            // 0002: cadres. Months are 1987-01. A name is no key: different people share one.
            Migration(
                "personnel/0002-cadre",
                sql: """
                    CREATE TABLE personnel_cadre (
                        seq INTEGER PRIMARY KEY,
                        id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
                        version INTEGER NOT NULL,
                        name TEXT NOT NULL CHECK (length(name) > 0),
                        nameKey BLOB NOT NULL,
                        gender TEXT CHECK (gender IN ('male', 'female')),
                        birthMonth TEXT NOT NULL CHECK (birthMonth LIKE '____-__'),
                        politicalStatus TEXT,
                        partyJoinMonth TEXT CHECK (partyJoinMonth LIKE '____-__'),
                        education TEXT,
                        unitId BLOB CHECK (length(unitId) = 16),
                        unitName TEXT NOT NULL,
                        postTitle TEXT,
                        rank TEXT,
                        inPostSince TEXT CHECK (inPostSince LIKE '____-__'),
                        specialties TEXT NOT NULL,
                        recommendedBy TEXT,
                        kinStated INTEGER NOT NULL CHECK (kinStated IN (0, 1)),
                        phone TEXT,
                        remark TEXT,
                        rosterId BLOB NOT NULL REFERENCES personnel_roster(id)
                    ) STRICT;
                    CREATE INDEX personnel_cadre_list ON personnel_cadre(nameKey, seq);
                    CREATE INDEX personnel_cadre_unit ON personnel_cadre(unitId, nameKey, seq);
                    CREATE INDEX personnel_cadre_name ON personnel_cadre(name);
                    """,
                searches: [SearchIndex(table: "personnel_cadre", columns: ["name", "unitName", "postTitle", "specialties"])]),
            // 0003: what a cadre did when, and relatives and where they work, as the source states them.
            Migration(
                "personnel/0003-history",
                sql: """
                    CREATE TABLE personnel_post (
                        cadreId BLOB NOT NULL REFERENCES personnel_cadre(id) ON DELETE CASCADE,
                        ordinal INTEGER NOT NULL CHECK (ordinal > 0),
                        unitId BLOB CHECK (length(unitId) = 16),
                        unitName TEXT NOT NULL,
                        title TEXT,
                        fromMonth TEXT NOT NULL CHECK (fromMonth LIKE '____-__'),
                        toMonth TEXT CHECK (toMonth LIKE '____-__'),
                        rosterId BLOB NOT NULL REFERENCES personnel_roster(id),
                        PRIMARY KEY (cadreId, ordinal)
                    ) STRICT, WITHOUT ROWID;
                    CREATE INDEX personnel_post_unit ON personnel_post(unitId);
                    CREATE TABLE personnel_kin (
                        cadreId BLOB NOT NULL REFERENCES personnel_cadre(id) ON DELETE CASCADE,
                        ordinal INTEGER NOT NULL CHECK (ordinal > 0),
                        relation TEXT NOT NULL CHECK (length(relation) > 0),
                        unitId BLOB CHECK (length(unitId) = 16),
                        unitName TEXT NOT NULL,
                        raw TEXT NOT NULL,
                        rosterId BLOB NOT NULL REFERENCES personnel_roster(id),
                        PRIMARY KEY (cadreId, ordinal)
                    ) STRICT, WITHOUT ROWID;
                    CREATE INDEX personnel_kin_unit ON personnel_kin(unitId);
                    """),
            // 0004: who stands in which pool. The day of admission is unknown for those taken over from a roster.
            Migration(
                "personnel/0004-pool",
                sql: """
                    CREATE TABLE personnel_pool_membership (
                        id BLOB PRIMARY KEY CHECK (length(id) = 16),
                        version INTEGER NOT NULL,
                        cadreId BLOB NOT NULL REFERENCES personnel_cadre(id) ON DELETE CASCADE,
                        pool TEXT NOT NULL CHECK (pool IN ('leader', 'deputy', 'inspector')),
                        admittedOn TEXT,
                        route TEXT NOT NULL,
                        state TEXT NOT NULL CHECK (state IN ('nominated', 'vetted', 'admitted', 'onAssignment', 'cooling', 'exited')),
                        roundsServed INTEGER NOT NULL CHECK (roundsServed >= 0),
                        rosterId BLOB NOT NULL REFERENCES personnel_roster(id),
                        UNIQUE (cadreId, pool)
                    ) STRICT;
                    CREATE INDEX personnel_pool_membership_pool ON personnel_pool_membership(pool, state, roundsServed);
                    """),
        ] + PersonnelRecordMigrations.all + PersonnelServiceMigrations.all
}
