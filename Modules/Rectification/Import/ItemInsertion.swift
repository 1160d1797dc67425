import GRDB
import Inspection
import Operations
import Persistence
import PluginKit

/// Adds items of a round by one prepared statement: a round has dozens, an office's history many thousands.
struct ItemInsertion {
    private let context: WriteContext
    private let round: Round
    private let item: PreparedInsert
    private let measure: PreparedInsert

    init(into round: Round, in context: WriteContext) throws {
        self.context = context
        self.round = round
        item = try PreparedInsert(into: Item.databaseTableName, Self.columns, in: context.db)
        measure = try PreparedInsert(into: "rectification_measure", ["itemId", "ordinal", "text"], in: context.db)
    }

    private static let columns = [
        "id", "version", "no", "officeNo", "findingId", "roundId", "targetId", "unitId", "wording", "category", "status",
        "leaderInCharge", "leadDepartment", "due", "kindOfFix", "systemsNew", "lossFen", "closedOn", "isImported",
        "importedStatus",
        "importedMeasures", "remark",
    ]

    /// Adds the item of an issued finding, open and without a plan.
    func add(_ finding: Finding) throws -> UniqueID {
        let id = context.nextID()
        try item.add([
            id, 1, finding.no, nil, finding.id, round.id, finding.targetId, finding.unitId, finding.wording, finding.category,
            ItemStatus.open, nil, nil, nil, KindOfFix.limited, nil, nil, nil, false, nil, nil, nil,
        ])
        return id
    }

    /// Adds the item of a finding taken over from an older ledger, as the ledger tells it.
    func add(_ row: LedgerRow, of target: Target, finding: UniqueID, no: String) throws {
        let id = context.nextID()
        try item.add([
            id, 1, no, row.officeNo, finding, round.id, target.id, target.unitId, row.wording, row.category, row.status,
            row.leader,
            row.department, row.due, row.kindOfFix, row.systems, row.lossFen, row.closedOn, true, row.statusText,
            row.measureCount,
            row.remark,
        ])
        for (index, text) in row.measures.enumerated() {
            try measure.add([id, index + 1, text])
        }
    }
}
