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

    static let columns: [TableColumn<Measure>] = [
        TableColumn("ordinal") { .integer($0.ordinal) },
        TableColumn("measure") { .text($0.text) },
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
    /// The day the document itself is of, such as that of a decision; nil where nobody said.
    var effectiveOn: CalendarDate?

    static let columns: [TableColumn<Evidence>] = [
        TableColumn("fileName") { .text($0.name) },
        TableColumn("bytes") { .integer($0.bytes) },
        TableColumn("sha256") { .text($0.sha256) },
        TableColumn("addedBy") { .text($0.addedBy) },
        TableColumn("addedOn") { .date($0.addedOn) },
        TableColumn("effectiveOn") { $0.effectiveOn.map { .date($0) } ?? .none },
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

    static let columns: [TableColumn<ItemStep>] = [
        TableColumn("at") { .text($0.at.shanghai) },
        TableColumn("account") { .text($0.account) },
        TableColumn("fromStatus") { $0.fromStatus?.value ?? .none },
        TableColumn("toStatus") { $0.toStatus.value },
        TableColumn("reason") { .optional($0.reason) },
    ]
}
