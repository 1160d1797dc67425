import PluginKit

/// Rules of the two nodes with three reviews and of the rectification ledger (domain 6.8, 6.9).
package enum RectificationRules {
    static let everyFindingPlanned = Rule("R-REV-01", .rule, source: "domain 6.8")
    static let tiersInOrder = Rule("R-REV-02", .state, source: "domain 6.8")
    static let oneTierEach = Rule("R-REV-03", .rule, source: "domain 6.8")
    static let satisfactionRate = Rule("R-REV-04", .validation, source: "domain 6.8")
    static let belowThreshold = Rule("R-REV-05", .rule, source: "domain 6.8")
    static let noValidVotes = Rule("R-REV-06", .rule, source: "domain 6.8")
    static let ballotSums = Rule("R-REV-07", .validation, source: "domain 6.8")
    static let consequences = Rule("R-REV-08", .rule, source: "domain 6.8")
    static let thresholdUnset = Rule("R-REV-09", .rule, source: "domain 6.8")
    static let thresholdKept = Rule("R-REV-10", .rule, source: "domain 6.8")
    static let ownOpinionsOnly = Rule("R-REV-11", .permission, source: "domain 6.8")
    static let evidence = Rule("R-RCT-03", .validation, source: "domain 6.9")
    static let threePersons = Rule("R-RCT-04", .permission, source: "domain 6.9")
    static let reconciliation = Rule("R-RCT-05", .rule, source: "domain 6.9")
    static let longTermApart = Rule("R-RCT-06", .rule, source: "domain 6.9")
    static let everythingAnswered = Rule("R-RCT-10", .rule, source: "domain 6.9")

    static let all = [
        everyFindingPlanned, tiersInOrder, oneTierEach, satisfactionRate, belowThreshold, noValidVotes, ballotSums, consequences,
        thresholdUnset, thresholdKept, ownOpinionsOnly, evidence, threePersons, reconciliation, longTermApart,
        everythingAnswered,
    ]
}
