import Inspection
import Organization
import PluginKit

/// One row of an older ledger, read and checked, before its unit is looked up.
struct LedgerRow: Sendable {
    /// The row as a person counts.
    var number: Int
    var officeNo: String
    var unit: String
    var unitKind: UnitKind
    var category: FindingCategory
    /// Nil where the ledger names no more than the category.
    var leaf: String?
    var wording: String
    var leader: String?
    var department: String?
    var measures: [String]
    var measureCount: Int?
    var due: CalendarDate?
    var kindOfFix: KindOfFix
    var status: ItemStatus
    var statusText: String
    var closedOn: CalendarDate?
    var issuedOn: CalendarDate?
    var systems: Int?
    var lossFen: Int64?
    var remark: String?
}
