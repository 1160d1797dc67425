/// Builds the bytes of a CSV file, record by record.
struct CSVWriter {
    /// What has been written so far; begins with the UTF-8 BOM, without which spreadsheet programs misread Chinese.
    private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

    mutating func record(_ cells: [ExportCell]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(Self.text(of: cell), quoted: cells.count == 1)
        }
        emptyLine()
    }

    mutating func emptyLine() {
        bytes += [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
    }

    /// The cell's text, with an apostrophe where it could be run as a formula. Numbers are safe as they are.
    static func text(of cell: ExportCell) -> String {
        switch cell {
        case .text(let text): escaped(text)
        case .decimal(let text): ExportCell.isDecimal(text) ? text : escaped(text)
        case .empty, .integer, .date: cell.plainText
        }
    }

    private static func escaped(_ text: String) -> String {
        FormulaText.needsEscape(text) ? "'" + text : text
    }

    /// - Parameter quoted: whether an empty cell needs quotes: alone on its line it would be no record.
    private mutating func append(_ text: String, quoted: Bool) {
        guard Self.needsQuotes(text) || (quoted && text.isEmpty) else {
            bytes += text.utf8
            return
        }
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func needsQuotes(_ text: String) -> Bool {
        guard text.utf8.first != UInt8(ascii: " "), text.utf8.last != UInt8(ascii: " ") else { return true }
        return text.utf8.contains { byte in
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: "\r"), UInt8(ascii: "\n"), UInt8(ascii: "\t"): true
            default: false
            }
        }
    }
}
