import Interchange
import PluginKit
import Testing

@Suite struct CellDateTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var kind: String
        var values: [String] = []
        var key: String?
        var testDescription: String { text }
    }

    static let months: [Case] = [
        Case(text: "1987.01", kind: "value", values: ["1987.01"]),
        Case(text: "1987-01-15", kind: "normalised", values: ["1987.01"], key: "rewritten"),
        Case(text: "1987-01-15 00:00:00", kind: "normalised", values: ["1987.01"], key: "rewritten"),
        Case(text: "1978年10月", kind: "normalised", values: ["1978.10"], key: "rewritten"),
        Case(text: "1978 年 1 月", kind: "normalised", values: ["1978.01"], key: "rewritten"),
        Case(text: "1987/01", kind: "normalised", values: ["1987.01"], key: "rewritten"),
        Case(text: "1987/1", kind: "normalised", values: ["1987.01"], key: "rewritten"),
        Case(text: "198701", kind: "normalised", values: ["1987.01"], key: "rewritten"),
        Case(text: "19870131", kind: "normalised", values: ["1987.01"], key: "rewritten"),
        Case(text: "１９８７．０１", kind: "normalised", values: ["1987.01"], key: "rewritten"),
        Case(text: "1987。01", kind: "normalised", values: ["1987.01"], key: "rewritten"),
        Case(text: " 1987.01　", kind: "normalised", values: ["1987.01"], key: "rewritten"),
        Case(text: "1980.2", kind: "normalised", values: ["1980.02"], key: "rewritten"),
        Case(text: "1980.1", kind: "ambiguous", values: ["1980.01", "1980.10"], key: "lostZero"),
        Case(text: "79.09", kind: "ambiguous", values: ["1979.09"], key: "twoDigitYear"),
        Case(text: "79年9月", kind: "ambiguous", values: ["1979.09"], key: "twoDigitYear"),
        Case(text: "05.09", kind: "ambiguous", values: ["1905.09", "2005.09"], key: "twoDigitYear"),
        Case(text: "29221", kind: "ambiguous", values: ["1980.01"], key: "serialNumber"),
        Case(text: "1978.13", kind: "invalid", key: "noSuchMonth"), Case(text: "1979.00", kind: "invalid", key: "noSuchMonth"),
        Case(text: "79.13", kind: "invalid", key: "noSuchMonth"), Case(text: "1979", kind: "invalid", key: "monthMissing"),
        Case(text: "1979年", kind: "invalid", key: "monthMissing"), Case(text: "2031.05", kind: "invalid", key: "future"),
        Case(text: "2024.07", kind: "invalid", key: "future"), Case(text: "1987-02-30", kind: "invalid", key: "noSuchDay"),
        Case(text: "0987.01", kind: "invalid", key: "noSuchYear"), Case(text: "不详", kind: "invalid", key: "notMonth"),
        Case(text: "1987.01.02.03", kind: "invalid", key: "notMonth"), Case(text: "-1987.01", kind: "invalid", key: "notMonth"),
        Case(text: "01/1987", kind: "invalid", key: "notMonth"), Case(text: "198.01", kind: "invalid", key: "notMonth"),
        Case(text: "99999999999999999999", kind: "invalid", key: "monthMissing"),
        Case(text: "", kind: "empty"), Case(text: "　 ", kind: "empty"),
    ]

    @Test(arguments: months) func yearMonth(_ example: Case) throws {
        try check(Cells.yearMonth(example.text, notAfter: YearMonth("2024.06")), example)
    }

    static let days: [Case] = [
        Case(text: "1987-01-15", kind: "value", values: ["1987-01-15"]),
        Case(text: "1987年1月5日", kind: "normalised", values: ["1987-01-05"], key: "rewritten"),
        Case(text: "1987.1.5", kind: "normalised", values: ["1987-01-05"], key: "rewritten"),
        Case(text: "19870115", kind: "normalised", values: ["1987-01-15"], key: "rewritten"),
        Case(text: "87-1-15", kind: "ambiguous", values: ["1987-01-15"], key: "twoDigitYear"),
        Case(text: "29221", kind: "ambiguous", values: ["1980-01-01"], key: "serialNumber"),
        Case(text: "1987-02-29", kind: "invalid", key: "noSuchDay"),
        Case(text: "1987-13-01", kind: "invalid", key: "noSuchMonth"),
        Case(text: "1987.01", kind: "invalid", key: "dayMissing"), Case(text: "昨天", kind: "invalid", key: "notDate"),
        Case(text: "2024-07-01", kind: "invalid", key: "future"), Case(text: " ", kind: "empty"),
    ]

    @Test(arguments: days) func date(_ example: Case) throws {
        try check(Cells.date(example.text, notAfter: CalendarDate("2024-06-30")), example)
    }

    static let periods: [Case] = [
        Case(text: "2004.06-2006.12", kind: "value", values: ["2004.06-2006.12"]),
        Case(text: "2019.12-至今", kind: "value", values: ["2019.12-至今"]),
        Case(text: "2019.12至今", kind: "normalised", values: ["2019.12-至今"], key: "rewritten"),
        Case(text: "2004年6月—2006年12月", kind: "normalised", values: ["2004.06-2006.12"], key: "rewritten"),
        Case(text: "2004.06至2006.12", kind: "normalised", values: ["2004.06-2006.12"], key: "rewritten"),
        Case(text: "2004-06-2006-12", kind: "normalised", values: ["2004.06-2006.12"], key: "rewritten"),
        Case(text: "2004.06～2006.12", kind: "normalised", values: ["2004.06-2006.12"], key: "rewritten"),
        Case(text: "2006.12-2004.06", kind: "invalid", key: "periodReversed"),
        Case(text: "2004.13-2006.12", kind: "invalid", key: "noSuchMonth"),
        Case(text: "04.06-2006.12", kind: "ambiguous", key: "twoDigitYear"),
        Case(text: "2004.06", kind: "invalid", key: "notPeriod"), Case(text: "2004.06-", kind: "invalid", key: "notPeriod"),
    ]

    @Test(arguments: periods) func monthPeriod(_ example: Case) throws {
        try check(Cells.monthPeriod(example.text, notAfter: YearMonth("2024.06")), example)
    }

    @Test(arguments: [
        ("2001.01-2003.01", "2003.01-2004.01", false), ("2001.01-2003.02", "2003.01-2004.01", true),
        ("2001.01-至今", "2020.01-2021.01", true), ("2001.01-2002.01", "2005.01-至今", false),
    ]) func overlaps(_ left: String, _ right: String, _ expected: Bool) throws {
        let one = try #require(Cells.monthPeriod(left).certain), other = try #require(Cells.monthPeriod(right).certain)
        #expect(one.overlaps(other) == expected)
        #expect(other.overlaps(one) == expected)
    }

    @Test(arguments: [
        (1, false, "1900-01-01"), (59, false, "1900-02-28"), (61, false, "1900-03-01"), (29221, false, "1980-01-01"),
        (0, true, "1904-01-01"), (27759, true, "1980-01-01"),
    ]) func serialNumbers(_ serial: Int, _ from1904: Bool, _ expected: String) {
        #expect(SpreadsheetDate.date(serial: serial, from1904: from1904)?.description == expected)
    }

    @Test(arguments: [0, -1, 60, 500_000, Int.max]) func noSuchSerialNumber(_ serial: Int) {
        #expect(SpreadsheetDate.date(serial: serial) == nil)
    }

    private func check<Value: CustomStringConvertible>(_ reading: CellReading<Value>, _ example: Case) throws {
        try expect(reading, kind: example.kind, values: example.values, key: example.key)
    }
}

/// Compares a reading with what a table says: its kind, its values as text, the last word of its message's key.
func expect<Value: CustomStringConvertible>(
    _ reading: CellReading<Value>, kind: String, values: [String], key: String?
) throws {
    let found: (String, [Value]) =
        switch reading {
        case .empty: ("empty", [])
        case .value(let value): ("value", [value])
        case .normalised(let value, _): ("normalised", [value])
        case .ambiguous(let values, _): ("ambiguous", values)
        case .invalid: ("invalid", [])
        }
    #expect(found.0 == kind)
    #expect(found.1.map(\.description) == values)
    #expect(reading.message?.key == key.map { "interchange.cell.\($0)" })
    for language in Language.allCases { _ = try reading.message.map { try sentence($0, in: language) } }
}
