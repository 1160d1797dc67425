import GRDB
import Interchange
import Operations
import Persistence
import PluginKit
import Testing

@testable import Personnel

/// Candidates for a team, and how many queries it takes to look people up.
@Suite struct CandidateTests {
    let district: SampleDistrict

    init() throws {
        district = try SampleDistrict(roster: "cadres/pool-sample.csv")
    }

    @Test func aLongPageTakesNoMoreQueriesThanAShortOne() throws {
        let count = { (limit: Int) in try district.queries { _ = try list(.inspector, "西湖区", limit) } }
        _ = try count(1)  // the search index reads its own settings once
        #expect(try count(2) == count(500))
        #expect(try district.queries { _ = try list(nil, nil, 500) } == 1)
    }

    @Test(arguments: PoolKind.allCases) func candidatesTakeFiveQueries(pool: PoolKind) throws {
        #expect(try district.queries { _ = try Candidates.forTest(district, pool) } == 5)
    }

    @Test func candidatesComeInTheirOrder() throws {
        let first = try Candidates.forTest(district, .deputy)
        #expect(first.count == 41)
        #expect(areInOrder(first))
        let served = try #require(first.first)
        #expect(!served.posts.isEmpty && served.unitId != nil && served.pool == .deputy)
        try serve([served.id])
        let then = try Candidates.forTest(district, .deputy)
        #expect(areInOrder(then) && then.first?.id != served.id)
        #expect(then.first { $0.id == served.id }?.roundsServed == 1)
        #expect(then.filter { $0.id != served.id }.map(\.id) == first.dropFirst().map(\.id))
    }

    /// Fewer rounds first, then by name.
    private func areInOrder(_ people: [Candidate]) -> Bool {
        zip(people, people.dropFirst()).allSatisfy { one, next in
            one.roundsServed < next.roundsServed
                || one.roundsServed == next.roundsServed
                    && !Array(next.nameKey).lexicographicallyPrecedes(Array(one.nameKey))
        }
    }

    private func list(_ pool: PoolKind?, _ words: String?, _ limit: Int) throws -> Page<CadreLine> {
        try district.office.run(ListCadres.self, .init(pool: pool, words: words, limit: limit))
    }

    private func serve(_ cadres: [UniqueID]) throws {
        try district.office.dispatcher.store.write(owner: "personnel") { db in
            for cadre in cadres {
                try db.execute(
                    sql: "UPDATE personnel_pool_membership SET roundsServed = roundsServed + 1 WHERE cadreId = ?",
                    arguments: [cadre])
            }
        }
    }
}

extension Candidates {
    fileprivate static func forTest(_ district: SampleDistrict, _ pool: PoolKind) throws -> [Candidate] {
        try district.office.read { try inPool(pool, in: $0) }
    }
}
