import Foundation
import Persistence
import PluginKit
import SampleTeams
import Testing

@testable import Personnel

/// Every rule of a team's composition, kept and broken (R-SEL-01).
@Suite struct TeamCheckTests {
    /// A team of three that breaks nothing: 1 leads, 2 is deputy, 3 and 4 are inspectors; the people 5… are spare.
    private var model = TeamModel(
        round: "14-3", from: CalendarDate(dayNumber: 19000), to: CalendarDate(dayNumber: 19100), settings: .standard,
        people: [], teams: [], forbidden: [], penalties: [], apart: [], pins: [], previous: [])
    private var seats: [TeamSeat] = []

    init() {
        model.people = [
            person(1, .leader), person(2, .deputy), person(3, .inspector), person(4, .inspector), person(5, .leader),
            person(6, .deputy), person(7, .deputy), person(8, .inspector),
        ]
        model.teams = [
            TeamPlace(
                id: "14-3-1", targets: [.init(unit: id(100), name: "对象")], size: TeamSpan(4, 4), deputies: TeamSpan(1, 2),
                wants: [])
        ]
        seats = [seat(1, .leader), seat(2, .deputy), seat(3, .inspector), seat(4, .inspector)]
    }

    private func id(_ number: UInt64) -> UniqueID { UniqueID(milliseconds: number, counter: 0, random: number) }
    private func seat(_ number: UInt64, _ role: PoolKind) -> TeamSeat { TeamSeat(id(number), in: "14-3-1", as: role) }

    private func person(_ number: UInt64, _ role: PoolKind) -> TeamPerson {
        TeamPerson(
            id: id(number), name: "干部\(number)", roles: [role], homeUnit: "\(number)", homeUnitName: "单位\(number)",
            specialties: [], roundsServed: 0, roundsThisYear: 0, absences: [])
    }

    private func found(_ seats: [TeamSeat]? = nil) -> [TeamViolation] {
        TeamCheck.violations(of: seats ?? self.seats, in: TeamIndex(model))
    }

    private func rules(_ seats: [TeamSeat]? = nil) -> [String] { found(seats).map(\.rule) }

