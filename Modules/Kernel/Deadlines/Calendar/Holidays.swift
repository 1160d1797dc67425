import GRDB
import PluginKit

extension HolidayEntry: FetchableRecord, PersistableRecord {
    public static let databaseTableName = "deadlines_holiday"
}

/// The holiday tables kept in the office's file, and what other modules may ask of them.
public enum Holidays {
    /// The working-day calendar by every table imported so far.
    public static func calendar(in db: Database) throws -> WorkingCalendar {
        try WorkingCalendar(HolidayEntry.fetchAll(db.cachedStatement(sql: "SELECT * FROM deadlines_holiday")))
    }

    /// The days listed for a year, in their order.
    static func entries(of year: Int, in db: Database) throws -> [HolidayEntry] {
        try HolidayEntry.fetchAll(
            db, sql: "SELECT * FROM deadlines_holiday WHERE date BETWEEN ? AND ? ORDER BY date",
            arguments: ["\(year)-01-01", "\(year)-12-31"])
    }

    /// What saving did, in days.
    struct Counts: Equatable {
        var added = 0
        var changed = 0
        var same = 0
        var removed = 0
    }

    /// Saves a table's days over those already there.
    /// - Parameter replacing: takes away what is stored for a year that the table covers but does not list, except days
    ///   that came with the next year's notice.
    static func save(
        _ entries: [HolidayEntry], replacing: Bool, in db: Database, progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> Counts {
        let stored = try HolidayEntry.fetchAll(db)
        let known = Dictionary(uniqueKeysWithValues: stored.map { ($0.date, $0) })
        var counts = Counts()
        for (index, entry) in entries.enumerated() {
            if index % 1000 == 999 { progress(index + 1, entries.count) }
            switch known[entry.date] {
            case entry: counts.same += 1
            case .some:
                try entry.update(db)
                counts.changed += 1
            case nil:
                try entry.insert(db)
                counts.added += 1
            }
        }
        for entry in replacing ? try superseded(stored, by: entries) : [] {
            try entry.delete(db)
            counts.removed += 1
        }
        return counts
    }

    private static func superseded(_ stored: [HolidayEntry], by entries: [HolidayEntry]) throws -> [HolidayEntry] {
        let years = Set(try WorkingCalendar(entries).coveredYears)
        let listed = Set(entries.map(\.date))
        let newYears = stored.filter { $0.date.month == 1 && $0.date.day == 1 }
        let notices = Dictionary(uniqueKeysWithValues: newYears.map { ($0.date.year, $0.notice) })
        return stored.filter {
            years.contains($0.date.year) && !listed.contains($0.date) && $0.notice != notices[$0.date.year + 1]
        }
    }
}
