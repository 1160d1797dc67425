import Persistence

/// The score of a choice of teams: points for what is wanted and reached, less what it costs. More is better.
///
/// For each team: for every wanted specialty, the points of the want for each person who has it, up to the number wanted; the same
/// for old hands and newcomers. Off go the rounds each member has served, soft recusals, deputies beyond the least number, and
/// seats of the draft before that were not kept.
package enum TeamScore {
    package static func of(_ seats: [TeamSeat], in index: TeamIndex) -> Int {
        let byTeam = Dictionary(grouping: seats, by: \.team)
        let kept = Set(seats)
        return index.model.teams.reduce(0) { $0 + of(byTeam[$1.id] ?? [], team: $1, in: index) }
            - index.model.previous.count { !kept.contains($0) } * index.model.settings.points.change
    }

    /// The part of one team, the draft before left aside.
    package static func of(_ seats: [TeamSeat], team: TeamPlace, in index: TeamIndex) -> Int {
        let settings = index.model.settings
        let points = settings.points
        let people = seats.compactMap { index.person[$0.person] }
        let wanted = team.wants.reduce(0) { sum, want in
            sum + want.weight * min(want.count, people.count { $0.specialties.contains(want.specialty) })
        }
        let mix =
            min(settings.oldHands, people.count(where: index.isOldHand))
            + min(settings.newcomers, people.count(where: index.isNewcomer))
        let deputies = seats.count { $0.role == .deputy }
        return wanted + mix * points.experience - seats.reduce(0) { $0 + cost(of: $1, in: index) }
            - max(0, deputies - team.deputies.low) * points.furtherDeputy
    }

    /// What a seat costs by itself: rounds served and soft recusals.
    package static func cost(of seat: TeamSeat, in index: TeamIndex) -> Int {
        let served = index.person[seat.person]?.roundsServed ?? 0
        return served * index.model.settings.points.roundServed
            + index.softBars(seat).reduce(0) { $0 + ($1.weight ?? 0) }
    }

    /// More than this no choice can score: everything wanted is reached, and nothing costs anything.
    package static func ceiling(of index: TeamIndex) -> Int {
        let settings = index.model.settings
        return index.model.teams.reduce(0) { sum, team in
            let wants = team.wants.reduce(0) { $0 + $1.weight * min($1.count, team.size.high) }
            let mix = min(settings.oldHands, team.size.high) + min(settings.newcomers, team.size.high)
            return sum + wants + mix * settings.points.experience
        }
    }
}
