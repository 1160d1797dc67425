import GRDB
import Inspection
import Interchange
import Operations
import Persistence
import PluginKit

/// The language an official form is written in; Chinese unless somebody asks otherwise.
enum FormLanguage: String, Choice {
    case chinese = "zh-Hans"
    case english = "en"

    static let vocabulary = "formLanguage"

    var language: Language { self == .chinese ? .zhHans : .en }
}

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
        let format = try context.registry.tableFormat(forFile: input.out.path)
        guard let write = format.write else {
            throw Rule.invalid.refused("formatNotWritten", field: "out", ["file": .text(input.out.path)])
        }
        let filter = try LedgerFilter.of(
            round: input.round, unit: input.unit, status: input.status, words: input.words, in: context)
        let form = LedgerForm(
            words: context.registry.strings, language: (input.language ?? .chinese).language, today: context.today,
            settings: try RectificationSettings(in: context))
        let rows = try LedgerForm.Row.fetchAll(context.db, sql: LedgerForm.Row.selection(filter.sql), arguments: filter.arguments)
        let data = try write(form.table(rows, scope: input.round))
        return ExportedLedger(
            count: rows.count,
            document: Document(name: input.out.path, contentType: format.contentType, data: data))
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
