import Persistence

/// Fills teams one after another with the first people who fit, without regard to the score: what is left where no solver is
/// linked in, and a start for those that are.
///
/// Pinned people come first; then leader, deputies and inspectors of each team in turn, in the order of R-SEL-03.
package struct TeamFirstFit {
    /// Places that found nobody.
    package struct Shortage: Sendable, Equatable {
        package var team: String
        package var role: PoolKind
        package var missing: Int
    }

    package private(set) var seats: [TeamSeat] = []
    package private(set) var shortages: [Shortage] = []
    private var taken: Set<UniqueID>

    package init(_ index: TeamIndex) {
        seats = index.model.pins.filter(index.allows)
        taken = Set(seats.map(\.person))
        for team in index.model.teams { fill(team, index) }
    }

    private mutating func fill(_ team: TeamPlace, _ index: TeamIndex) {
        var members = seats.filter { $0.team == team.id }
        for role in PoolKind.allCases {
            var missing = wanted(role, team, members)
            for person in index.model.people where missing > 0 && person.roles.contains(role) && !taken.contains(person.id) {
                let seat = TeamSeat(person.id, in: team.id, as: role)
                let isWelcome = members.allSatisfy { index.person[$0.person].map { index.mayMeet(person, $0) } ?? true }
                guard isWelcome, index.allows(seat) else { continue }
                members.append(seat)
                seats.append(seat)
                taken.insert(person.id)
                missing -= 1
            }
            if missing > 0 { shortages.append(Shortage(team: team.id, role: role, missing: missing)) }
        }
    }

    private func wanted(_ role: PoolKind, _ team: TeamPlace, _ members: [TeamSeat]) -> Int {
        let have = members.count { $0.role == role }
        switch role {
        case .leader: return max(0, 1 - have)
        case .deputy: return max(0, team.deputies.low - have)
        case .inspector: return max(0, team.size.low - members.count)
        }
    }
}
