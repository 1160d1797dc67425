#if HTTPHost
    import CommandHost
    import Operations
    import Persistence
    import PluginKit

    /// The web host: the API and the pages, served by `serve`. Stands behind the package trait `HTTPHost`.
    public enum HTTPHostPlugin: Plugin {
        public static let manifest = PluginManifest(
            id: "http", version: Version(1), requires: [.init("accounts"), .init("pages")], namespaces: ["serve"],
            capabilities: [HostCommands.slot, Migrations.slot, Rules.slot])

        public static func register(with registrar: inout Registrar) {
            registrar.add(ReplyKeeper.migrations, to: Migrations.self)
            registrar.add(HTTPRules.all, to: Rules.self)
            registrar.add(HTTPHostStrings.table)
            registrar.add(Serve.self)
        }
    }
#endif
