import GRDBSQLite

/// The C API as a C programmer would use it: what nothing written on top of it can beat.
struct RawDatabase {
    let connection: OpaquePointer

    /// Opens a file for itself.
    static func open(_ path: String) throws -> RawDatabase {
        var connection: OpaquePointer?
        guard sqlite3_open_v2(path, &connection, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nil) == SQLITE_OK, let connection
        else {
            throw RawError("cannot open \(path)")
        }
        return RawDatabase(connection: connection)
    }

    func close() { sqlite3_close_v2(connection) }

    func execute(_ sql: String) throws {
        guard sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK else { throw error(sql) }
    }

    func prepare(_ sql: String) throws -> RawStatement {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil) == SQLITE_OK,
            let statement
        else { throw error(sql) }
        return RawStatement(statement: statement, database: self)
    }

    func error(_ doing: String) -> RawError { RawError(String(cString: sqlite3_errmsg(connection)) + ": " + doing) }
}

struct RawError: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

/// A prepared statement; values are bound where they lie, without copies.
struct RawStatement {
    let statement: OpaquePointer
    let database: RawDatabase

    func finalize() { sqlite3_finalize(statement) }

    func bind(_ value: Int64, at index: Int32) { sqlite3_bind_int64(statement, index, value) }

    /// The bytes must stay where they are until the statement has run.
    func bind(text: UnsafeRawBufferPointer, at index: Int32) {
        sqlite3_bind_text(statement, index, text.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(text.count), nil)
    }

    /// The bytes must stay where they are until the statement has run.
    func bind(blob: UnsafeRawBufferPointer, at index: Int32) {
        sqlite3_bind_blob(statement, index, blob.baseAddress, Int32(blob.count), nil)
    }

    func bindNull(at index: Int32) { sqlite3_bind_null(statement, index) }

    /// Whether there is a row.
    func step() throws -> Bool {
        switch sqlite3_step(statement) {
        case SQLITE_ROW: true
        case SQLITE_DONE: false
        default: throw database.error("step")
        }
    }

    func reset() { sqlite3_reset(statement) }

    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

    func text(_ column: Int32) -> String? {
        sqlite3_column_text(statement, column).map { String(cString: $0) }
    }

    func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
        let start = sqlite3_column_blob(statement, column)
        return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
    }

    func kind(_ column: Int32) -> Int32 { sqlite3_column_type(statement, column) }
    var columnCount: Int32 { sqlite3_column_count(statement) }
}
