import Personnel

/// Tries every choice of teams: for small models, to know what is best.
struct BruteForce {
    let index: TeamIndex
    /// The best score; nil where there is no choice.
    private(set) var best: Int?
    private var seats: [TeamSeat] = []

    init(_ model: TeamModel) {
        index = TeamIndex(model)
        place(model.people[...])
    }

    private mutating func place(_ people: ArraySlice<TeamPerson>) {
        guard let person = people.first else { return judge() }
        place(people.dropFirst())
        for team in index.model.teams {
            for role in person.roles {
                let seat = TeamSeat(person.id, in: team.id, as: role)
                guard isOpen(seat, person, team) else { continue }
                seats.append(seat)
                place(people.dropFirst())
                seats.removeLast()
            }
        }
    }

    /// Cuts off what is hopeless already.
    private func isOpen(_ seat: TeamSeat, _ person: TeamPerson, _ team: TeamPlace) -> Bool {
        let members = seats.filter { $0.team == team.id }
        return members.count < team.size.high
            && members.allSatisfy { index.person[$0.person].map { index.mayMeet(person, $0) } ?? false } && index.allows(seat)
    }

    private mutating func judge() {
        guard !TeamCheck.violations(of: seats, in: index).contains(where: \.isHard) else { return }
        best = max(best ?? .min, TeamScore.of(seats, in: index))
    }
}
