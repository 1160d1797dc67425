import Foundation
import GRDB
import Persistence
import PluginKit

/// An input value written as one piece of text, which knows what it is called in a schema.
public protocol InputText: Codable, Sendable {
    static var fieldKind: FieldKind { get }
    /// A value that decodes, used while the schema is being learnt.
    static var sample: Self { get }
}

extension CalendarDate: InputText {
    public static var fieldKind: FieldKind { .date }
    public static var sample: CalendarDate { CalendarDate(dayNumber: 0) }
}

/// A closed set of words. The choices are labelled by the strings `TYPE.CODE` with `TYPE` from ``vocabulary``.
public protocol Choice: RawRepresentable, CaseIterable, Codable, Sendable, DatabaseValueConvertible, StatementColumnConvertible
where RawValue == String {
    /// First part of the string keys of its words, such as `unitLevel`.
    static var vocabulary: String { get }
}

extension Choice {
    /// The codes of its words.
    public static var codes: [String] { allCases.map(\.rawValue) }

    /// The word, ready for an answer.
    public var value: Value { .word(code: rawValue, key: Self.vocabulary + "." + rawValue) }
}

/// A file the caller hands in. The command line reads it from a path; no operation ever sees one.
public struct Upload: InputText {
    public var name: String
    public var data: Data

    public init(name: String, data: Data) {
        self.name = name
        self.data = data
    }

    public static var fieldKind: FieldKind { .upload }
    public static var sample: Upload { Upload(name: "", data: Data()) }
}

/// The name under which the caller wants a produced file. Only its ending tells the operation something (`.xlsx`, `.csv`).
public struct DownloadName: InputText {
    public var path: String

    public init(_ path: String) { self.path = path }

    /// Lower-case ending without the dot.
    public var fileExtension: String {
        guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return "" }
        return path[path.index(after: dot)...].lowercased()
    }

    public static var fieldKind: FieldKind { .download }
    public static var sample: DownloadName { DownloadName("") }

    public init(from decoder: any Decoder) throws {
        path = try decoder.singleValueContainer().decode(String.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(path)
    }
}

/// The paging part of every list query.
public struct PageRequest: Sendable {
    public var limit: Int
    public var after: String?

    public static let defaultLimit = 50
    public static let maximumLimit = 1000

    /// - Throws: `E-VAL` on `limit` outside 1…1000.
    public init(limit: Int?, after: String?) throws {
        let limit = limit ?? Self.defaultLimit
        guard (1...Self.maximumLimit).contains(limit) else {
            throw Rule.invalid.refused(
                "range", field: "limit", ["low": "1", "high": "\(Self.maximumLimit)", "value": "\(limit)"])
        }
        self.limit = limit
        self.after = after
    }

    /// Makes a page of rows fetched one beyond the limit: the extra row only shows that there is more.
    public func cut<Row: Tabular>(_ rows: [Row], cursor: (Row) -> PageMark) -> Page<Row> {
        guard rows.count > limit else { return Page(rows: rows) }
        let kept = Array(rows.prefix(limit))
        return Page(rows: kept, next: kept.last.map { cursor($0).text })
    }
}

/// Input of a list that takes nothing else: its page.
public struct ListInput: Codable, Sendable {
    public var limit: Int?
    public var after: String?

    public init(limit: Int? = nil, after: String? = nil) {
        self.limit = limit
        self.after = after
    }
}

extension Page {
    /// A page of a list that is short and made whole, such as the teams of a round: all of it where neither a limit nor a mark is
    /// given. A mark whose row is gone gives nothing.
    /// - Parameters:
    ///   - sentence: said of the whole list, on every page.
    ///   - key: what tells a row apart from all others.
    /// - Throws: `E-VAL` on `limit` outside 1…1000, and on `after` for a mark that is none of ours.
    public static func part(
        of rows: [Row], limit: Int?, after: String?, sentence: Message? = nil, key: (Row) -> String
    ) throws -> Page<Row> {
        guard limit != nil || after != nil else { return Page(rows: rows, sentence: sentence) }
        let request = try PageRequest(limit: limit, after: after)
        var left = rows[...]
        if let mark = try PageMark(after, parts: 1) { left = left.drop { key($0) != mark.parts[0] }.dropFirst() }
        var page = request.cut(Array(left.prefix(request.limit + 1))) { PageMark([key($0)]) }
        page.sentence = sentence
        return page
    }
}
