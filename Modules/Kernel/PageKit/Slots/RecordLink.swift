import Operations
import PluginKit

/// Says that a column's values name records that have a page.
public struct RecordLink: Sendable {
    public let column: String
    /// Operations in whose answers the column means this record; in every answer where empty.
    public let operations: Set<OperationName>
    /// First parts of the path; the value is added percent-encoded.
    public let path: String
    /// The column whose value is added; the column itself where nil.
    public let value: String?

    /// - Parameters:
    ///   - column: its key, such as `round`.
    ///   - path: such as `/rounds`.
    ///   - value: the column that tells the record apart where this one is only its name.
    public init(_ column: String, in operations: Set<OperationName> = [], to path: String, by value: String? = nil) {
        self.column = column
        self.operations = operations
        self.path = path
        self.value = value
    }

    var key: String { ([column] + operations.map(\.text).sorted()).joined(separator: " ") }
}

/// Slot for links from columns to pages.
public enum RecordLinks: ContributionKind {
    public static let slot = "recordLinks"
    public static func key(of value: RecordLink) -> String { value.key }
}
