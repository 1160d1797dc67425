import Persistence
import PluginKit
import SampleTeams
import Testing

@testable import Personnel

/// What fills teams where no solver is linked in.
@Suite struct TeamFirstFitTests {
    private func id(_ number: UInt64) -> UniqueID { UniqueID(milliseconds: number, counter: 0, random: number) }

    private func person(_ number: UInt64, unit: UInt64, _ role: PoolKind) -> TeamPerson {
        TeamPerson(
            id: id(number), name: "干部\(number)", roles: [role], homeUnit: "\(unit)", homeUnitName: "单位\(unit)", specialties: [],
            roundsServed: 0, roundsThisYear: 0, absences: [])
    }

    private func model(_ leaders: [TeamPerson], teams: Int = 1, size: Int = 3) -> TeamModel {
        let others =
            [person(20, unit: 200, .deputy), person(21, unit: 201, .deputy)]
            + (30...39).map { person($0, unit: $0 * 10, .inspector) }
        return TeamModel(
            round: "14-3", from: CalendarDate(dayNumber: 19000), to: CalendarDate(dayNumber: 19100), settings: .standard,
            people: leaders + others,
            teams: (1...teams).map {
                TeamPlace(id: "14-3-\($0)", targets: [], size: TeamSpan(size, size), deputies: TeamSpan(1, 1), wants: [])
            }, forbidden: [], penalties: [], apart: [], pins: [], previous: [])
    }

    private func fit(_ model: TeamModel) -> TeamFirstFit { TeamFirstFit(TeamIndex(model)) }

    @Test func theFirstWhoFitsIsTaken() {
        let seats = fit(model([person(1, unit: 100, .leader), person(2, unit: 101, .leader)], teams: 2)).seats
        #expect(seats.map(\.person) == [id(1), id(20), id(30), id(2), id(21), id(31)])
        #expect(seats.map(\.role) == [.leader, .deputy, .inspector, .leader, .deputy, .inspector])
    }

    @Test func aHardRecusalPassesSomebodyOver() {
        var model = model([person(1, unit: 100, .leader), person(2, unit: 101, .leader)])
        model.forbidden = [
            TeamBar(
                person: id(1), team: "14-3-1", roles: [.leader], rule: "RC1", target: "对象", evidence: Message("RC1.refusal"))
        ]
        #expect(fit(model).seats.first?.person == id(2))
    }

    @Test func twoOfOneHomeUnitAreNotInOneTeam() {
        #expect(fit(model([person(1, unit: 200, .leader)])).seats.map(\.person) == [id(1), id(21), id(30)])
    }

    @Test func aPlaceSetByHandIsTakenFirst() {
        var model = model([person(1, unit: 100, .leader), person(2, unit: 101, .leader)])
        model.pins = [TeamSeat(id(2), in: "14-3-1", as: .leader)]
        #expect(fit(model).seats.map(\.person) == [id(2), id(20), id(30)])
    }

    @Test func whoIsMissingIsSaidForEveryTeamAndRole() {
        let fit = fit(model([person(1, unit: 100, .leader)], teams: 2, size: 20))
        #expect(
            fit.shortages == [
                .init(team: "14-3-1", role: .inspector, missing: 8), .init(team: "14-3-2", role: .leader, missing: 1),
                .init(team: "14-3-2", role: .inspector, missing: 19),
            ])
    }
}
