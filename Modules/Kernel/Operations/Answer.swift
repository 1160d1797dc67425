import Foundation
import PluginKit

/// One value in an answer, ready to be shown, exported or encoded.
public enum Value: Sendable, Hashable {
    case none
    case text(String)
    case integer(Int)
    /// Percent or other figure with a fixed number of decimals, already rounded: `76.00`.
    case decimal(String)
    case date(CalendarDate)
    case flag(Bool)
    /// An account: encoded as its name, shown with the person behind it where the reader may see that person.
    case account(String, person: String? = nil)
    /// A word of the catalogue: shown as the text for `key`, encoded as `code`.
    case word(code: String, key: String)
    case list([Value])
    /// A sentence, shown and encoded in the reader's language.
    case phrase(Message)
    /// Several named values in one place: programs read the parts, people what is shown.
    indirect case object(shown: Value, [Part])

    /// One named value of an object.
    public struct Part: Sendable, Hashable {
        public let key: String
        public let value: Value

        public init(_ key: String, _ value: Value) {
            self.key = key
            self.value = value
        }
    }

    public static func optional(_ text: String?) -> Value { text.map(Value.text) ?? .none }
    public static func optional(_ integer: Int?) -> Value { integer.map(Value.integer) ?? .none }
    public static func optional(_ date: CalendarDate?) -> Value { date.map(Value.date) ?? .none }
}

/// A row type that says once how it is shown as a table, a record, CSV, JSON and a page.
public protocol Tabular: Sendable {
    static var columns: [TableColumn<Self>] { get }
    /// Keys of the columns a terminal table shows; all of them where nil.
    static var briefColumns: [String]? { get }
    /// The keys of the columns and the values of rows, column by column. Given for every row type.
    static func table(_ rows: [Self]) -> (keys: [String], rows: [[Value]])
}

extension Tabular {
    public static var briefColumns: [String]? { nil }
    /// What callers are told of its columns.
    public static var shapes: [ColumnShape] { columns.map(\.shape) }

    // Inlinable, so that every row type gets its own copy: as generic code it took a third of the time of a page.
    @inlinable
    public static func table(_ rows: [Self]) -> (keys: [String], rows: [[Value]]) {
        let columns = columns
        let keys = columns.map { $0.key }
        return (keys, rows.map { row in columns.map { $0.value(row) } })
    }
}

/// What an operation may give back.
public protocol Answerable: Sendable {
    /// Keys of all columns that may appear; used for the completeness check of labels and for the API's description.
    static var columnKeys: [String] { get }
    /// What the answer always looks like; nil where it depends.
    static var shape: Answer.Shape? { get }
    /// The columns of its rows or its record, where they are always the same.
    static var columns: [ColumnShape]? { get }
    /// The columns of its sections by the last word of their headings, where it may have any.
    static var sections: [String: [ColumnShape]] { get }
    var answer: Answer { get }
}

extension Answerable {
    public static var shape: Answer.Shape? { nil }
    public static var columns: [ColumnShape]? { nil }
    public static var sections: [String: [ColumnShape]] { [:] }
    public static var columnKeys: [String] {
        (columns ?? []).map(\.key) + sections.sorted { $0.key < $1.key }.flatMap { $0.value.map(\.key) }
    }
}

/// What hosts show: a list or a record, with the sentence that says what happened.
public struct Answer: Sendable {
    public enum Shape: Sendable { case list, record, sentence }

    public var shape: Shape
    public var columns: [String]
    /// Column keys for a narrow table; all where nil.
    public var briefColumns: [String]?
    public var rows: [[Value]]
    /// The rows made short for a person at a terminal; programs get every row.
    public var excerpt: Excerpt?
    /// Where the next page starts; nil on the last page.
    public var next: String?
    public var sentence: Message?
    /// Further tables of a record (its measures, its history), each with the string key of its heading.
    public var sections: [(heading: String, answer: Answer)] = []
    /// A file made by the operation; the host stores it where the caller said.
    public var document: Document?
    /// Whether the people behind its accounts were looked up.
    var isNamed = false
    /// Whether it holds a key or a link that is shown this once; nobody may keep a copy.
    public var holdsSecret = false

    public init(
        shape: Shape, columns: [String] = [], briefColumns: [String]? = nil, rows: [[Value]] = [], next: String? = nil,
        sentence: Message? = nil
    ) {
        self.shape = shape
        self.columns = columns
        self.briefColumns = briefColumns
        self.rows = rows
        self.next = next
        self.sentence = sentence
    }
}

/// A long list made short: rows that say the same stand in one.
public struct Excerpt: Sendable {
    /// With the columns of the answer.
    public var rows: [[Value]]
    /// How many of the answer's rows are in none of them.
    public var left: Int
}

/// A file handed out by an operation.
public struct Document: Sendable {
    public var name: String
    public var contentType: String
    public var data: Data

    public init(name: String, contentType: String, data: Data) {
        self.name = name
        self.contentType = contentType
        self.data = data
    }
}

/// A refusal that hands out a file all the same, such as the rejected rows of an import.
public protocol DocumentedError: Error, Sendable {
    /// Stored by the host where the caller said.
    var document: Document? { get }
}

/// A refusal that says more than its sentences: hosts show the answer besides, in the format that was asked for.
public protocol AnsweredError: UserFacingError {
    var answer: Answer { get }
}

extension Answer {
    /// A list answer made of rows.
    public init<Row: Tabular>(list rows: [Row], next: String? = nil, sentence: Message? = nil) {
        let (keys, values) = Row.table(rows)
        self.init(
            shape: .list, columns: keys, briefColumns: Row.briefColumns, rows: values, next: next, sentence: sentence)
    }

    /// A record answer made of one row.
    public init<Row: Tabular>(record row: Row, sentence: Message? = nil) {
        let (keys, values) = Row.table([row])
        self.init(shape: .record, columns: keys, rows: values, sentence: sentence)
    }
}

/// A page of a list.
public struct Page<Row: Tabular>: Answerable {
    public var rows: [Row]
    /// Opaque start of the next page.
    public var next: String?
    public var sentence: Message?

    public init(rows: [Row], next: String? = nil, sentence: Message? = nil) {
        self.rows = rows
        self.next = next
        self.sentence = sentence
    }

    public static var shape: Answer.Shape? { .list }
    public static var columns: [ColumnShape]? { Row.shapes }
    public var answer: Answer { Answer(list: rows, next: next, sentence: sentence) }
}

/// One record, with the sentence that says what was done to it.
public struct RecordAnswer<Row: Tabular>: Answerable {
    public var row: Row
    public var sentence: Message?
    /// See ``Answer/holdsSecret``.
    public var holdsSecret: Bool

    public init(_ row: Row, sentence: Message? = nil, holdsSecret: Bool = false) {
        self.row = row
        self.sentence = sentence
        self.holdsSecret = holdsSecret
    }

    public static var shape: Answer.Shape? { .record }
    public static var columns: [ColumnShape]? { Row.shapes }
    public var answer: Answer {
        var answer = Answer(record: row, sentence: sentence)
        answer.holdsSecret = holdsSecret
        return answer
    }
}

/// A single sentence, for operations that have nothing else to show.
public struct Done: Answerable {
    public var sentence: Message

    public init(_ key: String, _ arguments: [String: Message.Argument] = [:]) {
        sentence = Message(key, arguments)
    }

    public static var columnKeys: [String] { [] }
    public static var shape: Answer.Shape? { .sentence }
    public var answer: Answer { Answer(shape: .sentence, sentence: sentence) }
}
