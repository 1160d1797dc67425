import Operations
import Persistence
import PluginKit

/// Cadres, the pools they stand in, and when they must stay away from a unit.
public enum PersonnelPlugin: Plugin {
    public static let manifest = PluginManifest(
        id: "personnel", version: Version(1), requires: [.init("organization"), .init("interchange")],
        namespaces: ["cadre", "pool", "recusal"],
        capabilities: [
            Migrations.slot, Rules.slot, OperationSlot.slot, "pages", "navigation", "recordLinks", "fieldWidgets", "stateTones",
            "searchSources", "importForms",
        ])

    public static func register(with registrar: inout Registrar) {
        registrar.add(PersonnelMigrations.all, to: Migrations.self)
        registrar.add(PersonnelRules.all, to: Rules.self)
        registrar.add(TeamRules.all, to: Rules.self)
        registrar.add(PersonnelStrings.table)
        registrar.add(TeamStrings.table)
        registrar.add(PersonnelStrings.roster)
        registrar.add(ImportCadres.self)
        registrar.add(ListCadres.self)
        registrar.add(ShowCadre.self)
        registrar.add(CheckRecusal.self)
        PersonnelPages.register(&registrar)
    }
}
