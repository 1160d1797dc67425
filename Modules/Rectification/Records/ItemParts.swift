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
        .integer("ordinal") { $0.ordinal },
        .text("measure") { $0.text },
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
        .text("fileName") { $0.name },
        .integer("bytes") { $0.bytes },
        .text("sha256") { $0.sha256 },
        .account("addedBy") { $0.addedBy },
        .date("addedOn") { $0.addedOn },
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
        .text("at") { $0.at.shanghai },
        .account("account") { $0.account },
        .word("fromStatus") { $0.fromStatus },
        .word("toStatus") { $0.toStatus },
        .text("reason") { $0.reason },
    ]
}
