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

    /// An insertion that a connection prepares once and keeps.
    init(cached sql: String, columnCount: Int, in db: Database) throws {
        statement = try db.cachedStatement(sql: sql)
        self.columnCount = columnCount
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

extension Database {
    /// Adds a record. It is encoded once, for its row and for its digest, and the statement is prepared once a connection.
    /// - Returns: the digest of what was added, as the audit keeps it.
    public func add(_ record: some Encodable & PersistableRecord) throws -> String {
        let columns = try record.databaseDictionary.sorted { $0.key < $1.key }
        let names = columns.map { $0.key }.joined(separator: ", ")
        let places = String(repeating: "?, ", count: columns.count).dropLast(2)
        let table = type(of: record).databaseTableName
        let statement = try cachedStatement(sql: "INSERT INTO \(table) (\(names)) VALUES (\(places))")
        try statement.execute(arguments: StatementArguments(columns.map { $0.value }))
        return Digest.of(columns: columns)
    }
}
