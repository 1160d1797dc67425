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

    func create(_ db: Database) throws {
        try db.create(virtualTable: "\(table)_search", using: FTS5()) { definition in
            definition.tokenizer = FTS5TokenizerDescriptor(components: [ChineseTokenizer.name])
            definition.synchronize(withTable: table)
            for column in columns { definition.column(column) }
        }
    }

    /// The words a person typed as an FTS5 pattern: every word must occur, in any order. Nil when there is nothing to look for.
    public static func pattern(_ words: String) -> String? {
        let phrases = words.split { $0 == " " || $0 == "　" || $0 == "\"" || $0 == "\0" }
        guard !phrases.isEmpty else { return nil }
        return phrases.map { "\"\($0)\"" }.joined(separator: " AND ")
    }
}
