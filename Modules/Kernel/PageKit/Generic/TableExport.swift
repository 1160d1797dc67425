import Foundation
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
        let paper = ListScope(operation: operation, context: context).paper(fields)
        return try document(whole, columns: columns, paper, format: format)
    }

    func document(_ answer: Answer, columns: [String]? = nil, _ paper: Paper = Paper(), format: String) throws -> PageAnswer {
        let writer = context.writer
        let answer = columns.map { answer.keeping($0) } ?? answer
        let name = "\(context.words(operation.name.text))-\(context.today).\(format)"
        if format == "json" {
            let json = Data(AnswerJSON(writer.text).encode(answer).utf8)
            return .document(Document(name: name, contentType: "application/json; charset=utf-8", data: json))
        }
        let table = writer.table(context.words(operation.name.text), answer)
        return .document(try writer.document(table, paper, as: name))
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
