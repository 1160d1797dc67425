import GRDB
import Operations
import Persistence
import PluginKit

/// What the log has for the days of a file: read in one query, and added to as rows are taken.
struct StoredStudy {
    /// One thing studied by one person on one day.
    struct Key: Hashable {
        var cadre: UniqueID
        var day: Int
        var topic: String

        var dayKey: DayKey { DayKey(cadre: cadre, day: day) }
    }

    struct DayKey: Hashable {
        var cadre: UniqueID
        var day: Int
    }

    /// How much it was, and the row of the file that says so; without a row it is in the log.
    struct Amount {
        var points: Int?
        var minutes: Int?
        var row: Int?

        /// For a person to compare.
        var text: String { points.map { "\($0)" } ?? Hours.text(minutes: minutes ?? 0) }
    }

    var entries: [Key: Amount] = [:]
    var days: [DayKey: DayTotals] = [:]

    init(platform: String, days dates: some Sequence<CalendarDate>, in db: Database) throws {
        var span: ClosedRange<CalendarDate>?
        var count = 0
        for date in dates {
            span = span.map { min($0.lowerBound, date)...max($0.upperBound, date) } ?? date...date
            count += 1
        }
        entries.reserveCapacity(count)
        days.reserveCapacity(count)
        guard let span else { return }
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT cadreId, date, platform, topic, minutes, points FROM studylog_entry
                WHERE date BETWEEN ? AND ? AND voidedOn IS NULL
                """, arguments: [span.lowerBound, span.upperBound])
        while let row = try rows.next() {
            let date: CalendarDate = row[1], name: String = row[2]
            let amount = Amount(points: row[5], minutes: row[4], row: nil)
            let key = Key(cadre: row[0], day: date.dayNumber, topic: row[3])
            if name == platform { entries[key] = amount }
            days[key.dayKey, default: DayTotals()].add(
                minutes: amount.minutes, points: amount.points, toPlatform: name == platform)
        }
    }
}

extension StoredStudy.Amount {
    init(_ row: StudyRow) {
        self.init(points: row.points, minutes: row.minutes, row: nil)
    }
}
