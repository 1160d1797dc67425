import Foundation
import Interchange
import Operations
import Persistence
import Personnel
import PluginKit
import Testing

@testable import Inspection

@Suite struct FirstFitTests {
    private func id(_ number: UInt64) -> UniqueID { UniqueID(milliseconds: number, counter: 0, random: number) }

    private func person(_ number: UInt64, unit: UInt64, pool: PoolKind, kinAt: UniqueID? = nil) -> Candidate {
        Candidate(
            id: id(number), name: "干部\(number)", unitId: id(unit), unitName: "单位\(unit)", pool: pool,
            kin: kinAt.map { [KinFact(relation: "配偶", unitId: $0, unitName: "对象")] } ?? [])
    }

    private func fit(_ leaders: [Candidate], size: Int = 3) -> FirstFit {
        FirstFit(
            leaders: leaders, deputies: [person(20, unit: 200, pool: .deputy), person(21, unit: 201, pool: .deputy)],
            inspectors: (30...39).map { person($0, unit: $0 * 10, pool: .inspector) }, size: size, deputiesPerTeam: 1,
            day: CalendarDate(dayNumber: 19000))
    }

    private func need(_ ordinal: Int, _ unit: UniqueID) -> TeamNeed {
        TeamNeed(ordinal: ordinal, targets: [RecusalTarget(unitId: unit, unitName: "对象", superiorIds: [])])
    }

    @Test func theFirstWhoFitsIsTaken() throws {
        let teams = try fit([person(1, unit: 100, pool: .leader), person(2, unit: 101, pool: .leader)])
            .teams(for: [need(1, id(900)), need(2, id(901))])
        #expect(teams.map { $0.map(\.candidate.id) } == [[id(1), id(20), id(30)], [id(2), id(21), id(31)]])
        #expect(teams.map { $0.map(\.role) } == [[.leader, .deputy, .inspector], [.leader, .deputy, .inspector]])
    }

    @Test func aHardRecusalPassesSomebodyOver() throws {
        let leaders = [
            person(1, unit: 900, pool: .leader), person(2, unit: 101, pool: .leader, kinAt: id(900)),
            person(3, unit: 102, pool: .leader),
        ]
        let team = try #require(try fit(leaders).teams(for: [need(1, id(900))]).first)
        #expect(team.first?.candidate.id == id(3))
    }

    @Test func twoOfOneHomeUnitAreNotInOneTeam() throws {
        let team = try #require(try fit([person(1, unit: 200, pool: .leader)]).teams(for: [need(1, id(900))]).first)
        #expect(team.map(\.candidate.id) == [id(1), id(21), id(30)])
    }

    @Test func whoIsMissingIsSaidForEveryTeamAndRole() throws {
        let error = try #require(throws: Refusals.self) {
            _ = try fit([person(1, unit: 100, pool: .leader)], size: 20).teams(for: [need(1, id(900)), need(2, id(901))])
        }
        #expect(error.refusals.map(\.rule.id) == ["R-SEL-02", "R-SEL-02", "R-SEL-02"])
        #expect(error.refusals.map { $0.message.arguments["missing"] } == ["8", "1", "18"])
    }
}
