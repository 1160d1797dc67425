#if OptimalTeams
    import CCbc
    import Foundation
    import PluginKit
    import Synchronization

    /// One run of Cbc over a problem: one thread, a fixed seed, so that it ends the same way unless the time runs out.
    ///
    /// Cbc keeps some of its state in variables of the process, so only one run goes on at a time; others wait their turn, and the
    /// time of waiting counts.
    struct Cbc {
        enum Ending: Equatable { case optimal, infeasible, nodeLimit, timeLimit }

        struct Outcome {
            var ending: Ending
            /// Empty where no solution was found.
            var values: [Double]
            var objective: Double
            /// No solution is below it.
            var bound: Double
            /// What a unit of a column would cost besides, for a run without whole numbers.
            var reducedCosts: [Double]
        }

        /// Solutions closer to the bound than this count as best.
        var tolerance = 1e-6
        /// How many nodes of the search tree to look at.
        var nodes = Int(Int32.max)
        /// When to stop, by ``clock``.
        var deadline = Double.infinity
        /// Leaves the whole numbers aside.
        var isRelaxed = false

        private static let turn = Mutex(())

        /// Cbc's functions; nil where it is not on this machine.
        private static let functions: CCbcFunctions? = {
            var functions = CCbcFunctions()
            return ccbc_load(&functions) ? functions : nil
        }()

        /// - Throws: `E-STATE` where Cbc is not on this machine.
        static func require() throws {
            guard functions == nil else { return }
            throw Rule.illegalState.refused("noSolver")
        }

        /// Seconds since the machine was started.
        static var clock: Double { ProcessInfo.processInfo.systemUptime }

        func solve(_ problem: LinearProblem) -> Outcome {
            guard let cbc = Self.functions else {
                return Outcome(ending: .timeLimit, values: [], objective: .infinity, bound: -.infinity, reducedCosts: [])
            }
            return Self.turn.withLock { _ in run(problem, cbc) }
        }

        private func run(_ problem: LinearProblem, _ cbc: CCbcFunctions) -> Outcome {
            let seconds = min(1e9, max(0.01, deadline - Self.clock))
            let model = cbc.newModel()
            defer { cbc.deleteModel(model) }
            load(problem, into: model, cbc)
            for (name, value) in [
                ("log", "0"), ("threads", "0"), ("randomCbcSeed", "1"), ("randomSeed", "1"), ("timeMode", "elapsed"),
                ("maxNodes", "\(nodes)"), ("sec", "\(seconds)"), ("allow", "\(tolerance)"),
            ] { cbc.setParameter(model, name, value) }
            cbc.setLogLevel(model, 0)
            _ = cbc.solve(model)
            return outcome(model, problem.columns.count, cbc)
        }

        private func load(_ problem: LinearProblem, into model: UnsafeMutableRawPointer?, _ cbc: CCbcFunctions) {
            var starts: [Int32] = [0]
            var rows: [Int32] = []
            var factors: [Double] = []
            for column in problem.columns {
                for entry in column.entries {
                    rows.append(Int32(entry.row))
                    factors.append(entry.factor)
                }
                starts.append(Int32(rows.count))
            }
            cbc.loadProblem(
                model, Int32(problem.columns.count), Int32(problem.rows.count), starts, rows, factors,
                problem.columns.map(\.low), problem.columns.map(\.high), problem.columns.map(\.cost), problem.rows.map(\.low),
                problem.rows.map(\.high))
            cbc.setObjSense(model, 1)
            guard !isRelaxed else { return }
            for (number, column) in problem.columns.enumerated() where column.isWhole { cbc.setInteger(model, Int32(number)) }
        }

        private func outcome(_ model: UnsafeMutableRawPointer?, _ columns: Int, _ cbc: CCbcFunctions) -> Outcome {
            let ending = ending(model, cbc)
            let objective = cbc.getObjValue(model)
            let hasSolution = ending == .optimal || ending != .infeasible && objective < 1e40
            func read(_ values: UnsafePointer<Double>?) -> [Double] {
                values.map { Array(UnsafeBufferPointer(start: $0, count: columns)) } ?? []
            }
            return Outcome(
                ending: ending, values: hasSolution ? read(cbc.getColSolution(model)) : [], objective: objective,
                bound: isRelaxed ? objective : cbc.getBestPossibleObjValue(model),
                reducedCosts: isRelaxed ? read(cbc.getReducedCost(model)) : [])
        }

        private func ending(_ model: UnsafeMutableRawPointer?, _ cbc: CCbcFunctions) -> Ending {
            if cbc.isProvenOptimal(model) != 0 { return .optimal }
            if cbc.isSecondsLimitReached(model) != 0 { return .timeLimit }
            if cbc.isNodeLimitReached(model) != 0 { return .nodeLimit }
            if cbc.isProvenInfeasible(model) != 0 || cbc.isInitialSolveProvenPrimalInfeasible(model) != 0 { return .infeasible }
            return .timeLimit
        }
    }
#endif
