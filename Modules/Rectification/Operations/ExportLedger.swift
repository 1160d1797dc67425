import GRDB
import Inspection
import Interchange
import Operations
import Persistence
import PluginKit

/// Writes the ledger as form F22 (问题整改台账), in the format the file's name asks for.
struct ExportLedger: Query {
    struct Input: Codable, Sendable {
        var out: DownloadName
        /// Code of the round.
        var round: String?
        /// Code of the unit.
        var unit: String?
        var status: ItemStatus?
        var words: String?
        var language: FormLanguage?
    }
    static let name: OperationName = "ledger.export"
    static let access = Access.roles(ledgerReaders)

    func run(_ input: Input, in context: ReadContext) throws -> ExportedLedger {
        let filter = try LedgerFilter.of(
            round: input.round, unit: input.unit, status: input.status, words: input.words, in: context)
        let writer = PaperWriter(context, in: input.language)
        let rows = try LedgerForm.Row.fetchAll(context.db, sql: LedgerForm.Row.selection(filter.sql), arguments: filter.arguments)
        let form = LedgerForm(
            text: writer.text, today: context.today, people: try context.people(behind: Set(rows.compactMap(\.item.closedBy))),
            settings: try RectificationSettings(in: context))
        let paper = Paper(scope: [
            Paper.part("field.round", input.round), Paper.part("field.unit", input.unit),
            Paper.part("ledger.export.status", input.status.map { .key("\(ItemStatus.vocabulary).\($0.rawValue)") }),
            Paper.part("ledger.export.words", input.words),
        ])
        let document = try writer.document(form.table(rows), paper, as: input.out.path)
        return ExportedLedger(count: rows.count, document: document)
    }
}

/// The file, and how many items stand in it.
struct ExportedLedger: Answerable {
    var count: Int
    var document: Document

    static var columnKeys: [String] { [] }
    var answer: Answer {
        var answer = Answer(
            shape: .sentence, sentence: Message("ledger.export.done", ["count": "\(count)", "file": document.name]))
        answer.document = document
        return answer
    }
}
