import PluginKit

/// Something about one cell of an import that a person should know.
public struct RowFault: Sendable, Hashable {
    /// How grave a fault is.
    public enum Severity: Sendable, Hashable, CaseIterable {
        /// The row cannot be saved.
        case refused
        /// Somebody has to decide what is meant.
        case question
        /// The value is certain and was written another way.
        case normalised
        /// Nothing was changed, but somebody should know.
        case notice
    }

    /// The row as a person counts (`SourceRow.number`).
    public var row: Int
    /// The column's header as it stands in the file.
    public var column: String
    /// The cell's text as it stands in the file.
    public var value: String
    public var message: Message
    /// What is said of many such rows at once, where the message names a place that differs from row to row.
    public var summary: Message?
    public var severity: Severity
    /// The rule that the row breaks.
    public var rule: Rule

    public init(
        row: Int, column: String, value: String, message: Message, severity: Severity, rule: Rule = .invalid,
        summary: Message? = nil
    ) {
        self.row = row
        self.column = column
        self.value = value
        self.message = message
        self.severity = severity
        self.rule = rule
        self.summary = summary
    }

    /// The fault as a refusal, with the field path `rows.14.出生年月`.
    public var refusal: Refusal { Refusal(rule: rule, field: "rows.\(row).\(column)", message: message) }
}
