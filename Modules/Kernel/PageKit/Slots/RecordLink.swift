import Operations
import PluginKit

/// Says that a column's values name records that have a page. Not needed for records with a generated page: where `course.show`
/// asks for `course`, that column of every answer, and of its own noun's answers under any name of the key, leads there by itself.
public struct RecordLink: Sendable {
    public let column: String
    /// Operations in whose answers the column means this record; in every answer where empty.
    public let operations: Set<OperationName>
    /// What the address begins with; the value is added percent-encoded.
    let prefix: String
    /// The column whose value is added; the column itself where nil.
    public let value: String?

    /// - Parameters:
    ///   - column: its key, such as `round`.
    ///   - path: such as `/rounds`.
    ///   - value: the column that tells the record apart where this one is only its name.
    public init(_ column: String, in operations: Set<OperationName> = [], to path: String, by value: String? = nil) {
        self.column = column
        self.operations = operations
        self.value = value
        prefix = path + "/"
    }

    /// A link to the generated page of a query.
    /// - Parameters:
    ///   - query: such as `course.show`.
    ///   - field: the field that takes the value, such as `course`.
    public init(
        _ column: String, in operations: Set<OperationName> = [], query: OperationName, field: String, by value: String? = nil
    ) {
        self.column = column
        self.operations = operations
        self.value = value
        prefix = "/op/\(query.text)?\(field)="
    }

    /// The address of the record with this number or name.
    func address(_ value: String) -> String { prefix + SitePath.encoded(value) }

    var key: String { ([column] + operations.map(\.text).sorted()).joined(separator: " ") }
}

/// Slot for links from columns to pages.
public enum RecordLinks: ContributionKind {
    public static let slot = "recordLinks"
    public static func key(of value: RecordLink) -> String { value.key }
}
