#if OptimalTeams
    import Personnel
    import PluginKit
    import SampleTeams
    import Testing

    @testable import OptimalTeams

    /// What is said where there is no choice.
    @Suite struct ConflictTests {
        private func conflict(_ model: TeamModel) throws -> TeamConflict {
            let answer = try TeamOptimizer(model, TeamSearch(timeLimit: 120)).answer()
            #expect(answer.status == .infeasible && answer.seats.isEmpty)
            return answer.conflict
        }

        private func isPossible(_ demands: [TeamDemand], _ model: TeamModel) -> Bool {
            let index = TeamIndex(model)
            let formulation = Formulation(index, people: PersonClasses(of: index), asking: Set(demands), isScored: false)
            return !formulation.isImpossible && Cbc(tolerance: 1e9).solve(formulation.problem).ending == .optimal
        }

        /// No demand is there for nothing, and together they are too much.
        private func expectIrreducible(_ conflict: TeamConflict, _ model: TeamModel) {
            #expect(conflict.isIrreducible && !conflict.demands.isEmpty)
            #expect(!isPossible(conflict.demands, model))
            for demand in conflict.demands { #expect(isPossible(conflict.demands.filter { $0 != demand }, model)) }
        }

        private func district(_ seed: UInt64 = 1) -> TeamModel { GeneratedDistrict(people: 80, teams: 3, seed: seed).model() }

        @Test func tooFewLeadersForTheTeams() throws {
            var model = district()
            for (place, leader) in model.people.indices.filter({ model.people[$0].roles == [.leader] }).enumerated()
            where place > 1 {
                model.people[leader].roles = []
            }
            let conflict = try conflict(model)
            expectIrreducible(conflict, model)
            #expect(conflict.demands.contains { if case .leader = $0 { true } else { false } })
            let way = try #require(conflict.waysOut.first)
            #expect(way.steps.allSatisfy { if case .leader = $0.demand { $0.amount == 1 } else { false } })
            #expect(way.cost == 20 * way.steps.count)
            let givenUp = way.steps.map(\.demand)
            let all = TeamDemands.all(of: model)
            #expect(isPossible(all.filter { !givenUp.contains($0) }, model))
            #expect(!isPossible(all.filter { !givenUp.dropFirst().contains($0) }, model))
        }

        @Test func aSpecialtyThatNobodyHas() throws {
            var model = district()
            model.teams[1].wants.append(
                TeamWant(specialty: "外语", count: 1, weight: 10, isRequired: true, because: ["单位"]))
            let conflict = try conflict(model)
            let demand = TeamDemand.expertise(team: "14-3-2", specialty: "外语")
            #expect(conflict.demands == [demand])
            #expect(conflict.waysOut == [TeamWayOut(steps: [.init(demand, by: 1)], prices: TeamPrices())])
        }

        /// Two teams that cannot be formed, each for a reason of its own: one set is named, and that it is not all.
        @Test func twoContradictionsThatHaveNothingToDoWithEachOther() throws {
            var model = district()
            model.teams[1].wants.append(TeamWant(specialty: "外语", count: 1, weight: 10, isRequired: true, because: ["单位"]))
            let one = try conflict(model)
            #expect(!one.isOneOfSeveral)
            model.teams[2].wants.append(TeamWant(specialty: "潜水", count: 1, weight: 10, isRequired: true, because: ["单位"]))
            let two = try conflict(model)
            #expect(two.demands.count == 1 && two.isIrreducible && two.isOneOfSeveral)
            #expect(two.waysOut.first?.steps.count == 2)
        }

        @Test func aPlaceSetByHandAgainstRecusal() throws {
            var model = district()
            let bar = try #require(model.forbidden.first)
            model.pins = [TeamSeat(bar.person, in: bar.team, as: bar.roles[0])]
            let conflict = try conflict(model)
            #expect(Set(conflict.demands).isSuperset(of: [.pin(model.pins[0])]))
            expectIrreducible(conflict, model)
            // Recusal itself is never offered.
            #expect(conflict.waysOut.allSatisfy { $0.steps.allSatisfy { $0.demand == .pin(model.pins[0]) } })
        }

        @Test func twoPlacesSetByHandFromOneUnit() throws {
            var model = district()
            let index = TeamIndex(model)
            let pair = try #require(
                model.people.lazy.compactMap { one in
                    model.people.first {
                        $0.id != one.id && $0.homeUnit == one.homeUnit && one.roles == [.inspector] && $0.roles == [.inspector]
                            && index.allows(TeamSeat(one.id, in: "14-3-1", as: .inspector))
                            && index.allows(TeamSeat($0.id, in: "14-3-1", as: .inspector))
                    }.map { [one, $0] }
                }.first)
            model.pins = pair.map { TeamSeat($0.id, in: "14-3-1", as: .inspector) }
            let conflict = try conflict(model)
            #expect(Set(conflict.demands) == Set(model.pins.map(TeamDemand.pin) + [.rule(TeamRules.homeUnit.id)]))
            #expect(conflict.waysOut.map(\.cost) == [3, 3, 4])
        }

        @Test func peopleWhoDoNotMeetTheCriteriaAreAReason() throws {
            var model = district()
            for place in model.people.indices where model.people[place].roles == [.leader] {
                let age = Message("eligibility.facts.age", ["born": "1960.01", "age": "64", "ceiling": "55"])
                model.people[place].obstacles = [TeamObstacle(role: .leader, rule: "R-POL-01", evidence: age)]
            }
            let conflict = try conflict(model)
            #expect(conflict.demands.contains(.rule("R-POL-01")))
            // The criteria themselves are never offered.
            #expect(conflict.waysOut.allSatisfy { $0.steps.allSatisfy { $0.demand != .rule("R-POL-01") } })
        }

        @Test func whenTheTimeIsOverWhatIsLeftIsGivenAndSaidToBePerhapsTooMuch() {
            var model = district()
            for place in model.people.indices where model.people[place].roles == [.leader] { model.people[place].roles = [] }
            let index = TeamIndex(model)
            let demands = TeamDemands.all(of: model)
            let finder = ConflictFinder(index: index, people: PersonClasses(of: index), deadline: 0)
            let conflict = finder.conflict(among: demands)
            #expect(conflict.demands == demands && !conflict.isIrreducible && conflict.waysOut.isEmpty)
            #expect(!isPossible(conflict.demands, model))
        }

        @Test(arguments: UInt64(1)...8)
        func conflictsOfRandomDistrictsAreIrreducible(seed: UInt64) throws {
            var district = GeneratedDistrict(people: 30 + Int(seed) * 2, teams: 5, seed: seed)
            district.size = 7
            let model = district.model()
            let conflict = try conflict(model)
            expectIrreducible(conflict, model)
            #expect(!conflict.waysOut.isEmpty)
        }
    }
#endif
