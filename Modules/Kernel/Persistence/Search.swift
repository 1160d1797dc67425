import Foundation
import GRDB

/// Splits text for the search index: every Chinese character is a token of its own, Latin words and numbers are one token
/// each, lower-cased. A quoted phrase of such tokens finds one- and two-character words, which SQLite's trigram index misses.
final class ChineseTokenizer: FTS5CustomTokenizer {
    static let name = "chinese"

    init(db: Database, arguments: [String]) throws {}

    func tokenize(
        context: UnsafeMutableRawPointer?, tokenization: FTS5Tokenization, pText: UnsafePointer<CChar>?, nText: CInt,
        tokenCallback: @escaping FTS5TokenCallback
    ) -> CInt {
        guard let pText, nText > 0 else { return 0 }
        let bytes = UnsafeRawBufferPointer(start: pText, count: Int(nText))
        var word: [UInt8] = []
        var wordStart = 0
        func flush(_ end: Int) -> CInt {
            guard !word.isEmpty else { return 0 }
            defer { word.removeAll(keepingCapacity: true) }
            return word.withUnsafeBytes {
                tokenCallback(
                    context, 0, $0.baseAddress?.assumingMemoryBound(to: CChar.self), CInt($0.count), CInt(wordStart), CInt(end))
            }
        }
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            let end = min(index + length, bytes.count)
            if let folded = Self.asciiFold(byte) {
                if word.isEmpty { wordStart = index }
                word.append(folded)
            } else {
                let code = flush(index)
                guard code == 0 else { return code }
                if length >= 3, !Self.isPunctuation(bytes, index, end) {
                    let code = tokenCallback(
                        context, 0, pText + index, CInt(end - index), CInt(index), CInt(end))
                    guard code == 0 else { return code }
                }
            }
            index = end
        }
        return flush(bytes.count)
    }

    /// Letters and digits, lower-cased; nil for anything else.
    private static func asciiFold(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39, 0x61...0x7A: byte
        case 0x41...0x5A: byte + 32
        default: nil
        }
    }

    /// General punctuation (U+2000–206F), CJK punctuation (U+3000–303F) and full-width signs (U+FF00–FF0F, FF1A–FF20).
    private static func isPunctuation(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Bool {
        guard end - start == 3 else { return false }
        let scalar = UInt32(bytes[start] & 0x0F) << 12 | UInt32(bytes[start + 1] & 0x3F) << 6 | UInt32(bytes[start + 2] & 0x3F)
        switch scalar {
        case 0x2000...0x206F, 0x3000...0x303F, 0xFF00...0xFF0F, 0xFF1A...0xFF20: return true
        default: return false
        }
    }
}

/// A full-text index over columns of one table, kept in step by triggers. The table needs an `INTEGER PRIMARY KEY`.
public struct SearchIndex: Sendable {
    let table: String
    let columns: [String]

    public init(table: String, columns: [String]) {
        self.table = table
        self.columns = columns
    }

    /// The index belongs to the table's plugin by its name, `TABLE_search`; its triggers leave out rows that ``fillingOnce``
    /// brings in later.
    func create(_ db: Database) throws {
        let names = columns.joined(separator: ", ")
        func values(_ row: String) -> String { columns.map { "\(row).\($0)" }.joined(separator: ", ") }
        func indexed(_ row: String) -> String {
            "NOT EXISTS (SELECT 1 FROM kernel_unindexed WHERE tableName = '\(table)' AND lastRow < \(row).rowid)"
        }
        let add = "INSERT INTO \(table)_search (rowid, \(names)) VALUES (new.rowid, \(values("new")));"
        let remove =
            "INSERT INTO \(table)_search (\(table)_search, rowid, \(names)) VALUES ('delete', old.rowid, \(values("old")));"
        try db.execute(
            sql: """
                CREATE VIRTUAL TABLE \(table)_search USING fts5(\(names), tokenize='\(ChineseTokenizer.name)', content='\(table)');
                CREATE TRIGGER \(table)_search_insert AFTER INSERT ON \(table) WHEN \(indexed("new")) BEGIN \(add) END;
                CREATE TRIGGER \(table)_search_delete AFTER DELETE ON \(table) WHEN \(indexed("old")) BEGIN \(remove) END;
                CREATE TRIGGER \(table)_search_update AFTER UPDATE ON \(table) WHEN \(indexed("old")) BEGIN \(remove) \(add) END;
                """)
    }

    /// Adds many rows to a table and brings them into its search index together at the end, whatever becomes of the rest.
    ///
    /// SQLite ends a piece of the index with every row that a trigger adds; all rows at once cost a tenth of that.
    /// - Parameters:
    ///   - table: one that has a search index; to be called in the name of its owner.
    ///   - body: adds the rows, which the search does not find meanwhile.
    public static func fillingOnce<Result>(_ table: String, in db: Database, _ body: () throws -> Result) throws -> Result {
        try db.execute(
            sql: "INSERT INTO kernel_unindexed (tableName, lastRow) SELECT ?, coalesce(max(rowid), 0) FROM \(table)",
            arguments: [table])
        let outcome = Swift.Result { try body() }
        let columns = try String.fetchAll(db, sql: "SELECT name FROM pragma_table_info(?)", arguments: ["\(table)_search"])
        let names = columns.joined(separator: ", ")
        try db.execute(
            sql: """
                INSERT INTO \(table)_search (rowid, \(names)) SELECT rowid, \(names) FROM \(table)
                    WHERE rowid > (SELECT lastRow FROM kernel_unindexed WHERE tableName = ?1) ORDER BY rowid
                """, arguments: [table])
        try db.execute(sql: "DELETE FROM kernel_unindexed WHERE tableName = ?", arguments: [table])
        return try outcome.get()
    }

    /// The words a person typed as an FTS5 pattern: every word must occur, in any order. Nil when there is nothing to look for.
    public static func pattern(_ words: String) -> String? {
        let phrases = words.split { $0 == " " || $0 == "　" || $0 == "\"" || $0 == "\0" }
        guard !phrases.isEmpty else { return nil }
        return phrases.map { "\"\($0)\"" }.joined(separator: " AND ")
    }
}
