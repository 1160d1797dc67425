import Foundation
import GRDB
import Operations
import Persistence
import Personnel
import PluginKit
import Testing

@testable import Inspection

/// Which unit was inspected in which round of a term, and which not yet.
@Suite struct CoverageTests {
    private let world: TeamOffice
    private let town = "330106110"
    private let organ = "330106J05"

    init() throws {
        world = try TeamOffice()
    }

    private func lines(_ input: ListCoverage.Input = .init(limit: 1000), as principal: Principal? = nil) throws -> [CoverageLine]
    {
        try world.office.run(ListCoverage.self, input, as: principal).rows
    }

    private func line(_ code: String, term: Int? = nil) throws -> CoverageLine? {
        try lines(.init(term: term, limit: 1000)).first { $0.code == code }
    }

    /// Brings a target as far as a state, as an older file would have it.
    private func set(_ code: String, _ state: TargetState, round: String = "14-3") throws {
        try world.office.dispatcher.store.write(owner: "inspection") { db in
            try db.execute(
                sql: """
                    UPDATE inspection_target SET state = ? WHERE unitId = (SELECT id FROM organization_unit WHERE code = ?)
                    AND roundId = (SELECT id FROM inspection_round WHERE code = ?)
                    """, arguments: [state, code, round])
        }
    }

    @Test(arguments: [
        (TargetState.planned, Coverage.planned), (.notified, .planned), (.onSite, .underway), (.exited, .covered),
        (.closed, .covered),
        (.reopened, .covered),
    ])
    func aUnitIsCoveredOnceItsTeamHasLeft(state: TargetState, coverage: Coverage) throws {
        try set(organ, state)
        let found = try #require(try line(organ))
        #expect(found.coverage == coverage)
        #expect(found.visits == [Visit(round: "14-3", state: coverage, isTakenAlong: false)])
    }

    @Test func whatIsOnNoListIsAGap() throws {
        let gaps = try lines(.init(coverage: .gap, limit: 1000))
        #expect(gaps.count > 10 && gaps.allSatisfy { $0.visits.isEmpty })
        #expect(!gaps.contains { $0.code == organ })
        let all = try lines()
        let scope = try world.office.read { db in
            try Int.fetchOne(db, sql: "SELECT count(*) FROM organization_unit WHERE inScope AND validTo IS NULL") ?? -1
        }
        #expect(all.count == min(scope, 1000))
        #expect(all.filter { $0.coverage == .gap }.count == gaps.count)
    }

    @Test func everyRoundOfTheTermIsToldInItsOrder() throws {
        try set(organ, .closed)
        try world.office.dispatcher.store.write(owner: "inspection") { db in
            try db.execute(sql: "UPDATE inspection_round SET stage = 'archived'")
        }
        try world.addRound(4, "2025-01-10", "2025-06-30", [])
        try world.office.run(AddTarget.self, .init(round: "14-4", unit: organ, kind: .lookBack))
        let found = try #require(try line(organ))
        #expect(found.visits.map(\.round) == ["14-3", "14-4"] && found.visits.map(\.state) == [.covered, .planned])
        #expect(found.coverage == .covered)
        let answer = Answer(list: [found])
        #expect(answer.text("visitCount") == "1")
    }

    @Test func cancelledRoundsCountNowhere() throws {
        try set(organ, .closed)
        try world.office.dispatcher.store.write(owner: "inspection") { db in
            try db.execute(sql: "UPDATE inspection_round SET stage = 'cancelled'")
        }
        #expect(try line(organ)?.coverage == .gap)
    }

    @Test func theInspectionsOfAMergedUnitCountForItsSuccessor() throws {
        try set(organ, .exited)
        try world.office.dispatcher.store.write(owner: "organization") { db in
            try db.execute(
                sql: """
                    UPDATE organization_unit SET validTo = '2024-06-01',
                    succeededBy = (SELECT id FROM organization_unit WHERE code = '330106J21') WHERE code = ?
                    """, arguments: [organ])
        }
        #expect(try line(organ) == nil)
        #expect(try line("330106J21")?.visits.map(\.round) == ["14-3"])
    }

