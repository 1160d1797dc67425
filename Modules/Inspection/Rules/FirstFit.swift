import Operations
import Organization
import Persistence
import Personnel
import PluginKit

/// A team to be filled: its targets with everything above them.
struct TeamNeed {
    var ordinal: Int
    var targets: [RecusalTarget]
}

/// Somebody proposed for a team, with the soft recusals people must look at.
struct Nominee {
    var candidate: Candidate
    var role: TeamRole
    var remarks: [(hit: RecusalHit, unit: String)]
}

/// Fills teams one after another with the first candidates that fit.
///
/// Order of candidates: fewer rounds served, then name in pinyin, then id. A candidate is passed over when already taken, under
/// hard recusal for one of the team's targets (R-RCU-01), or from the same home unit as somebody in the team.
struct FirstFit {
    var leaders: [Candidate]
    var deputies: [Candidate]
    var inspectors: [Candidate]
    /// People in a team, leader and deputies included.
    var size: Int
    var deputiesPerTeam: Int
    var day: CalendarDate

    private static let roles: [TeamRole] = [.leader, .deputy, .inspector]

    /// - Throws: `R-SEL-02` listing for every team which role lacks how many people.
    func teams(for needs: [TeamNeed]) throws -> [[Nominee]] {
        var taken: Set<UniqueID> = []
        var checks = Checks()
        let teams = needs.map { need in fill(need, &taken, &checks) }
        try checks.finish()
        return teams
    }

    private func fill(_ need: TeamNeed, _ taken: inout Set<UniqueID>, _ checks: inout Checks) -> [Nominee] {
        var team: [Nominee] = []
        for role in Self.roles {
            let wanted = count(of: role)
            var found = 0
            for candidate in candidates(for: role) where found < wanted {
                guard let nominee = nominee(candidate, role, need, team, taken) else { continue }
                team.append(nominee)
                taken.insert(candidate.id)
                found += 1
            }
            if found < wanted {
                checks.add(
                    InspectionRules.noTeam.refused([
                        "team": "\(need.ordinal)", "role": .key("teamRole.\(role.rawValue)"), "missing": "\(wanted - found)",
                    ]))
            }
        }
        return team
    }

    private func nominee(
        _ candidate: Candidate, _ role: TeamRole, _ need: TeamNeed, _ team: [Nominee], _ taken: Set<UniqueID>
    ) -> Nominee? {
        guard !taken.contains(candidate.id), !team.contains(where: { $0.candidate.unitName == candidate.unitName }) else {
            return nil
        }
        let hits = need.targets.flatMap { target in
            Recusal.check(candidate, as: role.pool, for: target, on: day).map { (hit: $0, unit: target.unitName) }
        }
        return hits.contains(where: \.hit.isHard) ? nil : Nominee(candidate: candidate, role: role, remarks: hits)
    }

    private func count(of role: TeamRole) -> Int {
        switch role {
        case .leader: 1
        case .deputy: deputiesPerTeam
        case .inspector: max(0, size - 1 - deputiesPerTeam)
        }
    }

    private func candidates(for role: TeamRole) -> [Candidate] {
        switch role {
        case .leader: leaders
        case .deputy: deputies
        case .inspector: inspectors
        }
    }
}

extension TeamRole {
    /// The pool a role is filled from.
    var pool: PoolKind {
        switch self {
        case .leader: .leader
        case .deputy: .deputy
        case .inspector: .inspector
        }
    }
}
