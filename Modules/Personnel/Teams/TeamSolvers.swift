import Operations
import PluginKit

/// Slot for what finds the best teams of a model. One solver in a program; without one, teams are filled by first fit and by hand.
package enum TeamSolvers: ContributionKind {
    package static let slot = "teamSolvers"
    package static func key(of value: TeamSolver) -> String { "solver" }
}

/// Finds the best choice of teams, or proves that there is none.
package struct TeamSolver: Sendable {
    package var name: String
    /// - Throws: ``TeamSearchEnded`` where the time was too short for any answer.
    package var solve: @Sendable (TeamModel, TeamSearch) throws -> TeamAnswer

    package init(_ name: String, solve: @escaping @Sendable (TeamModel, TeamSearch) throws -> TeamAnswer) {
        self.name = name
        self.solve = solve
    }
}

/// How long to look, and whom to tell.
package struct TeamSearch: Sendable {
    /// In seconds.
    package var timeLimit: Double
    /// Tells how far the search is: seconds gone, of how many.
    package var progress: @Sendable (Int, Int) -> Void

    package init(timeLimit: Double, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }) {
        self.timeLimit = timeLimit
        self.progress = progress
    }
}

/// The time was over before there was any answer.
package struct TeamSearchEnded: Error {
    package init() {}
}

package enum TeamStatus: String, Choice {
    /// No choice scores more; none that was looked at in time scores more than the bound; there is no choice.
    case optimal, bounded, infeasible

    package static let vocabulary = "teamStatus"
}

/// What a solver found.
package struct TeamAnswer: Sendable, Equatable {
    package var status: TeamStatus
    package var seats: [TeamSeat] = []
    package var objective = 0
    /// No choice scores more than this.
    package var bound = 0
    package var conflict = TeamConflict()

    package init(status: TeamStatus, seats: [TeamSeat] = [], objective: Int = 0, bound: Int = 0, conflict: TeamConflict = .init())
    {
        self.status = status
        self.seats = seats
        self.objective = objective
        self.bound = bound
        self.conflict = conflict
    }

    /// How much better the best could be at most, in hundredths of a percent of the score.
    package var gap: Int {
        guard bound > objective else { return 0 }
        return (Double(bound - objective) * 10_000 / Double(max(1, abs(objective)))).rounded(.up).asInt
    }
}

/// Why there is no choice (R-SEL-02).
package struct TeamConflict: Sendable, Equatable {
    /// Demands that cannot all be met: one set of them. Others may contradict each other besides.
    package var demands: [TeamDemand] = []
    /// Whether it was proven that without any one of them the others of the set can be met.
    package var isIrreducible = true
    /// What to give up, cheapest first.
    package var waysOut: [TeamWayOut] = []
    /// Whether there is another contradiction besides: the cheapest way out has to give up something that is not among the demands.
    package var isOneOfSeveral: Bool {
        waysOut.first.map { way in way.steps.contains { !demands.contains($0.demand) } } ?? false
    }

    package init() {}
}

/// One thing that is asked of the teams.
package enum TeamDemand: Sendable, Hashable {
    case size(team: String)
    case leader(team: String)
    case deputies(team: String)
    case expertise(team: String, specialty: String)
    case pin(TeamSeat)
    /// A rule as a whole, for all teams: recusal, time, home units.
    case rule(String)
}

/// Demands to be lowered so that teams can be formed.
package struct TeamWayOut: Sendable, Equatable {
    package struct Step: Sendable, Equatable {
        package var demand: TeamDemand
        /// By how many people; 1 for what is given up as a whole.
        package var amount: Int

        package init(_ demand: TeamDemand, by amount: Int) {
            self.demand = demand
            self.amount = amount
        }
    }

    package var steps: [Step]
    /// Sum of the amounts, each times its price.
    package var cost: Int

    package init(steps: [Step], prices: TeamPrices) {
        self.steps = steps
        cost = steps.reduce(0) { $0 + $1.amount * ($1.demand.price(prices) ?? 0) }
    }
}

extension TeamDemand {
    /// What giving up one person of it costs; nil for what nobody may give up (R-RCU-01, R-AUT-01).
    package func price(_ prices: TeamPrices) -> Int? {
        switch self {
        case .size: prices.size
        case .expertise: prices.expertise
        case .pin: prices.pin
        case .deputies: prices.deputy
        case .leader: prices.leader
        case .rule(TeamRules.homeUnit.id): prices.homeUnit
        case .rule(TeamRules.superior.id): prices.superior
        case .rule(TeamRules.overlap.id), .rule(TeamRules.withdrawn.id): prices.absence
        case .rule: nil
        }
    }
}

extension Double {
    fileprivate var asInt: Int { self < 1e12 ? Int(self) : Int.max }
}
