import Operations
import Persistence
import PluginKit

/// The working-day calendar, deadline profiles, and the rules about clocks and letters.
public enum DeadlinesPlugin: Plugin {
    public static let manifest = PluginManifest(
        id: "deadlines", version: Version(1), requires: [.init("interchange")], namespaces: ["calendar", "deadline"],
        capabilities: ["operations", "migrations", "rules", "deadlineProfiles"])

    public static func register(with registrar: inout Registrar) {
        registrar.add(DeadlinesMigrations.all, to: Migrations.self)
        registrar.add(DeadlineRules.all, to: Rules.self)
        registrar.add(DeadlinesStrings.table)
        registrar.add(DeadlineProfile.standard, to: DeadlineProfiles.self)
        registrar.add(ImportCalendar.self)
        registrar.add(ShowCalendar.self)
        registrar.add(ImportProfile.self)
        registrar.add(ListDeadlines.self)
    }
}