    @Test func aSoundTeamBreaksNothing() { #expect(found() == []) }

    @Test func sizeLeaderAndDeputies() {
        #expect(rules(Array(seats.dropLast())) == ["R-SEL-11"])
        #expect(rules(seats + [seat(8, .inspector)]) == ["R-SEL-11"])
        #expect(rules(seats.filter { $0.role != .leader } + [seat(8, .inspector)]) == ["R-SEL-12"])
        #expect(rules([seat(5, .leader)] + seats.dropLast()) == ["R-SEL-12"])
        #expect(rules(seats.filter { $0.role != .deputy } + [seat(8, .inspector)]) == ["R-SEL-13"])
        #expect(rules([seat(1, .leader), seat(2, .deputy), seat(6, .deputy), seat(3, .inspector)]) == [])
        #expect(rules([seat(1, .leader), seat(2, .deputy), seat(6, .deputy), seat(7, .deputy)]) == ["R-SEL-13"])
    }

    @Test func nobodyIsInTwoTeams() {
        var two = self
        two.model.teams.append(two.model.teams[0])
        two.model.teams[1].id = "14-3-2"
        let other = TeamSeat(id(4), in: "14-3-2", as: .inspector)
        let violations = two.found(seats + [other]).filter { $0.rule == "R-SEL-14" }
        #expect(violations.map(\.team) == ["14-3-1", "14-3-2"])
        #expect(violations.allSatisfy { $0.person == id(4) })
    }

    @Test func rolesComeFromTheirPools() {
        #expect(rules([seat(1, .leader), seat(8, .deputy), seat(3, .inspector), seat(4, .inspector)]) == ["R-SEL-15"])
        let stranger = found([seat(1, .leader), seat(2, .deputy), seat(3, .inspector), seat(99, .inspector)])
        #expect(stranger.map(\.evidence.key) == ["R-SEL-15.refusal.unknown"])
    }

    @Test func homeUnitsAreApart() {
        var changed = self
        changed.model.people[3].homeUnit = "3"
        #expect(changed.rules() == ["R-SEL-16"])
        changed.model.people[3].homeUnit = "4"
        changed.model.apart = [TeamApart(superior: "4", subordinate: "1")]
        #expect(changed.rules() == ["R-SEL-17"])
        changed.model.apart = [TeamApart(superior: "4", subordinate: "8")]
        #expect(changed.rules() == [])
    }

    @Test(arguments: [(18_900, 18_999, 0), (18_900, 19_000, 1), (19_100, 19_200, 1), (19_101, 19_200, 0)])
    func whoIsAwayWhileTheRoundLastsIsNotAvailable(from: Int, to: Int, violations: Int) {
        var changed = self
        changed.model.people[2].absences = [
            TeamAbsence(
                from: CalendarDate(dayNumber: from), to: CalendarDate(dayNumber: to), rule: TeamRules.overlap.id,
                evidence: Message("R-SEL-04.refusal"))
        ]
        #expect(changed.rules() == [String](repeating: "R-SEL-04", count: violations))
    }

    @Test func recusalIsHardOrSoft() {
        var changed = self
        func bar(_ weight: Int?) -> TeamBar {
            TeamBar(
                person: id(3), team: "14-3-1", roles: [.inspector], rule: "RC2", target: "对象",
                evidence: Message("RC2.refusal.recent"), weight: weight)
        }
        changed.model.forbidden = [bar(nil)]
        changed.model.penalties = [bar(8)]
        #expect(changed.found().map(\.isHard) == [true, false])
        #expect(changed.found().allSatisfy { $0.target == "对象" && $0.person == id(3) && $0.rule == "RC2" })
        changed.model.forbidden[0].roles = [.leader]
        #expect(changed.found().map(\.isHard) == [false])
    }

    @Test func requiredExpertiseAndPlacesSetByHand() {
        var changed = self
        changed.model.teams[0].wants = [
            TeamWant(specialty: "财务审计", count: 2, weight: 10, isRequired: true, because: ["对象"])
        ]
        #expect(changed.rules() == ["R-SEL-18"])
        for place in [1, 2] { changed.model.people[place].specialties = ["财务审计"] }
        #expect(changed.rules() == [])
        changed.model.pins = [seat(8, .inspector)]
        #expect(changed.rules() == ["R-SEL-20"])
        changed.model.pins = [seat(3, .inspector)]
        #expect(changed.rules() == [])
    }

    /// Nobody is called clear against whom something stands, or of whom a rule is open.
    @Test func reasonsTellWhatRecusalSays() {
        var changed = self
        func keys() -> [String] {
            TeamReasons.why(seats[2], among: seats, in: TeamIndex(changed.model)).map(\.key).filter {
                $0 != "team.why.newcomer"
            }
        }
        #expect(keys() == ["team.why.clear"])
        changed.model.gaps = [TeamGap(person: id(3), team: "14-3-1", role: .inspector, rules: ["RC1", "RC4"])]
        #expect(keys() == ["team.why.none", "team.why.gaps"])
        changed.model.forbidden = [
            TeamBar(
                person: id(3), team: "14-3-1", roles: [.inspector], rule: "R-RCU-01", target: "对象",
                evidence: Message("R-RCU-01.refusal.upheld"))
        ]
        #expect(keys() == ["R-RCU-01.refusal.upheld", "team.why.gaps"])
        changed.model.gaps[0].role = .leader
        #expect(keys() == ["R-RCU-01.refusal.upheld"])
        changed.model.forbidden = []
        changed.model.people[2].roles = [.deputy]
        #expect(keys() == [], "nobody was examined for a role that is not theirs")
    }

    @Test func whatATeamLacksWhoeverComesExcludesNobody() {
        var changed = self
        func want(_ specialty: String, _ count: Int) -> TeamWant {
            TeamWant(specialty: specialty, count: count, weight: 10, isRequired: true, because: ["对象"])
        }
        func free(_ seats: [TeamSeat]) -> [UniqueID] {
            TeamSubstitutes.best(for: "14-3-1", as: .inspector, beside: seats, in: TeamIndex(changed.model)).map(\.seat.person)
        }
        let others = Array(seats.dropLast())
        changed.model.people.append(person(9, .inspector))
        changed.model.teams[0].wants = [want("核物理", 2)]
        #expect(Set(free(others)) == [id(4), id(8), id(9)], "nobody has it")
        changed.model.teams[0].wants = [want("核物理", 2), want("工程", 1)]
        changed.model.people[7].specialties = ["工程"]
        #expect(free(others) == [id(8)], "one brings what can be brought")
        let why = TeamReasons.whyNot(seat(9, .inspector), beside: others, in: TeamIndex(changed.model))
        #expect(Set(why.map(\.rule)) == ["R-SEL-18"])
        changed.model.people[8].specialties = ["核物理"]
        changed.model.teams[0].wants[0].count = 1
        #expect(Set(free(others)) == [id(8), id(9)], "each brings what the other does not")
    }

    @Test func everythingIsSaidAtOnce() {
        var changed = self
        changed.model.people[2].homeUnit = "1"
        changed.model.apart = [TeamApart(superior: "4", subordinate: "2")]
        let violations = changed.found([seat(1, .leader), seat(2, .inspector), seat(3, .inspector), seat(4, .inspector)])
        #expect(violations.map(\.rule) == ["R-SEL-13", "R-SEL-16", "R-SEL-15", "R-SEL-17"])
    }

    @Test func theScoreIsTheSumOfItsParts() {
        var changed = self
        let points = TeamPoints()
        changed.model.teams[0].wants = [
            TeamWant(specialty: "工程", count: 1, weight: 10, isRequired: false, because: ["对象"])
        ]
        #expect(TeamScore.of(seats, in: TeamIndex(changed.model)) == points.experience)
        for place in [1, 2] { changed.model.people[place].specialties = ["工程"] }
        #expect(TeamScore.of(seats, in: TeamIndex(changed.model)) == points.experience + 10)
        changed.model.people[0].roundsServed = 3
        #expect(TeamScore.of(seats, in: TeamIndex(changed.model)) == 2 * points.experience + 10 - 3)
        changed.model.previous = [seat(3, .inspector), seat(8, .inspector)]
        #expect(TeamScore.of(seats, in: TeamIndex(changed.model)) == 2 * points.experience + 10 - 3 - points.change)
        #expect(TeamScore.ceiling(of: TeamIndex(changed.model)) == 3 * points.experience + 10)
    }

    @Test func theOrderIsThatOfTheRule() {
        var people = (1...4).map { person($0, .inspector) }
        people[0].roundsThisYear = 1
        people[1].lastService = CalendarDate(dayNumber: 18_000)
        people[2].lastService = CalendarDate(dayNumber: 17_000)
        #expect(TeamOrder.sorted(people.reversed()).map(\.id) == [id(4), id(3), id(2), id(1)])
    }

    @Test func aModelIsTheSameAfterBeingWritten() throws {
        let model = GeneratedDistrict(people: 40, teams: 2, seed: 9).model()
        let written = try JSONEncoder().encode(WrittenTeamModel(model))
        #expect(try JSONDecoder().decode(TeamModel.self, from: written) == model)
        let values = try #require(try JSONSerialization.jsonObject(with: written) as? [String: Any])
        #expect((values["allowed"] as? [Any])?.count == 2)
    }

    @Test func rulesOfExpertiseOutOfRangeAreNamed() {
        #expect(ExpertiseRules.standard.flatMap(\.faults) == [])
        var rule = ExpertiseRule(" ", names: ["财政"])
        rule.count = 0
        rule.weight = -1
        #expect(rule.faults.count == 3)
    }

    @Test func aTargetCallsForExpertiseByItsNameAndLevel() {
        func specialties(_ name: String, _ level: String) -> Set<String> {
            Set(ExpertiseRules.standard.filter { $0.fits(name: name, level: level) }.map(\.specialty))
        }
        #expect(specialties("西湖区财政局", "organ") == ["纪检监察", "党建", "财务审计"])
        #expect(specialties("西湖区住房和城乡建设局", "organ") == ["纪检监察", "党建", "工程"])
        #expect(specialties("双浦镇", "town") == ["纪检监察", "党建", "财务审计", "工程", "农业农村"])
    }
}
