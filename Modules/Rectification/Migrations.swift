import Persistence

enum RectificationMigrations {
    static let all = [
        // 0001: the ledger. The wording is the issued one and never changes; items are never deleted. The indexes serve a filter and
        // the order of the list together, and the counts by status.
        Migration(
            "rectification/0001-item",
            sql: """
                CREATE TABLE rectification_item (
                    seq INTEGER PRIMARY KEY,
                    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
                    version INTEGER NOT NULL,
                    no TEXT NOT NULL UNIQUE,
                    officeNo TEXT,
                    findingId BLOB NOT NULL UNIQUE,
                    roundId BLOB NOT NULL,
                    targetId BLOB NOT NULL,
                    unitId BLOB NOT NULL,
                    wording TEXT NOT NULL CHECK (length(wording) > 0),
                    category TEXT NOT NULL,
                    status TEXT NOT NULL,
                    goal TEXT,
                    leaderInCharge TEXT,
                    leadDepartment TEXT,
                    due TEXT,
                    kindOfFix TEXT NOT NULL CHECK (kindOfFix IN ('immediate', 'limited', 'longTerm')),
                    progress TEXT,
                    resultText TEXT,
                    systemsNew INTEGER CHECK (systemsNew >= 0),
                    systemsRevised INTEGER CHECK (systemsRevised >= 0),
                    lossFen INTEGER CHECK (lossFen >= 0),
                    personsDisciplined INTEGER CHECK (personsDisciplined >= 0),
                    selfExtend TEXT,
                    returnTimes INTEGER NOT NULL DEFAULT 0 CHECK (returnTimes >= 0),
                    nextCheck TEXT,
                    submittedBy TEXT,
                    checkedBy TEXT,
                    closedBy TEXT,
                    closedOn TEXT,
                    isReconciled INTEGER NOT NULL DEFAULT 0 CHECK (isReconciled IN (0, 1)),
                    isImported INTEGER NOT NULL CHECK (isImported IN (0, 1)),
                    importedStatus TEXT,
                    importedMeasures INTEGER,
                    remark TEXT
                ) STRICT;
                CREATE INDEX rectification_item_round ON rectification_item(roundId, seq);
                CREATE INDEX rectification_item_status ON rectification_item(roundId, status, seq);
                CREATE INDEX rectification_item_unit ON rectification_item(unitId, seq);
                CREATE INDEX rectification_item_target ON rectification_item(targetId, status, seq);
                CREATE TRIGGER rectification_item_frozen BEFORE UPDATE OF wording, findingId, no ON rectification_item
                    WHEN OLD.wording IS NOT NEW.wording OR OLD.findingId IS NOT NEW.findingId OR OLD.no IS NOT NEW.no
                    BEGIN SELECT RAISE(ABORT, 'R-LST-07: the wording of an item is the issued one'); END;
                CREATE TRIGGER rectification_item_kept BEFORE DELETE ON rectification_item
                    BEGIN SELECT RAISE(ABORT, 'items of the ledger are never deleted'); END;
                """,
            searches: [SearchIndex(table: "rectification_item", columns: ["no", "wording"])]),
        // 0002: what belongs to an item. Files are kept once, under the hash of their content; documents of review cases, too.
        Migration(
            "rectification/0002-item-parts",
            sql: """
                CREATE TABLE rectification_measure (
                    itemId BLOB NOT NULL REFERENCES rectification_item(id),
                    ordinal INTEGER NOT NULL CHECK (ordinal > 0),
                    text TEXT NOT NULL CHECK (length(text) > 0),
                    PRIMARY KEY (itemId, ordinal)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE rectification_file (
                    seq INTEGER PRIMARY KEY,
                    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
                    data BLOB NOT NULL
                ) STRICT;
                CREATE TABLE rectification_evidence (
                    itemId BLOB NOT NULL REFERENCES rectification_item(id),
                    sha256 TEXT NOT NULL REFERENCES rectification_file(sha256),
                    name TEXT NOT NULL,
                    bytes INTEGER NOT NULL CHECK (bytes > 0),
                    addedBy TEXT NOT NULL,
                    addedOn TEXT NOT NULL,
                    PRIMARY KEY (itemId, sha256)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX rectification_evidence_file ON rectification_evidence(sha256, itemId);
                CREATE TABLE rectification_step (
                    seq INTEGER PRIMARY KEY,
                    itemId BLOB NOT NULL REFERENCES rectification_item(id),
                    at TEXT NOT NULL,
                    account TEXT NOT NULL,
                    fromStatus TEXT,
                    toStatus TEXT NOT NULL,
                    reason TEXT
                ) STRICT;
                CREATE INDEX rectification_step_item ON rectification_step(itemId, seq);
                """),
        // 0003: two nodes, three reviews (domain 4.16). The threshold is the term's at the start of the case and stays (R-REV-10).
        Migration(
            "rectification/0003-review",
            sql: """
                CREATE TABLE rectification_case (
                    seq INTEGER PRIMARY KEY,
                    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
                    version INTEGER NOT NULL,
                    targetId BLOB NOT NULL,
                    roundId BLOB NOT NULL,
                    unitId BLOB NOT NULL,
                    node TEXT NOT NULL CHECK (node IN ('plan', 'report')),
                    state TEXT NOT NULL,
                    returnedBy INTEGER CHECK (returnedBy BETWEEN 1 AND 3),
                    documentVersion INTEGER NOT NULL CHECK (documentVersion > 0),
                    documentName TEXT NOT NULL,
                    documentHash TEXT,
                    signedBy TEXT NOT NULL,
                    signedOn TEXT NOT NULL,
                    submittedBy TEXT NOT NULL,
                    threshold INTEGER CHECK (threshold BETWEEN 0 AND 10000),
                    score INTEGER CHECK (score BETWEEN 0 AND 1000),
                    rate INTEGER CHECK (rate BETWEEN 0 AND 10000),
                    startedOn TEXT NOT NULL,
                    decidedOn TEXT,
                    UNIQUE (targetId, node)
                ) STRICT;
                CREATE INDEX rectification_case_round ON rectification_case(roundId, seq);
                CREATE INDEX rectification_case_unit ON rectification_case(unitId, seq);
                CREATE TABLE rectification_document (
                    caseId BLOB NOT NULL REFERENCES rectification_case(id),
                    documentVersion INTEGER NOT NULL,
                    name TEXT NOT NULL,
                    sha256 TEXT REFERENCES rectification_file(sha256),
                    signedBy TEXT NOT NULL,
                    signedOn TEXT NOT NULL,
                    submittedBy TEXT NOT NULL,
                    PRIMARY KEY (caseId, documentVersion)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE rectification_tier (
                    caseId BLOB NOT NULL REFERENCES rectification_case(id),
                    documentVersion INTEGER NOT NULL,
                    tier INTEGER NOT NULL CHECK (tier BETWEEN 1 AND 3),
                    chair TEXT NOT NULL,
                    panel TEXT NOT NULL,
                    score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 1000),
                    verdict TEXT NOT NULL CHECK (verdict IN ('pass', 'revise', 'reject')),
                    text TEXT,
                    decidedOn TEXT NOT NULL,
                    PRIMARY KEY (caseId, documentVersion, tier)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE rectification_opinion (
                    caseId BLOB NOT NULL REFERENCES rectification_case(id),
                    documentVersion INTEGER NOT NULL,
                    tier INTEGER NOT NULL,
                    itemId BLOB NOT NULL REFERENCES rectification_item(id),
                    text TEXT NOT NULL CHECK (length(text) > 0),
                    PRIMARY KEY (caseId, documentVersion, tier, itemId)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX rectification_opinion_item ON rectification_opinion(itemId);
                """),
        // 0004: satisfaction votes with the weights they were counted by (hundredths), and what follows from a failed review.
        Migration(
            "rectification/0004-outcome",
            sql: """
                CREATE TABLE rectification_ballot (
                    caseId BLOB NOT NULL REFERENCES rectification_case(id),
                    respondentKind TEXT NOT NULL,
                    version INTEGER NOT NULL,
                    issued INTEGER NOT NULL CHECK (issued >= 0),
                    returned INTEGER NOT NULL CHECK (returned BETWEEN 0 AND issued),
                    satisfied INTEGER NOT NULL CHECK (satisfied >= 0),
                    basicallySatisfied INTEGER NOT NULL CHECK (basicallySatisfied >= 0),
                    dissatisfied INTEGER NOT NULL CHECK (dissatisfied >= 0),
                    unknown INTEGER NOT NULL CHECK (unknown >= 0),
                    weightSatisfied INTEGER NOT NULL,
                    weightBasicallySatisfied INTEGER NOT NULL,
                    weightDissatisfied INTEGER NOT NULL,
                    recordedBy TEXT NOT NULL,
                    recordedOn TEXT NOT NULL,
                    PRIMARY KEY (caseId, respondentKind),
                    CHECK (satisfied + basicallySatisfied + dissatisfied + unknown = returned)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE rectification_consequence (
                    seq INTEGER PRIMARY KEY,
                    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
                    caseId BLOB NOT NULL REFERENCES rectification_case(id),
                    targetId BLOB NOT NULL,
                    kind TEXT NOT NULL CHECK (kind IN ('deduction', 'reconciledWriteOff', 'revisit')),
                    owners TEXT NOT NULL,
                    due TEXT,
                    items INTEGER NOT NULL CHECK (items >= 0),
                    rate INTEGER,
                    threshold INTEGER,
                    createdOn TEXT NOT NULL,
                    UNIQUE (caseId, kind)
                ) STRICT;
                """),
        // 0005: what is not written off, by its date; asked for by everybody's list of work.
        Migration(
            "rectification/0005-pending",
            sql: "CREATE INDEX rectification_item_pending ON rectification_item(due) WHERE status <> 'closed';"),
        // 0006: the ledger by its dates; items without one come last.
        Migration(
            "rectification/0006-order",
            sql: """
                CREATE INDEX rectification_item_by_due ON rectification_item(coalesce(due, '9999-12-31'), seq);
                CREATE INDEX rectification_item_by_closing ON rectification_item(coalesce(closedOn, '9999-12-31'), seq);
                """),
        // 0007: the day a piece of evidence is of, apart from the day it was sent in.
        Migration("rectification/0007-evidence-date", sql: "ALTER TABLE rectification_evidence ADD COLUMN effectiveOn TEXT;"),
    ]
}
