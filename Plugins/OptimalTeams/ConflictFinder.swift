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
            let until = Cbc.clock + (deadline - Cbc.clock) * Self.shareOfSearch
            let (found, isSure) = irreducible(demands, until: until)
            conflict.demands = found
            conflict.isIrreducible = isSure
            conflict.waysOut = waysOut(found, of: demands)
            return conflict
        }

        // MARK: - The smallest set

        /// Most conflicts are there without whole numbers already, where each question is answered at once: the set is made small
        /// there, and only then asked about whole numbers, which is quick for a few demands and slow for all.
        private func irreducible(_ demands: [TeamDemand], until: Double) -> (demands: [TeamDemand], isSure: Bool) {
            guard isPossibleInParts(demands, until: until) == false else {
                return filtered(demands, step: demands.count / 2, until: until) { isPossible($0, until: until) }
            }
            let pressing = pressing(demands, until: until)
            let isEnough = isPossibleInParts(pressing, until: until) == false
            let left = filtered(isEnough ? pressing : demands, step: isEnough ? 1 : demands.count / 2, until: until) {
                isPossibleInParts($0, until: until)
            }
            return filtered(left.demands, step: 1, until: until) { isPossible($0, until: until) }
        }

        /// Deletion filter: takes away whatever leaves the rest impossible. What is kept in the end is needed, because without it the
        /// rest was found to be possible.
        /// - Parameter step: how many to try to take away at once at first; 1 where few can go.
        private func filtered(
            _ demands: [TeamDemand], step: Int, until: Double, isPossible: ([TeamDemand]) -> Bool?
        ) -> (demands: [TeamDemand], isSure: Bool) {
            var isSure = true
            var needed: [TeamDemand] = []
            var left = demands[...]
            var taken = max(1, step)
            while let first = left.first {
                guard Cbc.clock < until else { return (demands.filter(Set(needed + left).contains), false) }
                taken = min(taken, left.count)
                let rest = left.dropFirst(taken)
                let answer = isPossible(needed + rest)
                if answer == false {
                    left = rest
                } else if taken > 1 {
                    taken /= 2
                } else {
                    if answer == nil { isSure = false }
                    needed.append(first)
                    left = rest
                    taken = max(1, min(step, left.count / 2))
                }
            }
            return (demands.filter(Set(needed).contains), isSure)
        }

        /// The demands that share in the contradiction when all may fall short at the same price and as little as possible does: those
        /// where one more person would cost something. Without whole numbers, so they need not contradict each other to the last digit.
        private func pressing(_ demands: [TeamDemand], until: Double) -> [TeamDemand] {
            var prices: [TeamDemand: Int] = [:]
            for demand in demands where !demand.isRule { prices[demand] = 1 }
            let formulation = Formulation(index, people: people, asking: Set(demands), isScored: false, prices: prices)
            let relaxed = Cbc(deadline: until, isRelaxed: true).solve(formulation.problem)
            guard relaxed.ending == .optimal else { return demands }
            let pressing = formulation.pressing(relaxed.reducedCosts)
            return demands.filter { $0.isRule || pressing.contains($0) }
        }

        /// Whether demands can all be met by parts of people; nil where the time did not suffice to tell.
        private func isPossibleInParts(_ demands: [TeamDemand], until: Double) -> Bool? {
            guard Cbc.clock < until else { return nil }
            let formulation = Formulation(index, people: people, asking: Set(demands), isScored: false)
            if formulation.isImpossible { return false }
            switch Cbc(deadline: until, isRelaxed: true).solve(formulation.problem).ending {
            case .infeasible: return false
            case .optimal: return true
            default: return nil
            }
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
