import GRDB
import PluginKit

/// How near a due date is: green some days before, yellow when it comes close, red once it is over (domain 3.3). Lists of the
/// command line, exports and pages ask here and nowhere else.
public enum DueAlert: String, CaseIterable, Sendable {
    case none, green, yellow, red

    /// - Parameter daysLeft: negative once the date is over, 0 on the day itself.
    public init(daysLeft: Int, limits: DueLimits) {
        switch daysLeft {
        case ..<0: self = .red
        case ...limits.yellow: self = .yellow
        case ...limits.green: self = .green
        default: self = .none
        }
    }
}

/// Days left at which the colours begin. Places differ: another district warns from three days before.
public struct DueLimits: Sendable, Equatable {
    public var green: Int
    public var yellow: Int

    public init(green: Int, yellow: Int) {
        self.green = green
        self.yellow = yellow
    }

    /// 20 and 10 days (source S11 of the domain reference).
    public static let standard = DueLimits(green: 20, yellow: 10)

    /// What the office decided, where a module keeps settings for it.
    public init(_ registry: Registry, in db: Database) throws {
        self = .standard
        guard let settings = registry.values(DueColours.self).first else { return }
        let rows = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT id, value FROM kernel_setting WHERE id IN (?, ?)"),
            arguments: [settings.green.id, settings.yellow.id])
        let decided = Dictionary(rows.map { ($0[0] as String, $0[1] as Int) }) { first, _ in first }
        green = decided[settings.green.id] ?? settings.green.standard ?? green
        yellow = decided[settings.yellow.id] ?? settings.yellow.standard ?? yellow
    }
}

/// The settings that the limits of the three colours come from.
public struct DueLimitSettings: Sendable {
    public let green: Setting
    public let yellow: Setting

    public init(green: Setting, yellow: Setting) {
        self.green = green
        self.yellow = yellow
    }
}

/// Slot for the settings of the three colours, kept by the one module that warns of dates.
public enum DueColours: ContributionKind {
    public static let slot = "dueColours"
    public static func key(of value: DueLimitSettings) -> String { "dueColours" }
}
