import GRDB
import Inspection
import Operations
import Persistence
import PluginKit

/// 对账: a target's ledger held against its issued list (R-RCT-05, form F23).
struct Reconciliation: Tabular, FetchableRecord {
    var unitCode: String
    var unit: String
    /// Issued findings.
    var issued: Int
    /// Items in the ledger.
    var items: Int
    var closed: Int
    var longTerm: Int
    /// Items that were returned at least once.
    var returned: Int
    /// Issued findings without an item.
    var withoutItem: Int
    /// Items whose finding is not issued or reads differently.
    var differing: Int

    var differences: Int { withoutItem + differing }
    /// Neither closed nor long-term.
    var pending: Int { items - closed - longTerm }

    init(row: Row) {
        unitCode = row["unitCode"]
        unit = row["unit"]
        issued = row["issued"]
        items = row["items"]
        closed = row["closed"]
        longTerm = row["longTerm"]
        returned = row["returned"]
        withoutItem = row["withoutItem"]
        differing = row["differing"]
    }

    static let columns: [TableColumn<Reconciliation>] = [
        .text("unitCode") { $0.unitCode },
        .text("unit") { $0.unit },
        .integer("issuedFindings") { $0.issued },
        .integer("ledgerItems") { $0.items },
        .integer("closedItems") { $0.closed },
        .integer("longTermItems") { $0.longTerm },
        .integer("openItems") { $0.pending },
        .integer("returnedItems") { $0.returned },
        .integer("findingsWithoutItem") { $0.withoutItem },
        .integer("differingItems") { $0.differing },
        .flag("reconciled") { $0.differences == 0 },
    ]
    static let briefColumns: [String]? = [
        "unit", "issuedFindings", "ledgerItems", "closedItems", "longTermItems", "openItems", "reconciled",
    ]

    /// All targets of a round that have findings or items and fulfil a condition on the alias `i`, in one statement.
    static func of(_ filter: Filter, in db: Database) throws -> [Reconciliation] {
        try fetchAll(
            db,
            sql: """
                SELECT * FROM (
                    SELECT u.code AS unitCode, u.name AS unit,
                        (SELECT count(*) FROM inspection_finding f WHERE f.targetId = i.id AND f.state = 'issued') AS issued,
                        (SELECT count(*) FROM rectification_item x WHERE x.targetId = i.id) AS items,
                        (SELECT count(*) FROM rectification_item x WHERE x.targetId = i.id AND x.status = 'closed') AS closed,
                        (SELECT count(*) FROM rectification_item x WHERE x.targetId = i.id AND x.status = 'longTerm') AS longTerm,
                        (SELECT count(*) FROM rectification_item x WHERE x.targetId = i.id AND x.returnTimes > 0) AS returned,
                        (SELECT count(*) FROM inspection_finding f WHERE f.targetId = i.id AND f.state = 'issued'
                            AND NOT EXISTS (SELECT 1 FROM rectification_item x WHERE x.findingId = f.id)) AS withoutItem,
                        (SELECT count(*) FROM rectification_item x
                            LEFT JOIN inspection_finding f ON f.id = x.findingId AND f.state = 'issued'
                            WHERE x.targetId = i.id AND f.wording IS NOT x.wording) AS differing
                    FROM (SELECT t.*, t.id AS targetId FROM inspection_target t) i JOIN organization_unit u ON u.id = i.unitId
                    WHERE \(filter.sql)
                ) WHERE issued > 0 OR items > 0 ORDER BY unitCode
                """, arguments: filter.arguments)
    }

    /// In how many places one target's ledger differs from its issued list.
    static func differences(of target: UniqueID, in db: Database) throws -> Int {
        try of(Filter("i.id = ?", target), in: db).reduce(0) { $0 + $1.differences }
    }
}
