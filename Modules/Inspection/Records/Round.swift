import GRDB
import Operations
import Persistence
import PluginKit

/// 轮: one batch of inspections, numbered within its term (domain 4.3). People call it by its code, `14-3`.
package struct Round: Codable, Sendable, FetchableRecord, PersistableRecord, Tabular {
    package static let databaseTableName = "inspection_round"

    package var id: UniqueID
    package var version: Int
    package var code: String
    package var termNumber: Int
    package var number: Int
    package var title: String
    package var startDate: CalendarDate
    package var endDate: CalendarDate
    package var stage: RoundStage
    /// Number of the document that approved the plan.
    package var planDocument: String?
    /// Account that reviewed the plan for the leading group; it may not approve it as well.
    package var reviewedBy: String?

    package static let columns: [TableColumn<Round>] = [
        .text("round") { $0.code },
        .text("title") { $0.title },
        .date("startDate") { $0.startDate },
        .date("endDate") { $0.endDate },
        .word("stage") { $0.stage },
        .text("planDocument") { $0.planDocument },
        .integer("version") { $0.version },
    ]
    package static let briefColumns: [String]? = ["round", "title", "startDate", "endDate", "stage"]
}
