import Persistence
import Personnel
import PluginKit

/// A made-up district as a model: units in three levels, people in pools, targets, and recusals of the kinds that really occur. The
/// same seed makes the same district.
package struct GeneratedDistrict {
    package var people: Int
    package var teams: Int
    package var size = 8
    package var targetsPerTeam = 4
    package var seed: UInt64
    /// One in so many people may lead, and one in so many may be deputy.
    package var leaderShare = 9
    package var deputyShare = 4

    package init(people: Int, teams: Int, seed: UInt64) {
        self.people = people
        self.teams = teams
        self.seed = seed
    }

    private static let specialties = ["财务审计", "工程", "法律", "党建", "信息化", "文字综合", "组织人事", "纪检监察", "巡察", "意识形态", "农业农村"]
    private static let first = CalendarDate.earliest.adding(days: 45_000)

    package func model(settings: TeamSettings = .standard) -> TeamModel {
        var random = SplitMix(state: seed)
        let units = max(6, people / 5)
        let persons = persons(units, &random)
        let places = (1...teams).map { place($0, units, settings, &random) }
        var model = TeamModel(
            round: "14-3", from: Self.first, to: Self.first.adding(days: 90), settings: settings, people: persons, teams: places,
            forbidden: [], penalties: [], apart: apart(units), pins: [], previous: [])
        for person in persons { recuse(person, &model, &random) }
        return model
    }

    // MARK: - Units: departments, and four subordinate units below each

    private func unit(_ number: Int) -> UniqueID { UniqueID(milliseconds: 1, counter: 0, random: UInt64(number)) }
    private func superior(of unit: Int) -> Int? { unit % 5 == 0 ? nil : unit - unit % 5 }

    private func apart(_ units: Int) -> [TeamApart] {
        (0..<units).compactMap { number in
            superior(of: number).map {
                TeamApart(superior: unit($0).description, subordinate: unit(number).description)
            }
        }
    }

    // MARK: - People

    private func persons(_ units: Int, _ random: inout SplitMix) -> [TeamPerson] {
        let drawn = (0..<people).map { number -> TeamPerson in
            let home = random.below(units)
            let share = number % leaderShare == 0 ? PoolKind.leader : number % deputyShare == 1 ? .deputy : .inspector
            let rounds = max(0, random.below(7) - 3)
            return TeamPerson(
                id: UniqueID(milliseconds: 2, counter: 0, random: UInt64(number)), name: "干部\(number)", roles: [share],
                homeUnit: unit(home).description, homeUnitName: "单位\(home)", specialties: specialties(&random), rank: nil,
                roundsServed: rounds, roundsThisYear: rounds > 1 ? 1 : 0, lastService: nil, absences: absences(&random))
        }
        return TeamOrder.sorted(drawn)
    }

    private func specialties(_ random: inout SplitMix) -> [String] {
        let count = random.below(4) == 0 ? 2 : 1
        return (0..<count).map { _ in Self.specialties[random.below(Self.specialties.count)] }
    }

    private func absences(_ random: inout SplitMix) -> [TeamAbsence] {
        guard random.below(12) == 0 else { return [] }
        return [
            TeamAbsence(
                from: Self.first, to: Self.first.adding(days: 30), rule: TeamRules.overlap.id,
                evidence: Message("\(TeamRules.overlap.id).refusal"))
        ]
    }

    // MARK: - Teams

    private func place(_ number: Int, _ units: Int, _ settings: TeamSettings, _ random: inout SplitMix) -> TeamPlace {
        let targets = (0..<targetsPerTeam).map { _ in
            let target = random.below(units)
            return TeamPlace.Target(unit: unit(target), name: "单位\(target)")
        }
        let wanted = Set(["党建", "纪检监察"] + (0..<2).map { _ in Self.specialties[random.below(Self.specialties.count)] })
        let wants = wanted.sorted().map {
            TeamWant(
                specialty: $0, count: 1 + random.below(2), weight: settings.points.expertise, isRequired: false,
                because: targets.map(\.name))
        }
        return TeamPlace(
            id: "14-3-\(number)", targets: targets, size: TeamSpan(size, size), deputies: settings.deputies, wants: wants)
    }

    // MARK: - Recusal

    /// Works in a target or above it; worked there, or has relatives there.
    private func recuse(_ person: TeamPerson, _ model: inout TeamModel, _ random: inout SplitMix) {
        for team in model.teams {
            for target in team.targets {
                let above = UInt64(target.name.dropFirst(2)).flatMap { superior(of: Int($0)) }.map { unit($0).description }
                let worksThere = person.homeUnit == target.unit.description || person.homeUnit == above
                if worksThere { model.forbidden.append(bar(person, team, target, "RC1", nil)) }
                switch random.below(50) {
                case 0: model.forbidden.append(bar(person, team, target, "RC4", nil))
                case 1 where person.roles.contains { $0.leadsTeam }: model.forbidden.append(bar(person, team, target, "RC2", nil))
                case 1: model.penalties.append(bar(person, team, target, "RC2", model.settings.points.softRecusal))
                default: break
                }
            }
        }
    }

    private func bar(
        _ person: TeamPerson, _ team: TeamPlace, _ target: TeamPlace.Target, _ rule: String, _ weight: Int?
    ) -> TeamBar {
        TeamBar(
            person: person.id, team: team.id, roles: person.roles, rule: rule, target: target.name,
            evidence: Message("\(rule).refusal", ["cadre": person.name, "target": target.name]), weight: weight)
    }
}

/// Random numbers that repeat.
package struct SplitMix {
    package var state: UInt64

    package init(state: UInt64) { self.state = state }

    package mutating func below(_ limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(max(1, limit)))
    }
}
