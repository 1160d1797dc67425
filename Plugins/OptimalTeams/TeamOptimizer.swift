#if OptimalTeams
    import Personnel

    /// Finds the best teams of a model with Cbc.
    ///
    /// First the problem is solved without whole numbers. What a column would cost there tells which seats can be in a choice
    /// that is better than a given score; the others are left out, and the bound allows for it. Then Cbc searches in stages, each
    /// with more nodes than the one before; a stage depends on the model alone. When the time is over, the answer of the last
    /// stage that ended is given, so that the clock decides between few answers and never makes a new one.
    struct TeamOptimizer {
        private static let stages = [50, 1000, 20_000, 400_000]

        let index: TeamIndex
        let search: TeamSearch
        private let people: PersonClasses
        private let deadline: Double

        init(_ model: TeamModel, _ search: TeamSearch) {
            index = TeamIndex(model)
            self.search = search
            people = PersonClasses(of: index)
            deadline = Cbc.clock + search.timeLimit
        }

        private var isOver: Bool { Cbc.clock >= deadline }

        /// - Throws: ``TeamSearchEnded`` where there is no answer in time.
        func answer() throws -> TeamAnswer {
            let ticks = Ticks(limit: search.timeLimit, search.progress)
            defer { ticks.stop() }
            let demands = TeamDemands.all(of: index.model)
            let formulation = Formulation(index, people: people, asking: Set(demands), isScored: true)
            guard !formulation.isImpossible else { return conflict(demands) }
            let relaxed = Cbc(deadline: deadline, isRelaxed: true).solve(formulation.problem)
            switch relaxed.ending {
            case .infeasible: return conflict(demands)
            case .optimal: return try best(formulation, relaxed) ?? conflict(demands)
            default: return try fitted(formulation, bound: TeamScore.ceiling(of: index))
            }
        }

        private func conflict(_ demands: [TeamDemand]) -> TeamAnswer {
            let finder = ConflictFinder(index: index, people: people, deadline: deadline)
            return TeamAnswer(status: .infeasible, conflict: finder.conflict(among: demands))
        }

        // MARK: - The best choice

        /// Nil where there is no choice.
        private func best(_ formulation: Formulation, _ relaxed: Cbc.Outcome) throws -> TeamAnswer? {
            let ceiling = score(relaxed.objective)
            var best = fit().map {
                TeamAnswer(status: .bounded, seats: $0, objective: TeamScore.of($0, in: index), bound: ceiling)
            }
            var margin = 8.0
            for nodes in Self.stages {
                guard !isOver else { break }
                let (smaller, kept) = formulation.problem.without { column in
                    formulation.problem.columns[column].isWhole && relaxed.reducedCosts[column] > margin
                }
                let isWhole = kept.count == formulation.problem.columns.count
                let outcome = Cbc(tolerance: 0.999, nodes: nodes, deadline: deadline).solve(smaller)
                if outcome.ending == .timeLimit && best != nil { break }
                if outcome.ending == .infeasible {
                    if isWhole { return nil }
                    margin *= 1e9
                    continue
                }
                let bound = isWhole ? outcome.bound : min(outcome.bound, relaxed.objective + margin)
                best = better(best, outcome, formulation, kept, bound: min(ceiling, score(bound)))
                if let best, best.bound <= best.objective { break }
                margin = max(margin * 2, best.map { Double(ceiling - $0.objective) } ?? 0)
            }
            guard var answer = best else { throw TeamSearchEnded() }
            if answer.bound <= answer.objective { answer.status = .optimal }
            return answer
        }

        private func better(
            _ best: TeamAnswer?, _ outcome: Cbc.Outcome, _ formulation: Formulation, _ kept: [Int], bound: Int
        ) -> TeamAnswer? {
            let bound = min(bound, best?.bound ?? .max)
            var answer = best
            answer?.bound = bound
            guard !outcome.values.isEmpty else { return answer }
            var values = [Double](repeating: 0, count: formulation.problem.columns.count)
            for (place, column) in kept.enumerated() { values[column] = outcome.values[place] }
            let seats = TeamSubstitutes.settled(formulation.choice(values), in: index)
            let objective = TeamScore.of(seats, in: index)
            guard objective > best?.objective ?? .min else { return answer }
            return TeamAnswer(status: .bounded, seats: seats, objective: objective, bound: max(bound, objective))
        }

        /// Scores are whole numbers: the highest that a cost allows.
        private func score(_ cost: Double) -> Int {
            let constant = index.model.previous.count * index.model.settings.points.change
            return Int((-cost + 1e-5).rounded(.down)) - constant
        }

        // MARK: - Without a search

        private func fit() -> [TeamSeat]? {
            let fit = TeamFirstFit(index)
            guard fit.shortages.isEmpty else { return nil }
            let seats = TeamSubstitutes.settled(fit.seats, in: index)
            return TeamCheck.violations(of: seats, in: index).contains(where: \.isHard) ? nil : seats
        }

        private func fitted(_ formulation: Formulation, bound: Int) throws -> TeamAnswer {
            guard let seats = fit() else { throw TeamSearchEnded() }
            return TeamAnswer(status: .bounded, seats: seats, objective: TeamScore.of(seats, in: index), bound: bound)
        }
    }
#endif
