import Persistence

/// Steps for the full personnel record, the pools and the choice of people.
enum PersonnelRecordMigrations {
    static let all = [
        // 0005: private fields are sealed (decision 0020); what else the register knows of a person; who was merged into whom.
        // A roster may also be an entry made by hand: then its name is the document or statement the entry rests on.
        Migration(
            "personnel/0005-record",
            sql: """
                ALTER TABLE personnel_roster ADD COLUMN kind TEXT NOT NULL DEFAULT 'file' CHECK (kind IN ('file', 'entry'));
                ALTER TABLE personnel_cadre ADD COLUMN phoneSealed BLOB;
                UPDATE personnel_cadre SET phoneSealed = field_seal('personnel_cadre', 'phone', id, phone) WHERE phone IS NOT NULL;
                INSERT OR IGNORE INTO kernel_field_key
                    SELECT substr(phoneSealed, 2, 8) FROM personnel_cadre WHERE phoneSealed IS NOT NULL
                    AND NOT EXISTS (SELECT 1 FROM kernel_field_key) LIMIT 1;
                ALTER TABLE personnel_cadre DROP COLUMN phone;
                ALTER TABLE personnel_cadre RENAME COLUMN phoneSealed TO phone;
                ALTER TABLE personnel_cadre ADD COLUMN idNumber BLOB;
                ALTER TABLE personnel_cadre ADD COLUMN idMark BLOB;
                ALTER TABLE personnel_cadre ADD COLUMN idKind TEXT;
                ALTER TABLE personnel_cadre ADD COLUMN ethnicity TEXT;
                ALTER TABLE personnel_cadre ADD COLUMN nativePlace TEXT;
                ALTER TABLE personnel_cadre ADD COLUMN growthPlace TEXT;
                ALTER TABLE personnel_cadre ADD COLUMN workStartMonth TEXT CHECK (workStartMonth LIKE '____-__');
                ALTER TABLE personnel_cadre ADD COLUMN managedBy TEXT;
                ALTER TABLE personnel_cadre ADD COLUMN inService INTEGER CHECK (inService IN (0, 1));
                ALTER TABLE personnel_cadre ADD COLUMN health TEXT;
                ALTER TABLE personnel_cadre ADD COLUMN mergedInto BLOB CHECK (length(mergedInto) = 16);
                CREATE UNIQUE INDEX personnel_cadre_identity ON personnel_cadre(idMark) WHERE idMark IS NOT NULL AND mergedInto IS NULL;
                ALTER TABLE personnel_kin ADD COLUMN kinName TEXT;
                ALTER TABLE personnel_kin ADD COLUMN kinPost TEXT;
                """),
        // 0006: dated facts of every kind. A fact is never changed: a later one stands beside it, a wrong one is voided.
        Migration(
            "personnel/0006-fact",
            sql: """
                CREATE TABLE personnel_fact (
                    seq INTEGER PRIMARY KEY,
                    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
                    cadreId BLOB NOT NULL REFERENCES personnel_cadre(id),
                    kind TEXT NOT NULL,
                    value TEXT NOT NULL CHECK (length(value) > 0),
                    detail TEXT,
                    person TEXT,
                    unitId BLOB CHECK (length(unitId) = 16),
                    unitName TEXT,
                    fromDay TEXT,
                    toDay TEXT,
                    rosterId BLOB NOT NULL REFERENCES personnel_roster(id),
                    recordedBy TEXT NOT NULL,
                    voidedBy TEXT,
                    voidedOn TEXT,
                    voidReason TEXT
                ) STRICT;
                CREATE INDEX personnel_fact_cadre ON personnel_fact(cadreId, kind, fromDay);
                CREATE INDEX personnel_fact_unit ON personnel_fact(unitId) WHERE unitId IS NOT NULL;
                CREATE TABLE personnel_distinct (
                    firstId BLOB NOT NULL REFERENCES personnel_cadre(id),
                    secondId BLOB NOT NULL REFERENCES personnel_cadre(id),
                    decidedBy TEXT NOT NULL,
                    reason TEXT NOT NULL,
                    PRIMARY KEY (firstId, secondId)
                ) STRICT, WITHOUT ROWID;
                """),
        // 0007: what a pool membership rests on, when it is looked at again, and each of its steps. What a place sets itself.
        Migration(
            "personnel/0007-pool",
            sql: """
                ALTER TABLE personnel_pool_membership ADD COLUMN basis TEXT;
                ALTER TABLE personnel_pool_membership ADD COLUMN standard TEXT;
                ALTER TABLE personnel_pool_membership ADD COLUMN evidence TEXT;
                ALTER TABLE personnel_pool_membership ADD COLUMN reviewDue TEXT;
                ALTER TABLE personnel_pool_membership ADD COLUMN refusals INTEGER NOT NULL DEFAULT 0;
                ALTER TABLE personnel_pool_membership ADD COLUMN coolingUntil TEXT;
                ALTER TABLE personnel_pool_membership ADD COLUMN exitReason TEXT;
                ALTER TABLE personnel_pool_membership ADD COLUMN opinion TEXT;
                ALTER TABLE personnel_pool_membership ADD COLUMN opinionBy TEXT;
                ALTER TABLE personnel_pool_membership ADD COLUMN vettedBy TEXT;
                ALTER TABLE personnel_pool_membership ADD COLUMN campaignId BLOB;
                CREATE TABLE personnel_pool_step (
                    seq INTEGER PRIMARY KEY,
                    membershipId BLOB NOT NULL REFERENCES personnel_pool_membership(id) ON DELETE CASCADE,
                    step TEXT NOT NULL,
                    day TEXT NOT NULL,
                    account TEXT NOT NULL,
                    document TEXT,
                    reason TEXT
                ) STRICT;
                CREATE INDEX personnel_pool_step_membership ON personnel_pool_step(membershipId, seq);
                CREATE TABLE personnel_words (
                    list TEXT PRIMARY KEY,
                    words TEXT NOT NULL CHECK (length(words) > 0)
                ) STRICT, WITHOUT ROWID;
                """),
        // 0008: joint recruitment of specialists.
        Migration(
            "personnel/0008-recruitment",
            sql: """
                CREATE TABLE personnel_campaign (
                    id BLOB PRIMARY KEY CHECK (length(id) = 16),
                    version INTEGER NOT NULL,
                    code TEXT NOT NULL UNIQUE,
                    title TEXT NOT NULL CHECK (length(title) > 0),
                    stage TEXT NOT NULL,
                    openedOn TEXT NOT NULL,
                    document TEXT,
                    mobilisedOn TEXT,
                    mobilisation TEXT,
                    shortlistedBy TEXT
                ) STRICT;
                CREATE TABLE personnel_campaign_signature (
                    campaignId BLOB NOT NULL REFERENCES personnel_campaign(id),
                    body TEXT NOT NULL,
                    account TEXT NOT NULL,
                    signedOn TEXT NOT NULL,
                    PRIMARY KEY (campaignId, body)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE personnel_applicant (
                    id BLOB PRIMARY KEY CHECK (length(id) = 16),
                    campaignId BLOB NOT NULL REFERENCES personnel_campaign(id),
                    cadreId BLOB NOT NULL REFERENCES personnel_cadre(id),
                    state TEXT NOT NULL,
                    screening TEXT NOT NULL CHECK (length(screening) > 0),
                    screenedBy TEXT NOT NULL,
                    recommendation TEXT,
                    recommendedBy TEXT,
                    standard TEXT,
                    evidence TEXT,
                    conclusion TEXT,
                    UNIQUE (campaignId, cadreId)
                ) STRICT;
                CREATE INDEX personnel_applicant_cadre ON personnel_applicant(cadreId);
                CREATE TABLE personnel_applicant_opinion (
                    applicantId BLOB NOT NULL REFERENCES personnel_applicant(id),
                    body TEXT NOT NULL,
                    isFavourable INTEGER NOT NULL CHECK (isFavourable IN (0, 1)),
                    opinion TEXT NOT NULL,
                    account TEXT NOT NULL,
                    givenOn TEXT NOT NULL,
                    PRIMARY KEY (applicantId, body)
                ) STRICT, WITHOUT ROWID;
                """),
        // 0009: declarations and cases of recusal.
        Migration(
            "personnel/0009-recusal",
            sql: """
                CREATE TABLE personnel_declaration (
                    seq INTEGER PRIMARY KEY,
                    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
                    cadreId BLOB NOT NULL REFERENCES personnel_cadre(id),
                    unitId BLOB NOT NULL CHECK (length(unitId) = 16),
                    round TEXT NOT NULL,
                    role TEXT NOT NULL,
                    relation TEXT,
                    declaredOn TEXT NOT NULL,
                    declaredBy TEXT NOT NULL,
                    reference TEXT,
                    state TEXT NOT NULL,
                    confirmedBy TEXT,
                    UNIQUE (cadreId, unitId, round)
                ) STRICT;
                CREATE INDEX personnel_declaration_state ON personnel_declaration(state, seq);
                CREATE TABLE personnel_recusal (
                    seq INTEGER PRIMARY KEY,
                    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
                    version INTEGER NOT NULL,
                    no TEXT NOT NULL UNIQUE,
                    cadreId BLOB REFERENCES personnel_cadre(id),
                    named TEXT NOT NULL,
                    unitId BLOB NOT NULL CHECK (length(unitId) = 16),
                    round TEXT,
                    raisedBy TEXT NOT NULL CHECK (raisedBy IN ('person', 'target', 'system', 'office')),
                    rule TEXT,
                    isHard INTEGER NOT NULL CHECK (isHard IN (0, 1)),
                    facts TEXT NOT NULL,
                    state TEXT NOT NULL,
                    openedOn TEXT NOT NULL,
                    openedBy TEXT NOT NULL,
                    decidedOn TEXT,
                    decidedBy TEXT,
                    reason TEXT,
                    overrideBy TEXT,
                    replacement TEXT
                ) STRICT;
                CREATE INDEX personnel_recusal_cadre ON personnel_recusal(cadreId, unitId, state);
                CREATE INDEX personnel_recusal_state ON personnel_recusal(state, seq);
                """),
    ]
}
