import Personnel
import PluginKit

/// Rules of rounds, targets, teams and findings.
package enum InspectionRules {
    static let roundExists = Rule("R-RND-02", .duplicate, source: "domain 6.1")
    static let roundDates = Rule("R-RND-03", .validation, source: "domain 6.1")
    static let targetElsewhere = Rule("R-RND-04", .rule, source: "domain 6.1")
    static let targetOutOfScope = Rule("R-RND-05", .rule, source: "domain 6.1")
    static let notReadyForEntry = Rule("R-RND-06", .state, source: "domain 6.1")
    static let onlySubordinates = Rule("R-LNK-01", .rule, source: "domain 6.2")
    static let frozenWording = Rule("R-LST-07", .permission, source: "domain 6.3")
    static let oneLeaf = Rule("R-FND-01", .validation, source: "domain 6.4")
    static let twoHandlers = Rule("R-FND-02", .rule, source: "domain 6.4")
    static let threeParts = Rule("R-FND-03", .validation, source: "domain 6.4")
    static let evidence = Rule("R-FND-04", .rule, source: "domain 6.4")
    static let ownReview = Rule("R-FND-05", .permission, source: "domain 6.4")
    static let amount = Rule("R-FND-06", .validation, source: "domain 6.4")
    static let beforeIssue = Rule("R-FND-11", .validation, source: "domain 6.4")
    static let teamRules = Rule("R-SEL-01", .rule, source: "domain 6.13")
    static let noTeam = Rule("R-SEL-02", .rule, source: "domain 6.13")
    static let declaration = Rule("R-RCU-02", .state, source: "domain 6.13")
    static let hardRecusal = PersonnelRules.hardRecusal
    static let authorisation = Rule("R-AUT-01", .state, source: "domain 6.13")
    /// Nobody takes two successive approval steps on the same object.
    static let successiveSteps = PersonnelRules.successiveSteps

    static let all = [
        roundExists, roundDates, targetElsewhere, targetOutOfScope, notReadyForEntry, onlySubordinates, frozenWording, oneLeaf,
        twoHandlers, threeParts, evidence, ownReview, amount, beforeIssue, teamRules, noTeam, declaration, authorisation,
    ]
}
