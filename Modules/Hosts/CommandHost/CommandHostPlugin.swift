import Operations
import PluginKit

/// What the command line itself brings: its own commands and its words.
enum CommandHostPlugin: Plugin {
    static let manifest = PluginManifest(
        id: "host", version: Kernel.version, namespaces: ["init", "backup", "plugin"], capabilities: [HostCommands.slot])

    static func register(with registrar: inout Registrar) {
        registrar.add(InitialiseOffice.self)
        registrar.add(CreateBackup.self)
        registrar.add(VerifyBackup.self)
        registrar.add(RestoreBackup.self)
        registrar.add(ListPlugins.self)
        registrar.add(CheckPlugins.self)
        registrar.add(commandHostStrings)
    }
}
