import Persistence
import PluginKit

/// Somebody who could take a place, and what that does to the score.
package struct TeamSubstitute: Sendable {
    package var seat: TeamSeat
    package var score: Int
}

/// Exchanging single people in a choice of teams.
package enum TeamSubstitutes {
    /// Everybody who could take a role in a team without breaking a rule that somebody else would keep, best first: by score, then in
    /// the order of R-SEL-03.
    /// - Parameter seats: the choice without the one who is to be replaced.
    package static func best(for team: String, as role: PoolKind, beside seats: [TeamSeat], in index: TeamIndex)
        -> [TeamSubstitute]
    {
        guard let place = index.team[team] else { return [] }
        let members = seats.filter { $0.team == team }
        let taken = Set(seats.map(\.person))
        let base = TeamScore.of(seats, in: index) - TeamScore.of(members, team: place, in: index)
        let fitting = index.model.people.filter { person in
            !taken.contains(person.id) && fits(person, TeamSeat(person.id, in: team, as: role), members, index)
        }
        let found = bringing(place, beside: members, fitting, index).map { person -> TeamSubstitute in
            let seat = TeamSeat(person.id, in: team, as: role)
            let kept = index.model.previous.contains(seat) ? index.model.settings.points.change : 0
            return TeamSubstitute(seat: seat, score: base + TeamScore.of(members + [seat], team: place, in: index) + kept)
        }
        return found.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }.map(\.element)
    }

    private static func fits(_ person: TeamPerson, _ seat: TeamSeat, _ members: [TeamSeat], _ index: TeamIndex) -> Bool {
        index.allows(seat) && members.compactMap { index.person[$0.person] }.allSatisfy { index.mayMeet(person, $0) }
    }

    /// Those who bring what is required of the team and still missing; where nobody brings all of it, those who bring what nobody
    /// else does more of. What is missing whoever comes excludes nobody.
    private static func bringing(
        _ place: TeamPlace, beside members: [TeamSeat], _ people: [TeamPerson], _ index: TeamIndex
    ) -> [TeamPerson] {
        // Where others are missing besides, nobody alone can bring what is required.
        guard members.count + 1 >= place.size.low else { return people }
        let present = members.compactMap { index.person[$0.person] }
        let missing = place.wants.filter { want in
            want.isRequired && present.count { $0.specialties.contains(want.specialty) } < want.count
        }.map { want in (want, present.count { $0.specialties.contains(want.specialty) }) }
        func left(_ person: TeamPerson) -> Set<String> {
            Set(
                missing.filter { want, have in have + (person.specialties.contains(want.specialty) ? 1 : 0) < want.count }
                    .map(\.0.specialty))
        }
        let left = people.map { ($0, left($0)) }
        let best = Set(left.map(\.1))
        return left.filter { _, own in !best.contains { $0.isStrictSubset(of: own) } }.map(\.0)
    }

    /// The same choice, with each seat taken by the first in the order of R-SEL-03 who scores as much there, or more. It breaks
    /// no rule that was kept, never scores less, and always ends the same way.
    package static func settled(_ seats: [TeamSeat], in index: TeamIndex) -> [TeamSeat] {
        var seats = seats
        let pins = Set(index.model.pins)
        var isMoving = true
        while isMoving {
            isMoving = false
            for place in seats.indices where !pins.contains(seats[place]) {
                guard let better = better(seats[place], in: seats, index) else { continue }
                seats[place] = better
                isMoving = true
            }
        }
        return seats
    }

    private static func better(_ seat: TeamSeat, in seats: [TeamSeat], _ index: TeamIndex) -> TeamSeat? {
        let now = TeamScore.of(seats, in: index)
        let own = index.rank[seat.person] ?? .max
        let others = seats.filter { $0 != seat }
        let best = best(for: seat.team, as: seat.role, beside: others, in: index).first
        guard let best, best.seat != seat else { return nil }
        let rank = index.rank[best.seat.person] ?? .max
        return best.score > now || best.score == now && rank < own ? best.seat : nil
    }
}
