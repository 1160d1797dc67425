import PluginKit

/// Answers as CSV (RFC 4180) for spreadsheets: labels in the reader's language as header, words instead of codes. Sections of a
/// record are left out, because a CSV file is one table.
///
/// A text that a spreadsheet would take for a formula gets an apostrophe in front; numbers are left alone.
public struct AnswerCSV: Sendable {
    private let text: ValueText

    public init(_ text: ValueText) {
        self.text = text
    }

    /// The CSV text with its line ends; empty for an answer without columns.
    public func encode(_ answer: Answer) -> String {
        guard !answer.columns.isEmpty else { return "" }
        var out = line(answer.columns.map { text.label(column: $0) })
        for row in answer.rows { out += line(row.map(cell)) }
        return out
    }

    private func line(_ cells: [String]) -> String {
        cells.map(Self.quoted).joined(separator: ",") + "\r\n"
    }

    private func cell(_ value: Value) -> String {
        let text = text(value)
        switch value {
        case .integer, .decimal: return text
        default: return Self.isFormula(text) ? "'" + text : text
        }
    }

    private static func isFormula(_ text: String) -> Bool {
        guard let first = text.first, "=+-@\t\r".contains(first) else { return false }
        return !JSONText.isNumber(text)
    }

    private static func quoted(_ cell: String) -> String {
        let needsQuotes = cell.utf8.contains { [UInt8(ascii: ","), UInt8(ascii: "\""), 0x0A, 0x0D].contains($0) }
        return needsQuotes ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
    }
}
