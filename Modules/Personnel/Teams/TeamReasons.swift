import Persistence
import PluginKit

/// Why somebody is where a choice of teams puts them.
package enum TeamReasons {
    /// The facts that speak for a seat, and those that people must look at.
    package static func why(_ seat: TeamSeat, among seats: [TeamSeat], in index: TeamIndex) -> [Message] {
        guard let person = index.person[seat.person], let team = index.team[seat.team] else { return [] }
        var reasons: [Message] = []
        if index.model.pins.contains(seat) { reasons.append(Message("team.why.pinned")) }
        reasons += expertise(person, seat, team, seats, index)
        reasons.append(experience(person, index))
        reasons += recusal(seat, team, index)
        if index.model.previous.contains(seat) { reasons.append(Message("team.why.kept")) }
        return reasons
    }

    /// What recusal says: every reason against, and how many rules nobody could check. Only where there is neither is anybody clear.
    private static func recusal(_ seat: TeamSeat, _ team: TeamPlace, _ index: TeamIndex) -> [Message] {
        let targets: [String: Message.Argument] = ["targets": "\(team.targets.count)"]
        let bars = index.bars(seat) + index.softBars(seat)
        // Nobody is examined for a role whose pool they are not in: that is said as a violation.
        guard index.person[seat.person]?.roles.contains(seat.role) ?? false else { return bars.map(\.evidence) }
        let open = index.openRules(seat)
        guard !open.isEmpty else { return bars.isEmpty ? [Message("team.why.clear", targets)] : bars.map(\.evidence) }
        let gaps = Message("team.why.gaps", ["count": "\(open.count)", "rules": .text(open.joined(separator: "、"))])
        return (bars.isEmpty ? [Message("team.why.none", targets)] : bars.map(\.evidence)) + [gaps]
    }

    private static func expertise(
        _ person: TeamPerson, _ seat: TeamSeat, _ team: TeamPlace, _ seats: [TeamSeat], _ index: TeamIndex
    ) -> [Message] {
        let colleagues = seats.filter { $0.team == seat.team && $0.person != seat.person }.compactMap { index.person[$0.person] }
        return team.wants.filter { person.specialties.contains($0.specialty) }.map { want in
            let others = colleagues.count { $0.specialties.contains(want.specialty) }
            // At most three targets by name.
            let names = want.because
            let facts: [String: Message.Argument] = [
                "specialty": .text(want.specialty), "targets": .text(names.prefix(3).joined(separator: "、")),
                "count": "\(names.count)",
            ]
            guard others < want.count else { return Message("team.why.also", facts) }
            return Message(names.count > 3 ? "team.why.only.many" : "team.why.only", facts)
        }
    }

    private static func experience(_ person: TeamPerson, _ index: TeamIndex) -> Message {
        if index.isNewcomer(person) { return Message("team.why.newcomer") }
        let key = index.isOldHand(person) ? "team.why.oldHand" : "team.why.served"
        return Message(key, ["rounds": "\(person.roundsServed)"])
    }

    /// What speaks against a seat and may be overcome.
    package static func soft(_ seat: TeamSeat, in index: TeamIndex) -> [TeamViolation] {
        index.softBars(seat).map {
            TeamViolation(
                rule: $0.rule, isHard: false, team: seat.team, person: seat.person, target: $0.target, evidence: $0.evidence)
        }
    }

    /// Why somebody cannot take a role in a team, by rules about the person or, where there are none, by what the team would lack;
    /// empty where nothing is against it.
    package static func whyNot(_ seat: TeamSeat, beside seats: [TeamSeat], in index: TeamIndex) -> [TeamViolation] {
        let others = seats.filter { $0.person != seat.person }
        let violations = TeamCheck.violations(of: others + [seat], in: index, teams: [seat.team])
        let own = violations.filter { $0.isHard && $0.person == seat.person }
        return own.isEmpty ? violations.filter { $0.rule == TeamRules.expertise.id } : own
    }
}
