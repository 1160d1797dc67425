import PluginKit

extension DeadlineProfile {
    /// What is wrong with the profile, all of it; empty when it can be used.
    public var refusals: [Refusal] {
        var checks = Checks()
        checks.require(hasProperID, Rule.invalid.refused("profileID", field: "id", ["value": .text(id)]))
        checks.require(version >= 1, Rule.invalid.refused("profileVersion", field: "version", ["value": "\(version)"]))
        checks.require(
            (0...9).contains(extensionsAllowed),
            Rule.invalid.refused("profileExtensions", field: "extensionsAllowed", ["value": "\(extensionsAllowed)"]))
        for key in DeadlineKey.allCases {
            let count = terms.count { $0.key == key }
            checks.require(count > 0, Self.refused("termMissing", key))
            checks.require(count < 2, Self.refused("termTwice", key))
        }
        for term in terms { check(term, &checks) }
        return checks.refusals
    }

    private var hasProperID: Bool {
        !id.isEmpty && id.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
    }

    private func check(_ term: DeadlineTerm, _ checks: inout Checks) {
        let periods = [term.period, term.opens, term.limit].compactMap { $0 }
        checks.require(periods.allSatisfy(\.isValid), Self.refused("termPeriod", term.key))
        checks.require(opensInTime(term), Self.refused("termWindow", term.key))
        checks.require(
            !term.sources.isEmpty && !term.sources.contains { $0.allSatisfy(\.isWhitespace) },
            Self.refused("termSource", term.key))
        checks.require(!comesRound(term), Self.refused("termCycle", term.key))
        checks.require(!term.key.countsBackwards || term.after == nil, Self.refused("termBackwards", term.key))
    }

    /// Only what can be said without a holiday table.
    private func opensInTime(_ term: DeadlineTerm) -> Bool {
        guard let opens = term.opens, opens.isNatural, term.period.isNatural, opens.isValid, term.period.isValid,
            let start = CalendarDate(year: 2023, month: 1, day: 1), let calendar = try? WorkingCalendar([]),
            let first = try? opens.end(from: start, calendar: calendar),
            let last = try? term.period.end(from: start, calendar: calendar)
        else { return true }
        return first <= last
    }

    /// Whether the chain of deadlines counted one after another leads back to its beginning.
    private func comesRound(_ term: DeadlineTerm) -> Bool {
        var seen: Set<DeadlineKey> = [term.key]
        var next = term.after
        while let key = next {
            if !seen.insert(key).inserted { return true }
            next = self.term(for: key)?.after
        }
        return false
    }

    private static func refused(_ variant: String, _ key: DeadlineKey) -> Refusal {
        Rule.invalid.refused(variant, field: "terms.\(key.rawValue)", ["key": .key(key.label)])
    }
}
