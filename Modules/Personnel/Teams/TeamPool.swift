import GRDB
import Operations
import Persistence
import PluginKit

/// Everybody whom a round's teams can be made from, with what the model says about them and what recusal asks.
package struct TeamPool {
    package private(set) var people: [TeamPerson] = []
    /// By person and by the role looked at.
    private var candidates: [UniqueID: [PoolKind: Candidate]] = [:]
    private var obstacles: [PoolKind: [UniqueID: [TeamObstacle]]] = [:]
    private let cases: [UniqueID: [StandingCase]]

    /// Reads the three pools, who does not meet their criteria, and the ranks: a fixed number of queries, however many people there
    /// are.
    /// - Parameter others: people who are looked at although they may be in no pool; no role is open to them then.
    package init(in context: ReadContext, others: [UniqueID] = []) throws {
        let db = context.db
        cases = try RecusalCases.standing(in: db)
        for pool in PoolKind.allCases {
            for candidate in try Candidates.inPool(pool, in: db) { candidates[candidate.id, default: [:]][pool] = candidate }
            obstacles[pool] = try Eligibility.obstacles(in: pool, context)
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
        for pool in PoolKind.allCases {
            for candidate in try Candidates.assigned(others, to: pool, in: db) {
                candidates[candidate.id, default: [:]][pool] = candidate
            }
        }
        let strangers = try Candidates.strangers(others.filter { candidates[$0] == nil }, in: db)
        let strangersByID = Dictionary(strangers.map { ($0.id, $0) }) { first, _ in first }
        for id in others {
            let roles = candidates[id] ?? [:]
            guard let somebody = roles.values.first ?? strangersByID[id] else { continue }
            people.append(person(somebody, roles, ranks[id]))
        }
    }

    private func person(_ candidate: Candidate, _ roles: [PoolKind: Candidate], _ rank: String?) -> TeamPerson {
        let open = PoolKind.allCases.filter { roles[$0] != nil }
        return TeamPerson(
            id: candidate.id, name: candidate.name, roles: open,
            homeUnit: candidate.unitId?.description ?? candidate.unitName, homeUnitName: candidate.unitName,
            specialties: candidate.specialties, rank: rank, roundsServed: roles.values.map(\.roundsServed).max() ?? 0,
            roundsThisYear: 0, lastService: nil, absences: [],
            obstacles: open.flatMap { obstacles[$0]?[candidate.id] ?? [] })
    }

    /// Adds to each person what others know, and puts all in the order of R-SEL-03.
    package mutating func complete(_ change: (inout TeamPerson) -> Void) {
        for place in people.indices { change(&people[place]) }
        people = TeamOrder.sorted(people)
    }

    /// The reasons against everybody for the targets of a round's team: what forbids, and what costs so many points.
    package func bars(
        for team: String, of round: String, _ targets: [RecusalTarget], on day: CalendarDate, points: Int,
        settings: RecusalSettings
    ) -> (forbidden: [TeamBar], penalties: [TeamBar]) {
        let bars = people.flatMap { person in
            let cases = cases[person.id] ?? []
            return targets.flatMap { target in
                cases.compactMap { $0.bar(person, in: team, target, points: points) }
                    + hits(person, target, round, cases, on: day, settings).map { role, hit in
                        TeamBar(
                            person: person.id, team: team, roles: [role], rule: hit.code, target: target.unitName,
                            evidence: hit.evidence, weight: hit.isHard ? nil : points)
                    }
            }
        }
        return (bars.filter { $0.weight == nil }, bars.filter { $0.weight != nil })
    }

    /// The rules that the record leaves open for somebody and the targets of a team, in each of their roles.
    package func gaps(for team: String, _ targets: [RecusalTarget], settings: RecusalSettings) -> [TeamGap] {
        people.flatMap { person in
            person.roles.compactMap { role in
                guard let candidate = candidates[person.id]?[role] else { return nil }
                let open = targets.flatMap { Recusal.gaps(of: candidate, as: role, for: $0, settings: settings).map(\.rule) }
                let rules = PersonnelRules.recusal.filter(open.contains).map(\.id)
                return rules.isEmpty ? nil : TeamGap(person: person.id, team: team, role: role, rules: rules)
            }
        }
    }

    /// What the rules of recusal say against somebody in each of their roles; soft reasons that were overridden are left out.
    private func hits(
        _ person: TeamPerson, _ target: RecusalTarget, _ round: String, _ cases: [StandingCase], on day: CalendarDate,
        _ settings: RecusalSettings
    ) -> [(role: PoolKind, hit: RecusalHit)] {
        person.roles.flatMap { role -> [(role: PoolKind, hit: RecusalHit)] in
            guard let candidate = candidates[person.id]?[role] else { return [] }
            return Recusal.check(candidate, as: role, for: target, in: round, on: day, settings: settings).filter { hit in
                hit.isHard || !cases.contains { $0.state == .overridden && $0.unit == target.unitId && $0.rule == hit.code }
            }.map { (role, $0) }
        }
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

extension StandingCase {
    /// What the case means for a team with the unit among its targets: upheld it forbids (R-RCU-01), undecided it costs (R-RCU-03), overridden it
    /// means nothing.
    fileprivate func bar(_ person: TeamPerson, in team: String, _ target: RecusalTarget, points: Int) -> TeamBar? {
        guard unit == target.unitId else { return nil }
        let facts: [String: Message.Argument] = [
            "name": .text(person.name), "unit": .text(target.unitName), "no": .text(no),
        ]
        guard let rule = barring else { return nil }
        let isHard = rule == PersonnelRules.hardRecusal
        return TeamBar(
            person: person.id, team: team, roles: person.roles, rule: rule.id, target: target.unitName,
            evidence: Message("\(rule.id).refusal.\(isHard ? "upheld" : "open")", facts), weight: isHard ? nil : points)
    }
}
