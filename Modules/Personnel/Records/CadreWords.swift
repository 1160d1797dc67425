import Operations

/// 性别
package enum Gender: String, Choice {
    case male, female

    package static let vocabulary = "gender"
}

/// 政治面貌, in the order of the national code list.
package enum PoliticalStatus: String, Choice {
    case partyMember, probationaryMember, youthLeague, revolutionaryCommittee, democraticLeague, democraticConstruction,
        promotingDemocracy, peasantsWorkers, zhiGong, jiuSan, taiwanLeague, withoutParty, masses

    package static let vocabulary = "politicalStatus"

    /// Whether the person belongs to the Communist Party, so that a month of joining is to be expected.
    package var isPartyMember: Bool { self == .partyMember || self == .probationaryMember }
}

/// 组长库 / 副组长库 / 巡察专员库: the standing lists of people eligible for a role in a team.
package enum PoolKind: String, Choice {
    case leader, deputy, inspector

    package static let vocabulary = "poolKind"

    /// 组长、副组长: those for whom recusal is stricter.
    package var leadsTeam: Bool { self != .inspector }
}

/// How somebody came into a pool (domain 4.21).
package enum PoolRoute: String, Choice {
    /// 区委选配, 联合选调, 推荐, 自荐; `takenOver` for those a roster names without saying how they came in.
    case committeeSelection, jointRecruitment, recommendation, selfNomination, takenOver

    package static let vocabulary = "poolRoute"
}

/// States of a pool membership (domain 4.21).
package enum PoolState: String, Choice {
    case nominated, vetted, admitted, onAssignment, cooling, exited

    package static let vocabulary = "poolState"
}
