import PluginKit

/// Takes UTF-8 text apart into records and cells, byte by byte. Cells become strings at once; nothing else is copied.
///
/// It reads from borrowed memory, which spares counting references for each of a million cells; every index is compared with
/// the count first. It must not outlive the closure that lends the memory.
struct CSVParser {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    private let bytes: Bytes
    private let limits: ReadLimits
    private let separator: UInt8
    private var index = 0
    /// The record being read, counted from 1.
    private var record = 1

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    /// - Parameter bytes: valid UTF-8 without BOM.
    init(bytes: Bytes, limits: ReadLimits) {
        self.bytes = bytes
        self.limits = limits
        separator = Self.separator(of: bytes)
    }

    /// A tab where the first line has tabs and no comma, as in the text files spreadsheet programs save.
    private static func separator(of bytes: Bytes) -> UInt8 {
        let line = bytes.prefix { $0 != lineFeed && $0 != carriageReturn }
        let comma = UInt8(ascii: ","), tab = UInt8(ascii: "\t")
        return !line.contains(comma) && line.contains(tab) ? tab : comma
    }

    /// All records that hold at least one character, a pair of quotes included.
    mutating func rows() throws -> [SourceRow] {
        var rows: [SourceRow] = []
        var width = 0
        var total = 0
        while index < bytes.count {
            if !endRecord() {
                let cells = try cells(expecting: width)
                rows.append(SourceRow(number: record, cells: cells))
                width = cells.count
                total += width
                try limits.check(cells: total)
                try limits.check(rows: rows.count)
                _ = endRecord()
            }
            record += 1
        }
        return rows
    }

    private mutating func cells(expecting width: Int) throws -> [String] {
        var cells: [String] = []
        cells.reserveCapacity(width)
        while true {
            let cell = try cell(column: cells.count)
            try limits.check(cell: cell, row: record, column: cells.count)
            cells.append(cell)
            try limits.check(columns: cells.count, row: record)
            guard index < bytes.count, bytes[index] == separator else { return cells }
            index += 1
        }
    }

    /// Steps over a line end (LF, CRLF or CR) if one stands here.
    private mutating func endRecord() -> Bool {
        guard index < bytes.count else { return false }
        if bytes[index] == Self.carriageReturn {
            index += index + 1 < bytes.count && bytes[index + 1] == Self.lineFeed ? 2 : 1
            return true
        }
        guard bytes[index] == Self.lineFeed else { return false }
        index += 1
        return true
    }

    private mutating func cell(column: Int) throws -> String {
        if index < bytes.count, bytes[index] == Self.quote { return try quotedCell(column: column) }
        let start = index
        while index < bytes.count, !isCellEnd(bytes[index]) { index += 1 }
        return FormulaText.unescaped(Bytes(rebasing: bytes[start..<index]))
    }

    private func isCellEnd(_ byte: UInt8) -> Bool {
        byte == separator || byte == Self.lineFeed || byte == Self.carriageReturn
    }

    private mutating func quotedCell(column: Int) throws -> String {
        index += 1
        let text = try quotedText(column: column)
        while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
        guard index == bytes.count || isCellEnd(bytes[index]) else {
            throw Rule.invalid.refused("tableQuoteTail", ["row": "\(record)", "column": "\(column + 1)"])
        }
        return text
    }

    /// The text up to the closing quote, with doubled quotes made single.
    private mutating func quotedText(column: Int) throws -> String {
        var doubled: [UInt8] = []
        var start = index
        while let quote = bytes[index...].firstIndex(of: Self.quote) {
            index = quote + 1
            guard index < bytes.count, bytes[index] == Self.quote else {
                let end = Bytes(rebasing: bytes[start..<quote])
                return doubled.isEmpty
                    ? FormulaText.unescaped(end) : (doubled + end).withUnsafeBufferPointer(FormulaText.unescaped)
            }
            doubled += bytes[start...quote]
            index += 1
            start = index
        }
        throw Rule.invalid.refused("tableQuoteOpen", ["row": "\(record)", "column": "\(column + 1)"])
    }
}
