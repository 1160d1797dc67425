import Persistence

enum InspectionMigrations {
    static let all = [
        // 0001: rounds of a term.
        Migration(
            "inspection/0001-round",
            sql: """
                CREATE TABLE inspection_round (
                    id BLOB PRIMARY KEY CHECK (length(id) = 16),
                    version INTEGER NOT NULL,
                    code TEXT NOT NULL UNIQUE,
                    termNumber INTEGER NOT NULL,
                    number INTEGER NOT NULL CHECK (number > 0),
                    title TEXT NOT NULL CHECK (length(title) > 0),
                    startDate TEXT NOT NULL,
                    endDate TEXT NOT NULL CHECK (endDate >= startDate),
                    stage TEXT NOT NULL,
                    planDocument TEXT,
                    reviewedBy TEXT,
                    UNIQUE (termNumber, number)
                ) STRICT;
                """),
        // 0002: teams and their members.
        Migration(
            "inspection/0002-team",
            sql: """
                CREATE TABLE inspection_team (
                    id BLOB PRIMARY KEY CHECK (length(id) = 16),
                    version INTEGER NOT NULL,
                    code TEXT NOT NULL UNIQUE,
                    roundId BLOB NOT NULL REFERENCES inspection_round(id),
                    ordinal INTEGER NOT NULL CHECK (ordinal > 0),
                    state TEXT NOT NULL,
                    authorisation TEXT,
                    authorisedOn TEXT,
                    vettedBy TEXT,
                    reviewedBy TEXT,
                    UNIQUE (roundId, ordinal)
                ) STRICT;
                CREATE TABLE inspection_member (
                    id BLOB PRIMARY KEY CHECK (length(id) = 16),
                    teamId BLOB NOT NULL REFERENCES inspection_team(id) ON DELETE CASCADE,
                    cadreId BLOB NOT NULL,
                    role TEXT NOT NULL CHECK (role IN ('leader', 'deputy', 'inspector')),
                    state TEXT NOT NULL,
                    declaration TEXT,
                    remarks TEXT NOT NULL,
                    UNIQUE (teamId, cadreId)
                ) STRICT;
                CREATE INDEX inspection_member_cadre ON inspection_member(cadreId);
                """),
        // 0003: inspected units of a round.
        Migration(
            "inspection/0003-target",
            sql: """
                CREATE TABLE inspection_target (
                    id BLOB PRIMARY KEY CHECK (length(id) = 16),
                    version INTEGER NOT NULL,
                    roundId BLOB NOT NULL REFERENCES inspection_round(id),
                    unitId BLOB NOT NULL,
                    teamId BLOB REFERENCES inspection_team(id) ON DELETE SET NULL,
                    kind TEXT NOT NULL,
                    linkageRole TEXT NOT NULL,
                    upperTargetId BLOB REFERENCES inspection_target(id),
                    state TEXT NOT NULL,
                    noticeDate TEXT,
                    entryDate TEXT,
                    exitDate TEXT,
                    feedbackDate TEXT,
                    UNIQUE (roundId, unitId)
                ) STRICT;
                CREATE INDEX inspection_target_unit ON inspection_target(unitId);
                CREATE INDEX inspection_target_team ON inspection_target(teamId);
                """),
        // 0004: findings; the wording of an issued one never changes (R-LST-07).
        Migration(
            "inspection/0004-finding",
            sql: """
                CREATE TABLE inspection_finding (
                    seq INTEGER PRIMARY KEY,
                    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
                    version INTEGER NOT NULL,
                    no TEXT NOT NULL UNIQUE,
                    roundId BLOB NOT NULL REFERENCES inspection_round(id),
                    targetId BLOB NOT NULL REFERENCES inspection_target(id),
                    unitId BLOB NOT NULL,
                    wording TEXT NOT NULL CHECK (length(wording) > 0),
                    category TEXT NOT NULL CHECK (category IN ('political', 'ideological', 'organisational', 'integrity')),
                    leaf TEXT,
                    taxonomy TEXT NOT NULL,
                    phenomenon TEXT,
                    basis TEXT,
                    responsibility TEXT,
                    politicalDeviation TEXT,
                    focus TEXT,
                    rootCauses TEXT NOT NULL,
                    amountFen INTEGER NOT NULL CHECK (amountFen >= 0),
                    evidence TEXT,
                    firstHandler BLOB,
                    secondHandler BLOB,
                    state TEXT NOT NULL,
                    issuedOn TEXT,
                    isImported INTEGER NOT NULL CHECK (isImported IN (0, 1)),
                    draftedBy TEXT NOT NULL,
                    reviewedBy TEXT,
                    signedBy TEXT,
                    CHECK (leaf IS NOT NULL OR isImported = 1)
                ) STRICT;
                CREATE INDEX inspection_finding_round ON inspection_finding(roundId, seq);
                CREATE INDEX inspection_finding_unit ON inspection_finding(unitId, seq);
                CREATE INDEX inspection_finding_target ON inspection_finding(targetId, seq);
                CREATE TRIGGER inspection_finding_frozen BEFORE UPDATE OF wording, no, targetId ON inspection_finding
                    WHEN OLD.state = 'issued'
                        AND (NEW.wording <> OLD.wording OR NEW.no <> OLD.no OR NEW.targetId <> OLD.targetId)
                    BEGIN SELECT RAISE(ABORT, 'R-LST-07: the wording of an issued finding is frozen'); END;
                """,
            searches: [SearchIndex(table: "inspection_finding", columns: ["no", "wording"])]),
        // 0005: drafts to be checked again, because a handler's declaration proved untrue (R-RCU-04).
        Migration("inspection/0005-recheck", sql: "ALTER TABLE inspection_finding ADD COLUMN recheck TEXT;"),
    ]
}
