import HostKit
import Operations
import PluginKit

private let programAccess = Access.everyone(reason: "says what the program consists of, nothing of an office")

/// A plugin as people see it.
struct PluginRow: Tabular {
    let manifest: PluginManifest

    static var columns: [TableColumn<PluginRow>] {
        [
            .text("plugin") { $0.manifest.id },
            .text("pluginVersion") { "\($0.manifest.version)" },
            .texts("pluginRequires") { $0.manifest.requires.map { $0.id } },
            .texts("pluginCapabilities") { $0.manifest.capabilities.sorted() },
        ]
    }
}

/// `plugin list`: what this program is made of, in load order.
struct ListPlugins: HostOperation {
    static let name: OperationName = "plugin.list"
    static let access = programAccess

    func run(_ input: ListInput, in context: HostContext) throws -> Page<PluginRow> {
        try .part(of: context.registry.manifests.map(PluginRow.init), limit: input.limit, after: input.after) { $0.manifest.id }
    }
}

/// `plugin check`: looks at everything, words and references included, which an ordinary start leaves out.
struct CheckPlugins: HostOperation {
    static let name: OperationName = "plugin.check"
    static let access = programAccess

    /// - Throws: `PluginProblems` with every fault.
    func run(_ input: NoInput, in context: HostContext) throws -> Done {
        let registry = try Composition.registry(of: context.plugins, crossChecks: true)
        return Done("plugin.check.sound", ["count": "\(registry.manifests.count)"])
    }
}
