import PluginKit

extension Cells {
    /// A whole number: `-12`. Full-width digits, a plus sign, thousands separators and a zero fraction (`12.0`) are
    /// normalised; anything else is invalid.
    public static func integer(_ text: String) -> CellReading<Int> {
        fixedPoint(text, places: 0)
    }

    /// A decimal number as a count of its smallest unit, so that nothing is rounded: `12.5` with two places is 1250.
    /// - Parameter places: digits after the point; a number with more of them (zeros apart) is invalid.
    public static func fixedPoint(_ text: String, places: Int) -> CellReading<Int> {
        if isBlank(text) { return .empty }
        let plain = withoutSpaces(halfWidth(clean(text), signs: true))
        let grouped = plain.split(separator: ",", omittingEmptySubsequences: false)
        guard grouped.count == 1 || isGrouped(grouped) else { return .invalid(about(text, "notNumber")) }
        let digits = grouped.joined()
        let unsigned = digits.first == "+" ? String(digits.dropFirst()) : digits
        guard ExportCell.isDecimal(unsigned) else { return .invalid(about(text, "notNumber")) }
        guard let value = scaled(unsigned, places: places) else {
            return .invalid(about(text, "tooManyPlaces", ["places": "\(places)"]))
        }
        let isPlain = isSame(text, unsigned) && (places > 0 || !unsigned.contains("."))
        return isPlain ? .value(value) : .normalised(value, rewritten(unsigned))
    }

    /// Whether thousands are set apart rightly: `-1,234,567.5`.
    private static func isGrouped(_ groups: [Substring]) -> Bool {
        let first = groups[0].drop { $0 == "-" || $0 == "+" }
        let whole = groups.dropFirst().map { $0.prefix { $0 != "." } }
        return (1...3).contains(first.count) && whole.allSatisfy { $0.count == 3 }
            && !groups.dropLast().contains { $0.contains(".") }
    }

    private static func scaled(_ text: String, places: Int) -> Int? {
        let parts = text.split(separator: ".", maxSplits: 1)
        var fraction = parts.count > 1 ? parts[1] : ""
        while fraction.count > places, fraction.last == "0" { fraction.removeLast() }
        guard fraction.count <= places else { return nil }
        return Int("\(parts[0])\(fraction)\(String(repeating: "0", count: places - fraction.count))")
    }
}
