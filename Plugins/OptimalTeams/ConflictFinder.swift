#if OptimalTeams
    import Personnel

    /// Finds out why nothing fits: demands that contradict each other, none of which is there for nothing, and what to give up. When the
    /// time is over, the demands left by then are given: they contradict each other as well, but some may be there for nothing.
    struct ConflictFinder {
        let index: TeamIndex
        let people: PersonClasses
        let deadline: Double

        /// A part of the time is kept for the ways out.
        private static let shareOfSearch = 0.75

        func conflict(among demands: [TeamDemand]) -> TeamConflict {
            var conflict = TeamConflict()
            var isSure = true
            let until = Cbc.clock + (deadline - Cbc.clock) * Self.shareOfSearch
            conflict.demands = smallest(demands, until: until, isSure: &isSure)
            conflict.isIrreducible = isSure
            conflict.waysOut = waysOut(conflict.demands, of: demands)
            return conflict
        }

        // MARK: - The smallest set

        /// Deletion filter: takes away whatever leaves the rest impossible, as much at once as possible. What is kept in the end is
        /// needed, because without it the rest was found to be possible.
        private func smallest(_ demands: [TeamDemand], until: Double, isSure: inout Bool) -> [TeamDemand] {
            var needed: [TeamDemand] = []
            var left = demands[...]
            var step = max(1, left.count / 2)
            while let first = left.first {
                guard Cbc.clock < until else {
                    isSure = false
                    needed += left
                    break
                }
                step = min(step, left.count)
                let rest = left.dropFirst(step)
                let isPossible = isPossible(needed + rest, until: until)
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
            return demands.filter(Set(needed).contains)
        }

        /// Whether demands can all be met; nil where the time did not suffice to tell.
        private func isPossible(_ demands: [TeamDemand], until: Double) -> Bool? {
            guard Cbc.clock < until else { return nil }
            let formulation = Formulation(index, people: people, asking: Set(demands), isScored: false)
            if formulation.isImpossible { return false }
            let relaxed = Cbc(deadline: until, isRelaxed: true).solve(formulation.problem)
            if relaxed.ending == .infeasible { return false }
            if relaxed.ending == .optimal, formulation.isWhole(relaxed.values) { return true }
            guard Cbc.clock < until else { return nil }
            let outcome = Cbc(tolerance: 1e9, deadline: until).solve(formulation.problem)
            if outcome.ending == .infeasible { return false }
            return outcome.values.isEmpty ? nil : true
        }

        // MARK: - Ways out

        private var prices: TeamPrices { index.model.settings.prices }

        /// The cheapest demands that can be given up together, and each one of the conflict that can be given up by itself, as far as the
        /// time goes.
        private func waysOut(_ conflict: [TeamDemand], of demands: [TeamDemand]) -> [TeamWayOut] {
            var ways = lowered(demands, of: demands).map { [$0] } ?? []
            let alone = conflict.compactMap { demand -> TeamWayOut? in
                guard demand.price(prices) != nil, Cbc.clock < deadline else { return nil }
                if case .rule = demand {
                    return isPossible(demands.filter { $0 != demand }, until: deadline) == true
                        ? TeamWayOut(steps: [.init(demand, by: 1)], prices: prices) : nil
                }
                return lowered([demand], of: demands)
            }
            for way in alone where !ways.contains(way) { ways.append(way) }
            return ways.sorted { $0.cost < $1.cost }
        }

        /// The cheapest way to let some demands fall short; nil where that does not help.
        private func lowered(_ some: [TeamDemand], of demands: [TeamDemand]) -> TeamWayOut? {
            guard Cbc.clock < deadline else { return nil }
            var own: [TeamDemand: Int] = [:]
            for demand in some where !demand.isRule { own[demand] = demand.price(prices) }
            let formulation = Formulation(index, people: people, asking: Set(demands), isScored: false, prices: own)
            guard !formulation.isImpossible else { return nil }
            var outcome = Cbc(deadline: deadline, isRelaxed: true).solve(formulation.problem)
            if !formulation.isWhole(outcome.values) {
                guard Cbc.clock < deadline else { return nil }
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
            let rules = Set(model.forbidden.map(\.rule)).union(model.people.flatMap(\.absences).map(\.rule))
                .union(model.people.flatMap(\.obstacles).map(\.rule)).union([TeamRules.homeUnit.id, TeamRules.superior.id])
            let teams = model.teams.reversed().flatMap { team in
                [TeamDemand.size(team: team.id), .deputies(team: team.id), .leader(team: team.id)]
                    + team.wants.filter(\.isRequired).map { .expertise(team: team.id, specialty: $0.specialty) }
            }
            return rules.sorted().map(TeamDemand.rule) + teams + model.pins.map(TeamDemand.pin)
        }
    }
#endif
