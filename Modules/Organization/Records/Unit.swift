import Foundation
import GRDB
import Operations
import Persistence
import PluginKit

/// 党组织/单位: an organisation that can be inspected (domain 4.2).
package struct Unit: Codable, Sendable, FetchableRecord, PersistableRecord {
    package static let databaseTableName = "organization_unit"
    package static let persistenceConflictPolicy = PersistenceConflictPolicy(insert: .abort, update: .abort)

    package var seq: Int64?
    package var id: UniqueID
    package var version: Int
    /// Unique among the units valid at a date.
    package var code: String
    package var name: String
    /// Sort key of the name in pinyin order.
    package var nameKey: Data
    package var level: UnitLevel
    package var kind: UnitKind
    /// Territorial or organisational parent (镇街 → 村居).
    package var parentId: UniqueID?
    /// Professional superior (区直部门 → 站所), independent of the parent.
    package var lineParentId: UniqueID?
    /// System or line (教育, 卫健 …); nil when not stated.
    package var system: String?
    /// Whether it counts for full coverage.
    package var inScope: Bool
    package var validFrom: CalendarDate?
    package var validTo: CalendarDate?
    package var succeededBy: UniqueID?

}

/// One line of the unit list.
package struct UnitLine: Tabular, FetchableRecord {
    package var seq: Int64
    package var code: String
    package var name: String
    package var level: UnitLevel
    package var kind: UnitKind
    package var parentCode: String?
    package var lineParentCode: String?
    package var inScope: Bool
    package var validTo: CalendarDate?

    package init(row: Row) {
        seq = row["seq"]
        code = row["code"]
        name = row["name"]
        level = row["level"]
        kind = row["kind"]
        parentCode = row["parentCode"]
        lineParentCode = row["lineParentCode"]
        inScope = row["inScope"]
        validTo = row["validTo"]
    }

    package static let columns: [TableColumn<UnitLine>] = [
        .text("code") { $0.code },
        .text("name") { $0.name },
        .word("level") { $0.level },
        .word("kind") { $0.kind },
        .text("parentCode") { $0.parentCode },
        .text("lineParentCode") { $0.lineParentCode },
        .flag("inScope") { $0.inScope },
        .date("validTo") { $0.validTo },
    ]
    package static let briefColumns: [String]? = ["code", "name", "level", "parentCode"]

    static let selection = """
        SELECT u.seq, u.code, u.name, u.level, u.kind, u.inScope, u.validTo, p.code AS parentCode, l.code AS lineParentCode
        FROM organization_unit u
        LEFT JOIN organization_unit p ON p.id = u.parentId
        LEFT JOIN organization_unit l ON l.id = u.lineParentId
        """
}
