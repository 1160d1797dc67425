import GRDB
import Operations
import Persistence
import PluginKit

/// Units of the district, the terms of its committee, and whose file this is.
public enum OrganizationPlugin: Plugin {
    public static let manifest = PluginManifest(
        id: "organization", version: Version(1), namespaces: ["unit", "term"],
        capabilities: [
            "operations", "migrations", "rules", "installations", "pages", "navigation", "recordLinks", "fieldWidgets",
            "searchSources",
            "importForms", "letterhead",
        ])

    public static func register(with registrar: inout Registrar) {
        registrar.add(OrganizationMigrations.all, to: Migrations.self)
        registrar.add(OrganizationRules.all, to: Rules.self)
        registrar.add(OrganizationStrings.table)
        registrar.add(
            InstallationStep("organization.jurisdiction") { request, context in
                try context.db.execute(
                    sql: "INSERT INTO organization_jurisdiction (only, name) VALUES (1, ?)", arguments: [request.jurisdiction])
            }, to: Installations.self)
        registrar.add(ImportUnits.self)
        registrar.add(ListUnits.self)
        registrar.add(ShowUnit.self)
        registrar.add(ShowUnitTree.self)
        registrar.add(OpenTerm.self)
        registrar.add(CloseTerm.self)
        registrar.add(ListTerms.self)
        OrganizationPages.register(&registrar)
    }
}
