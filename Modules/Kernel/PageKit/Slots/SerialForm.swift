import Operations
import PluginKit

/// A command whose form is filled in many times in a row: its form also offers to save and begin the next one.
public struct SerialForm: Sendable {
    public let operation: OperationName
    /// Fields that keep their values in the next form.
    public let kept: Set<String>

    public init(_ operation: OperationName, keeping kept: Set<String> = []) {
        self.operation = operation
        self.kept = kept
    }
}

/// Slot for forms that are filled in series.
public enum SerialForms: ContributionKind {
    public static let slot = "serialForms"
    public static func key(of value: SerialForm) -> String { value.operation.text }
}
