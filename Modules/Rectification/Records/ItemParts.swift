import GRDB
import Operations
import Persistence
import PluginKit

/// 整改措施: one measure of an item.
struct Measure: Codable, Sendable, FetchableRecord, PersistableRecord, Tabular {
    static let databaseTableName = "rectification_measure"

    var itemId: UniqueID
    /// From 1.
    var ordinal: Int
    var text: String

    static let columns: [Column<Measure>] = [
        Column("ordinal") { .integer($0.ordinal) },
        Column("measure") { .text($0.text) },
    ]
}

/// 佐证: a file that proves what was done. Its content lies in the store of files, under its hash.
struct Evidence: Codable, Sendable, FetchableRecord, PersistableRecord, Tabular {
    static let databaseTableName = "rectification_evidence"

    var itemId: UniqueID
    /// Hexadecimal.
    var sha256: String
    var name: String
    var bytes: Int
    var addedBy: String
    var addedOn: CalendarDate

    static let columns: [Column<Evidence>] = [
        Column("fileName") { .text($0.name) },
        Column("bytes") { .integer($0.bytes) },
        Column("sha256") { .text($0.sha256) },
        Column("addedBy") { .text($0.addedBy) },
        Column("addedOn") { .date($0.addedOn) },
    ]
}

/// One step in the life of an item.
struct ItemStep: Codable, Sendable, FetchableRecord, PersistableRecord, Tabular {
    static let databaseTableName = "rectification_step"

    var seq: Int64?
    var itemId: UniqueID
    var at: Instant
    var account: String
    var fromStatus: ItemStatus?
    var toStatus: ItemStatus
    var reason: String?

    static let columns: [Column<ItemStep>] = [
        Column("at") { .text($0.at.shanghai) },
        Column("account") { .text($0.account) },
        Column("fromStatus") { $0.fromStatus?.value ?? .none },
        Column("toStatus") { $0.toStatus.value },
        Column("reason") { .optional($0.reason) },
    ]
}
