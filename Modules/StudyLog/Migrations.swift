import Persistence

enum StudyMigrations {
    static let all = [
        // 0001: files that entries came from, documents to be studied, and the entries themselves. A person's study of one thing
        // on one platform stands once for a day (R-LOG-02). Points stay with their platform (R-LOG-03).
        Migration(
            "studylog/0001-entry",
            sql: """
                CREATE TABLE studylog_import (
                    id BLOB PRIMARY KEY CHECK (length(id) = 16),
                    platform TEXT NOT NULL,
                    fileName TEXT NOT NULL,
                    fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
                    importedAt TEXT NOT NULL,
                    importedBy TEXT NOT NULL,
                    rowsRead INTEGER NOT NULL CHECK (rowsRead >= 0),
                    saved INTEGER NOT NULL CHECK (saved BETWEEN 0 AND rowsRead)
                ) STRICT;
                CREATE TABLE studylog_material (
                    seq INTEGER PRIMARY KEY,
                    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
                    version INTEGER NOT NULL,
                    code TEXT NOT NULL UNIQUE,
                    title TEXT NOT NULL UNIQUE CHECK (length(title) > 0),
                    issuer TEXT NOT NULL CHECK (issuer IN ('central', 'province', 'city', 'district', 'regulation')),
                    issuedOn TEXT NOT NULL,
                    availableOn TEXT,
                    link TEXT,
                    round TEXT,
                    need TEXT,
                    CHECK (round IS NULL OR need IS NOT NULL)
                ) STRICT;
                CREATE INDEX studylog_material_round ON studylog_material(round);
                CREATE TABLE studylog_entry (
                    seq INTEGER PRIMARY KEY,
                    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
                    version INTEGER NOT NULL,
                    no TEXT NOT NULL UNIQUE,
                    cadreId BLOB NOT NULL CHECK (length(cadreId) = 16),
                    date TEXT NOT NULL CHECK (date LIKE '____-__-__'),
                    platform TEXT NOT NULL CHECK (length(platform) > 0),
                    topic TEXT NOT NULL CHECK (length(topic) > 0),
                    materialId BLOB REFERENCES studylog_material(id),
                    minutes INTEGER CHECK (minutes BETWEEN 0 AND 1440),
                    points INTEGER CHECK (points >= 0),
                    mode TEXT NOT NULL CHECK (mode IN ('followUp', 'systematic', 'inDepth')),
                    note TEXT,
                    application TEXT,
                    appliedTo TEXT,
                    appliedOn TEXT,
                    importId BLOB REFERENCES studylog_import(id),
                    recordedBy TEXT NOT NULL,
                    recordedAt TEXT NOT NULL,
                    verifiedBy TEXT,
                    verifiedOn TEXT,
                    voidedBy TEXT,
                    voidedOn TEXT,
                    voidReason TEXT,
                    CHECK ((application IS NULL) = (appliedOn IS NULL)),
                    CHECK (appliedTo IS NULL OR application IS NOT NULL),
                    CHECK (verifiedBy IS NULL OR verifiedBy <> recordedBy)
                ) STRICT;
                CREATE UNIQUE INDEX studylog_entry_once ON studylog_entry(cadreId, date, platform, topic) WHERE voidedOn IS NULL;
                CREATE INDEX studylog_entry_day ON studylog_entry(date);
                CREATE INDEX studylog_entry_material ON studylog_entry(materialId) WHERE materialId IS NOT NULL;
                """),
        // 0002: what a tier owes in a year, where it differs from the defaults.
        Migration(
            "studylog/0002-requirement",
            sql: """
                CREATE TABLE studylog_requirement (
                    id BLOB PRIMARY KEY CHECK (length(id) = 16),
                    version INTEGER NOT NULL,
                    tier TEXT NOT NULL CHECK (tier IN ('leader', 'deputy', 'inspector')),
                    fromYear INTEGER NOT NULL CHECK (fromYear BETWEEN 1900 AND 2999),
                    platform TEXT NOT NULL,
                    mode TEXT NOT NULL,
                    amount INTEGER NOT NULL CHECK (amount >= 0),
                    basis TEXT,
                    UNIQUE (tier, fromYear, platform, mode)
                ) STRICT;
                """),
    ]
}
