import GRDB
import Inspection
import Interchange
import Operations
import Persistence
import PluginKit

/// Takes an office's existing ledger over: its rows become issued findings of the round and their items, with the states the
/// status column says. All or nothing unless `partial`.
struct ImportLedger: Command {
    struct Input: Codable, Sendable {
        var file: Upload
        /// Code of the round.
        var round: String
        /// Adds units and targets the ledger names and the file does not know; without it they are refused, all listed.
        var createUnits: Bool?
        /// Takes the problems over as issued findings only; their items are opened afterwards like anybody's.
        var findingsOnly: Bool?
        var dryRun: Bool?
        var partial: Bool?
        var rejects: DownloadName?
    }
    static let name: OperationName = "ledger.import"
    static let access = Access.roles([.inspectionOffice])
    static let positional = ["file"]

    func run(_ input: Input, in context: WriteContext) throws -> ImportOutcome {
        let round = try Rounds.round(input.round, in: context.db)
        guard ![.archived, .cancelled].contains(round.stage) else {
            throw Rule.illegalState.refused(
                "roundEnded", field: "round", ["round": .text(round.code), "stage": .key("roundStage.\(round.stage.rawValue)")])
        }
        let options = ImportOptions(dryRun: input.dryRun, partial: input.partial, rejects: input.rejects)
        var sheet = try LedgerSheet(
            try context.table(input.file), round: round, createsUnits: input.createUnits ?? false, in: context.db)
        let document = try settle(sheet.report, options, round, context)
        let added = try sheet.addMissing(to: round, in: context)
        try save(sheet, into: round, withItems: input.findingsOnly != true, in: context)
        context.noteImport(of: "item", count: sheet.rows.count, source: input.file.data)
        return ImportOutcome(
            faults: sheet.report.faults, sentence: sentence(sheet, added, options, input, round), document: document)
    }

    /// Questions block as well: nobody guesses which unit or year is meant.
    private func settle(_ report: ImportReport, _ options: ImportOptions, _ round: Round, _ context: WriteContext) throws
        -> Document?
    {
        do {
            return try context.settle(report, options, blocking: [.refused, .question])
        } catch var refused as ImportRefused {
            refused.refusals = LedgerSheet.Missing.gathered(refused.refusals, round: round)
            throw refused
        }
    }

    private func save(_ sheet: LedgerSheet, into round: Round, withItems: Bool, in context: WriteContext) throws {
        let placed = sheet.rows.compactMap { row in sheet.places.target(row.unit).map { (row: row, target: $0) } }
        let history = placed.map { place in
            HistoricFinding(
                target: place.target, wording: place.row.wording, category: place.row.category, leaf: place.row.leaf,
                issuedOn: place.row.issuedOn ?? place.target.feedbackDate)
        }
        let findings = try Findings.takeOver(history, into: round, in: context)
        guard withItems else { return }
        let items = try ItemInsertion(into: round, in: context)
        try SearchIndex.fillingOnce(Item.databaseTableName, in: context.db) {
            for (index, (place, finding)) in zip(placed, findings).enumerated() {
                try items.add(place.row, of: place.target, finding: finding.id, no: finding.no)
                if index % 1000 == 999 { context.progress(index + 1, placed.count) }
            }
        }
    }

    private func sentence(
        _ sheet: LedgerSheet, _ added: (units: Int, targets: Int), _ options: ImportOptions, _ input: Input, _ round: Round
    ) -> Message {
        func count(_ isCounted: (ItemStatus) -> Bool) -> String { "\(sheet.rows.count { isCounted($0.status) })" }
        return Message(
            options.dryRun ? "ledger.import.tried" : input.findingsOnly == true ? "ledger.import.issued" : "ledger.import.done",
            [
                "round": round.code, "read": "\(sheet.report.rowsRead)", "added": "\(sheet.rows.count)",
                "refused": "\(sheet.report.refused)", "closed": count { $0 == .closed }, "longTerm": count { $0 == .longTerm },
                "open": count(\.isPending), "units": "\(added.units)", "targets": "\(added.targets)",
            ])
    }
}
