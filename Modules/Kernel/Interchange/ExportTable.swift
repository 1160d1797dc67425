import PluginKit

/// A table to be written to a file.
public struct ExportTable: Sendable, Hashable {
    /// What the table is about; a workbook shows it as the name of its sheet and above each printed page.
    public var title: String
    public var columns: [ExportColumn]
    public var rows: [[ExportCell]]
    /// Lines below the data, after a blank row: sums and remarks.
    public var notes: [String]
    /// What the paper says about itself; nil for files that only programs read.
    public var imprint: Imprint?

    public init(
        title: String, columns: [ExportColumn], rows: [[ExportCell]], notes: [String] = [], imprint: Imprint? = nil
    ) {
        self.title = title
        self.columns = columns
        self.rows = rows
        self.notes = notes
        self.imprint = imprint
    }

    /// What stands below the data, line by line: the notes, then the imprint.
    public var lines: [String] { notes + (imprint?.lines ?? []) }
}

/// What a form or list that is handed out says about itself (domain 8), each a ready text such as `密级：内部`. The page's number is
/// the format's own to add.
public struct Imprint: Sendable, Hashable {
    /// The language of the paper, `zh-Hans`.
    public var language: String
    /// What it is about: `范围：轮次 14-3`.
    public var scope: String
    public var secrecy: String
    /// When it was made.
    public var made: String
    /// 文号 of an issued document, or the place for it; nil for what is not issued.
    public var number: String?
    /// Where the seal goes; nil for what is not issued.
    public var seal: String?

    public init(
        language: String = "zh-Hans", scope: String, secrecy: String, made: String, number: String? = nil, seal: String? = nil
    ) {
        self.language = language
        self.scope = scope
        self.secrecy = secrecy
        self.made = made
        self.number = number
        self.seal = seal
    }

    /// All of it, one line each.
    public var lines: [String] { [number, scope, secrecy, made, seal].compactMap(\.self) }
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
