import PluginKit

/// A month of a year, written `1987.01` as cadre rosters do.
public struct YearMonth: Sendable, Hashable, Comparable, CustomStringConvertible, Codable {
    public let year: Int
    public let month: Int

    /// Nil when there is no such month or the year is outside 1900 to 2999.
    public init?(year: Int, month: Int) {
        guard (1900...2999).contains(year), (1...12).contains(month) else { return nil }
        self.year = year
        self.month = month
    }

    /// Reads `1987.01` and nothing else; `Cells.yearMonth` reads what people write.
    public init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2, let year = Int(parts[0]),
            let month = Int(parts[1])
        else { return nil }
        self.init(year: year, month: month)
    }

    /// The month a day lies in.
    public init(_ date: CalendarDate) {
        year = date.year
        month = date.month
    }

    public var description: String { month < 10 ? "\(year).0\(month)" : "\(year).\(month)" }

    /// Months from another month to this one.
    public func months(since other: YearMonth) -> Int { (year - other.year) * 12 + month - other.month }

    public static func < (left: YearMonth, right: YearMonth) -> Bool {
        (left.year, left.month) < (right.year, right.month)
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let month = YearMonth(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a month: \(text)")
        }
        self = month
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// A span of months; without an end it lasts until now. Written `2004.06-2006.12` or `2019.12-至今`.
public struct MonthPeriod: Sendable, Hashable, CustomStringConvertible {
    public let start: YearMonth
    public let end: YearMonth?

    /// Nil when the end lies before the start.
    public init?(start: YearMonth, end: YearMonth?) {
        if let end, end < start { return nil }
        self.start = start
        self.end = end
    }

    public var description: String { "\(start)-\(end.map(\.description) ?? "至今")" }

    /// Whether both periods share time. Periods that only meet in a month, one ending where the other begins, do not.
    public func overlaps(_ other: MonthPeriod) -> Bool {
        isBefore(other.start, end: end) && isBefore(start, end: other.end)
    }

    private func isBefore(_ start: YearMonth, end: YearMonth?) -> Bool { end.map { start < $0 } ?? true }
}
