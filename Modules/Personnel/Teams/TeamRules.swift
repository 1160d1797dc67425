import PluginKit

/// Rules of a team's composition (domain 4.7, 4.21, R-SEL-01).
package enum TeamRules {
    /// Somebody who serves in an overlapping round is not available.
    package static let overlap = Rule("R-SEL-04", .rule, source: "domain 6.13")
    package static let size = Rule("R-SEL-11", .rule, source: "domain 4.7, S1, S2")
    package static let oneLeader = Rule("R-SEL-12", .rule, source: "domain 4.7, S1")
    package static let deputies = Rule("R-SEL-13", .rule, source: "domain 4.7, S1")
    package static let once = Rule("R-SEL-14", .rule, source: "domain 4.7")
    /// A role is filled from its pool, with people who are eligible.
    package static let fromPool = Rule("R-SEL-15", .rule, source: "domain 4.21")
    package static let homeUnit = Rule("R-SEL-16", .rule, source: "domain 4.21, S57")
    package static let superior = Rule("R-SEL-17", .rule, source: "domain 4.21, S57")
    /// An expertise that a team may not be without.
    package static let expertise = Rule("R-SEL-18", .rule, source: "domain 4.21, S30")
    /// Somebody was withdrawn from this round.
    package static let withdrawn = Rule("R-SEL-19", .rule, source: "domain 4.7")
    /// Somebody was set for a place by hand.
    package static let pinned = Rule("R-SEL-20", .rule, source: "domain 4.7")

    package static let all = [
        overlap, size, oneLeader, deputies, once, fromPool, homeUnit, superior, expertise, withdrawn, pinned,
    ]
}
