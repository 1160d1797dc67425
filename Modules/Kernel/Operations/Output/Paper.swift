import Foundation
import Interchange
import Persistence
import PluginKit

/// 密级 of what leaves the program (domain 4). Nothing classified is kept here, so no mark is higher.
public enum Secrecy: String, Choice {
    /// 公开, 内部, 内部敏感: what names a person's relatives, assessments or private numbers is sensitive.
    case open, restricted, sensitive

    public static let vocabulary = "secrecy"
}

/// What a form or list is, beyond its table (domain 8): what it is about, how it is to be kept, and whether it is issued.
public struct Paper: Sendable {
    /// Round, pool, unit, period …; everything the reader may see where empty.
    public var scope: [Message]
    public var secrecy: Secrecy
    /// 文号 of a document that is issued under a seal: an empty list leaves room for it; nil for what is not issued.
    public var numbers: [String]?

    public init(scope: [Message?] = [], secrecy: Secrecy = .restricted, numbers: [String]? = nil) {
        self.scope = scope.compactMap(\.self)
        self.secrecy = secrecy
        self.numbers = numbers
    }

    /// One part of a scope, `轮次 14-3`; nil where there is no value.
    /// - Parameter label: key of what the value is called.
    public static func part(_ label: String, _ value: Message.Argument?) -> Message? {
        value.map { Message("paper.scope.part", ["label": .key(label), "value": $0]) }
    }

    public static func part(_ label: String, _ value: String?) -> Message? { part(label, value.map { .text($0.trimmed) }) }

    /// A period with either end open; nil where both are.
    public static func period(_ from: CalendarDate?, _ to: CalendarDate?) -> Message? {
        guard from != nil || to != nil else { return nil }
        let ends = [from, to].map { $0?.description ?? "…" }
        return Message("paper.scope.period", ["from": ends[0], "to": ends[1]])
    }
}

/// Makes tables of answers and files of tables. Whatever leaves the program as a form or list goes through here, so that all of it
/// carries the same imprint.
public struct PaperWriter {
    public let text: ValueText
    private let registry: Registry
    private let now: Instant

    /// - Parameter now: the time that the paper carries.
    public init(_ registry: Registry, in language: Language, now: Instant) {
        self.registry = registry
        self.now = now
        text = ValueText(strings: registry.strings, language: language)
    }

    /// Official forms are Chinese unless somebody asks otherwise.
    public init(_ context: ReadContext, in language: FormLanguage? = nil) {
        self.init(context.registry, in: (language ?? .chinese).language, now: context.instant)
    }

    /// An answer as a table.
    /// - Parameters:
    ///   - columns: keys of the columns in their order; those the answer has not are left out. All of the answer's where nil.
    ///   - headings: titles that take the place of the columns' labels.
    public func table(
        _ title: String, _ answer: Answer, columns: [String]? = nil, headings: [String: String] = [:], notes: [Message] = []
    ) -> ExportTable {
        let places = (columns ?? answer.columns).compactMap { answer.columns.firstIndex(of: $0) }
        return ExportTable(
            title: title,
            columns: places.map { place in
                let key = answer.columns[place]
                let isNumber = answer.rows.contains { place < $0.count && $0[place].isNumber }
                return ExportColumn(headings[key] ?? text.label(column: key), isNumber: isNumber)
            },
            rows: answer.rows.map { row in places.map { $0 < row.count ? cell(row[$0]) : .empty } },
            notes: notes.map(text.sentence))
    }

    private func cell(_ value: Value) -> ExportCell {
        switch value {
        case .none: .empty
        case .integer(let number): .integer(number)
        case .decimal(let digits): .decimal(digits)
        case .date(let date): .date(date)
        default: .text(text(value))
        }
    }

    /// The file of a table, in the format that its name asks for.
    /// - Throws: `E-VAL` for a format that is not written.
    public func document(_ table: ExportTable, _ paper: Paper, as name: String) throws -> Document {
        let format = try registry.tableFormat(forFile: name)
        guard let write = format.write else {
            let known = registry.values(TableFormats.self).filter { $0.write != nil }.map(\.fileExtension).sorted()
            throw Rule.invalid.refused(
                "tableFormat", field: "out", ["file": .text(name), "known": .text(known.joined(separator: ", "))])
        }
        var table = table
        table.imprint = imprint(paper, rows: table.rows.count)
        return Document(name: name, contentType: format.contentType, data: try write(table))
    }

    /// The texts that stand on the paper.
    public func imprint(_ paper: Paper, rows: Int? = nil) -> Imprint {
        func line(_ key: String, _ value: String) -> String { text.sentence(Message(key, ["value": value])) }
        let scope = paper.scope.isEmpty ? [text.text("paper.scope.all")] : paper.scope.map(text.sentence)
        let count = rows.map { text.sentence(Message("paper.count", ["count": "\($0)"])) }
        let parts = (scope + [count].compactMap(\.self)).joined(separator: text.language == .zhHans ? "；" : "; ")
        let numbers = paper.numbers.map { $0.isEmpty ? text.text("paper.number.blank") : $0.joined(separator: "、") }
        return Imprint(
            language: text.language.rawValue, scope: line("paper.scope", parts),
            secrecy: line("paper.secrecy", text.text("secrecy.\(paper.secrecy.rawValue)")),
            made: line("paper.made", String(now.shanghai.prefix(16)).replacing("T", with: " ")),
            number: numbers.map { line("paper.number", $0) }, seal: numbers.map { _ in text.text("paper.seal") })
    }
}

extension Value {
    fileprivate var isNumber: Bool {
        switch self {
        case .integer, .decimal: true
        default: false
        }
    }
}
