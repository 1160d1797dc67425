import Foundation
import Operations
import Persistence
import PluginKit

/// Puts a program together from its plugins.
public enum Composition {
    /// Name and version of the product, as `--version` prints them.
    public static let product = "xuncha \(Kernel.version)"

    /// The registry of a program. The kernel's own plugin is put in front.
    /// - Parameter crossChecks: looks at every string and reference too; for `plugin check`, not for an ordinary start.
    /// - Throws: ``PluginProblems``.
    public static func registry(of plugins: [any Plugin.Type], crossChecks: Bool = false) throws -> Registry {
        try Registry.build([KernelPlugin.self] + plugins, crossChecks: crossChecks)
    }

    /// Opens the office's file and makes its dispatcher.
    /// - Throws: see `Store.open`.
    public static func open(
        _ path: String, registry: Registry, use: Store.Use = .single, time: TimeSource = .system
    ) throws -> Dispatcher {
        Dispatcher(registry: registry, store: try Store.open(path: path, registry: registry, use: use), time: time)
    }

    /// Creates an office's file and lets every plugin make its first entries. Leaves no file behind when that fails.
    /// - Throws: `E-FILE-EXISTS` and what the installation steps refuse.
    public static func create(
        _ path: String, for request: InstallationRequest, registry: Registry, time: TimeSource = .system
    ) throws -> Dispatcher {
        if FileManager.default.fileExists(atPath: path) { throw Rule.existingFile.refused(["path": .text(path)]) }
        do {
            let store = try Store.create(path: path, registry: registry)
            let dispatcher = Dispatcher(registry: registry, store: store, time: time)
            try dispatcher.install(request)
            return dispatcher
        } catch {
            for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
            throw error
        }
    }

    /// The words that are always there, for telling what is wrong with the plugins themselves.
    /// - Parameter more: plugins whose words are needed too.
    public static func fallbackStrings(_ more: [any Plugin.Type] = []) -> StringCatalogue? {
        let registry = try? Registry.build([KernelPlugin.self] + more, crossChecks: false)
        return (registry ?? (try? Registry.build([KernelPlugin.self], crossChecks: false)))?.strings
    }
}