    @Test func unitsTakenAlongAreSaidToBe() throws {
        let world = try TeamOffice(targets: [organ])
        try world.office.run(AddTarget.self, .init(round: "14-3", unit: town, withSubordinates: true))
        let lines = try world.office.run(ListCoverage.self, .init(limit: 1000)).rows
        let along = lines.filter { $0.visits.contains(where: \.isTakenAlong) }
        #expect(along.count > 1 && along.allSatisfy { $0.parent == "双浦镇" })
        #expect(lines.first { $0.code == town }?.visits.map(\.isTakenAlong) == [false])
    }

    @Test func thePagesFollowEachOther() throws {
        var codes: [String] = []
        var after: String?
        repeat {
            let page = try world.office.run(ListCoverage.self, .init(limit: 200, after: after))
            codes += page.rows.map(\.code)
            after = page.next
        } while after != nil
        #expect(codes.count == Set(codes).count && codes == codes.sorted())
        #expect(codes.count > 250)
    }

    @Test func theSentenceCountsWhateverPageIsShown() throws {
        try set(organ, .exited)
        let page = try world.office.run(ListCoverage.self, .init(level: .organ, limit: 1))
        let arguments = try #require(page.sentence?.arguments)
        let total = try lines(.init(level: .organ, limit: 1000)).count
        #expect(arguments["total"] == .text("\(total)") && arguments["covered"] == .text("1"))
        let all = try world.office.run(ListCoverage.self, .init(words: "没有这样的单位"))
        #expect(all.rows.isEmpty && all.sentence?.key == "target.coverage.nothing")
    }

    @Test func whoeverIsRecusedDoesNotFindTheUnit() throws {
        let found = try world.office.read { try UniqueID.fetchOne($0, sql: "SELECT id FROM personnel_cadre LIMIT 1") }
        let cadre = try #require(found)
        let person = Principal(account: "io", roles: [.inspectionOffice], cadre: cadre)
        #expect(try lines(.init(limit: 1000), as: person).contains { $0.code == organ })
        try world.perform("recusal.raise", ["cadre": "\(cadre)", "unit": organ, "reason": "接到反映"])
        #expect(try !lines(.init(limit: 1000), as: person).contains { $0.code == organ })
    }

    @Test(arguments: [Role.teamLeader, .unitLiaison, .administrator]) func othersDoNotGetIt(_ role: Role) {
        let person = Principal(account: "x", roles: [role])
        #expect(world.office.refusals { _ = try lines(as: person) }.map(\.rule) == [.notPermitted])
    }

    @Test func anUnknownTermIsRefused() {
        #expect(world.office.refusals { _ = try lines(.init(term: 99)) }.map(\.field) == ["term"])
    }

    @Test func aPageTakesAFixedNumberOfStatements() throws {
        func statements(_ limit: Int) throws -> Int {
            let counter = StatementCounter()
            try world.office.read { db in db.trace { if $0.description.contains("SELECT") { counter.note() } } }
            _ = try lines(.init(limit: limit))
            try world.office.read { db in db.trace() }
            return counter.count
        }
        #expect(try statements(1) == statements(200))
        #expect(try statements(200) <= 4)
    }
}

/// The tasks of a stage are counted from targets and teams.
@Suite struct RoundTaskTests {
    @Test func nothingToCountIsNotDone() {
        let tasks = RoundTasks(targets: [], teams: [])
        for stage in RoundTasks.way { #expect(tasks.tasks(of: stage).allSatisfy { !$0.isDone }, "\(stage)") }
    }

    @Test func whatIsDoneIsCounted() {
        let tasks = RoundTasks(
            targets: [.planned, .onSite, .fedBack],
            teams: [(.authorised, [.cleared, .cleared]), (.proposed, [.declared, .nominated]), (.vetted, [.declared])])
        func count(_ stage: RoundStage, _ kind: RoundTask.Kind) -> [Int]? {
            tasks.tasks(of: stage).first { $0.kind == kind }.map { [$0.done, $0.total] }
        }
        #expect(count(.draft, .targets) == [3, 3])
        #expect(count(.preparing, .declared) == [2, 3])
        #expect(count(.preparing, .vetted) == [2, 3])
        #expect(count(.preparing, .authorised) == [1, 3])
        #expect(count(.preparing, .notified) == [2, 3])
        #expect(count(.onSite, .entered) == [2, 3])
        #expect(count(.onSite, .exited) == [1, 3])
        #expect(count(.feedback, .fedBack) == [1, 3])
    }
}
