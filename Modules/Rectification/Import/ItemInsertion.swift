import GRDB
import Inspection
import Operations
import Persistence
import PluginKit

/// Adds items of a round by one prepared statement: a round has dozens, an office's history many thousands.
struct ItemInsertion {
    private let context: WriteContext
    private let round: Round
    private let item: Statement
    private let measure: Statement

    init(into round: Round, in context: WriteContext) throws {
        self.context = context
        self.round = round
        item = try context.db.cachedStatement(
            sql: """
                INSERT INTO rectification_item
                    (id, version, no, officeNo, findingId, roundId, targetId, unitId, wording, category, status, leaderInCharge,
                     leadDepartment, due, kindOfFix, systemsNew, lossFen, closedOn, isImported, importedStatus, importedMeasures, remark)
                VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        measure = try context.db.cachedStatement(
            sql: "INSERT INTO rectification_measure (itemId, ordinal, text) VALUES (?, ?, ?)")
    }

    /// Adds the item of an issued finding, open and without a plan.
    func add(_ finding: Finding) throws -> UniqueID {
        let id = context.nextID()
        try item.execute(arguments: [
            id, finding.no, nil, finding.id, round.id, finding.targetId, finding.unitId, finding.wording, finding.category,
            ItemStatus.open, nil, nil, nil, KindOfFix.limited, nil, nil, nil, false, nil, nil, nil,
        ])
        return id
    }

    /// Adds the item of a finding taken over from an older ledger, as the ledger tells it.
    func add(_ row: LedgerRow, of target: Target, finding: UniqueID, no: String) throws {
        let id = context.nextID()
        try item.execute(arguments: [
            id, no, row.officeNo, finding, round.id, target.id, target.unitId, row.wording, row.category, row.status, row.leader,
            row.department, row.due, row.kindOfFix, row.systems, row.lossFen, row.closedOn, true, row.statusText,
            row.measureCount,
            row.remark,
        ])
        for (index, text) in row.measures.enumerated() {
            try measure.execute(arguments: [id, index + 1, text])
        }
    }
}
