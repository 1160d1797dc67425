import Interchange
import PluginKit

/// Reads holiday tables: one row per day with `date`, `name`, `kind` and `notice`, or the same in Chinese.
public enum CalendarImport {
    /// The columns of a table and the names they may have.
    public static let fields = [
        FieldName("date", ["日期", "date"], required: true),
        FieldName("name", ["节日", "name"], required: true),
        FieldName("kind", ["安排", "kind"], required: true),
        FieldName("notice", ["通知", "notice"], required: true),
    ]
    /// What keeps a row from being taken: unlike other imports, a question too. A day left out would be counted wrongly
    /// without a word.
    public static let blocking: Set<RowFault.Severity> = [.refused, .question]

    /// Reads and checks every row.
    /// - Throws: `E-VAL` on a missing or repeated column and on a table without rows. Faults of rows are in the report: an
    ///   unreadable date, an unknown kind, an empty cell, a day listed twice.
    public static func read(_ table: SourceTable) throws -> ImportPreview<HolidayEntry> {
        var rowsByDate: [CalendarDate: Int] = [:]
        let preview = try ImportPreview(table, fields: fields) { reader in
            let date = reader.required("date") { Cells.date($0) }
            let name = reader.required("name", Cells.text)
            let kind = reader.required("kind", kindReading)
            let notice = reader.required("notice", Cells.text)
            if let date, let earlier = rowsByDate.updateValue(reader.row.number, forKey: date) {
                let message = Message("E-DUP.refusal.calendarRow", ["date": "\(date)", "earlier": "\(earlier)"])
                reader.note("date", message, rule: .duplicate)
            }
            guard let date, let name, let kind, let notice else { return HolidayEntry?.none }
            return HolidayEntry(date: date, name: name, kind: kind, notice: notice)
        }
        guard preview.report.rowsRead > 0 else { throw Rule.invalid.refused("calendarEmpty") }
        return preview
    }

    /// Reads plain rows, the header first, all or nothing. Rows are numbered from 1, the header being row 1.
    /// - Throws: as ``read(_:)``, and every fault of the rows at once.
    public static func entries(from rows: [[String]]) throws -> [HolidayEntry] {
        let numbered = rows.enumerated().map { SourceRow(number: $0.offset + 1, cells: $0.element) }
        let preview = try read(SourceTable(rows: numbered))
        var checks = Checks()
        for fault in preview.report.faults where blocking.contains(fault.severity) { checks.add(fault.refusal) }
        try checks.finish()
        return preview.rows.map(\.value)
    }

    private static func kindReading(_ text: String) -> CellReading<HolidayEntry.Kind> {
        let unknown = Message("E-VAL.refusal.calendarKind", ["value": Cells.clean(text)])
        return Cells.text(text).map(otherwise: unknown) { kinds[$0.lowercased()] }
    }

    private static let kinds: [String: HolidayEntry.Kind] = [
        "rest": .rest, "放假": .rest, "holiday": .rest,
        "work": .work, "调休上班": .work, "上班": .work, "make-up working day": .work,
    ]
}
