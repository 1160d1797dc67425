import PluginKit

/// Turns the rows of a holiday table into entries: a header with `date`, `name`, `kind` and `notice` in any order, then one
/// row per day. Other columns and blank rows are passed over.
public enum CalendarImport {
    /// The columns a table must have.
    public static let columns = ["date", "name", "kind", "notice"]

    /// Reads every row, or refuses with everything that is wrong. Rows are numbered from 1, the header being row 1; the field
    /// of a refusal is `rows.ROW.COLUMN`.
    /// - Throws: `E-VAL` on a missing or repeated column, a table without rows, an unreadable date, an unknown kind, an empty
    ///   name or notice; `E-DUP` on a day listed twice.
    public static func entries(from rows: [[String]]) throws -> [HolidayEntry] {
        var checks = Checks()
        let header = (rows.first ?? []).map(Self.trimmed)
        for column in columns {
            checks.require(
                header.count { $0 == column } == 1,
                Rule.invalid.refused("calendarColumn", field: column, ["column": .text(column)]))
        }
        let filled = rows.enumerated().dropFirst().filter { row in !row.element.allSatisfy { Self.trimmed($0).isEmpty } }
        checks.require(!filled.isEmpty, Rule.invalid.refused("calendarEmpty"))
        try checks.finish()
        var reader = Reader(header: header)
        let entries = filled.compactMap { reader.entry(from: $0.element, number: $0.offset + 1) }
        try reader.checks.finish()
        return entries
    }

    fileprivate static func trimmed(_ cell: String) -> String {
        String(cell.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    /// Reads row after row and remembers the days it has seen.
    private struct Reader {
        let header: [String]
        var checks = Checks()
        private var rowsByDate: [CalendarDate: Int] = [:]

        init(header: [String]) { self.header = header }

        mutating func entry(from row: [String], number: Int) -> HolidayEntry? {
            let date = date(from: row, number: number)
            let kind = kind(from: row, number: number)
            let name = text("name", from: row, number: number)
            let notice = text("notice", from: row, number: number)
            guard let date, let kind, let name, let notice else { return nil }
            return HolidayEntry(date: date, name: name, kind: kind, notice: notice)
        }

        private mutating func date(from row: [String], number: Int) -> CalendarDate? {
            let text = cell("date", in: row)
            guard let date = CalendarDate(text) else {
                refuse(.invalid, "calendarDate", "date", number, ["value": .text(text)])
                return nil
            }
            guard let earlier = rowsByDate[date] else {
                rowsByDate[date] = number
                return date
            }
            refuse(.duplicate, "calendarDateTwice", "date", number, ["date": "\(date)", "earlier": "\(earlier)"])
            return nil
        }

        private mutating func kind(from row: [String], number: Int) -> HolidayEntry.Kind? {
            let text = cell("kind", in: row)
            if let kind = HolidayEntry.Kind(rawValue: text) { return kind }
            refuse(.invalid, "calendarKind", "kind", number, ["value": .text(text)])
            return nil
        }

        private mutating func text(_ column: String, from row: [String], number: Int) -> String? {
            let text = cell(column, in: row)
            if !text.isEmpty { return text }
            refuse(.invalid, "calendarCell", column, number, ["column": .text(column)])
            return nil
        }

        private func cell(_ column: String, in row: [String]) -> String {
            guard let index = header.firstIndex(of: column), row.indices.contains(index) else { return "" }
            return CalendarImport.trimmed(row[index])
        }

        private mutating func refuse(
            _ rule: Rule, _ variant: String, _ column: String, _ number: Int, _ arguments: [String: Message.Argument]
        ) {
            let place: [String: Message.Argument] = ["row": "\(number)"]
            checks.add(
                rule.refused(variant, field: "rows.\(number).\(column)", arguments.merging(place) { own, _ in own }))
        }
    }
}
