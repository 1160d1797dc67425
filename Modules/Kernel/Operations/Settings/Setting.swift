import GRDB
import PluginKit

/// A number that an office may decide for itself: a limit, a threshold, a weight. Declared once by the module that uses it, with a
/// documented default; `setting list` shows it and `setting set` changes it.
///
/// ```swift
/// static let quorum = Setting("rectification.panelQuorum", standard: 2, in: 1...50, source: "domain 4.16")
/// let quorum = try context.value(of: RectificationSettings.quorum)
/// ```
///
/// Its title is the string `setting.ID`, what it means and in which unit `setting.ID.help`.
public struct Setting: Sendable {
    /// `rectification.panelQuorum`, in the plugin's namespace.
    public let id: String
    /// The value until an office decides otherwise; nil where nobody may claim one.
    public let standard: Int?
    /// What may be chosen.
    public let range: ClosedRange<Int>
    /// Where the default comes from: `domain 4.16`, or `design`.
    public let source: String
    /// Who may change it.
    public let keepers: Set<Role>

    public init(
        _ id: String, standard: Int?, in range: ClosedRange<Int>, source: String,
        keepers: Set<Role> = [.inspectionOffice, .administrator]
    ) {
        self.id = id
        self.standard = standard
        self.range = range
        self.source = source
        self.keepers = keepers
    }
}

/// Slot for settings.
public enum Settings: ContributionKind {
    public static let slot = "settings"
    public static let keysAreNamespaced = true
    public static func key(of value: Setting) -> String { value.id }

    public static func problems(in contributions: [Contribution<Setting>], registry: Registry) -> [PluginProblem] {
        contributions.flatMap { contribution in
            let title = "setting.\(contribution.value.id)"
            return registry.strings.missing([title, "\(title).help"], plugin: contribution.plugin)
        }
    }
}

/// The values in force of a plugin's settings, read at once.
public struct SettingValues: Sendable {
    private let decided: [String: Int]

    /// - Parameter plugin: the namespace before the dot of the settings' ids.
    public init(of plugin: String, in db: Database) throws {
        let rows = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT id, value FROM kernel_setting WHERE id GLOB ? || '.*'"), arguments: [plugin])
        decided = Dictionary(rows.map { ($0[0], $0[1]) }) { first, _ in first }
    }

    /// What the office decided, else the default; nil where there is neither.
    public subscript(setting: Setting) -> Int? { decided[setting.id] ?? setting.standard }
}

extension ReadContext {
    /// The value of one setting.
    /// - Throws: `E-VAL` where it has no default and the office has not decided yet; the refusal names the setting.
    public func value(of setting: Setting) throws -> Int {
        let statement = try db.cachedStatement(sql: "SELECT value FROM kernel_setting WHERE id = ?")
        if let value = try Int.fetchOne(statement, arguments: [setting.id]) ?? setting.standard { return value }
        throw Rule.invalid.refused("settingMissing", ["setting": .key("setting.\(setting.id)"), "id": .text(setting.id)])
    }
}
