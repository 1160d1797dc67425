import CommandHost
import PluginKit

/// The main job on the sample district, from an empty file to an exported round.
public enum DemoPlugin: Plugin {
    public static let manifest = PluginManifest(
        id: "demo", version: Version(1),
        requires: [
            .init("rectification"), .init("statistics"), .init("deadlines"), .init("accounts"), .init("training"),
            .init("studyplatforms"),
        ],
        capabilities: [HostCommands.slot])

    public static func register(with registrar: inout Registrar) {
        registrar.add(RunDemo.self)
        registrar.add(DemoStrings.table)
    }
}
