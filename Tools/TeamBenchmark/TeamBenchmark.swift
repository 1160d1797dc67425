import ArgumentParser
import Foundation
import OptimalTeams
import Personnel
import SampleTeams

/// Makes models of teams, and solves them as the program does; `Tools/Benchmarks/compare-teams.py` lets
/// another solver do the same.
@main
struct TeamBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "TeamBenchmark", abstract: "Times the search for the best teams.", subcommands: [Make.self, Solve.self])

    /// Writes the model of a made-up district.
    struct Make: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Writes the model of a made-up district.")

        @Option(help: "People in the pools.") var people = 1300
        @Option(help: "Teams.") var teams = 20
        @Option(help: "People in a team.") var size = 8
        @Option(help: "Targets of a team.") var targets = 5
        @Option(help: "People who may lead; fewer than teams make the round impossible.") var leaders: Int?
        @Option(help: "The same seed makes the same district.") var seed: UInt64 = 1
        @Argument(help: "Where to write it.") var file: String

        func run() throws {
            var district = GeneratedDistrict(people: people, teams: teams, seed: seed)
            district.size = size
            district.targetsPerTeam = targets
            var model = district.model()
            if let leaders {
                let all = model.people.indices.filter { model.people[$0].roles == [.leader] }
                for place in all.dropFirst(leaders) { model.people[place].roles = [.inspector] }
            }
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys]
            try encoder.encode(WrittenTeamModel(model)).write(to: URL(fileURLWithPath: file))
        }
    }

    /// Solves a model, from `make` or from `xuncha team model`.
    struct Solve: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Solves a model, from make or from xuncha team model.")

        @Option(help: "Seconds.") var timeLimit = 60.0
        @Argument(help: "The model.") var model: String
        @Argument(help: "Where to write the answer.") var answer: String

        func run() throws {
            let model = try JSONDecoder().decode(TeamModel.self, from: Data(contentsOf: URL(fileURLWithPath: model)))
            guard let solver = TeamSearchers.solver else { throw ValidationError("Built without the trait OptimalTeams.") }
            let start = ProcessInfo.processInfo.systemUptime
            let found = try solver.solve(model, TeamSearch(timeLimit: timeLimit))
            let seconds = ProcessInfo.processInfo.systemUptime - start
            let written = Written(
                status: found.status.rawValue, objective: found.objective, bound: found.bound, seconds: seconds,
                seats: found.seats)
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys]
            try encoder.encode(written).write(to: URL(fileURLWithPath: answer))
            print("\(written.status) objective \(written.objective) bound \(written.bound) in \(seconds) s")
            guard found.status == .infeasible else { return }
            let conflict = found.conflict
            print(
                "\(conflict.demands.count) demands, irreducible: \(conflict.isIrreducible), ways out: \(conflict.waysOut.count)")
        }
    }

    private struct Written: Encodable {
        var status: String
        var objective: Int
        var bound: Int
        var seconds: Double
        var seats: [TeamSeat]
    }
}

/// The solver that is linked in.
enum TeamSearchers {
    #if OptimalTeams
        static var solver: TeamSolver? { OptimalTeamsPlugin.solver }
    #else
        static var solver: TeamSolver? { nil }
    #endif
}
