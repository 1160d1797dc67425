/// Days from one to another, both included; either end may be open.
public struct DayRange: Sendable, Hashable {
    /// The first day; nil where there is none.
    public let from: CalendarDate?
    /// The last day; nil where there is none.
    public let to: CalendarDate?

    /// Every day.
    public static let always = DayRange(checkedFrom: nil, to: nil)

    private init(checkedFrom from: CalendarDate?, to: CalendarDate?) {
        self.from = from
        self.to = to
    }

    /// A range that ends before it begins would leave a list empty without a word.
    /// - Throws: `E-VAL` on the field `to`.
    public init(_ from: CalendarDate?, _ to: CalendarDate?) throws {
        if let from, let to, from > to {
            throw Rule.invalid.refused("period", field: "to", ["from": "\(from)", "to": "\(to)"])
        }
        self.init(checkedFrom: from, to: to)
    }

    /// A calendar year; nil outside 1900–2999.
    public init?(year: Int) {
        guard let first = CalendarDate(year: year, month: 1, day: 1), let last = CalendarDate(year: year, month: 12, day: 31)
        else { return nil }
        self.init(checkedFrom: first, to: last)
    }
}
