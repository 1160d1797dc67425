import GRDB
import Operations
import Persistence
import PluginKit

/// An issued problem as an older ledger tells it.
package struct HistoricFinding: Sendable {
    package var target: Target
    package var wording: String
    package var category: FindingCategory
    package var leaf: String?
    package var issuedOn: CalendarDate?

    package init(target: Target, wording: String, category: FindingCategory, leaf: String?, issuedOn: CalendarDate?) {
        self.target = target
        self.wording = wording
        self.category = category
        self.leaf = leaf
        self.issuedOn = issuedOn
    }
}

/// What other modules may ask about findings, and the one way they may bring some.
package enum Findings {
    /// Issued findings of a target, in the order of their numbers.
    package static func issued(of target: UniqueID, in db: Database) throws -> [Finding] {
        try Finding.fetchAll(
            db, sql: "SELECT * FROM inspection_finding WHERE targetId = ? AND state = 'issued' ORDER BY seq", arguments: [target])
    }

    package static func finding(id: UniqueID, in db: Database) throws -> Finding? {
        try Finding.fetchOne(db, sql: "SELECT * FROM inspection_finding WHERE id = ?", arguments: [id])
    }

    /// Takes issued problems over from an older ledger; each gets a number, none gets a leaf by guess.
    /// - Returns: id and number of each new finding, in the order of the history.
    package static func takeOver(
        _ history: [HistoricFinding], into round: Round, in context: WriteContext
    ) throws -> [(id: UniqueID, no: String)] {
        guard !history.isEmpty else { return [] }
        return try context.acting(for: InspectionPlugin.manifest.id) {
            let first = try NumberSequence.next("inspection.finding/\(round.code)", count: history.count, in: context.db)
            let insert = try PreparedInsert(into: Finding.databaseTableName, historicColumns, in: context.db)
            return try SearchIndex.fillingOnce(Finding.databaseTableName, in: context.db) {
                try history.enumerated().map { index, finding in
                    let new = (id: context.nextID(), no: FindingNumber.text(round: round.code, number: first + index))
                    try insert.add([
                        new.id, 1, new.no, round.id, finding.target.id, finding.target.unitId, finding.wording, finding.category,
                        finding.leaf, Taxonomy.current, "", 0, FindingState.issued, finding.issuedOn, true,
                        context.principal.account,
                    ])
                    return new
                }
            }
        }
    }

    private static let historicColumns = [
        "id", "version", "no", "roundId", "targetId", "unitId", "wording", "category", "leaf", "taxonomy", "rootCauses",
        "amountFen",
        "state", "issuedOn", "isImported", "draftedBy",
    ]
}

/// Numbers of findings: round, then a running number of at least four digits.
package enum FindingNumber {
    package static func text(round: String, number: Int) -> String {
        let digits = "\(number)"
        return "\(round)-\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)"
    }
}
