import Operations
import Persistence
import PluginKit

/// The checks that any plugin, ours or a stranger's, runs in its own tests:
///
/// ```swift
/// @Test func conforms() { #expect(PluginConformance.problems(of: [UnitsPlugin.self]) == []) }
/// ```
public enum PluginConformance {
    /// Everything wrong with a list of plugins, one English sentence each. The kernel is added where it is missing; the
    /// plugins they require must be in the list.
    ///
    /// Looks at requirements, conflicts, capabilities, names, texts in both languages, access, the describability of every
    /// input, and whether the tables can be made in an empty store.
    public static func problems(of plugins: [any Plugin.Type]) -> [String] {
        let all = withKernel(plugins)
        do {
            let registry = try Registry.build(all)
            return storeProblems(registry)
        } catch let error as PluginProblems {
            return sentences(error, all)
        } catch {
            return ["\(error)"]
        }
    }

    static func withKernel(_ plugins: [any Plugin.Type]) -> [any Plugin.Type] {
        plugins.contains { $0.manifest.id == KernelPlugin.manifest.id } ? plugins : [KernelPlugin.self] + plugins
    }

    private static func storeProblems(_ registry: Registry) -> [String] {
        do {
            _ = try Store.inMemory(registry: registry)
            return []
        } catch {
            return ["The tables cannot be made: \(error)"]
        }
    }

    private static func sentences(_ error: PluginProblems, _ plugins: [any Plugin.Type]) -> [String] {
        guard let kernel = try? Registry.build([KernelPlugin.self], crossChecks: false) else {
            return error.problems.map { "\($0)" }
        }
        return error.problems.map { kernel.strings.text($0.message, in: .en) }
    }
}
