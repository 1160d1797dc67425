#if OptimalTeams
    import Foundation
    import Personnel
    import PluginKit
    import SampleTeams
    import Testing

    @testable import OptimalTeams

    @Suite struct BestTeamsTests {
        private func solve(_ model: TeamModel) throws -> TeamAnswer {
            try TeamOptimizer(model, TeamSearch(timeLimit: 120)).answer()
        }

        /// Two teams of three from at most twelve people, with a previous draft, wishes that must be met, and places set by hand.
        static func small(_ seed: UInt64) -> TeamModel {
            var district = GeneratedDistrict(people: 9 + Int(seed % 4), teams: 2, seed: seed)
            district.size = 3
            district.targetsPerTeam = 1
            district.leaderShare = 3
            district.deputyShare = 2
            var model = district.model()
            if seed % 2 == 0, let person = model.people.last, let role = person.roles.first {
                model.previous = [TeamSeat(person.id, in: "14-3-1", as: role)]
            }
            if seed % 3 == 0 { model.teams[0].wants[0].isRequired = true }
            if seed % 5 == 0, let person = model.people.first, let role = person.roles.first {
                model.pins = [TeamSeat(person.id, in: "14-3-2", as: role)]
            }
            return model
        }

        @Test(arguments: UInt64(1)...40)
        func smallCasesAreSolvedAsByTryingEverything(seed: UInt64) throws {
            let model = Self.small(seed)
            let brute = BruteForce(model)
            let answer = try solve(model)
            if let best = brute.best {
                #expect(answer.status == .optimal)
                #expect(answer.objective == best && answer.bound == best)
            } else {
                #expect(answer.status == .infeasible)
            }
        }

        @Test func smallCasesAreOfBothKinds() {
            let possible = (UInt64(1)...40).count { BruteForce(Self.small($0)).best != nil }
            #expect((10...39).contains(possible))
        }

        @Test(arguments: UInt64(1)...12)
        func noHardRuleIsBrokenInRandomDistricts(seed: UInt64) throws {
            var district = GeneratedDistrict(people: 60 + Int(seed) * 10, teams: 2 + Int(seed % 4), seed: seed)
            district.size = 5 + Int(seed % 4)
            let model = district.model()
            let answer = try solve(model)
            #expect(answer.status == .optimal)
            let index = TeamIndex(model)
            #expect(TeamCheck.violations(of: answer.seats, in: index).filter(\.isHard) == [])
            #expect(TeamScore.of(answer.seats, in: index) == answer.objective)
            #expect(answer.seats.count == model.teams.count * district.size)
        }

        @Test func nobodyServesInARoleWhoseCriteriaTheyDoNotMeet() throws {
            var model = GeneratedDistrict(people: 120, teams: 3, seed: 2).model()
            let before = try solve(model)
            let closed = Set(before.seats.filter { $0.role != .inspector }.map(\.person))
            for place in model.people.indices where closed.contains(model.people[place].id) {
                model.people[place].obstacles = model.people[place].roles.map {
                    TeamObstacle(role: $0, rule: "R-POL-01", evidence: Message("eligibility.facts.notInService"))
                }
            }
            let after = try solve(model)
            #expect(after.status == .optimal && closed.isDisjoint(with: after.seats.map(\.person)))
            let index = TeamIndex(model)
            #expect(TeamCheck.violations(of: after.seats, in: index).filter(\.isHard) == [])
            let broken = TeamCheck.violations(of: before.seats, in: index).filter(\.isHard)
            #expect(Set(broken.compactMap(\.person)) == closed && broken.allSatisfy { $0.rule == "R-POL-01" })
        }

        @Test func theSameAnswerIsGivenTwice() throws {
            let model = GeneratedDistrict(people: 160, teams: 4, seed: 7).model()
            let first = try solve(model)
            #expect(first.status == .optimal)
            #expect(try solve(model) == first)
            #expect(try solve(JSONDecoder().decode(TeamModel.self, from: JSONEncoder().encode(model))) == first)
        }

        @Test func equalScoresGoToWhoComesFirst() throws {
            let model = GeneratedDistrict(people: 120, teams: 3, seed: 3).model()
            let index = TeamIndex(model)
            let answer = try solve(model)
            for seat in answer.seats {
                let others = answer.seats.filter { $0 != seat }
                let best = try #require(TeamSubstitutes.best(for: seat.team, as: seat.role, beside: others, in: index).first)
                #expect(best.score == answer.objective && best.seat == seat)
            }
        }

        @Test func aDraftIsKeptWherePossible() throws {
            var model = GeneratedDistrict(people: 120, teams: 3, seed: 5).model()
            model.settings.points.change = 100
            let first = try solve(model)
            model.previous = first.seats
            let gone = try #require(first.seats.last)
            let place = try #require(model.people.firstIndex { $0.id == gone.person })
            model.people[place].roles = []
            let second = try solve(model)
            #expect(second.status == .optimal)
            #expect(Set(second.seats).subtracting(first.seats).count == 1)
        }

        @Test func aPlaceSetByHandIsKeptWhateverItCosts() throws {
            var model = GeneratedDistrict(people: 120, teams: 3, seed: 5).model()
            let index = TeamIndex(model)
            let person = try #require(
                model.people.last { index.allows(TeamSeat($0.id, in: "14-3-2", as: .inspector)) && $0.roundsServed > 1 })
            model.pins = [TeamSeat(person.id, in: "14-3-2", as: .inspector)]
            let free = try solve(GeneratedDistrict(people: 120, teams: 3, seed: 5).model())
            let answer = try solve(model)
            #expect(!free.seats.contains(model.pins[0]) && answer.seats.contains(model.pins[0]))
            #expect(answer.objective < free.objective)
        }

        @Test func withoutTimeTheFirstFitIsGivenAsSuch() throws {
            let model = GeneratedDistrict(people: 160, teams: 4, seed: 7).model()
            let answer = try TeamOptimizer(model, TeamSearch(timeLimit: 0)).answer()
            #expect(answer.status == .bounded && answer.bound > answer.objective && answer.gap > 0)
            #expect(TeamCheck.violations(of: answer.seats, in: TeamIndex(model)).filter(\.isHard) == [])
        }

        @Test func theSearchTellsThatTimeGoesBy() throws {
            let told = Told()
            _ = try TeamOptimizer(
                GeneratedDistrict(people: 60, teams: 2, seed: 7).model(), TeamSearch(timeLimit: 30) { told.note($0, $1) }
            ).answer()
            #expect(told.first == [0, 30])
        }
    }

    /// What a search told first.
    private final class Told: @unchecked Sendable {
        private let lock = NSLock()
        private var noted: [Int] = []

        func note(_ done: Int, _ total: Int) { lock.withLock { if noted.isEmpty { noted = [done, total] } } }
        var first: [Int] { lock.withLock { noted } }
    }
#endif
