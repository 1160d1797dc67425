import PluginKit

extension Cells {
    /// A month, however people write it: `1987.01` is the value; `1987-01-15`, `1978年10月`, `1987/1`, `198701` and full-width
    /// digits are normalised; a two-digit year, `1980.1` (January, or October that lost its zero in a spreadsheet) and a
    /// spreadsheet's serial number such as `29221` are questions; month 13 or 00 and everything else is invalid.
    /// - Parameter notAfter: the last month that is possible, such as the roster's date; a later one is invalid.
    public static func yearMonth(_ text: String, notAfter: YearMonth? = nil) -> CellReading<YearMonth> {
        if isBlank(text) { return .empty }
        guard let parts = DateParts(text) else { return .invalid(about(text, "notMonth")) }
        guard parts.numbers.count > 1 else { return lone(parts, text) { YearMonth($0) }.limited(notAfter, text) }
        let reading = WrittenMonth(parts, text).reading()
        guard case .value(let month) = reading else { return reading.limited(notAfter, text) }
        guard parts.numbers.count == 2 || dayExists(parts, month) else { return .invalid(about(text, "noSuchDay")) }
        return settled(month, text).limited(notAfter, text)
    }

    /// A day, however people write it: `1987-01-15` is the value; other separators, Chinese characters, eight digits and
    /// full-width digits are normalised; a two-digit year and a serial number are questions; a month without a day is invalid.
    /// - Parameter notAfter: the last day that is possible; a later one is invalid.
    public static func date(_ text: String, notAfter: CalendarDate? = nil) -> CellReading<CalendarDate> {
        if isBlank(text) { return .empty }
        guard let parts = DateParts(text) else { return .invalid(about(text, "notDate")) }
        switch parts.numbers.count {
        case 1: return lone(parts, text) { $0 }.limited(notAfter, text)
        case 2: return .invalid(about(text, "dayMissing"))
        default: break
        }
        let day = Int(parts.numbers[2]) ?? 0
        let reading = WrittenMonth(parts, text).reading().map(otherwise: about(text, "noSuchDay")) {
            CalendarDate(year: $0.year, month: $0.month, day: day)
        }
        guard case .value(let date) = reading else { return reading.limited(notAfter, text) }
        return settled(date, text).limited(notAfter, text)
    }

    /// A span of months: `2004.06-2006.12`, `2019.12-至今`, also with other dashes, `至` between, or `今` at the end.
    /// - Returns: invalid when it ends before it starts; a question when one of the months is one.
    public static func monthPeriod(_ text: String, notAfter: YearMonth? = nil) -> CellReading<MonthPeriod> {
        if isBlank(text) { return .empty }
        guard let (from, to) = PeriodText.halves(text) else { return .invalid(about(text, "notPeriod")) }
        let start = yearMonth(from, notAfter: notAfter), end = to.map { yearMonth($0, notAfter: notAfter) }
        for half in [start, end] {
            switch half {
            case .invalid(let message): return .invalid(message)
            case .ambiguous(_, let message): return .ambiguous([], message)
            default: break
            }
        }
        guard let first = start.certain else { return .invalid(about(text, "notPeriod")) }
        guard let period = MonthPeriod(start: first, end: end?.certain) else { return .invalid(about(text, "periodReversed")) }
        return settled(period, text)
    }

    static func about(_ text: String, _ key: String, _ more: [String: String] = [:]) -> Message {
        Message("interchange.cell.\(key)", more.merging(["text": clean(text)]) { own, _ in own })
    }

    /// The value as written, or normalised where it is written another way.
    static func settled<Value: CustomStringConvertible>(_ value: Value, _ text: String) -> CellReading<Value> {
        isSame(text, value.description) ? .value(value) : .normalised(value, rewritten(value.description))
    }

    private static func dayExists(_ parts: DateParts, _ month: YearMonth) -> Bool {
        CalendarDate(year: month.year, month: month.month, day: Int(parts.numbers[2]) ?? 0) != nil
    }

    /// A single number: perhaps a spreadsheet's serial number, perhaps a year without its month.
    private static func lone<Value: CustomStringConvertible>(
        _ parts: DateParts, _ text: String, _ make: (CalendarDate) -> Value
    ) -> CellReading<Value> {
        guard parts.marks.isEmpty, let number = Int(parts.numbers[0]), let date = SpreadsheetDate.date(serial: number),
            number >= 10_000
        else { return .invalid(about(text, "monthMissing")) }
        let value = make(date)
        return .ambiguous([value], about(text, "serialNumber", ["value": value.description]))
    }
}

/// Year and month of a written date, judged.
private struct WrittenMonth {
    let parts: DateParts
    let text: String

    init(_ parts: DateParts, _ text: String) {
        self.parts = parts
        self.text = text
    }

    func reading() -> CellReading<YearMonth> {
        guard let year = Int(parts.numbers[0]), let month = Int(parts.numbers[1]), parts.numbers[1].utf8.count <= 2 else {
            return .invalid(Cells.about(text, "notMonth"))
        }
        guard (1...12).contains(month) else {
            return .invalid(Cells.about(text, "noSuchMonth", ["month": String(parts.numbers[1])]))
        }
        switch parts.numbers[0].utf8.count {
        case 2: return twoDigitYear(year, month)
        case 4: return fourDigitYear(year, month)
        default: return .invalid(Cells.about(text, "notMonth"))
        }
    }

    private func twoDigitYear(_ year: Int, _ month: Int) -> CellReading<YearMonth> {
        let candidates = [1900, 2000].compactMap { YearMonth(year: $0 + year, month: month) }
        return .ambiguous(candidates, Cells.about(text, "twoDigitYear"))
    }

    private func fourDigitYear(_ year: Int, _ month: Int) -> CellReading<YearMonth> {
        guard let value = YearMonth(year: year, month: month) else { return .invalid(Cells.about(text, "noSuchYear")) }
        guard parts.marks == ".", parts.numbers[1] == "1" else { return .value(value) }
        let candidates = [value, YearMonth(year: year, month: 10)].compactMap(\.self)
        return .ambiguous(candidates, Cells.about(text, "lostZero", ["year": "\(year)"]))
    }
}

extension CellReading where Value: Comparable & CustomStringConvertible {
    /// Invalid where the value lies after the limit; candidates after it are dropped.
    fileprivate func limited(_ limit: Value?, _ text: String) -> CellReading {
        guard let limit else { return self }
        if let value = certain, value > limit {
            return .invalid(Cells.about(text, "future", ["value": value.description, "limit": limit.description]))
        }
        guard case .ambiguous(let values, let message) = self else { return self }
        return .ambiguous(values.filter { $0 <= limit }, message)
    }
}
