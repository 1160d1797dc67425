import PluginKit

/// How large a table may be before reading it is refused. The defaults leave room for any district; a program may set its own.
public struct ReadLimits: Sendable, Hashable {
    /// Size of the file in bytes.
    public var bytes: Int
    /// Rows, the header included.
    public var rows: Int
    /// Columns of any row.
    public var columns: Int
    /// Characters (Unicode scalars) of any cell. The default is the most that a workbook cell can hold.
    public var cellCharacters: Int
    /// Cells of all rows together, empty ones included: what bounds the memory a file of commas can take.
    public var cells: Int

    public init(
        bytes: Int = 200 * 1024 * 1024, rows: Int = 1_000_000, columns: Int = 200, cellCharacters: Int = 32_767,
        cells: Int = 20_000_000
    ) {
        self.bytes = bytes
        self.rows = rows
        self.columns = columns
        self.cellCharacters = cellCharacters
        self.cells = cells
    }

    /// Refuses a file of too many bytes (`E-VAL`).
    public func check(bytes count: Int) throws {
        guard count > bytes else { return }
        throw Rule.invalid.refused("tableBytes", ["bytes": "\(count)", "limit": "\(bytes)"])
    }

    /// Refuses one row too many (`E-VAL`).
    public func check(rows count: Int) throws {
        guard count > rows else { return }
        throw Rule.invalid.refused("tableRows", ["limit": "\(rows)"])
    }

    /// Refuses one cell too many (`E-VAL`).
    public func check(cells count: Int) throws {
        guard count > cells else { return }
        throw Rule.invalid.refused("tableCells", ["limit": "\(cells)"])
    }

    /// Refuses a row of too many columns (`E-VAL`).
    public func check(columns count: Int, row: Int) throws {
        guard count > columns else { return }
        throw Rule.invalid.refused("tableColumns", ["row": "\(row)", "limit": "\(columns)"])
    }

    /// Refuses a cell of too many characters (`E-VAL`).
    /// - Parameter column: index from 0; people are told the number from 1.
    public func check(cell text: String, row: Int, column: Int) throws {
        guard text.utf8.count > cellCharacters, text.unicodeScalars.count > cellCharacters else { return }
        throw Rule.invalid.refused(
            "tableCell", ["row": "\(row)", "column": "\(column + 1)", "limit": "\(cellCharacters)"])
    }
}
