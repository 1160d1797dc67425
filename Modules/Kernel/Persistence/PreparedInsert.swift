import GRDB
import GRDBSQLite

/// An `INSERT` prepared once and run for very many rows, within one transaction.
///
/// The first row is run by GRDB, which tells the write guard whose tables the statement touches, triggers included. The others are
/// bound and run as C does it: an import spends more time around a row than on it otherwise.
public final class PreparedInsert {
    private let db: Database
    private let statement: Statement
    private let columnCount: Int
    private var isKnown = false

    /// - Parameter constant: columns that have the same value in every row; they are bound once.
    public init(
        into table: String, _ columns: [String], constant: [(column: String, value: any StatementBinding)] = [], in db: Database
    ) throws {
        let names = columns + constant.map(\.column)
        let places = names.map { _ in "?" }.joined(separator: ", ")
        self.db = db
        statement = try db.makeStatement(sql: "INSERT INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(places))")
        columnCount = columns.count
        // Makes every place NULL.
        statement.setUncheckedArguments([])
        for (index, constant) in constant.enumerated() { try bind(constant.value, at: columns.count + index) }
    }

    /// An insertion that a connection prepares once and keeps.
    init(cached sql: String, columnCount: Int, in db: Database) throws {
        self.db = db
        statement = try db.cachedStatement(sql: sql)
        self.columnCount = columnCount
        statement.setUncheckedArguments([])
    }

    /// Adds a row.
    /// - Parameter values: one for each column, in their order. They are bound as they are, without becoming ``DatabaseValue``.
    public func add(_ values: [(any StatementBinding)?]) throws {
        guard values.count == columnCount else {
            throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "\(values.count) values for \(columnCount) columns")
        }
        for (index, value) in values.enumerated() { try bind(value, at: index) }
        try run(statement.sqliteStatement)
    }

    private func bind(_ value: (any StatementBinding)?, at index: Int) throws {
        let handle = statement.sqliteStatement, place = CInt(index + 1)
        let code = value.map { $0.bind(to: handle, at: place) } ?? sqlite3_bind_null(handle, place)
        guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    }

    private func run(_ handle: SQLiteStatement) throws {
        guard isKnown else {
            try statement.execute()
            // Nothing can be bound to a statement that has run before it is reset.
            sqlite3_reset(handle)
            isKnown = true
            return
        }
        let code = sqlite3_step(handle)
        let message = code == SQLITE_DONE ? nil : db.lastErrorMessage
        sqlite3_reset(handle)
        guard code == SQLITE_DONE else {
            throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message, sql: statement.sql)
        }
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
