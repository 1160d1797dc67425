import Persistence

enum StatisticsMigrations {
    static let all = [
        // 0001: figures as they stood when a round was archived. They never change (R-STA-02). The id, unit and kind of value are
        // kept with the figure, so that it can be shown after its indicator is gone.
        Migration(
            "statistics/0001-snapshot",
            sql: """
                CREATE TABLE statistics_snapshot (
                    seq INTEGER PRIMARY KEY,
                    round TEXT NOT NULL,
                    takenAt TEXT NOT NULL,
                    indicator TEXT NOT NULL,
                    unit TEXT NOT NULL,
                    kind TEXT NOT NULL CHECK (kind IN ('text', 'integer', 'percent')),
                    text TEXT,
                    number INTEGER,
                    numerator INTEGER,
                    denominator INTEGER,
                    UNIQUE (round, indicator)
                ) STRICT;
                CREATE TRIGGER statistics_snapshot_keep_rows BEFORE DELETE ON statistics_snapshot
                    BEGIN SELECT RAISE(ABORT, 'R-STA-02: a snapshot never changes'); END;
                CREATE TRIGGER statistics_snapshot_keep_values BEFORE UPDATE ON statistics_snapshot
                    BEGIN SELECT RAISE(ABORT, 'R-STA-02: a snapshot never changes'); END;
                """)
    ]
}
