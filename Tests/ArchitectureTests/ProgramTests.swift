import HostKit
import Operations
import PluginKit
import PluginTestKit
import SourceTree
import StandardPlugins
import Statistics
import Testing

/// The program as a whole, with everything that is in it.
@Suite struct ProgramTests {
    @Test func allPluginsTogetherConform() {
        #expect(PluginConformance.problems(of: standardPlugins) == [])
    }

    @Test func everyTargetIsListedInThePackage() throws {
        let package = try Repository.text("Package.swift")
        let targets = Set(try Repository.sources().map(\.target)).subtracting([""])
        #expect(targets.filter { !package.contains("\"\($0)\"") } == [])
    }

    @Test func everyOperationSaysWhoMayRunIt() throws {
        let registry = try Composition.registry(of: standardPlugins)
        for operation in registry.values(OperationSlot.self) {
            guard case .everyone(let reason) = operation.access else { continue }
            #expect(!reason.isEmpty, "\(operation.name) is open to everybody without a reason")
        }
    }

    /// The list behind a figure takes what the figure is limited to (R-STA-01).
    @Test func everyFigureOpensAListThatTakesItsPeriod() throws {
        let registry = try Composition.registry(of: standardPlugins)
        let indicators = registry.values(Indicators.self)
        #expect(indicators.contains { $0.rows != nil && $0.periods == [.round, .days] })
        for indicator in indicators {
            guard let rows = indicator.rows else { continue }
            let operation = try #require(registry.operation(rows.operation), "\(indicator.id): \(rows.operation)")
            let wanted =
                rows.fields.keys + (indicator.periods.contains(.round) ? ["round"] : [])
                + (indicator.periods.contains(.days) ? ["from", "to"] : [])
            let missing = Set(wanted).subtracting(operation.shape.fields().map(\.name))
            #expect(missing.isEmpty, "\(rows.operation) lacks \(missing) of \(indicator.id)")
        }
    }
}
