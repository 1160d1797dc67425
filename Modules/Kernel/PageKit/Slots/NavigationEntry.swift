import Operations
import PluginKit

/// One area of the site in the navigation.
public struct NavigationEntry: Sendable {
    /// `inspection.rounds`; unique in the program.
    public let id: String
    /// String key of its title.
    public let title: String
    /// Path of its first page; a page belongs to the entry with the longest path that its own path begins with.
    public let path: String
    /// Entries stand in the order of their positions.
    public let position: Int
    /// The letter that opens it after `g`; nil for none.
    public let letter: Character?
    let isShown: @Sendable (Principal) -> Bool

    /// - Parameter isShown: who sees it; the page itself decides who may open it.
    public init(
        _ id: String, title: String, path: String, position: Int, letter: Character? = nil,
        isShown: @escaping @Sendable (Principal) -> Bool
    ) {
        self.id = id
        self.title = title
        self.path = path
        self.position = position
        self.letter = letter
        self.isShown = isShown
    }
}

/// Slot for areas in the navigation.
public enum NavigationEntries: ContributionKind {
    public static let slot = "navigation"
    public static let keysAreNamespaced = true
    public static func key(of value: NavigationEntry) -> String { value.id }

    public static func problems(in contributions: [Contribution<NavigationEntry>], registry: Registry) -> [PluginProblem] {
        contributions.flatMap { registry.strings.missing([$0.value.title], plugin: $0.plugin) }
    }
}

extension Principal {
    /// Whether the account belongs to the inspected side only; its pages show its own matters and nothing else.
    public var isUnitSide: Bool { !roles.isEmpty && roles.isSubset(of: Role.unit) }
}
