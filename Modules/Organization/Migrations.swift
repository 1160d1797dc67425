import Persistence

enum OrganizationMigrations {
    static let all = [
        // 0001: the district this file belongs to.
        Migration(
            "organization/0001-jurisdiction",
            sql: """
                CREATE TABLE organization_jurisdiction (
                    only INTEGER PRIMARY KEY CHECK (only = 1),
                    name TEXT NOT NULL CHECK (length(name) > 0)
                ) STRICT;
                """),
        // 0002: units with both parent relations.
        Migration(
            "organization/0002-unit",
            sql: """
                CREATE TABLE organization_unit (
                    seq INTEGER PRIMARY KEY,
                    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
                    version INTEGER NOT NULL,
                    code TEXT NOT NULL CHECK (length(code) > 0),
                    name TEXT NOT NULL CHECK (length(name) > 0),
                    nameKey BLOB NOT NULL,
                    level TEXT NOT NULL,
                    kind TEXT NOT NULL,
                    parentId BLOB REFERENCES organization_unit(id) DEFERRABLE INITIALLY DEFERRED,
                    lineParentId BLOB REFERENCES organization_unit(id) DEFERRABLE INITIALLY DEFERRED,
                    system TEXT,
                    inScope INTEGER NOT NULL CHECK (inScope IN (0, 1)),
                    validFrom TEXT,
                    validTo TEXT,
                    succeededBy BLOB REFERENCES organization_unit(id)
                ) STRICT;
                CREATE UNIQUE INDEX organization_unit_code ON organization_unit(code) WHERE validTo IS NULL;
                CREATE INDEX organization_unit_list ON organization_unit(code, seq);
                CREATE INDEX organization_unit_name ON organization_unit(name);
                CREATE INDEX organization_unit_parent ON organization_unit(parentId, code);
                CREATE INDEX organization_unit_line ON organization_unit(lineParentId);
                """,
            searches: [SearchIndex(table: "organization_unit", columns: ["name", "code"])]),
        // 0003: terms; only one is open at a time (R-RND-01).
        Migration(
            "organization/0003-term",
            sql: """
                CREATE TABLE organization_term (
                    id BLOB PRIMARY KEY CHECK (length(id) = 16),
                    version INTEGER NOT NULL,
                    number INTEGER NOT NULL UNIQUE CHECK (number > 0),
                    name TEXT NOT NULL,
                    startDate TEXT NOT NULL,
                    endDate TEXT,
                    state TEXT NOT NULL CHECK (state IN ('active', 'closed')),
                    deadlineProfile TEXT NOT NULL,
                    satisfactionThreshold INTEGER NOT NULL CHECK (satisfactionThreshold BETWEEN 0 AND 10000),
                    taxonomy TEXT NOT NULL
                ) STRICT;
                CREATE UNIQUE INDEX organization_term_active ON organization_term(state) WHERE state = 'active';
                """),
    ]
}
