import HostKit
import Operations
import PluginKit
import PluginTestKit
import SourceTree
import StandardPlugins
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
}
