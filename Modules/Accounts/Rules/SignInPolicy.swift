import GRDB
import Operations
import PluginKit

/// What may be set about signing in; each with a default that an office can change (R-SEC-01).
enum SignInSetting: String, CaseIterable {
    /// Minutes after which an unused session ends.
    case idleMinutes
    /// Hours after which a session ends however busy it is.
    case sessionHours
    /// Wrong passwords in a row until the account is locked.
    case lockAfter
    /// Minutes for which it is locked.
    case lockMinutes
    /// Failed attempts from one address until it has to wait.
    case addressAttempts
    /// Minutes over which these are counted.
    case addressMinutes
    /// Characters a password has at least.
    case passwordLength
    /// Kinds of characters (small, capital, digit, other) it has at least, unless it is half as long again.
    case passwordKinds
    /// Hours for which a one-time link is good.
    case linkHours
    /// Days for which an access token is good at most.
    case tokenDays
    /// Requests an access token has in a minute.
    case tokenRequests
    /// Cost of hashing a password, as the power of two in scrypt's N. Block size is 8.
    case hashCost
    /// How often scrypt goes over its memory (its p).
    case hashPasses

    /// The default and what may be chosen.
    var range: (standard: Int, low: Int, high: Int) {
        switch self {
        case .idleMinutes: (60, 1, 1440)
        case .sessionHours: (12, 1, 720)
        case .lockAfter: (5, 1, 100)
        case .lockMinutes: (15, 1, 1440)
        case .addressAttempts: (30, 1, 10_000)
        case .addressMinutes: (10, 1, 1440)
        case .passwordLength: (10, 8, 64)
        case .passwordKinds: (3, 1, 4)
        case .linkHours: (72, 1, 720)
        case .tokenDays: (365, 1, 3650)
        case .tokenRequests: (600, 1, 1_000_000)
        case .hashCost: (15, 10, 17)
        case .hashPasses: (3, 1, 8)
        }
    }

    /// As the office sees and changes it.
    var setting: Setting {
        Setting(
            "accounts.\(rawValue)", standard: range.standard, in: range.low...range.high, source: "R-SEC-01, design",
            keepers: [.administrator, .securityManager])
    }
}

/// The settings in force.
struct SignInPolicy: Sendable {
    private let values: SettingValues?

    /// The defaults.
    init() { values = nil }

    init(_ db: Database) throws { values = try SettingValues(of: "accounts", in: db) }

    subscript(setting: SignInSetting) -> Int { values?[setting.setting] ?? setting.range.standard }

    /// What new passwords are hashed with.
    var hashCost: ScryptCost { ScryptCost(logN: self[.hashCost], blockSize: 8, passes: self[.hashPasses]) }
}
