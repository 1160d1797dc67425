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
        // 0005: what became of rounds and findings, step by step.
        Migration(
            "inspection/0005-step",
            sql: """
                CREATE TABLE inspection_step (
                    seq INTEGER PRIMARY KEY,
                    recordId BLOB NOT NULL CHECK (length(recordId) = 16),
                    at TEXT NOT NULL,
                    account TEXT NOT NULL,
                    word TEXT NOT NULL,
                    reason TEXT
                ) STRICT;
                CREATE INDEX inspection_step_record ON inspection_step(recordId, seq);
                """),
        // 0006: teams drafted by hand or by a search: how large they are, who is set for a place, who was withdrawn, and which
        // expertise the office wants for which targets (JSON, one row).
        Migration(
            "inspection/0006-team-draft",
            sql: """
                ALTER TABLE inspection_team ADD COLUMN size INTEGER CHECK (size BETWEEN 3 AND 20);
                ALTER TABLE inspection_team ADD COLUMN deputies INTEGER CHECK (deputies BETWEEN 1 AND 3);
                ALTER TABLE inspection_member ADD COLUMN isPinned INTEGER NOT NULL DEFAULT 0 CHECK (isPinned IN (0, 1));
                CREATE TABLE inspection_withdrawal (
                    roundId BLOB NOT NULL REFERENCES inspection_round(id) ON DELETE CASCADE,
                    cadreId BLOB NOT NULL CHECK (length(cadreId) = 16),
                    reason TEXT NOT NULL CHECK (length(reason) > 0),
                    PRIMARY KEY (roundId, cadreId)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE inspection_team_expertise (
                    id INTEGER PRIMARY KEY CHECK (id = 1),
                    rules BLOB NOT NULL
                ) STRICT;
                """),
        // 0007: drafts to be checked again, because a handler's declaration proved untrue (R-RCU-04).
        Migration("inspection/0007-recheck", sql: "ALTER TABLE inspection_finding ADD COLUMN recheck TEXT;"),
    ]
}
