import PluginKit

/// What a column's cells hold, for programs that read answers.
public enum ColumnKind: Sendable, Hashable {
    case text, integer, date, flag, sentence
    /// A figure with a fixed number of decimals.
    case decimal
    /// One of a closed set of words, by their codes.
    case word([String])
    case texts
    /// Whatever the row makes of it.
    case any
}

/// A column without its row: what callers are told of it.
public struct ColumnShape: Sendable, Hashable {
    public let key: String
    public let kind: ColumnKind
    /// Whether a cell may be empty.
    public let isOptional: Bool

    public init(_ key: String, _ kind: ColumnKind = .any, isOptional: Bool = true) {
        self.key = key
        self.kind = kind
        self.isOptional = isOptional
    }
}

/// One column of a table: its key (label by string `column.KEY`), what its cells hold, and how to read one from a row.
///
/// ```swift
/// static let columns: [TableColumn<LevelCount>] = [
///     .word("level") { $0.level },
///     .integer("unitCount") { $0.units },
/// ]
/// ```
public struct TableColumn<Row>: Sendable {
    public let shape: ColumnShape
    public let value: @Sendable (Row) -> Value

    public var key: String { shape.key }

    /// A column whose cells hold values of any kind; the others say more to programs that read it.
    public init(_ key: String, _ value: @escaping @Sendable (Row) -> Value) {
        self.init(ColumnShape(key), value)
    }

    @usableFromInline
    init(_ shape: ColumnShape, _ value: @escaping @Sendable (Row) -> Value) {
        self.shape = shape
        self.value = value
    }
}

// Inlinable for the same reason as ``Tabular/table(_:)``.
extension TableColumn {
    @inlinable
    public static func text(_ key: String, _ cell: @escaping @Sendable (Row) -> String) -> Self {
        Self(ColumnShape(key, .text, isOptional: false)) { .text(cell($0)) }
    }

    @inlinable
    public static func text(_ key: String, _ cell: @escaping @Sendable (Row) -> String?) -> Self {
        Self(ColumnShape(key, .text)) { .optional(cell($0)) }
    }

    @inlinable
    public static func integer(_ key: String, _ cell: @escaping @Sendable (Row) -> Int) -> Self {
        Self(ColumnShape(key, .integer, isOptional: false)) { .integer(cell($0)) }
    }

    @inlinable
    public static func integer(_ key: String, _ cell: @escaping @Sendable (Row) -> Int?) -> Self {
        Self(ColumnShape(key, .integer)) { .optional(cell($0)) }
    }

    @inlinable
    public static func date(_ key: String, _ cell: @escaping @Sendable (Row) -> CalendarDate) -> Self {
        Self(ColumnShape(key, .date, isOptional: false)) { .date(cell($0)) }
    }

    @inlinable
    public static func date(_ key: String, _ cell: @escaping @Sendable (Row) -> CalendarDate?) -> Self {
        Self(ColumnShape(key, .date)) { .optional(cell($0)) }
    }

    @inlinable
    public static func flag(_ key: String, _ cell: @escaping @Sendable (Row) -> Bool) -> Self {
        Self(ColumnShape(key, .flag, isOptional: false)) { .flag(cell($0)) }
    }

    @inlinable
    public static func flag(_ key: String, _ cell: @escaping @Sendable (Row) -> Bool?) -> Self {
        Self(ColumnShape(key, .flag)) { cell($0).map(Value.flag) ?? .none }
    }

    /// A word of a closed set.
    @inlinable
    public static func word<Word: Choice>(_ key: String, _ cell: @escaping @Sendable (Row) -> Word) -> Self {
        Self(ColumnShape(key, .word(Word.codes), isOptional: false)) { cell($0).value }
    }

    @inlinable
    public static func word<Word: Choice>(_ key: String, _ cell: @escaping @Sendable (Row) -> Word?) -> Self {
        Self(ColumnShape(key, .word(Word.codes))) { cell($0)?.value ?? .none }
    }

    /// A word of a list that an office or an add-on may lengthen: any text for programs, shown as the catalogue's `vocabulary.code`.
    @inlinable
    public static func word(_ key: String, of vocabulary: String, _ cell: @escaping @Sendable (Row) -> String?) -> Self {
        Self(ColumnShape(key, .text)) { row in cell(row).map { .word(code: $0, key: "\(vocabulary).\($0)") } ?? .none }
    }

    /// The account that did something; the answer's reader sees the person behind it too, where permitted.
    @inlinable
    public static func account(_ key: String, _ cell: @escaping @Sendable (Row) -> String?) -> Self {
        Self(ColumnShape(key, .text)) { row in cell(row).map { .account($0) } ?? .none }
    }

    /// A sentence in the reader's language.
    @inlinable
    public static func sentence(_ key: String, _ cell: @escaping @Sendable (Row) -> Message) -> Self {
        Self(ColumnShape(key, .sentence, isOptional: false)) { .phrase(cell($0)) }
    }

    @inlinable
    public static func sentence(_ key: String, _ cell: @escaping @Sendable (Row) -> Message?) -> Self {
        Self(ColumnShape(key, .sentence)) { cell($0).map(Value.phrase) ?? .none }
    }

    /// A figure with its digits, `76.00`.
    @inlinable
    public static func decimal(_ key: String, _ cell: @escaping @Sendable (Row) -> String?) -> Self {
        Self(ColumnShape(key, .decimal)) { cell($0).map(Value.decimal) ?? .none }
    }

    @inlinable
    public static func texts(_ key: String, _ cell: @escaping @Sendable (Row) -> [String]) -> Self {
        Self(ColumnShape(key, .texts, isOptional: false)) { .list(cell($0).map(Value.text)) }
    }
}
