import Persistence

/// The tables of training. Hours and scores are whole tenths; moments are local, `2024-04-22 09:00`, so that they sort as text.
enum TrainingMigrations {
    static let all = [catalogue, sessions, enrolments, levels, materials]

    // 0001: what is taught, what it needs, what it gives.
    private static let catalogue = Migration(
        "training/0001-catalogue",
        sql: """
            CREATE TABLE training_course (
                id BLOB PRIMARY KEY CHECK (length(id) = 16),
                version INTEGER NOT NULL,
                code TEXT NOT NULL UNIQUE CHECK (length(code) > 0),
                title TEXT NOT NULL CHECK (length(title) > 0),
                tier TEXT NOT NULL CHECK (tier IN ('general', 'specialist')),
                track TEXT NOT NULL,
                area TEXT NOT NULL,
                hours INTEGER NOT NULL CHECK (hours > 0),
                form TEXT NOT NULL,
                exam TEXT NOT NULL,
                passMark INTEGER NOT NULL CHECK (passMark BETWEEN 0 AND 1000),
                isRequired INTEGER NOT NULL CHECK (isRequired IN (0, 1)),
                audience TEXT NOT NULL,
                validMonths INTEGER CHECK (validMonths > 0),
                objectives TEXT
            ) STRICT;
            CREATE TABLE training_prerequisite (
                courseId BLOB NOT NULL REFERENCES training_course(id),
                requiredId BLOB NOT NULL REFERENCES training_course(id),
                PRIMARY KEY (courseId, requiredId)
            ) STRICT, WITHOUT ROWID;
            """)

    // 0002: rooms, teachers, recurring study, and the sessions of courses.
    private static let sessions = Migration(
        "training/0002-session",
        sql: """
            CREATE TABLE training_room (
                name TEXT PRIMARY KEY NOT NULL CHECK (length(name) > 0),
                capacity INTEGER NOT NULL CHECK (capacity > 0)
            ) STRICT;
            CREATE TABLE training_teaching (
                teacher TEXT NOT NULL CHECK (length(teacher) > 0),
                courseId BLOB NOT NULL REFERENCES training_course(id),
                PRIMARY KEY (teacher, courseId)
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE training_series (
                id BLOB PRIMARY KEY CHECK (length(id) = 16),
                code TEXT NOT NULL UNIQUE,
                title TEXT NOT NULL CHECK (length(title) > 0)
            ) STRICT;
            CREATE TABLE training_session (
                id BLOB PRIMARY KEY CHECK (length(id) = 16),
                version INTEGER NOT NULL,
                code TEXT NOT NULL UNIQUE CHECK (length(code) > 0),
                courseId BLOB NOT NULL REFERENCES training_course(id),
                startsAt TEXT NOT NULL CHECK (startsAt GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]'),
                endsAt TEXT NOT NULL CHECK (endsAt > startsAt),
                room TEXT,
                teacher TEXT,
                capacity INTEGER NOT NULL CHECK (capacity > 0),
                deadline TEXT,
                state TEXT NOT NULL CHECK (state IN ('planned', 'open', 'running', 'finished', 'scored', 'cancelled')),
                seriesId BLOB REFERENCES training_series(id)
            ) STRICT;
            CREATE INDEX training_session_start ON training_session(startsAt, code);
            CREATE INDEX training_session_course ON training_session(courseId, startsAt, code);
            CREATE INDEX training_session_series ON training_session(seriesId, startsAt) WHERE seriesId IS NOT NULL;
            CREATE TABLE training_quota (
                sessionId BLOB NOT NULL REFERENCES training_session(id),
                unitId BLOB NOT NULL,
                places INTEGER NOT NULL CHECK (places >= 0),
                PRIMARY KEY (sessionId, unitId)
            ) STRICT, WITHOUT ROWID;
            """)

