import Persistence
import PluginKit

/// What the kernel itself brings, through the same door as everybody else: its tables, the general rules, the audit, the
/// rule book and the settings. Hosts put it in front of every list of plugins.
public enum KernelPlugin: Plugin {
    public static let manifest = PluginManifest(
        id: "kernel", version: Kernel.version, namespaces: ["audit", "rule", "setting", "key"],
        capabilities: [Migrations.slot, Rules.slot, OperationSlot.slot, Settings.slot])

    public static func register(with registrar: inout Registrar) {
        registrar.add(KernelMigrations.all, to: Migrations.self)
        registrar.add(Rule.general + Rule.file + Rule.privacy, to: Rules.self)
        registrar.add(KernelSettings.all, to: Settings.self)
        registrar.add(VerifyAudit.self)
        registrar.add(ListAudit.self)
        registrar.add(ExplainRule.self)
        registrar.add(ListRules.self)
        registrar.add(ListSettings.self)
        registrar.add(DecideSetting.self)
        registrar.add(ShowKey.self)
        registrar.add(ChangeKey.self)
        registrar.add(kernelStrings)
    }
}
