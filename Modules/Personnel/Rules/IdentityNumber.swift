import Interchange
import PluginKit

/// R-POL-06: an identity number is well formed and says the same birth month as the record.
enum IdentityNumber {
    private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    private static let checks = Array("10X98765432")

    /// The number as it is kept: half-width, without spaces, X in capitals.
    static func normalised(_ text: String) -> String {
        Cells.withoutSpaces(Cells.halfWidth(Cells.clean(text), signs: true)).uppercased()
    }

    /// What is wrong with a number; empty where nothing is. A month of birth that nobody could read is not held against it.
    static func faults(_ number: String, kind: IdentityKind, born: YearMonth?, field: String = "idNumber") -> [Refusal] {
        guard kind == .resident else {
            return (5...20).contains(number.count) && number.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
                ? [] : [PersonnelRules.identity.refused("form", field: field)]
        }
        let digits = number.compactMap(\.wholeNumberValue)
        guard number.count == 18, number.dropLast().allSatisfy(\.isWholeNumber), digits.count >= 17 else {
            return [PersonnelRules.identity.refused("form", field: field)]
        }
        let sum = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
        var faults: [Refusal] = []
        if number.last != checks[sum % 11] { faults.append(PersonnelRules.identity.refused("check", field: field)) }
        let text = number.map(String.init)
        let year = Int(text[6..<10].joined()) ?? 0, month = Int(text[10..<12].joined()) ?? 0,
            day = Int(text[12..<14].joined()) ?? 0
        if CalendarDate(year: year, month: month, day: day) == nil || born != nil && YearMonth(year: year, month: month) != born {
            faults.append(PersonnelRules.identity.refused("birth", field: field, ["born": .text(born.map { "\($0)" } ?? "—")]))
        }
        return faults
    }
}
