/// What the composition of teams depends on from place to place. Offices change the numbers with `setting set`, the rules of
/// expertise with `team expertise set`.
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
    package var prices = TeamPrices()
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

/// What giving up a demand costs beside the others, for each person: the order in which ways out of an impossible round are named.
package struct TeamPrices: Codable, Sendable, Equatable {
    /// A team with fewer people.
    package var size = 1
    /// A specialty that a team must have.
    package var expertise = 2
    /// A place set by hand.
    package var pin = 3
    /// Two from one home unit in a team.
    package var homeUnit = 4
    package var deputy = 5
    /// Superior and subordinate in one team.
    package var superior = 8
    /// Somebody who serves elsewhere or was withdrawn.
    package var absence = 10
    package var leader = 20

    package init() {}
}
