import PluginKit

/// A kind of record that people name by its business number, so that other modules may refer to one without importing its owner.
public struct NumberedRecord: Sendable {
    /// The kind's word: `finding`, `item`, `round`.
    public let kind: String
    /// Whether there is one of that number that the caller may see. Hidden and absent are the same answer.
    public let isVisible: @Sendable (String, ReadContext) throws -> Bool

    public init(_ kind: String, isVisible: @escaping @Sendable (String, ReadContext) throws -> Bool) {
        self.kind = kind
        self.isVisible = isVisible
    }
}

/// Slot for kinds of records that others refer to by number.
public enum NumberedRecords: ContributionKind {
    public static let slot = "numberedRecords"
    public static func key(of value: NumberedRecord) -> String { value.kind }
}

extension ReadContext {
    /// Refuses a number that leads to no record of these kinds that the caller may see.
    /// - Throws: `E-NOTFOUND` on the field.
    public func requireRecord(_ number: String, kinds: Set<String>, field: String) throws {
        for record in registry.values(NumberedRecords.self) where kinds.contains(record.kind) {
            if try record.isVisible(number, self) { return }
        }
        throw Rule.notFound.refused("number", field: field, ["number": .text(number)])
    }
}
