import PluginKit

/// Reads the fields of one row and collects what is wrong with them.
public struct RowReader: Sendable {
    public let row: SourceRow
    public let columns: ColumnMap
    public private(set) var faults: [RowFault] = []

    public init(_ row: SourceRow, columns: ColumnMap) {
        self.row = row
        self.columns = columns
    }

    /// The field's text as it stands in the file; empty where the table has no such column.
    public func raw(_ field: String) -> String { row[columns[field]] }

    /// The field's value where it is certain; otherwise nil, with a fault unless the cell is empty.
    ///
    /// ```swift
    /// let born = reader.value("birthMonth") { Cells.yearMonth($0, notAfter: roster) }
    /// ```
    /// - Parameter rule: the rule a refused value breaks.
    @inlinable
    public mutating func value<Value>(
        _ field: String, rule: Rule = .invalid, _ read: (String) -> CellReading<Value>
    ) -> Value? {
        guard !hasProblem(field, rule) else { return nil }
        let reading = read(raw(field))
        if let message = reading.message, let severity = reading.severity {
            note(field, message, severity: severity, rule: rule)
        }
        return reading.certain
    }

    /// Like `value`, but an empty cell is refused.
    @inlinable
    public mutating func required<Value>(
        _ field: String, rule: Rule = .invalid, _ read: (String) -> CellReading<Value>
    ) -> Value? {
        let value = value(field, rule: rule, read)
        if value == nil, !faults.contains(where: { $0.column == columns.title(field) }) {
            note(field, Message("interchange.cell.missing"), rule: rule)
        }
        return value
    }

    /// Notes a fault that the reading functions do not find, such as two fields that contradict each other.
    public mutating func note(
        _ field: String, _ message: Message, severity: RowFault.Severity = .refused, rule: Rule = .invalid
    ) {
        faults.append(
            RowFault(
                row: row.number, column: columns.title(field), value: raw(field), message: message, severity: severity,
                rule: rule))
    }

    /// Whether the row must not be saved.
    public var isRefused: Bool { faults.contains { $0.severity == .refused } }

    /// Refuses a cell that the file's reader found a problem with, once.
    @usableFromInline
    mutating func hasProblem(_ field: String, _ rule: Rule) -> Bool {
        guard !row.problems.isEmpty, let column = columns[field], let problem = row.problems[column] else { return false }
        note(field, problem, rule: rule)
        return true
    }

    /// Refuses filled cells to the right of the header: no field could read them.
    mutating func noteCellsOutside(header: Int) {
        for (column, problem) in row.problems.sorted(by: { $0.key < $1.key }) where column >= header {
            faults.append(
                RowFault(
                    row: row.number, column: "\(column + 1)", value: row[column], message: problem, severity: .refused))
        }
    }
}
