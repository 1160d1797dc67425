import Operations
import PluginKit

/// A query that the search box asks. It limits what is found to what the person may see, as everywhere.
public struct SearchSource: Sendable {
    /// A list query.
    public let operation: OperationName
    /// The field that takes the words.
    public let field: String
    /// String key of the heading over its results.
    public let heading: String
    /// Path of the full list, which takes the words in the same field.
    public let path: String
    /// Results stand in the order of their positions.
    public let position: Int
    /// Keys of the columns shown; the operation's brief ones where nil.
    public let columns: [String]?

    public init(
        _ operation: OperationName, field: String = "words", heading: String, path: String, position: Int,
        columns: [String]? = nil
    ) {
        self.operation = operation
        self.field = field
        self.heading = heading
        self.path = path
        self.position = position
        self.columns = columns
    }
}

/// Slot for what the search box searches.
public enum SearchSources: ContributionKind {
    public static let slot = "searchSources"
    public static func key(of value: SearchSource) -> String { value.operation.text }

    public static func problems(in contributions: [Contribution<SearchSource>], registry: Registry) -> [PluginProblem] {
        contributions.flatMap { registry.strings.missing([$0.value.heading], plugin: $0.plugin) }
    }
}
