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
    /// - Parameter note: called with each new finding's position, id and number.
    package static func takeOver(
        _ history: [HistoricFinding], into round: Round, in context: WriteContext, note: (Int, UniqueID, String) throws -> Void
    ) throws {
        guard !history.isEmpty else { return }
        let first = try context.acting(for: InspectionPlugin.manifest.id) {
            try NumberSequence.next("inspection.finding/\(round.code)", count: history.count, in: context.db)
        }
        for (index, finding) in history.enumerated() {
            let id = context.nextID()
            let no = FindingNumber.text(round: round.code, number: first + index)
            try context.acting(for: InspectionPlugin.manifest.id) {
                try insertHistoric(finding, id: id, no: no, round: round, in: context)
            }
            try note(index, id, no)
            if index % 1000 == 999 { context.progress(index + 1, history.count) }
        }
    }

    private static func insertHistoric(
        _ finding: HistoricFinding, id: UniqueID, no: String, round: Round, in context: WriteContext
    ) throws {
        try context.db.cachedStatement(
            sql: """
                INSERT INTO inspection_finding
                    (id, version, no, roundId, targetId, unitId, wording, category, leaf, taxonomy, rootCauses, amountFen, state, issuedOn,
                     isImported, draftedBy)
                VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, '', 0, 'issued', ?, 1, ?)
                """
        ).execute(arguments: [
            id, no, round.id, finding.target.id, finding.target.unitId, finding.wording, finding.category, finding.leaf,
            Taxonomy.current,
            finding.issuedOn, context.principal.account,
        ])
    }
}

/// Numbers of findings: round, then a running number of at least four digits.
package enum FindingNumber {
    package static func text(round: String, number: Int) -> String {
        let digits = "\(number)"
        return "\(round)-\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)"
    }
}
