import PluginKit

/// The numbers of a written date, before anybody decides what they mean.
struct DateParts {
    /// Year, month and perhaps day as digits; or a single number.
    let numbers: [Substring]
    /// What stands between the numbers: `.`, `--`, `年月日`.
    let marks: String

    private static let shapes: [[String]] = [
        [], ["", "年"], [".", "-", "/", "年", "年月"], ["..", "--", "//", "年月", "年月日", "年月号"],
    ]

    /// Nil when the text does not have the shape of a date. A time of day after it is dropped.
    init?(_ text: String) {
        let plain = Cells.withoutSpaces(Self.withoutTime(Cells.halfWidth(Cells.clean(text), signs: true)))
        let found = plain.split { !("0"..."9").contains($0) }
        let marks = plain.filter { !("0"..."9").contains($0) }
        guard plain.first?.isASCII == true, (1...3).contains(found.count), Self.shapes[found.count].contains(marks) else {
            return nil
        }
        if found.count == 1, marks.isEmpty {
            numbers = Self.split(found[0])
        } else {
            numbers = found
        }
        self.marks = marks
    }

    /// `1987-01-15 00:00:00` and `1987-01-15T00:00:00` without the time.
    private static func withoutTime(_ text: String) -> String {
        guard text.contains(":"), let cut = text.firstIndex(where: { $0 == " " || $0 == "T" }) else { return text }
        return String(text[..<cut])
    }

    /// Takes `198701` and `19870115` apart; any other run of digits stays whole.
    private static func split(_ digits: Substring) -> [Substring] {
        switch digits.utf8.count {
        case 6: [digits.prefix(4), digits.suffix(2)]
        case 8: [digits.prefix(4), digits.dropFirst(4).prefix(2), digits.suffix(2)]
        default: [digits]
        }
    }
}
