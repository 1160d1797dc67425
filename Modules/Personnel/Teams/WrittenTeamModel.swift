import Persistence

/// A model as it is written out: with who may be where said in so many words, beside who may not.
package struct WrittenTeamModel: Encodable {
    /// Ids of those who may serve in a team, by role. Follows from roles, absences and what is forbidden.
    package struct Allowed: Encodable {
        package var team: String
        package var leader: [UniqueID]
        package var deputy: [UniqueID]
        package var inspector: [UniqueID]
    }

    package let model: TeamModel
    package let allowed: [Allowed]

    private enum CodingKeys: String, CodingKey { case allowed }

    package init(_ model: TeamModel) {
        let index = TeamIndex(model)
        self.model = model
        allowed = model.teams.map { team in
            func people(_ role: PoolKind) -> [UniqueID] {
                model.people.map(\.id).filter { index.allows(TeamSeat($0, in: team.id, as: role)) }
            }
            return Allowed(
                team: team.id, leader: people(.leader), deputy: people(.deputy), inspector: people(.inspector))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        try model.encode(to: encoder)
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(allowed, forKey: .allowed)
    }
}
