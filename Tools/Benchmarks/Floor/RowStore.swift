import GRDBSQLite

/// Rows of tables kept in memory, ready to be bound without any further work.
struct RowStore {
    /// Rows of one table.
    struct Table {
        let name: String
        let columns: [String]
        fileprivate var cells: [Cell] = []

        var rowCount: Int { columns.isEmpty ? 0 : cells.count / columns.count }
    }

    fileprivate enum Cell {
        case null
        case integer(Int64)
        case text(Range<Int>)
        case blob(Range<Int>)
    }

    private(set) var tables: [Table] = []
    private var bytes: [UInt8] = []

    /// Reads the rows that a file has and an earlier copy of it had not.
    init(of path: String, notIn earlier: String) throws {
        let database = try RawDatabase.open(path)
        defer { database.close() }
        try database.execute("ATTACH '\(earlier)' AS earlier")
        for (name, columns) in try Self.ordinaryTables(database) {
            try read(name, columns, database)
        }
    }

    /// Tables that are neither SQLite's nor parts of a search index, in the order they were made.
    private static func ordinaryTables(_ database: RawDatabase) throws -> [(String, [String])] {
        let list = try database.prepare(
            """
            SELECT m.name, group_concat(c.name) FROM main.sqlite_master m JOIN pragma_table_info(m.name) c
            WHERE m.type = 'table' AND m.sql NOT LIKE 'CREATE VIRTUAL%' AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE '%_search_%'
            GROUP BY m.rowid ORDER BY m.rowid
            """)
        defer { list.finalize() }
        var tables: [(String, [String])] = []
        while try list.step() {
            tables.append((list.text(0) ?? "", (list.text(1) ?? "").split(separator: ",").map(String.init)))
        }
        return tables
    }

    private mutating func read(_ name: String, _ columns: [String], _ database: RawDatabase) throws {
        var table = Table(name: name, columns: columns)
        let select = try database.prepare("SELECT * FROM main.\"\(name)\" EXCEPT SELECT * FROM earlier.\"\(name)\"")
        defer { select.finalize() }
        while try select.step() {
            for column in 0..<select.columnCount { table.cells.append(cell(select, column)) }
        }
        if table.rowCount > 0 { tables.append(table) }
    }

    private mutating func cell(_ row: RawStatement, _ column: Int32) -> Cell {
        switch row.kind(column) {
        case SQLITE_INTEGER: return .integer(row.integer(column))
        case SQLITE_NULL: return .null
        case SQLITE_TEXT: return .text(keep(row.bytes(column)))
        default: return .blob(keep(row.bytes(column)))
        }
    }

    private mutating func keep(_ value: UnsafeRawBufferPointer) -> Range<Int> {
        let start = bytes.count
        bytes.append(contentsOf: value)
        return start..<bytes.count
    }

    /// Writes every row with one prepared statement for each table; the caller opens the transaction.
    func insert(into database: RawDatabase) throws {
        try bytes.withUnsafeBytes { memory in
            for table in tables { try insert(table, memory, database) }
        }
    }

    /// The same, with search indexes filled at the end by one statement each.
    func insertFillingOnce(into database: RawDatabase) throws {
        let indexed = try tables.filter { try database.hasTable("\($0.name)_search") }.map(\.name)
        for table in indexed {
            try database.execute("INSERT INTO kernel_unindexed SELECT '\(table)', coalesce(max(rowid), 0) FROM \(table)")
        }
        try insert(into: database)
        for table in indexed {
            let names = try database.columns(of: "\(table)_search")
            try database.execute(
                """
                INSERT INTO \(table)_search (rowid, \(names)) SELECT rowid, \(names) FROM \(table)
                    WHERE rowid > (SELECT lastRow FROM kernel_unindexed WHERE tableName = '\(table)') ORDER BY rowid
                """)
        }
        try database.execute("DELETE FROM kernel_unindexed")
    }

    private func insert(_ table: Table, _ memory: UnsafeRawBufferPointer, _ database: RawDatabase) throws {
        let places = table.columns.map { _ in "?" }.joined(separator: ",")
        let names = table.columns.map { "\"\($0)\"" }.joined(separator: ",")
        let statement = try database.prepare("INSERT INTO \"\(table.name)\" (\(names)) VALUES (\(places))")
        defer { statement.finalize() }
        let width = table.columns.count
        for (position, cell) in table.cells.enumerated() {
            let index = Int32(position % width) + 1
            switch cell {
            case .null: statement.bindNull(at: index)
            case .integer(let number): statement.bind(number, at: index)
            case .text(let range): statement.bind(text: UnsafeRawBufferPointer(rebasing: memory[range]), at: index)
            case .blob(let range): statement.bind(blob: UnsafeRawBufferPointer(rebasing: memory[range]), at: index)
            }
            guard Int(index) == width else { continue }
            _ = try statement.step()
            statement.reset()
        }
    }

    /// How many rows each table has, for the report.
    var summary: String { tables.map { "\($0.name) \($0.rowCount)" }.joined(separator: ", ") }
}

extension RawDatabase {
    fileprivate func hasTable(_ name: String) throws -> Bool {
        let statement = try prepare("SELECT 1 FROM sqlite_master WHERE name = '\(name)'")
        defer { statement.finalize() }
        return try statement.step()
    }

    /// Names of a table's columns, with commas between.
    fileprivate func columns(of table: String) throws -> String {
        let statement = try prepare("SELECT group_concat(name) FROM pragma_table_info('\(table)')")
        defer { statement.finalize() }
        return try statement.step() ? statement.text(0) ?? "" : ""
    }
}
