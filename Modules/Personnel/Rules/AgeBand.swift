import Interchange
import PluginKit

/// A span of ages in whole years, both included; without a last year it is open. Written `36-40`, and `56-` where it is open.
struct AgeBand: Sendable, Hashable {
    let first: Int
    let last: Int?

    init(_ first: Int, _ last: Int?) {
        self.first = first
        self.last = last
    }

    /// Nil when the text is no span.
    init?(_ text: String) {
        let parts = text.trimmed.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let first = Int(parts[0]), first >= 0 else { return nil }
        let last = Int(parts[1])
        guard parts[1].isEmpty || (last ?? -1) >= first else { return nil }
        self.init(first, last)
    }

    /// The bands that end at these ages, and the one above the last: 35 and 40 make 0-35, 36-40 and 41-.
    static func all(endingAt ages: [Int]) -> [AgeBand] {
        zip([0] + ages.map { $0 + 1 }, ages.map(Optional.some) + [nil]).map { AgeBand($0, $1) }
    }

    var text: String { "\(first)-\(last.map(String.init) ?? "")" }

    /// 35岁及以下, 36—40岁, 56岁及以上.
    var message: Message {
        guard let last else { return Message("ageBand.from", ["first": "\(first)"]) }
        return first == 0
            ? Message("ageBand.upTo", ["last": "\(last)"]) : Message("ageBand.between", ["first": "\(first)", "last": "\(last)"])
    }

    func contains(_ age: Int) -> Bool { age >= first && age <= last ?? .max }

    /// SQL for somebody's age in whole years in a month, from the month of birth.
    static func years(of birthMonth: String, in month: YearMonth) -> String {
        let now = 12 * month.year + month.month
        return "((\(now) - 12 * substr(\(birthMonth), 1, 4) - substr(\(birthMonth), 6, 2)) / 12)"
    }
}
