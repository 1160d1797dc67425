#if OptimalTeams
    import Personnel

    /// Finds out why nothing fits: demands that contradict each other, none of which is there for nothing, and what to give up.
    struct ConflictFinder {
        let index: TeamIndex
        let people: PersonClasses
        let deadline: Double

        func conflict(among demands: [TeamDemand]) -> TeamConflict {
            var conflict = TeamConflict()
            var isSure = true
            conflict.demands = smallest(demands, isSure: &isSure)
            conflict.isIrreducible = isSure
            conflict.waysOut = waysOut(conflict.demands, of: demands)
            return conflict
        }

        // MARK: - The smallest set

        /// Deletion filter: takes away whatever leaves the rest impossible, as much at once as possible. What is kept in the end is
        /// needed, because without it the rest was found to be possible.
        private func smallest(_ demands: [TeamDemand], isSure: inout Bool) -> [TeamDemand] {
            var needed: [TeamDemand] = []
            var left = demands[...]
            var step = max(1, left.count / 2)
            while let first = left.first {
                step = min(step, left.count)
                let rest = left.dropFirst(step)
                let isPossible = isPossible(needed + rest)
                if isPossible == false {
                    left = rest
                } else if step > 1 {
                    step /= 2
                } else {
                    if isPossible == nil { isSure = false }
                    needed.append(first)
                    left = rest
                    step = max(1, left.count / 2)
                }
            }
            return demands.filter(needed.contains)
        }

        /// Whether demands can all be met; nil where the time did not suffice to tell.
        private func isPossible(_ demands: [TeamDemand]) -> Bool? {
            let formulation = Formulation(index, people: people, asking: Set(demands), isScored: false)
            if formulation.isImpossible { return false }
            guard Cbc.clock < deadline else { return nil }
            let relaxed = Cbc(deadline: deadline, isRelaxed: true).solve(formulation.problem)
            if relaxed.ending == .infeasible { return false }
            if relaxed.ending == .optimal, formulation.isWhole(relaxed.values) { return true }
            let outcome = Cbc(tolerance: 1e9, deadline: deadline).solve(formulation.problem)
            if outcome.ending == .infeasible { return false }
            return outcome.values.isEmpty ? nil : true
        }

        // MARK: - Ways out

        private var prices: TeamPrices { index.model.settings.prices }

        /// Each demand of the conflict that can be given up by itself, and the cheapest that can be given up together.
        private func waysOut(_ conflict: [TeamDemand], of demands: [TeamDemand]) -> [TeamWayOut] {
            var ways = conflict.compactMap { demand -> TeamWayOut? in
                guard demand.price(prices) != nil else { return nil }
                if case .rule = demand {
                    return isPossible(demands.filter { $0 != demand }) == true
                        ? TeamWayOut(steps: [.init(demand, by: 1)], prices: prices) : nil
                }
                return lowered([demand], of: demands)
            }
            if let together = lowered(demands, of: demands), !ways.contains(together) { ways.append(together) }
            return ways.sorted { $0.cost < $1.cost }
        }

        /// The cheapest way to let some demands fall short; nil where that does not help.
        private func lowered(_ some: [TeamDemand], of demands: [TeamDemand]) -> TeamWayOut? {
            var own: [TeamDemand: Int] = [:]
            for demand in some where !demand.isRule { own[demand] = demand.price(prices) }
            let formulation = Formulation(index, people: people, asking: Set(demands), isScored: false, prices: own)
            guard !formulation.isImpossible, Cbc.clock < deadline else { return nil }
            var outcome = Cbc(deadline: deadline, isRelaxed: true).solve(formulation.problem)
            if !formulation.isWhole(outcome.values) {
                outcome = Cbc(tolerance: 0.999, deadline: deadline).solve(formulation.problem)
            }
            guard outcome.ending == .optimal else { return nil }
            let short = formulation.shortfalls(outcome.values)
            return TeamWayOut(steps: demands.compactMap { demand in short[demand].map { .init(demand, by: $0) } }, prices: prices)
        }
    }

    extension TeamDemand {
        fileprivate var isRule: Bool { if case .rule = self { true } else { false } }
    }

    /// What a model asks, demand by demand.
    enum TeamDemands {
        static func all(of model: TeamModel) -> [TeamDemand] {
            let rules = Set((model.forbidden.map(\.rule)) + model.people.flatMap(\.absences).map(\.rule))
                .union([TeamRules.homeUnit.id, TeamRules.superior.id])
            let teams = model.teams.reversed().flatMap { team in
                [TeamDemand.size(team: team.id), .deputies(team: team.id), .leader(team: team.id)]
                    + team.wants.filter(\.isRequired).map { .expertise(team: team.id, specialty: $0.specialty) }
            }
            return rules.sorted().map(TeamDemand.rule) + teams + model.pins.map(TeamDemand.pin)
        }
    }
#endif
