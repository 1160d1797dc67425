import PluginKit

/// What the composition of teams depends on from place to place. Offices change it with `team settings set`.
package struct TeamSettings: Codable, Sendable, Equatable {
    /// People in a team where nothing else is said. 6: guides name 5–7 [S1] and 6–8 [S2].
    package var size = 6
    /// Deputies in a team. 1–2 [S1].
    package var deputies = TeamSpan(1, 2)
    /// From how many rounds somebody counts as an old hand; who has served none is a newcomer.
    package var oldHandRounds = 1
    /// Old hands and newcomers a team should have: a mix of both [S27].
    package var oldHands = 2
    package var newcomers = 1
    package var points = TeamPoints()
    package var expertise = ExpertiseRules.standard

    package init() {}
    /// The defaults, which follow the composition guides in domain 4.21.
    package static let standard = TeamSettings()
}

/// Points of the score: what a wish is worth, and what an evil costs. Whole numbers, none below 0.
package struct TeamPoints: Codable, Sendable, Equatable {
    /// For each person with a wanted specialty.
    package var expertise = 10
    /// For each wanted old hand or newcomer.
    package var experience = 6
    /// Off for each round that a member has already served, so that the load is shared.
    package var roundServed = 1
    /// Off for each soft recusal.
    package var softRecusal = 8
    /// Off for each seat of the draft before that is not kept.
    package var change = 4
    /// Off for each deputy beyond the least number.
    package var furtherDeputy = 1

    package init() {}
}

extension TeamSettings {
    /// What is wrong with settings somebody typed.
    package var faults: [Refusal] {
        var checks = Checks()
        func within(_ field: String, _ value: Int, _ range: ClosedRange<Int>) {
            checks.require(
                range.contains(value),
                Rule.invalid.refused(
                    "range", field: field, ["low": "\(range.lowerBound)", "high": "\(range.upperBound)", "value": "\(value)"]))
        }
        within("size", size, 3...20)
        within("deputies", deputies.low, 1...3)
        within("deputies", deputies.high, deputies.low...max(3, deputies.low))
        within("oldHandRounds", oldHandRounds, 1...20)
        within("oldHands", oldHands, 0...20)
        within("newcomers", newcomers, 0...20)
        for (field, value) in points.all { within(field, value, 0...1000) }
        for rule in expertise {
            within("expertise", rule.count, 1...20)
            within("expertise", rule.weight ?? 0, 0...1000)
        }
        return checks.refusals
    }
}

extension TeamPoints {
    fileprivate var all: [(String, Int)] {
        [
            ("expertise", expertise), ("experience", experience), ("roundServed", roundServed), ("softRecusal", softRecusal),
            ("change", change), ("furtherDeputy", furtherDeputy),
        ]
    }
}
