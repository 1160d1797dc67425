import PluginKit

extension Cells {
    /// A telephone number: a mobile number as 11 digits, a line as `0571-87654321` or without area code `87654321`.
    ///
    /// Spaces, hyphens, `+86`, `0086`, a leading apostrophe and full-width digits are normalised. `1.38E+10` is invalid: the
    /// spreadsheet that wrote it dropped digits (unless all of them are still there). A wrong number of digits is a question
    /// without candidates, because the digits there may still be right.
    public static func phone(_ text: String) -> CellReading<String> {
        if isBlank(text) { return .empty }
        let plain = withoutSpaces(halfWidth(clean(text), signs: true))
        if let restored = ScientificNumber(plain) { return phone(scientific: restored, text) }
        let digits = plain.filter { ("0"..."9").contains($0) }
        guard plain.allSatisfy({ "0123456789+-()'.".contains($0) }), !digits.isEmpty else {
            return .invalid(about(text, "notPhone"))
        }
        guard let number = PhoneNumber.written(digits) else {
            return .ambiguous([], about(text, "phoneLength", ["count": "\(digits.count)"]))
        }
        return settled(number, text)
    }

    private static func phone(scientific number: ScientificNumber, _ text: String) -> CellReading<String> {
        guard let digits = number.allDigits, let phone = PhoneNumber.written(digits) else {
            return .invalid(about(text, "digitsLost"))
        }
        return settled(phone, text)
    }
}

/// How Chinese telephone numbers are made up.
enum PhoneNumber {
    /// The number as it is usually written; nil when no kind of number has these digits.
    static func written(_ digits: String) -> String? {
        for prefix in ["", "86", "0086"] where digits.hasPrefix(prefix) {
            let rest = String(digits.dropFirst(prefix.count))
            if isMobile(rest) { return rest }
            if let line = line(rest) { return line }
        }
        return nil
    }

    private static func isMobile(_ digits: String) -> Bool {
        digits.count == 11 && digits.first == "1" && digits.dropFirst().first.map { ("3"..."9").contains($0) } == true
    }

    /// Area codes of the largest cities (`010`, `02x`) have three digits, all others four; the line itself seven or eight.
    private static func line(_ digits: String) -> String? {
        guard digits.first == "0" else {
            return (7...8).contains(digits.count) && digits.first != "1" ? digits : nil
        }
        let isShortArea = digits.hasPrefix("010") || digits.hasPrefix("02")
        let area = digits.prefix(isShortArea ? 3 : 4), rest = digits.dropFirst(area.count)
        return (7...8).contains(rest.count) ? "\(area)-\(rest)" : nil
    }
}

/// A number in the notation `1.38E+10`.
struct ScientificNumber {
    /// All digits of the whole number; nil when the notation shows fewer than there were.
    let allDigits: String?

    /// Nil when the text is not in this notation.
    init?(_ text: String) {
        let parts = text.uppercased().split(separator: "E", omittingEmptySubsequences: false)
        guard parts.count == 2, let exponent = Int(parts[1]), Double(parts[0]) != nil else { return nil }
        let digits = parts[0].filter { $0 != "." }
        let whole = parts[0].prefix { $0 != "." }
        allDigits = digits.count == whole.count + exponent ? String(digits) : nil
    }
}
