import GRDB
import Operations
import Persistence
import PluginKit

/// One line of the log. Decoded by position: lists read many of them.
struct StudyLine: Tabular {
    var seq: Int64
    var no: String
    var date: CalendarDate
    var cadre: String
    var unit: String
    var platform: String
    var topic: String
    var minutes: Int?
    var points: Int?
    var mode: StudyMode
    var isApplied: Bool
    var state: StudyState

    init(_ entry: StudyEntry, cadre: String, unit: String) {
        seq = entry.seq ?? 0
        no = entry.no
        date = entry.date
        self.cadre = cadre
        self.unit = unit
        platform = entry.platform
        topic = entry.topic
        minutes = entry.minutes
        points = entry.points
        mode = entry.mode
        isApplied = entry.application != nil
        state = StudyState(entry)
    }

    init(row: Row) {
        seq = row[0]
        no = row[1]
        date = row[2]
        cadre = row[3]
        unit = row[4]
        platform = row[5]
        topic = row[6]
        minutes = row[7]
        points = row[8]
        mode = row[9]
        isApplied = row[10]
        let state: String = row[11]
        self.state = StudyState(rawValue: state) ?? .recorded
    }

    static let selection = """
        SELECT e.seq, e.no, e.date, c.name, c.unitName, e.platform, e.topic, e.minutes, e.points, e.mode,
            e.application IS NOT NULL, CASE WHEN e.voidedOn IS NOT NULL THEN 'voided' WHEN e.verifiedOn IS NOT NULL THEN 'verified'
            WHEN e.importId IS NOT NULL THEN 'imported' ELSE 'recorded' END
        FROM studylog_entry e JOIN personnel_cadre c ON c.id = e.cadreId
        """

    static let columns: [TableColumn<StudyLine>] = [
        .text("studyNo") { $0.no },
        .date("studyDate") { $0.date },
        .text("cadre") { $0.cadre },
        .text("homeUnit") { $0.unit },
        .word("platform", of: "studyPlatform") { $0.platform },
        .text("topic") { $0.topic },
        .integer("minutes") { $0.minutes },
        .integer("points") { $0.points },
        .word("studyMode") { $0.mode },
        .flag("isApplied") { $0.isApplied },
        .word("studyState") { $0.state },
    ]
    static let briefColumns: [String]? = [
        "studyNo", "studyDate", "cadre", "platform", "topic", "minutes", "points", "studyState",
    ]
}

/// How far an entry is trusted.
enum StudyState: String, Choice {
    /// Entered by a person, not yet confirmed by another.
    case recorded
    /// Stated by a platform's export.
    case imported
    case verified
    case voided

    static let vocabulary = "studyState"

    init(_ entry: StudyEntry) {
        self =
            entry.voidedOn != nil ? .voided : entry.verifiedOn != nil ? .verified : entry.importId != nil ? .imported : .recorded
    }
}

/// One entry with everything known of it.
struct StudyRecord: Tabular {
    var entry: StudyEntry
    var cadre: String
    var unit: String
    var materialCode: String?
    var fileName: String?

    static func of(_ entry: StudyEntry, in db: Database) throws -> StudyRecord {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT c.name, c.unitName, (SELECT code FROM studylog_material WHERE id = ?2),
                    (SELECT fileName FROM studylog_import WHERE id = ?3)
                FROM personnel_cadre c WHERE c.id = ?1
                """, arguments: [entry.cadreId, entry.materialId, entry.importId])
        return StudyRecord(
            entry: entry, cadre: row?[0] ?? "", unit: row?[1] ?? "", materialCode: row?[2], fileName: row?[3])
    }

    static let columns: [TableColumn<StudyRecord>] = [
        .text("studyNo") { $0.entry.no },
        TableColumn("studyState") { StudyState($0.entry).value },
        .date("studyDate") { $0.entry.date },
        .text("cadre") { $0.cadre },
        .text("homeUnit") { $0.unit },
        .word("platform", of: "studyPlatform") { $0.entry.platform },
        .text("topic") { $0.entry.topic },
        .text("materialCode") { $0.materialCode },
        .integer("minutes") { $0.entry.minutes },
        .integer("points") { $0.entry.points },
        .word("studyMode") { $0.entry.mode },
        .text("studyNote") { $0.entry.note },
        .text("application") { $0.entry.application },
        .text("appliedTo") { $0.entry.appliedTo },
        .date("appliedOn") { $0.entry.appliedOn },
        .text("sourceFile") { $0.fileName },
        .account("recordedBy") { $0.entry.recordedBy },
        .account("verifiedBy") { $0.entry.verifiedBy },
        .date("verifiedOn") { $0.entry.verifiedOn },
        .account("voidedBy") { $0.entry.voidedBy },
        .text("voidReason") { $0.entry.voidReason },
        .integer("version") { $0.entry.version },
    ]
}
