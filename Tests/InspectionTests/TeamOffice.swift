import Foundation
import GRDB
import Interchange
import Operations
import Organization
import Persistence
import Personnel
import PluginKit
import PluginTestKit
import Statistics
import Synchronization
import Testing

@testable import Inspection

/// The sample district with a round of two targets, whose teams are to be composed.
struct TeamOffice {
    let office: TestOffice

    init(also plugins: [any Plugin.Type] = [], targets: [String] = ["330106110", "330106J05"]) throws {
        office = try TestOffice(
            plugins: [
                InterchangePlugin.self, OrganizationPlugin.self, PersonnelPlugin.self, StatisticsPlugin.self,
                InspectionPlugin.self,
            ] + plugins, today: try #require(CalendarDate("2024-07-01")), jurisdiction: "杭州市西湖区")
        try perform(
            "term.open", ["number": 14, "name": "第十四届", "start": "2022-01-01", "satisfactionThreshold": "90.00"])
        try importFile("unit.import", "units/hangzhou-xihu.csv")
        try importFile("cadre.import", "cadres/pool-sample.csv")
        try addRound(3, "2024-07-10", "2024-12-31", targets)
    }

    func addRound(_ number: Int, _ start: String, _ end: String, _ targets: [String]) throws {
        try office.run(
            CreateRound.self,
            .init(
                number: number, title: "第\(number)轮", start: try #require(CalendarDate(start)),
                end: try #require(CalendarDate(end))))
        for target in targets { try office.run(AddTarget.self, .init(round: "14-\(number)", unit: target)) }
    }

    func perform(
        _ name: String, _ input: [String: any Sendable], file: Upload? = nil, as principal: Principal? = nil
    ) throws {
        let operation = try #require(office.registry.operation(OperationName(name)))
        _ = try operation.run(office.dispatcher, PlainSource(values: input, file: file), principal ?? office.office)
    }

    private func importFile(_ name: String, _ path: String) throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let data = try Data(contentsOf: root.appendingPathComponent("Data/\(path)"))
        try perform(name, [:], file: Upload(name: "sample.csv", data: data))
    }

    func violations(_ team: String? = nil) throws -> [ViolationLine] {
        try office.run(CheckTeams.self, .init(round: "14-3", team: team)).rows
    }

    func candidates(
        _ role: TeamRole = .inspector, _ verdict: CandidateVerdict, leaving: String? = nil
    ) throws -> [CandidateLine] {
        try office.run(
            TeamCandidates.self, .init(team: "14-3-1", role: role, verdict: verdict, leaving: leaving, limit: 200)
        ).rows
    }

    func members(_ team: String) throws -> [MemberLine] {
        try office.run(ListTeams.self, .init(round: String(team.prefix(4)))).rows.filter { $0.team == team }
    }

    /// The office looks at a team's declarations.
    func confirm(_ team: String) throws { try perform("declaration.team.confirm", ["team": team]) }

    func rules(_ body: () throws -> Void) -> [String] { office.refusals(body).map(\.rule.id) }

    /// Queries run while the body runs.
    func queries(_ body: () throws -> Void) throws -> Int {
        let counter = QueryCounter()
        try office.read { db in db.trace(options: .statement) { counter.note($0) } }
        try body()
        try office.read { db in db.trace() }
        return counter.count.withLock { $0 }
    }
}

/// A solver that finds nothing, and says why.
enum HopelessPlugin: Plugin {
    static let manifest = PluginManifest(
        id: "hopeless", version: Version(1), requires: [.init("personnel")], capabilities: [TeamSolvers.slot])

    static func register(with registrar: inout Registrar) {
        registrar.add(
            TeamSolver("hopeless") { model, _ in
                var conflict = TeamConflict()
                let leader = TeamDemand.leader(team: "14-3-1")
                conflict.demands = [leader, .rule("RC1")]
                conflict.waysOut = [TeamWayOut(steps: [.init(leader, by: 1)], prices: model.settings.prices)]
                return TeamAnswer(status: .infeasible, conflict: conflict)
            }, to: TeamSolvers.self)
    }
}

/// Counts from within a trace.
final class StatementCounter: Sendable {
    private let number = Mutex(0)
    var count: Int { number.withLock { $0 } }
    func note() { number.withLock { $0 += 1 } }
}

/// Counts the queries of a connection.
private final class QueryCounter: Sendable {
    let count = Mutex(0)

    func note(_ event: Database.TraceEvent) {
        if case .statement(let statement) = event, statement.sql.hasPrefix("SELECT") { count.withLock { $0 += 1 } }
    }
}
