import GRDB
import Operations
import Persistence
import PluginKit
import PluginTestKit
import Testing

@testable import Inspection
@testable import Personnel

/// When two records become one person's, places in teams follow the person.
@Suite struct MergedMemberTests {
    private let world: TeamOffice
    private var office: TestOffice { world.office }

    init() throws {
        world = try TeamOffice()
        try office.run(ProposeTeams.self, .init(round: "14-3"))
    }

    private func inspectors() throws -> [MemberLine] {
        try world.members("14-3-1").filter { $0.role == .inspector }
    }

    private func merge(_ kept: UniqueID, _ gone: UniqueID) throws {
        try office.run(MergeCadres.self, .init(cadre: "\(kept)", duplicate: "\(gone)", reason: "同一人"))
    }

    private func places(of cadre: UniqueID) throws -> Int? {
        try office.read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM inspection_member WHERE cadreId = ?", arguments: [cadre])
        }
    }

    @Test func aPlaceInATeamFollows() throws {
        let gone = try #require(try inspectors().first).cadreId
        let kept = try office.run(
            AddCadre.self, .init(name: "丁某", birthMonth: "1985.05", unit: "330106J33", since: "2010.01", source: "履历")
        ).row.cadre.id
        try merge(kept, gone)
        #expect(try places(of: gone) == 0 && places(of: kept) == 1)
        #expect(try inspectors().contains { $0.cadre == "丁某" })
    }

    @Test func whoWasInATeamTwiceIsInItOnce() throws {
        let two = try inspectors().map(\.cadreId)
        try merge(two[0], two[1])
        #expect(try places(of: two[1]) == 0 && places(of: two[0]) == 1)
    }

    /// The team does not lose its leader because the inspector's record stays.
    @Test func theHigherPlaceIsKept() throws {
        let leader = try #require(try world.members("14-3-1").first { $0.role == .leader }).cadreId
        let kept = try #require(try inspectors().first).cadreId
        try merge(kept, leader)
        #expect(try world.members("14-3-1").filter { $0.role == .leader }.map(\.cadreId) == [kept])
    }
}
