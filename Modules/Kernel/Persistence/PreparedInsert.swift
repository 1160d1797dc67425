import GRDB

/// An `INSERT` prepared once and run for very many rows.
public struct PreparedInsert {
    private let statement: Statement
    private let columnCount: Int

    public init(into table: String, _ columns: [String], in db: Database) throws {
        let places = columns.map { _ in "?" }.joined(separator: ", ")
        statement = try db.makeStatement(sql: "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(places))")
        columnCount = columns.count
    }

    /// Adds a row.
    /// - Parameter values: one for each column, in their order. They are bound as they are, without becoming ``DatabaseValue``.
    public func add(_ values: [(any StatementBinding)?]) throws {
        guard values.count == columnCount else {
            throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "\(values.count) values for \(columnCount) columns")
        }
        // Resets the statement and makes every place NULL.
        statement.setUncheckedArguments([])
        for (index, value) in values.enumerated() {
            let code = value?.bind(to: statement.sqliteStatement, at: CInt(index + 1)) ?? 0
            guard code == 0 else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
        }
        try statement.execute()
    }
}
