import Persistence
import PluginKit

/// Somebody in a pool.
package struct TeamPerson: Codable, Sendable, Equatable {
    package var id: UniqueID
    package var name: String
    /// Roles of the pools that the person is admitted to.
    package var roles: [PoolKind]
    /// Roles among them that are closed all the same: the person does not meet the pool's criteria any more.
    package var obstacles: [TeamObstacle]
    /// Id of the home unit, or its name where the name leads to no unit.
    package var homeUnit: String
    package var homeUnitName: String
    package var specialties: [String]
    /// 职级, for those who read the model; nothing depends on it.
    package var rank: String?
    /// Rounds served, all in all and in the year the round begins.
    package var roundsServed: Int
    package var roundsThisYear: Int
    package var lastService: CalendarDate?
    package var absences: [TeamAbsence]

    package init(
        id: UniqueID, name: String, roles: [PoolKind], homeUnit: String, homeUnitName: String, specialties: [String],
        rank: String? = nil, roundsServed: Int, roundsThisYear: Int, lastService: CalendarDate? = nil,
        absences: [TeamAbsence], obstacles: [TeamObstacle] = []
    ) {
        self.obstacles = obstacles
        self.id = id
        self.name = name
        self.roles = roles
        self.homeUnit = homeUnit
        self.homeUnitName = homeUnitName
        self.specialties = specialties
        self.rank = rank
        self.roundsServed = roundsServed
        self.roundsThisYear = roundsThisYear
        self.lastService = lastService
        self.absences = absences
    }
}

/// A criterion of a role's pool that somebody in it does not meet (R-POL-01, R-POL-02).
package struct TeamObstacle: Codable, Sendable, Equatable {
    package var role: PoolKind
    /// Id of the rule.
    package var rule: String
    package var evidence: Message

    package init(role: PoolKind, rule: String, evidence: Message) {
        self.role = role
        self.rule = rule
        self.evidence = evidence
    }
}

/// A time in which somebody cannot serve.
package struct TeamAbsence: Codable, Sendable, Equatable {
    package var from: CalendarDate
    package var to: CalendarDate
    /// Id of the rule.
    package var rule: String
    package var evidence: Message

    package init(
        from: CalendarDate, to: CalendarDate, rule: String, evidence: Message
    ) {
        self.from = from
        self.to = to
        self.rule = rule
        self.evidence = evidence
    }
}
