import PluginKit

/// A table read from a file: header and rows as text, with source positions.
///
/// A reader takes the first row that is not blank for the header. `withHeader(matching:)` finds the real one where a title
/// stands above it.
public struct SourceTable: Sendable, Hashable {
    /// The header's cells as they stand in the file.
    public var header: [String]
    /// Where the header stands, counted like `SourceRow.number`; 1 when nothing stands above it.
    public var headerNumber: Int
    /// The rows below the header, in the order of the file.
    public var rows: [SourceRow]
    /// Rows that `withHeader(matching:)` took for text around the data: titles above it, remarks and signatures below.
    /// They are kept so that a preview can show what was not read as data.
    public var remarks: [SourceRow]

    public init(header: [String], headerNumber: Int = 1, rows: [SourceRow], remarks: [SourceRow] = []) {
        self.header = header
        self.headerNumber = headerNumber
        self.rows = rows
        self.remarks = remarks
    }

    /// A table whose first row is the header; an empty one where there is no row.
    public init(rows: [SourceRow]) {
        self.init(
            header: rows.first?.cells ?? [], headerNumber: rows.first?.number ?? 1, rows: Array(rows.dropFirst()))
    }
}

/// One row of a source table.
public struct SourceRow: Sendable, Hashable {
    /// The row as a person counts: in a CSV file the record number, header 1, first data row 2 (a quoted cell may hold line
    /// breaks, so it is not the line of the file); in a workbook the sheet's own row number.
    public var number: Int
    /// Cells as text. A row may have fewer cells than the header; use the subscript.
    public var cells: [String]
    /// What is wrong with a cell beyond its text, by column index from 0, such as a formula that was saved without its value.
    /// An importer must not take such a cell's text as its value; `RowReader` refuses it.
    public var problems: [Int: Message]

    public init(number: Int, cells: [String], problems: [Int: Message] = [:]) {
        self.number = number
        self.cells = cells
        self.problems = problems
    }

    /// The text of a column, empty where the row ends before it or the column is absent.
    public subscript(column: Int?) -> String {
        guard let column, cells.indices.contains(column) else { return "" }
        return cells[column]
    }

    /// How many cells hold more than spaces, or have a problem.
    public var filledCount: Int {
        cells.indices.count { problems[$0] != nil || !Cells.isBlank(cells[$0]) }
    }

    /// Whether no cell holds anything.
    public var isBlank: Bool { problems.isEmpty && cells.allSatisfy(Cells.isBlank) }
}
