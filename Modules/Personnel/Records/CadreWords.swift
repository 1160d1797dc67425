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
    /// The role in a team that the pool is for, as lists of a team say it: 组长, not 组长库.
    var asTeamRole: Value { .word(code: rawValue, key: "servedRole.\(rawValue)") }
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

    /// Whether somebody is in the pool.
    var isPlace: Bool { [.admitted, .onAssignment, .cooling].contains(self) }
}

/// 干部管理权限: which level the appointment belongs to.
package enum CadreJurisdiction: String, Choice {
    case central, province, city, district, unit

    package static let vocabulary = "cadreJurisdiction"
}

/// What kind of document an identity number is of.
package enum IdentityKind: String, Choice {
    case resident, passport, other

    package static let vocabulary = "identityKind"
}

/// The standards of joint recruitment (R-POL-04).
package enum RecruitmentStandard: String, Choice {
    /// 德才兼备、专业骨干、优秀后备
    case virtueAndAbility, backbone, reserve

    package static let vocabulary = "recruitmentStandard"
}

/// Why somebody left a pool (domain 4.21).
package enum ExitReason: String, Choice {
    /// 岗位变动、身体、任务繁重、不胜任、违纪、退休、到期
    case postChange, health, workload, unfit, discipline, retirement, expiry

    package static let vocabulary = "exitReason"
}

/// What the discipline commission says of a nominee. Why, it keeps to itself.
package enum IntegrityOpinion: String, Choice {
    case clear, unsuitable

    package static let vocabulary = "integrityOpinion"
}
