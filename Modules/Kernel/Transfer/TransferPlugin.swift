import PluginKit

/// The rules and words of fetching over the network.
public enum TransferPlugin: Plugin {
    public static let manifest = PluginManifest(id: "transfer", version: Version(1), capabilities: [Rules.slot])

    public static func register(with registrar: inout Registrar) {
        registrar.add(TransferRules.all, to: Rules.self)
        registrar.add(TransferStrings.table)
    }
}

/// Rules of fetching over the network (issue 5; decision 0036).
public enum TransferRules {
    /// What we do not do: plain HTTP, private addresses, credentials in an address.
    public static let notAllowed = Rule("E-TRANSFER-DENIED", .rule, source: "decision 0036")
    /// What the other side or the network did not do.
    public static let failed = Rule("E-TRANSFER", .state, source: "decision 0036")

    static let all = [notAllowed, failed]
}
