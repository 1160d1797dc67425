import Persistence

/// Steps for what people did in rounds, and what came of it for them.
enum PersonnelServiceMigrations {
    static let all = [
        // 0010: service in rounds with its authorisation and pledge, and the assessment sheet of each.
        Migration(
            "personnel/0010-service",
            sql: """
                CREATE TABLE personnel_service (
                    seq INTEGER PRIMARY KEY,
                    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
                    version INTEGER NOT NULL,
                    cadreId BLOB NOT NULL REFERENCES personnel_cadre(id),
                    round TEXT NOT NULL,
                    team TEXT NOT NULL,
                    role TEXT NOT NULL CHECK (role IN ('leader', 'deputy', 'inspector')),
                    duty TEXT,
                    authorisation TEXT,
                    authorisedOn TEXT,
                    pledge TEXT,
                    pledgedOn TEXT,
                    startsOn TEXT NOT NULL,
                    plannedEnd TEXT,
                    endedOn TEXT,
                    endReason TEXT,
                    rosterId BLOB REFERENCES personnel_roster(id),
                    UNIQUE (cadreId, team)
                ) STRICT;
                CREATE INDEX personnel_service_round ON personnel_service(round, team);
                CREATE INDEX personnel_service_open ON personnel_service(cadreId, endedOn);
                CREATE TABLE personnel_service_unit (
                    serviceId BLOB NOT NULL REFERENCES personnel_service(id) ON DELETE CASCADE,
                    unitId BLOB NOT NULL CHECK (length(unitId) = 16),
                    PRIMARY KEY (serviceId, unitId)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX personnel_service_unit_unit ON personnel_service_unit(unitId);
                CREATE TABLE personnel_appraisal (
                    id BLOB PRIMARY KEY CHECK (length(id) = 16),
                    version INTEGER NOT NULL,
                    serviceId BLOB NOT NULL UNIQUE REFERENCES personnel_service(id),
                    state TEXT NOT NULL,
                    performance TEXT NOT NULL CHECK (length(performance) > 0),
                    findings INTEGER CHECK (findings >= 0),
                    returnRate INTEGER CHECK (returnRate BETWEEN 0 AND 10000),
                    discipline TEXT,
                    grade TEXT NOT NULL,
                    leaderOpinion TEXT,
                    draftedBy TEXT NOT NULL,
                    officeOpinion TEXT,
                    confirmedBy TEXT,
                    confirmedOn TEXT,
                    sentTo TEXT,
                    sentOn TEXT
                ) STRICT;
                """),
        // 0011: what became of people (交流使用、提拔任用) and how they were honoured.
        Migration(
            "personnel/0011-career",
            sql: """
                CREATE TABLE personnel_move (
                    seq INTEGER PRIMARY KEY,
                    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
                    cadreId BLOB NOT NULL REFERENCES personnel_cadre(id),
                    kind TEXT NOT NULL CHECK (kind IN ('lateralUse', 'promotion')),
                    fromPost TEXT NOT NULL,
                    toPost TEXT NOT NULL,
                    day TEXT NOT NULL,
                    document TEXT NOT NULL CHECK (length(document) > 0),
                    rounds TEXT NOT NULL,
                    recordedBy TEXT NOT NULL,
                    voidedBy TEXT,
                    voidReason TEXT,
                    UNIQUE (cadreId, kind, day, document)
                ) STRICT;
                CREATE INDEX personnel_move_day ON personnel_move(day, seq);
                CREATE TABLE personnel_honour (
                    seq INTEGER PRIMARY KEY,
                    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
                    title TEXT NOT NULL CHECK (length(title) > 0),
                    level TEXT NOT NULL CHECK (level IN ('national', 'province', 'city', 'district')),
                    recipient TEXT NOT NULL,
                    cadreId BLOB REFERENCES personnel_cadre(id),
                    persons INTEGER NOT NULL CHECK (persons > 0),
                    issuer TEXT NOT NULL,
                    day TEXT NOT NULL,
                    document TEXT NOT NULL CHECK (length(document) > 0),
                    recordedBy TEXT NOT NULL,
                    voidedBy TEXT,
                    voidReason TEXT
                ) STRICT;
                CREATE INDEX personnel_honour_day ON personnel_honour(day, seq);
                CREATE TABLE personnel_honour_member (
                    honourId BLOB NOT NULL REFERENCES personnel_honour(id),
                    cadreId BLOB NOT NULL REFERENCES personnel_cadre(id),
                    PRIMARY KEY (honourId, cadreId)
                ) STRICT, WITHOUT ROWID;
                """),
        // 0012: evaluation of a team by the inspected side. Only counts are kept: there is no ballot that could be anybody's.
        Migration(
            "personnel/0012-evaluation",
            sql: """
                CREATE TABLE personnel_evaluation (
                    id BLOB PRIMARY KEY CHECK (length(id) = 16),
                    version INTEGER NOT NULL,
                    team TEXT NOT NULL UNIQUE,
                    round TEXT NOT NULL,
                    openedOn TEXT NOT NULL,
                    issued INTEGER NOT NULL CHECK (issued >= 0),
                    returned INTEGER NOT NULL CHECK (returned BETWEEN 0 AND issued),
                    conclusion TEXT,
                    concludedBy TEXT,
                    concludedOn TEXT
                ) STRICT;
                CREATE TABLE personnel_evaluation_item (
                    evaluationId BLOB NOT NULL REFERENCES personnel_evaluation(id) ON DELETE CASCADE,
                    ordinal INTEGER NOT NULL CHECK (ordinal > 0),
                    item TEXT NOT NULL,
                    excellent INTEGER NOT NULL CHECK (excellent >= 0),
                    good INTEGER NOT NULL CHECK (good >= 0),
                    fair INTEGER NOT NULL CHECK (fair >= 0),
                    poor INTEGER NOT NULL CHECK (poor >= 0),
                    remark TEXT,
                    PRIMARY KEY (evaluationId, ordinal)
                ) STRICT, WITHOUT ROWID;
                """),
        // 0013: a post or a relative that was wrong is taken back as a fact is, by its id.
        Migration(
            "personnel/0013-void",
            sql: """
                ALTER TABLE personnel_post ADD COLUMN id BLOB CHECK (length(id) = 16);
                ALTER TABLE personnel_post ADD COLUMN voidedBy TEXT;
                ALTER TABLE personnel_post ADD COLUMN voidedOn TEXT;
                ALTER TABLE personnel_post ADD COLUMN voidReason TEXT;
                UPDATE personnel_post SET id = randomblob(16);
                CREATE UNIQUE INDEX personnel_post_id ON personnel_post(id);
                ALTER TABLE personnel_kin ADD COLUMN id BLOB CHECK (length(id) = 16);
                ALTER TABLE personnel_kin ADD COLUMN voidedBy TEXT;
                ALTER TABLE personnel_kin ADD COLUMN voidedOn TEXT;
                ALTER TABLE personnel_kin ADD COLUMN voidReason TEXT;
                UPDATE personnel_kin SET id = randomblob(16);
                CREATE UNIQUE INDEX personnel_kin_id ON personnel_kin(id);
                """),
        // 0014: who nominated somebody for a pool, for the second person who vets.
        Migration(
            "personnel/0014-nominator",
            sql: "ALTER TABLE personnel_pool_membership ADD COLUMN nominatedBy TEXT;"),
        // 0015: a service that was recorded wrongly is taken back as a post is; what was taken back may be recorded again, a move too.
        Migration(
            "personnel/0015-void-service",
            sql: """
                CREATE TABLE personnel_service_new (
                    seq INTEGER PRIMARY KEY,
                    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
                    version INTEGER NOT NULL,
                    cadreId BLOB NOT NULL REFERENCES personnel_cadre(id),
                    round TEXT NOT NULL,
                    team TEXT NOT NULL,
                    role TEXT NOT NULL CHECK (role IN ('leader', 'deputy', 'inspector')),
                    duty TEXT,
                    authorisation TEXT,
                    authorisedOn TEXT,
                    pledge TEXT,
                    pledgedOn TEXT,
                    startsOn TEXT NOT NULL,
                    plannedEnd TEXT,
                    endedOn TEXT,
                    endReason TEXT,
                    rosterId BLOB REFERENCES personnel_roster(id),
                    voidedBy TEXT,
                    voidedOn TEXT,
                    voidReason TEXT
                ) STRICT;
                INSERT INTO personnel_service_new SELECT *, NULL, NULL, NULL FROM personnel_service;
                DROP TABLE personnel_service;
                ALTER TABLE personnel_service_new RENAME TO personnel_service;
                CREATE UNIQUE INDEX personnel_service_once ON personnel_service(cadreId, team) WHERE voidedBy IS NULL;
                CREATE INDEX personnel_service_round ON personnel_service(round, team);
                CREATE INDEX personnel_service_open ON personnel_service(cadreId, endedOn);
                CREATE TABLE personnel_move_new (
                    seq INTEGER PRIMARY KEY,
                    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
                    cadreId BLOB NOT NULL REFERENCES personnel_cadre(id),
                    kind TEXT NOT NULL CHECK (kind IN ('lateralUse', 'promotion')),
                    fromPost TEXT NOT NULL,
                    toPost TEXT NOT NULL,
                    day TEXT NOT NULL,
                    document TEXT NOT NULL CHECK (length(document) > 0),
                    rounds TEXT NOT NULL,
                    recordedBy TEXT NOT NULL,
                    voidedBy TEXT,
                    voidReason TEXT
                ) STRICT;
                INSERT INTO personnel_move_new SELECT * FROM personnel_move;
                DROP TABLE personnel_move;
                ALTER TABLE personnel_move_new RENAME TO personnel_move;
                CREATE UNIQUE INDEX personnel_move_once ON personnel_move(cadreId, kind, day, document) WHERE voidedBy IS NULL;
                CREATE INDEX personnel_move_day ON personnel_move(day, seq);
                """),
        // 0016: the day a declaration was confirmed or found untrue, for form F4. Of earlier ones only the audit knows it.
        Migration(
            "personnel/0016-confirmation",
            sql: "ALTER TABLE personnel_declaration ADD COLUMN confirmedOn TEXT;"),
        // 0017: the day somebody's team went on site: only from then on has anybody inspected (RC11). Of earlier services it is the
        // day the round began, where they lasted so long; of those that go on, where the pledge shows that the team was to go.
        Migration(
            "personnel/0017-entered",
            sql: """
                ALTER TABLE personnel_service ADD COLUMN enteredOn TEXT;
                UPDATE personnel_service SET enteredOn = startsOn WHERE endedOn >= startsOn OR (endedOn IS NULL AND pledge IS NOT NULL);
                """),
    ]
}
