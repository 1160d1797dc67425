import GRDB
import PluginKit

/// What stands at the head of every printed page: 发文机关, the body whose paper it is.
public struct Letterhead: Sendable {
    let issuer: @Sendable (Database) throws -> Message?

    /// - Parameter issuer: the name of the body; nil while the file does not say whose it is. Asked once.
    public init(issuer: @escaping @Sendable (Database) throws -> Message?) {
        self.issuer = issuer
    }
}

/// Slot for the one letterhead of a program.
public enum Letterheads: ContributionKind {
    public static let slot = "letterhead"
    public static func key(of value: Letterhead) -> String { "letterhead" }
}