    // 0003: who takes part and what came of it. Ids are made in order of enrolment, so the waiting list is in order of id.
    private static let enrolments = Migration(
        "training/0003-enrolment",
        sql: """
            CREATE TABLE training_enrolment (
                id BLOB PRIMARY KEY CHECK (length(id) = 16),
                version INTEGER NOT NULL,
                sessionId BLOB NOT NULL REFERENCES training_session(id),
                courseId BLOB NOT NULL REFERENCES training_course(id),
                cadreId BLOB NOT NULL CHECK (length(cadreId) = 16),
                unitId BLOB,
                state TEXT NOT NULL CHECK (state IN
                    ('waitlisted', 'confirmed', 'attended', 'absent', 'excused', 'passed', 'failed', 'exempt', 'cancelled')),
                share INTEGER CHECK (share BETWEEN 0 AND 100),
                score INTEGER CHECK (score BETWEEN 0 AND 1000),
                exemption TEXT,
                credited INTEGER NOT NULL CHECK (credited >= 0),
                creditNote TEXT,
                creditedOn TEXT,
                validUntil TEXT,
                certificateNo TEXT UNIQUE,
                enrolledOn TEXT NOT NULL
            ) STRICT;
            CREATE UNIQUE INDEX training_enrolment_once ON training_enrolment(sessionId, cadreId) WHERE state <> 'cancelled';
            CREATE INDEX training_enrolment_session ON training_enrolment(sessionId, id);
            CREATE INDEX training_enrolment_cadre ON training_enrolment(cadreId, courseId);
            CREATE TABLE training_feedback (
                enrolmentId BLOB PRIMARY KEY REFERENCES training_enrolment(id),
                rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 5),
                remark TEXT,
                givenOn TEXT NOT NULL
            ) STRICT;
            CREATE TABLE training_external (
                id BLOB PRIMARY KEY CHECK (length(id) = 16),
                cadreId BLOB NOT NULL CHECK (length(cadreId) = 16),
                title TEXT NOT NULL CHECK (length(title) > 0),
                organiserLevel TEXT NOT NULL,
                organiser TEXT NOT NULL CHECK (length(organiser) > 0),
                fromDate TEXT NOT NULL,
                toDate TEXT NOT NULL CHECK (toDate >= fromDate),
                hours INTEGER NOT NULL CHECK (hours > 0),
                certificateNo TEXT NOT NULL CHECK (length(certificateNo) > 0),
                UNIQUE (cadreId, certificateNo)
            ) STRICT;
            CREATE INDEX training_external_list ON training_external(fromDate, id);
            """)

    // 0004: levels of learners, each change a record, and their rules; what rounds need.
    private static let levels = Migration(
        "training/0004-level",
        sql: """
            CREATE TABLE training_level (
                id BLOB PRIMARY KEY CHECK (length(id) = 16),
                cadreId BLOB NOT NULL CHECK (length(cadreId) = 16),
                level TEXT NOT NULL CHECK (level IN ('beginner', 'intermediate', 'advanced', 'expert')),
                since TEXT NOT NULL,
                evidence TEXT NOT NULL CHECK (length(evidence) > 0),
                decidedBy TEXT NOT NULL
            ) STRICT;
            CREATE INDEX training_level_cadre ON training_level(cadreId, id);
            CREATE TRIGGER training_level_noUpdate BEFORE UPDATE ON training_level
            BEGIN SELECT RAISE(ABORT, 'a change of level is never rewritten'); END;
            CREATE TRIGGER training_level_noDelete BEFORE DELETE ON training_level
            BEGIN SELECT RAISE(ABORT, 'a change of level is never deleted'); END;
            CREATE TABLE training_levelRule (
                level TEXT PRIMARY KEY CHECK (level IN ('intermediate', 'advanced', 'expert')),
                content TEXT NOT NULL CHECK (json_valid(content))
            ) STRICT;
            CREATE TABLE training_need (
                round TEXT NOT NULL CHECK (length(round) > 0),
                track TEXT NOT NULL,
                people INTEGER NOT NULL CHECK (people > 0),
                PRIMARY KEY (round, track)
            ) STRICT, WITHOUT ROWID;
            """)

    // 0005: what a course is studied from (JSON), how often its exam may be taken, and how often somebody has.
    private static let materials = Migration(
        "training/0005-material",
        sql: """
            ALTER TABLE training_course ADD COLUMN materials TEXT NOT NULL DEFAULT '[]';
            ALTER TABLE training_course ADD COLUMN attempts INTEGER CHECK (attempts > 0);
            ALTER TABLE training_enrolment ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0);
            UPDATE training_enrolment SET attempts = 1 WHERE score IS NOT NULL;
            """)
}
