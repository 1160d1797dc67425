import PluginKit

/// A table read into values, with a report. Nothing has been saved: a preview shows it, and an import saves `rows`.
public struct ImportPreview<Value: Sendable>: Sendable {
    /// A row that can be saved.
    public struct Row: Sendable {
        /// The row as a person counts (`SourceRow.number`).
        public var number: Int
        public var value: Value
    }

    public private(set) var rows: [Row] = []
    public private(set) var report: ImportReport
    /// Which column holds which field, for faults found after the reading.
    public let columns: ColumnMap

    /// Finds the header, maps the columns and reads every row.
    /// - Parameter read: reads one row; a row is accepted when a value comes back and no fault refuses it.
    /// - Throws: missing required columns and columns that appear twice, at once (`E-VAL`). Faulty rows do not throw.
    public init(
        _ table: SourceTable, fields: [FieldName], read: (inout RowReader) throws -> Value?
    ) throws {
        let table = table.withHeader(matching: fields)
        columns = try ColumnMap(header: table.header, fields: fields)
        report = ImportReport(
            rowsRead: table.rows.count, accepted: 0, refused: 0, faults: [], unknownColumns: columns.unknown,
            remarks: table.remarks)
        for row in table.rows {
            var reader = RowReader(row, columns: columns)
            reader.noteCellsOutside(header: table.header.count)
            take(try read(&reader), reader)
        }
    }

    private mutating func take(_ value: Value?, _ reader: RowReader) {
        report.faults += reader.faults
        if let value, !reader.isRefused {
            rows.append(Row(number: reader.row.number, value: value))
            report.accepted += 1
        } else {
            report.refused += 1
        }
    }
}
