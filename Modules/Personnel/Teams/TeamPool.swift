import GRDB
import Operations
import Persistence
import PluginKit

/// Everybody whom a round's teams can be made from, with what the model says about them and what recusal asks.
package struct TeamPool {
    package private(set) var people: [TeamPerson] = []
    /// By person and by the role looked at.
    private var candidates: [UniqueID: [PoolKind: Candidate]] = [:]

    /// Reads the three pools and the ranks: a fixed number of queries, however many people there are.
    /// - Parameter others: people who are looked at although they may be in no pool; no role is open to them then.
    package init(in db: Database, others: [UniqueID] = []) throws {
        for pool in PoolKind.allCases {
            for candidate in try Candidates.inPool(pool, in: db) { candidates[candidate.id, default: [:]][pool] = candidate }
        }
        let ranks = try Row.fetchAll(db, sql: "SELECT id, rank FROM personnel_cadre WHERE rank IS NOT NULL")
            .reduce(into: [UniqueID: String]()) { $0[$1[0]] = $1[1] }
        people = candidates.values.compactMap { roles in
            PoolKind.allCases.lazy.compactMap { roles[$0] }.first.map { person($0, roles, ranks[$0.id]) }
        }
        try add(others.filter { candidates[$0] == nil }, ranks, db)
    }

    /// People of present drafts who are not free: those on assignment keep the roles of their pools, strangers have none.
    private mutating func add(_ others: [UniqueID], _ ranks: [UniqueID: String], _ db: Database) throws {
        guard !others.isEmpty else { return }
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT cadreId, pool FROM personnel_pool_membership
                WHERE state = 'onAssignment' AND cadreId IN (\(databaseQuestionMarks(count: others.count)))
                """, arguments: StatementArguments(others))
        let pools = Dictionary(grouping: rows) { $0[0] as UniqueID }.mapValues { $0.compactMap { PoolKind(rawValue: $0[1]) } }
        for id in others {
            for pool in pools[id] ?? [] {
                candidates[id, default: [:]][pool] = try Candidates.candidate(id: id, for: pool, in: db)
            }
            let roles = candidates[id] ?? [:]
            guard let somebody = try roles.values.first ?? Candidates.candidate(id: id, for: .inspector, in: db) else { continue }
            people.append(person(somebody, roles, ranks[id]))
        }
    }

    private func person(_ candidate: Candidate, _ roles: [PoolKind: Candidate], _ rank: String?) -> TeamPerson {
        TeamPerson(
            id: candidate.id, name: candidate.name, roles: PoolKind.allCases.filter { roles[$0] != nil },
            homeUnit: candidate.unitId?.description ?? candidate.unitName, homeUnitName: candidate.unitName,
            specialties: candidate.specialties, rank: rank, roundsServed: roles.values.map(\.roundsServed).max() ?? 0,
            roundsThisYear: 0, lastService: nil, absences: [])
    }

    /// Adds to each person what others know, and puts all in the order of R-SEL-03.
    package mutating func complete(_ change: (inout TeamPerson) -> Void) {
        for place in people.indices { change(&people[place]) }
        people = TeamOrder.sorted(people)
    }

    /// The reasons against everybody for the targets of a team: what forbids, and what costs so many points.
    package func bars(
        for team: String, _ targets: [RecusalTarget], on day: CalendarDate, points: Int, settings: RecusalSettings
    ) -> (forbidden: [TeamBar], penalties: [TeamBar]) {
        var bars: (forbidden: [TeamBar], penalties: [TeamBar]) = ([], [])
        for person in people {
            for target in targets {
                for role in person.roles {
                    guard let candidate = candidates[person.id]?[role] else { continue }
                    for hit in Recusal.check(candidate, as: role, for: target, on: day, settings: settings) {
                        let bar = TeamBar(
                            person: person.id, team: team, roles: [role], rule: hit.code, target: target.unitName,
                            evidence: hit.evidence, weight: hit.isHard ? nil : points)
                        if hit.isHard { bars.forbidden.append(bar) } else { bars.penalties.append(bar) }
                    }
                }
            }
        }
        return bars
    }

    /// Pairs of home units of which one stands above the other.
    package func apart(superiors: [UniqueID: Set<UniqueID>]) -> [TeamApart] {
        let units = Set(people.compactMap { UniqueID($0.homeUnit) })
        return units.sorted().flatMap { unit in
            units.intersection(superiors[unit] ?? []).sorted().map {
                TeamApart(superior: $0.description, subordinate: unit.description)
            }
        }
    }
}
