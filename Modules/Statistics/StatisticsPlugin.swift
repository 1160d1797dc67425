import Operations
import Persistence
import PluginKit

/// The figures the office must report: opens the slot for them, shows them, and keeps those of closed rounds.
public enum StatisticsPlugin: Plugin {
    public static let manifest = PluginManifest(
        id: "statistics", version: Version(1), requires: [.init("organization")],
        capabilities: [
            "operations", "migrations", "rules", "reactions", "pages", "overview", "recordLinks", "navigation", "fieldWidgets",
        ])

    public static func register(with registrar: inout Registrar) {
        registrar.add(StatisticsMigrations.all, to: Migrations.self)
        registrar.add(StatisticsRules.all, to: Rules.self)
        registrar.add(StatisticsStrings.table)
        registrar.add(Snapshot.reaction, to: Reactions.self)
        registrar.add(ShowStatistics.self)
        registrar.add(ShowSnapshot.self)
        registrar.add(ExplainStatistics.self)
        StatisticsPages.register(&registrar)
    }
}
