import Foundation
import Interchange
import Operations
import PluginKit

/// Lists and records as files: what is shown, all pages of it.
struct TableExport {
    private let operation: AnyOperation
    private let context: PageContext
    /// More rows than this are for the export operations, not for a page.
    static let rowLimit = 20_000

    init(_ operation: AnyOperation, _ context: PageContext) {
        self.operation = operation
        self.context = context
    }

    /// All pages of a list.
    func document(all fields: [String: [String]], columns: [String]?, format: String) throws -> PageAnswer {
        var fields = fields
        fields["after"] = nil
        if context.contents.fields(of: operation).contains(where: { $0.name == "limit" }) { fields["limit"] = ["1000"] }
        var whole = try context.run(operation.name, fields)
        while let next = whole.next, whole.rows.count < Self.rowLimit {
            fields["after"] = [next]
            let page = try context.run(operation.name, fields)
            whole.rows += page.rows
            whole.next = page.next
        }
        return try document(whole, columns: columns, format: format)
    }

    func document(_ answer: Answer, columns: [String]? = nil, format: String) throws -> PageAnswer {
        let text = ValueText(strings: context.registry.strings, language: context.words.language)
        let answer = columns.map { answer.keeping($0) } ?? answer
        let name = "\(context.words(operation.name.text))-\(context.today).\(format)"
        if format == "json" {
            let json = Data(AnswerJSON(text).encode(answer).utf8)
            return .document(Document(name: name, contentType: "application/json; charset=utf-8", data: json))
        }
        let kind = try context.registry.tableFormat(forFile: name)
        guard let write = kind.write else {
            throw Rule.invalid.refused("tableFormat", ["file": .text(name), "known": "csv"])
        }
        return .document(Document(name: name, contentType: kind.contentType, data: try write(table(answer, text))))
    }

    private func table(_ answer: Answer, _ text: ValueText) -> ExportTable {
        let columns = answer.columns.enumerated().map { index, key in
            ExportColumn(text.label(column: key), isNumber: answer.rows.contains { Self.isNumber($0[index]) })
        }
        return ExportTable(
            title: text.text(operation.name.text), columns: columns, rows: answer.rows.map { $0.map { Self.cell($0, text) } })
    }

    private static func isNumber(_ value: Value) -> Bool {
        switch value {
        case .integer, .decimal: true
        default: false
        }
    }

    private static func cell(_ value: Value, _ text: ValueText) -> ExportCell {
        switch value {
        case .none: .empty
        case .integer(let number): .integer(number)
        case .decimal(let digits): .decimal(digits)
        case .date(let date): .date(date)
        default: .text(text(value))
        }
    }
}

extension Answer {
    /// The same rows with only these columns, in the order named; all of them where none is known.
    func keeping(_ keys: [String]) -> Answer {
        let places = keys.compactMap { columns.firstIndex(of: $0) }
        guard !places.isEmpty else { return self }
        var answer = self
        answer.columns = places.map { columns[$0] }
        answer.rows = rows.map { row in places.map { row[$0] } }
        return answer
    }
}
