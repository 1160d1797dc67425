import Persistence
import PluginKit

/// A reason why somebody may not or should not serve in a team.
package struct TeamBar: Codable, Sendable, Equatable {
    package var person: UniqueID
    package var team: String
    package var roles: [PoolKind]
    /// Id of the rule.
    package var rule: String
    /// Name of the target concerned.
    package var target: String
    package var evidence: Message
    /// Points it costs; nil where it is forbidden.
    package var weight: Int?

    package init(
        person: UniqueID, team: String, roles: [PoolKind], rule: String, target: String, evidence: Message, weight: Int? = nil
    ) {
        self.person = person
        self.team = team
        self.roles = roles
        self.rule = rule
        self.target = target
        self.evidence = evidence
        self.weight = weight
    }
}

/// Rules of recusal that the record says too little for: of somebody, for a team's targets, in a role. They forbid and cost
/// nothing; people must look.
package struct TeamGap: Codable, Sendable, Equatable {
    package var person: UniqueID
    package var team: String
    package var role: PoolKind
    /// Ids of the rules.
    package var rules: [String]

    package init(person: UniqueID, team: String, role: PoolKind, rules: [String]) {
        self.person = person
        self.team = team
        self.role = role
        self.rules = rules
    }
}

/// Two home units, one above the other.
package struct TeamApart: Codable, Sendable, Equatable {
    package var superior: String
    package var subordinate: String

    package init(
        superior: String, subordinate: String
    ) {
        self.superior = superior
        self.subordinate = subordinate
    }
}

/// Somebody in a team, in a role.
package struct TeamSeat: Codable, Sendable, Hashable {
    package var person: UniqueID
    package var team: String
    package var role: PoolKind

    package init(_ person: UniqueID, in team: String, as role: PoolKind) {
        self.person = person
        self.team = team
        self.role = role
    }
}
