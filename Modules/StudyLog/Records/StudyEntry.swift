import GRDB
import Operations
import Persistence
import PluginKit

/// 学习记录: what one person studied on one day (domain 4.23).
struct StudyEntry: Codable, Sendable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "studylog_entry"

    var seq: Int64?
    var id: UniqueID
    var version: Int
    /// Business number, `2026-000123`; the year is that of the recording.
    var no: String
    var cadreId: UniqueID
    var date: CalendarDate
    /// Code of a platform, see ``StudyPlatform``.
    var platform: String
    /// What was studied: the title of the material where one is named.
    var topic: String
    var materialId: UniqueID?
    var minutes: Int?
    /// Points of this platform; never added to those of another one (R-LOG-03).
    var points: Int?
    var mode: StudyMode
    /// 体会
    var note: String?
    /// 转化运用: how it was put to use.
    var application: String?
    /// Number of the finding or item it was put to use in.
    var appliedTo: String?
    var appliedOn: CalendarDate?
    /// The file it came from; nil where a person entered it.
    var importId: UniqueID?
    var recordedBy: String
    var recordedAt: Instant
    /// Account of another person who confirmed it.
    var verifiedBy: String?
    var verifiedOn: CalendarDate?
    var voidedBy: String?
    var voidedOn: CalendarDate?
    var voidReason: String?

    /// Entries that count towards a yearly requirement: what a platform states, and what a second person confirmed (decision 0035).
    static let counts = "e.voidedOn IS NULL AND (e.importId IS NOT NULL OR e.verifiedOn IS NOT NULL)"
}

/// Numbers of entries: the year of recording, then a running number of at least six digits.
enum StudyNumber {
    static func next(_ count: Int, in context: WriteContext) throws -> (year: Int, first: Int) {
        let year = context.today.year
        return (year, try NumberSequence.next("studylog.entry/\(year)", count: count, in: context.db))
    }

    static func text(year: Int, number: Int) -> String {
        let digits = String(number)
        return "\(year)-" + String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
    }
}
