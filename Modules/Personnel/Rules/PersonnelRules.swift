import PluginKit

/// Rules about people (domain 4.21 and 6.13).
package enum PersonnelRules {
    /// Works in the target, in a unit above it, or in one below it (decision 0067).
    package static let currentPost = Rule("RC1", .rule, source: "domain 4.21")
    /// Worked in the target within three years, or three years in all: hard for leaders and deputies, soft for others.
    package static let formerPost = Rule("RC2", .rule, source: "domain 4.21, S9", isSoft: true)
    /// Was educated at the target.
    package static let studiedThere = Rule("RC3", .rule, source: "domain 4.21, S9")
    /// Spouse or lineal blood relative of staff of the target.
    package static let closeKin = Rule("RC4", .rule, source: "domain 4.21, S9")
    /// Collateral relative or in-law of a leadership member.
    package static let remoteKin = Rule("RC5", .rule, source: "domain 4.21, S10")
    /// Superior or subordinate of a leadership member within three years.
    package static let subordination = Rule("RC6", .rule, source: "domain 4.21, S9")
    /// In one leadership team with a leadership member.
    package static let sharedLeadership = Rule("RC7", .rule, source: "domain 4.21, S9")
    /// Teacher, pupil or fellow student of a leadership member.
    package static let sharedStudies = Rule("RC8", .rule, source: "domain 4.21, S9")
    /// From the target's area.
    package static let homeArea = Rule("RC9", .rule, source: "domain 4.21, S6", isSoft: true)
    /// Party to a matter that concerns the target.
    package static let ownMatter = Rule("RC10", .rule, source: "domain 4.21, S6, S10")
    /// Inspected the same target the last time in the same role.
    package static let sameTarget = Rule("RC11", .rule, source: "domain 4.21", isSoft: true)

    /// The eleven rules of recusal in their order.
    package static let recusal = [
        currentPost, formerPost, studiedThere, closeKin, remoteKin, subordination, sharedLeadership, sharedStudies, homeArea,
        ownMatter, sameTarget,
    ]

    static let eligibility = Rule("R-POL-01", .rule, source: "domain 6.13")
    static let integrity = Rule("R-POL-02", .rule, source: "domain 6.13")
    static let signatures = Rule("R-POL-03", .state, source: "domain 6.13")
    static let standard = Rule("R-POL-04", .validation, source: "domain 6.13")
    static let noReturn = Rule("R-POL-05", .rule, source: "domain 6.13")
    static let identity = Rule("R-POL-06", .validation, source: "domain 6.13")
    /// A hard recusal nobody overrides; a soft one two people of the leading group, with a reason.
    package static let hardRecusal = Rule("R-RCU-01", .rule, source: "domain 6.13")
    package static let objection = Rule("R-RCU-03", .state, source: "domain 6.13")
    static let untrueDeclaration = Rule("R-RCU-04", .rule, source: "domain 6.13")
    /// Nobody takes two successive steps on the same matter.
    package static let successiveSteps = Rule("R-SEP-01", .permission, source: "domain 2")
    static let personsOnce = Rule("R-PRO-01", .duplicate, source: "domain 6.13")
    static let serviceBefore = Rule("R-PRO-02", .validation, source: "domain 6.13")
    static let honourCount = Rule("R-HON-01", .validation, source: "domain 6.13")
    static let anonymity = Rule("R-EVL-01", .state, source: "domain 4.21, S24")

    package static let all =
        recusal + [
            eligibility, integrity, signatures, standard, noReturn, identity, hardRecusal, objection,
            untrueDeclaration, successiveSteps, personsOnce, serviceBefore, honourCount, anonymity,
        ]
}
