import Interchange
import Operations
import PluginKit

/// What a fact must be, whether it is entered by hand or comes in a table.
enum FactRules {
    /// Everything wrong with a fact: days that have not come, that are before the birth or end before they begin; a yearly assessment in
    /// words nobody uses.
    static func faults(
        _ kind: FactKind, _ value: String, from: CalendarDate?, to: CalendarDate?, born: YearMonth?, settings: PersonnelSettings,
        today: CalendarDate
    ) -> [Refusal] {
        var checks = Checks()
        if let from, let to {
            checks.require(from <= to, Rule.invalid.refused("period", field: "to", ["from": "\(from)", "to": "\(to)"]))
        }
        func mustHaveCome(_ day: CalendarDate, _ field: String) {
            checks.require(day <= today, Rule.invalid.refused("dayFuture", field: field, ["day": "\(day)"]))
        }
        if let from { mustHaveCome(from, "from") }
        // The effect of a sanction ends later, and so do studies and qualifications; a year is assessed when it is over.
        if let to, kind == .assessment { mustHaveCome(to, "to") }
        if let from, let born {
            checks.require(
                YearMonth(from) > born,
                Rule.invalid.refused("beforeBirth", field: "from", ["month": "\(YearMonth(from))", "born": "\(born)"]))
        }
        let known = settings[words: .assessments]
        checks.require(
            kind != .assessment || known.contains(value),
            Rule.invalid.refused(
                "assessment", field: "value", ["value": .text(value), "known": .text(known.joined(separator: "、"))]))
        return checks.refusals
    }
}

extension Fact {
    /// What a fact says, whoever recorded it from whatever source: two that agree in it are one.
    struct Content: Hashable {
        var kind: FactKind
        var value: String
        var detail: String
        var person: String
        /// The unit of the tree, or the name where it leads to none.
        var unit: String
        var from: CalendarDate?
        var to: CalendarDate?
    }

    var content: Content {
        Content(
            kind: kind, value: value, detail: detail ?? "", person: person ?? "", unit: unitId?.description ?? unitName ?? "",
            from: fromDay, to: toDay)
    }
}
