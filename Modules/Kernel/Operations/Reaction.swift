import Persistence
import PluginKit

/// What a plugin does when something happened elsewhere. Runs after commit, in a transaction of its own, once in effect.
public struct Reaction: Sendable {
    /// `statistics.snapshotClosedRound`
    public let name: String
    public let event: String
    let react: @Sendable (Event, WriteContext) throws -> Void

    public init(_ name: String, to event: String, _ react: @escaping @Sendable (Event, WriteContext) throws -> Void) {
        self.name = name
        self.event = event
        self.react = react
    }
}

/// Slot for reactions.
public enum Reactions: ContributionKind {
    public static let slot = "reactions"
    public static let keysAreNamespaced = true
    public static func key(of value: Reaction) -> String { value.name }
}
