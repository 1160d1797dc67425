/// Percentages as whole hundredths of a percent, so that nothing is lost: 90.00 % is 9000.
public enum Percent {
    /// Two decimals, no sign: `90.00`.
    public static func text(hundredths: Int) -> String {
        let fraction = abs(hundredths) % 100
        return "\(hundredths < 0 ? "-" : "")\(abs(hundredths) / 100).\(fraction < 10 ? "0" : "")\(fraction)"
    }

    /// Reads `90`, `90.0` or `90.00`, with or without a percent sign; nil for anything else or more than two decimals.
    public static func hundredths(_ text: String) -> Int? {
        hundredths(text.hasSuffix("%") ? String(text.dropLast()) : text, upTo: 1_000_000)
    }

    /// Reads a plain number with at most two decimals as hundredths.
    static func hundredths(_ text: String, upTo limit: Int) -> Int? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let whole = digits(parts[0]), whole <= limit else { return nil }
        guard parts.count == 2 else { return whole * 100 }
        guard (1...2).contains(parts[1].count), let fraction = digits(parts[1]) else { return nil }
        return whole * 100 + (parts[1].count == 1 ? fraction * 10 : fraction)
    }

    /// `part ÷ whole` in hundredths of a percent, rounded half up; nil when the whole is 0.
    public static func ratio(_ part: Int, of whole: Int) -> Int? {
        guard whole > 0 else { return nil }
        return (part * 20_000 + whole) / (2 * whole)
    }

    private static func digits(_ text: Substring) -> Int? {
        guard !text.isEmpty, text.allSatisfy({ "0123456789".contains($0) }) else { return nil }
        return Int(text)
    }
}
