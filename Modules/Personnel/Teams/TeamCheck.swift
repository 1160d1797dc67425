import Persistence
import PluginKit

/// A rule that a choice of teams breaks (R-SEL-01).
package struct TeamViolation: Sendable, Equatable {
    /// Id of the rule.
    package var rule: String
    /// Whether nobody may overlook it; a soft one needs the leading group's reason (R-RCU-01).
    package var isHard: Bool
    package var team: String
    package var person: UniqueID?
    /// Name of the target concerned.
    package var target: String?
    /// The facts.
    package var evidence: Message
}

/// Checks a choice of teams against a model, however it was made. Every violation is found; nothing is solved here.
package struct TeamCheck {
    private let index: TeamIndex
    private var found: [TeamViolation] = []

    /// Violations of the teams named, of all where none are: hard ones and soft ones, team by team in the model's order.
    package static func violations(
        of seats: [TeamSeat], in index: TeamIndex, teams: Set<String>? = nil
    ) -> [TeamViolation] {
        var check = TeamCheck(index: index)
        for team in index.model.teams where teams?.contains(team.id) ?? true {
            check.composition(team, seats.filter { $0.team == team.id })
            check.people(seats.filter { $0.team == team.id }, all: seats)
            check.pins(team, seats)
        }
        return check.found
    }

    private init(index: TeamIndex) { self.index = index }

    private mutating func note(
        _ rule: Rule, _ team: String, of person: UniqueID? = nil, variant: String? = nil, _ facts: [String: Message.Argument]
    ) {
        let key = variant.map { "\(rule.id).refusal.\($0)" } ?? "\(rule.id).refusal"
        found.append(
            TeamViolation(rule: rule.id, isHard: true, team: team, person: person, evidence: Message(key, facts)))
    }

    private func name(_ person: UniqueID) -> Message.Argument { .text(index.person[person]?.name ?? person.description) }

    private mutating func composition(_ team: TeamPlace, _ seats: [TeamSeat]) {
        let leaders = seats.count { $0.role == .leader }
        let deputies = seats.count { $0.role == .deputy }
        func facts(_ span: TeamSpan, _ value: Int) -> [String: Message.Argument] {
            ["team": .text(team.id), "low": "\(span.low)", "high": "\(span.high)", "value": "\(value)"]
        }
        if !team.size.contains(seats.count) {
            note(TeamRules.size, team.id, variant: team.size.variant, facts(team.size, seats.count))
        }
        if leaders != 1 { note(TeamRules.oneLeader, team.id, ["team": .text(team.id), "value": "\(leaders)"]) }
        if !team.deputies.contains(deputies) {
            note(TeamRules.deputies, team.id, variant: team.deputies.variant, facts(team.deputies, deputies))
        }
        for want in team.wants where want.isRequired {
            let have = seats.count { index.person[$0.person]?.specialties.contains(want.specialty) ?? false }
            if have < want.count {
                note(
                    TeamRules.expertise, team.id,
                    ["team": .text(team.id), "specialty": .text(want.specialty), "missing": "\(want.count - have)"])
            }
        }
    }

    private mutating func people(_ seats: [TeamSeat], all: [TeamSeat]) {
        for (place, seat) in seats.enumerated() {
            guard let person = index.person[seat.person] else {
                note(
                    TeamRules.fromPool, seat.team, of: seat.person, variant: "unknown",
                    ["name": name(seat.person), "role": .key("poolKind.\(seat.role.rawValue)")])
                continue
            }
            alone(person, seat)
            let others = all.filter { $0.person == seat.person }
            if others.count > 1 {
                note(
                    TeamRules.once, seat.team, of: seat.person,
                    ["name": .text(person.name), "teams": .text(others.map(\.team).joined(separator: ", "))])
            }
            for other in seats[(place + 1)...] { index.person[other.person].map { together(person, $0, seat) } }
        }
    }

    /// What is about one person: pool, criteria, time, recusal.
    private mutating func alone(_ person: TeamPerson, _ seat: TeamSeat) {
        if !person.roles.contains(seat.role) {
            note(
                TeamRules.fromPool, seat.team, of: seat.person,
                ["name": .text(person.name), "role": .key("poolKind.\(seat.role.rawValue)")])
        }
        for obstacle in index.obstacles(seat) {
            found.append(
                TeamViolation(
                    rule: obstacle.rule, isHard: true, team: seat.team, person: person.id, evidence: obstacle.evidence))
        }
        for absence in index.absences(person) {
            found.append(
                TeamViolation(
                    rule: absence.rule, isHard: true, team: seat.team, person: person.id, evidence: absence.evidence))
        }
        for bar in index.bars(seat) + index.softBars(seat) {
            found.append(
                TeamViolation(
                    rule: bar.rule, isHard: bar.weight == nil, team: seat.team, person: person.id, target: bar.target,
                    evidence: bar.evidence))
        }
    }

    /// What is about two people of one team.
    private mutating func together(_ one: TeamPerson, _ other: TeamPerson, _ seat: TeamSeat) {
        let facts: [String: Message.Argument] = [
            "name": .text(one.name), "other": .text(other.name), "unit": .text(one.homeUnitName),
            "otherUnit": .text(other.homeUnitName), "team": .text(seat.team),
        ]
        if one.id != other.id, one.homeUnit == other.homeUnit { note(TeamRules.homeUnit, seat.team, of: other.id, facts) }
        if index.areApart(one, other) { note(TeamRules.superior, seat.team, of: other.id, facts) }
    }

    private mutating func pins(_ team: TeamPlace, _ seats: [TeamSeat]) {
        for pin in index.model.pins where pin.team == team.id && !seats.contains(pin) {
            note(
                TeamRules.pinned, team.id, of: pin.person,
                ["name": name(pin.person), "team": .text(team.id), "role": .key("poolKind.\(pin.role.rawValue)")])
        }
    }
}

extension TeamSpan {
    package func contains(_ value: Int) -> Bool { (low...max(low, high)).contains(value) }

    /// How a refusal says it: `6 people`, not `6 to 6`.
    fileprivate var variant: String? { low == high ? "exact" : nil }
}
