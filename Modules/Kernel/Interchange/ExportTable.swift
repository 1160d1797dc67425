import PluginKit

/// A table to be written to a file.
public struct ExportTable: Sendable, Hashable {
    /// What the table is about; a workbook shows it as the name of its sheet and above each printed page.
    public var title: String
    public var columns: [ExportColumn]
    public var rows: [[ExportCell]]
    /// Lines below the data, after a blank row: time of generation, scope, secrecy.
    public var notes: [String]

    public init(title: String, columns: [ExportColumn], rows: [[ExportCell]], notes: [String] = []) {
        self.title = title
        self.columns = columns
        self.rows = rows
        self.notes = notes
    }
}

/// A column of a table to be written.
public struct ExportColumn: Sendable, Hashable {
    /// Where the cells' text stands.
    public enum Alignment: Sendable, Hashable { case leading, center, trailing }

    public var title: String
    public var alignment: Alignment
    /// Whether the cells are numbers.
    public var isNumber: Bool

    /// - Parameter alignment: numbers stand to the right and everything else to the left unless told otherwise.
    public init(_ title: String, alignment: Alignment? = nil, isNumber: Bool = false) {
        self.title = title
        self.alignment = alignment ?? (isNumber ? .trailing : .leading)
        self.isNumber = isNumber
    }
}

/// One value of a table to be written.
public enum ExportCell: Sendable, Hashable {
    case empty
    case text(String)
    case integer(Int)
    /// A decimal number as text, `-12.50`. What is not a number in plain digits is written as text.
    case decimal(String)
    case date(CalendarDate)

    /// The value as it is read by people, before any escaping; dates are `2026-03-01`.
    public var plainText: String {
        switch self {
        case .empty: ""
        case .text(let text), .decimal(let text): text
        case .integer(let number): "\(number)"
        case .date(let date): date.description
        }
    }

    /// Whether a text is a number in plain digits: an optional minus sign, digits, and digits after a point.
    public static func isDecimal(_ text: String) -> Bool {
        let unsigned = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
        let parts = unsigned.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        return parts.allSatisfy { part in
            !part.isEmpty && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        }
    }
}
