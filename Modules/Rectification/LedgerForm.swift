import GRDB
import Inspection
import Interchange
import Operations
import Persistence
import PluginKit

/// Form F22 问题整改台账 (domain 8). The same rows in the same minute give the same file, byte for byte.
struct LedgerForm {
    let text: ValueText
    let today: CalendarDate
    /// Who is behind the accounts that closed items.
    let people: [String: String]
    let settings: RectificationSettings

    /// The form's columns in their order; the unit and the office's own number stand behind them, for ledgers of several units.
    static let columns = [
        "no", "wording", "category", "measures", "leaderInCharge", "leadDepartment", "due", "progress", "evidence", "systems",
        "loss",
        "itemStatus", "closedBy", "closedOn", "returnTimes", "alert", "unit", "officeNo",
    ]
    private static let numbers: Set<String> = ["systems", "loss", "returnTimes"]

    func table(_ rows: [Row]) -> ExportTable {
        ExportTable(
            title: text.text("ledgerForm.title"),
            columns: Self.columns.map { ExportColumn(text.text("ledgerForm.\($0)"), isNumber: Self.numbers.contains($0)) },
            rows: rows.map(cells))
    }

    private func cells(_ row: Row) -> [ExportCell] {
        let alert = DueAlert.of(due: row.item.due, status: row.item.status, today: today, settings: settings)
        return [
            .text(row.item.no), .text(row.item.wording), .text(word(row.item.category)), cell(row.measures),
            cell(row.item.leaderInCharge), cell(row.item.leadDepartment), due(row.item), cell(row.item.progress),
            cell(row.evidence),
            systems(row.item), row.item.lossFen.map { .decimal(Percent.text(hundredths: Int($0))) } ?? .empty,
            .text(word(row.item.status)), cell(row.item.closedBy.map { people[$0] ?? $0 }),
            row.item.closedOn.map { .date($0) } ?? .empty,
            .integer(row.item.returnTimes), .text(text.text("dueAlert.\(alert.rawValue)")), .text(row.unit),
            cell(row.item.officeNo),
        ]
    }

    /// A date, or 长期坚持 where the ledger has no date.
    private func due(_ item: Item) -> ExportCell {
        if let due = item.due { return .date(due) }
        return item.kindOfFix == .limited ? .empty : .text(word(item.kindOfFix))
    }

    private func systems(_ item: Item) -> ExportCell {
        item.systemsNew == nil && item.systemsRevised == nil
            ? .empty : .integer((item.systemsNew ?? 0) + (item.systemsRevised ?? 0))
    }

    private func cell(_ text: String?) -> ExportCell { text.map { .text($0) } ?? .empty }
    private func word<C: Choice>(_ choice: C) -> String { text(choice.value) }
}

extension LedgerForm {
    /// An item with what belongs to it.
    struct Row: FetchableRecord {
        var item: Item
        var unit: String
        var measures: String?
        var evidence: String?

        init(row: GRDB.Row) throws {
            item = try Item(row: row)
            unit = row["unitName"]
            measures = row["measureTexts"]
            evidence = row["evidenceNames"]
        }

        static func selection(_ condition: String) -> String {
            """
            SELECT i.*, u.name AS unitName,
                (SELECT group_concat(text, '；') FROM
                    (SELECT m.text FROM rectification_measure m WHERE m.itemId = i.id ORDER BY m.ordinal)) AS measureTexts,
                (SELECT group_concat(name, '；') FROM
                    (SELECT e.name FROM rectification_evidence e WHERE e.itemId = i.id ORDER BY e.addedOn, e.name, e.sha256))
                    AS evidenceNames
            FROM rectification_item i JOIN organization_unit u ON u.id = i.unitId
            WHERE \(condition)
            ORDER BY i.seq
            """
        }
    }
}
