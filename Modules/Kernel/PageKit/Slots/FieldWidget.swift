import Operations
import PluginKit

/// How a field is asked for where its kind alone does not say it well.
public struct FieldWidget: Sendable {
    /// What the field is shown as.
    public enum Kind: Sendable {
        /// Several lines of text.
        case longText
        /// One of a short list, read from a list query: rounds, teams, courses.
        case pick(OperationName, value: String, label: String)
        /// Text with suggestions from a list query, found by characters, pinyin initials or number: units, people. A name that is
        /// typed in full is taken as well as its number.
        case suggestions(OperationName, value: String, label: String)
        /// One of a closed list of codes that has its words under `VOCABULARY.CODE`.
        case words(vocabulary: String, codes: [String])
        /// A unit of measure behind the field, by string key.
        case unit(String)
    }

    /// String key of the field's label: `field.unit` for every operation, or `finding.draft.leaf` for one.
    public let label: String
    public let kind: Kind

    public init(_ label: String, _ kind: Kind) {
        self.label = label
        self.kind = kind
    }
}

/// Slot for the looks of fields.
public enum FieldWidgets: ContributionKind {
    public static let slot = "fieldWidgets"
    public static func key(of value: FieldWidget) -> String { value.label }
}
