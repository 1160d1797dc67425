import Interchange
import Operations
import PluginKit

/// The columns an import understands, so that a person can say which column of a file is which.
public struct ImportForm: Sendable {
    /// A command with the fields `file`, `dryRun`, `partial` and `rejects`.
    public let operation: OperationName
    public let fields: [FieldName]

    public init(_ operation: OperationName, fields: [FieldName]) {
        self.operation = operation
        self.fields = fields
    }
}

/// Slot for the columns of imports. An import without an entry reads its file as it is.
public enum ImportForms: ContributionKind {
    public static let slot = "importForms"
    public static func key(of value: ImportForm) -> String { value.operation.text }
}
