/// How strong a recusal rule is for a role: nobody may override a hard one; a soft one the leading group may (R-RCU-01).
package enum RecusalStrength: Sendable, Hashable { case none, soft, hard }

/// What recusal depends on from place to place: the rules of domain 4.21 as data.
package struct RecusalSettings: Sendable {
    /// RC2, RC6, RC7: how many months afterwards still count as recent. 36: 近三年.
    package var recentMonths: Int
    /// RC2, RC7: how many months in all make it long. 36: 三年以上.
    package var longMonths: Int
    /// RC4, RC5: which words mean which closeness.
    package var relations: KinRelations
    /// RC5 to RC8: words in a post that show a leadership member.
    package var leadershipWords: [String]
    /// How strong each rule is, by its code, for leaders and deputies and for others.
    package var strengths: [String: (leading: RecusalStrength, others: RecusalStrength)]

    package init(
        recentMonths: Int = 36, longMonths: Int = 36, relations: KinRelations = .standard, leadershipWords: [String]? = nil
    ) {
        self.recentMonths = recentMonths
        self.longMonths = longMonths
        self.relations = relations
        self.leadershipWords = leadershipWords ?? PersonnelSettings()[words: .leadership]
        strengths = Self.standardStrengths
    }

    /// The defaults of the domain reference, section 4.21.
    package static let standard = RecusalSettings()

    private static let standardStrengths: [String: (leading: RecusalStrength, others: RecusalStrength)] = [
        "RC1": (.hard, .hard), "RC2": (.hard, .soft), "RC3": (.hard, .none), "RC4": (.hard, .hard), "RC5": (.hard, .hard),
        "RC6": (.hard, .none), "RC7": (.hard, .none), "RC8": (.hard, .none), "RC9": (.soft, .soft), "RC10": (.hard, .hard),
        "RC11": (.soft, .soft),
    ]

    package func strength(of rule: String, for role: PoolKind) -> RecusalStrength {
        let strength = strengths[rule] ?? (.none, .none)
        return role.leadsTeam ? strength.leading : strength.others
    }

    /// Whether a post is one of a unit's leadership.
    package func isLeadership(_ title: String?) -> Bool {
        guard let title, !title.isEmpty else { return false }
        // 科室主任 and 办公室副主任 lead a section, not the unit.
        if title.contains("科") || title.contains("办公室") && !title.contains("街道办事处") { return false }
        return leadershipWords.contains { title.contains($0) }
    }

    /// Whether a relation is that of a spouse or a lineal blood relative.
    func isClose(_ relation: String) -> Bool { relations[relation] == .spouse || relations[relation] == .lineal }
    /// Whether a relation is close, or a word that nobody has classed.
    func mayBeClose(_ relation: String) -> Bool { relations[relation] == nil || isClose(relation) }
    /// Whether a relation is one RC5 is about.
    func isRemote(_ relation: String) -> Bool { relations[relation] == .collateral || relations[relation] == .inLaw }
    /// Whether a relation is one RC5 is about, or a word that nobody has classed.
    package func mayBeRemote(_ relation: String) -> Bool { relations[relation] == nil || isRemote(relation) }
}
