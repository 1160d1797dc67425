import GRDB
import Operations
import Persistence
import PluginKit

/// What one person did on one platform.
struct SumLine: Tabular {
    var cadre: String
    var cadreId: UniqueID
    var unit: String
    var platform: String
    var entries: Int
    var minutes: Int
    /// Nil on a platform that gives none.
    var points: Int?
    var applied: Int

    init(row: Row) {
        cadre = row[0]
        cadreId = row[1]
        unit = row[2]
        platform = row[3]
        entries = row[4]
        minutes = row[5]
        points = row[6]
        applied = row[7]
    }

    static let columns: [TableColumn<SumLine>] = [
        .text("cadre") { $0.cadre },
        .text("cadreId") { "\($0.cadreId)" },
        .text("homeUnit") { $0.unit },
        .word("platform", of: "studyPlatform") { $0.platform },
        .integer("entries") { $0.entries },
        .decimal("hours") { Hours.text(minutes: $0.minutes) },
        .integer("points") { $0.points },
        .integer("applied") { $0.applied },
    ]
    static let briefColumns: [String]? = ["cadre", "homeUnit", "platform", "entries", "hours", "points"]
}

/// Sums of the log by person and platform. Points of two platforms are never added (R-LOG-03), so there is no sum above it.
struct SumStudy: Query {
    struct Input: Codable, Sendable {
        var cadre: String?
        var platform: String?
        var from: CalendarDate?
        var to: CalendarDate?
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "study.sum"
    static let access = Access.roles(StudyAccess.readers)

    func run(_ input: Input, in context: ReadContext) throws -> Page<SumLine> {
        let filter = try StudyFilter(
            cadre: input.cadre, platform: input.platform, from: input.from, to: input.to
        ).condition(in: context)
        let rows = try Row.fetchAll(
            context.db,
            sql: """
                SELECT c.name, c.id, c.unitName, s.platform, s.entries, s.minutes, s.points, s.applied
                FROM (SELECT e.cadreId, e.platform, count(*) AS entries, coalesce(sum(e.minutes), 0) AS minutes,
                        sum(e.points) AS points, count(e.application) AS applied
                    FROM studylog_entry e WHERE \(filter.sql) GROUP BY e.cadreId, e.platform) s
                JOIN personnel_cadre c ON c.id = s.cadreId ORDER BY c.nameKey, c.seq, s.platform
                """, arguments: filter.arguments)
        return try .part(of: rows.map(SumLine.init), limit: input.limit, after: input.after) { "\($0.cadreId) \($0.platform)" }
    }
}

/// How one person studied: the three modes beside each other, and how much of it was put to use (mission rows 112 and 113).
struct ModeLine: Tabular {
    var cadre: String
    var cadreId: UniqueID
    var unit: String
    /// Entries and minutes by mode, in the order of ``StudyMode``.
    var followUp: (entries: Int, minutes: Int)
    var systematic: (entries: Int, minutes: Int)
    var inDepth: (entries: Int, minutes: Int)
    var applied: Int

    var entries: Int { followUp.entries + systematic.entries + inDepth.entries }

    init(row: Row) {
        cadre = row[0]
        cadreId = row[1]
        unit = row[2]
        followUp = (row[3], row[4])
        systematic = (row[5], row[6])
        inDepth = (row[7], row[8])
        applied = row[9]
    }

    static let columns: [TableColumn<ModeLine>] = [
        .text("cadre") { $0.cadre },
        .text("cadreId") { "\($0.cadreId)" },
        .text("homeUnit") { $0.unit },
        .integer("followUpEntries") { $0.followUp.entries },
        .decimal("followUpHours") { Hours.text(minutes: $0.followUp.minutes) },
        .integer("systematicEntries") { $0.systematic.entries },
        .decimal("systematicHours") { Hours.text(minutes: $0.systematic.minutes) },
        .integer("inDepthEntries") { $0.inDepth.entries },
        .decimal("inDepthHours") { Hours.text(minutes: $0.inDepth.minutes) },
        .integer("applied") { $0.applied },
        TableColumn("appliedShare") { line in
            Percent.ratio(line.applied, of: line.entries).map { .decimal(Percent.text(hundredths: $0)) } ?? .text("—")
        },
    ]
}

/// Entries and hours of each person in the three modes.
struct CompareModes: Query {
    struct Input: Codable, Sendable {
        var cadre: String?
        var from: CalendarDate?
        var to: CalendarDate?
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "study.modes"
    static let access = Access.roles(StudyAccess.readers)

    func run(_ input: Input, in context: ReadContext) throws -> Page<ModeLine> {
        let filter = try StudyFilter(cadre: input.cadre, from: input.from, to: input.to).condition(in: context)
        let modes = StudyMode.allCases.map { mode in
            """
            count(*) FILTER (WHERE e.mode = '\(mode.rawValue)'),
            coalesce(sum(e.minutes) FILTER (WHERE e.mode = '\(mode.rawValue)'), 0)
            """
        }
        let rows = try Row.fetchAll(
            context.db,
            sql: """
                SELECT c.name, c.id, c.unitName, \(modes.joined(separator: ", ")), count(e.application)
                FROM studylog_entry e JOIN personnel_cadre c ON c.id = e.cadreId WHERE \(filter.sql)
                GROUP BY c.id ORDER BY c.nameKey, c.seq
                """, arguments: filter.arguments)
        return try .part(of: rows.map(ModeLine.init), limit: input.limit, after: input.after) { "\($0.cadreId)" }
    }
}
