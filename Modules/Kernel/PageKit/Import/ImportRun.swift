import Foundation
import Operations
import PluginKit

/// Running an import on a shelved upload: once for a look, once for good.
struct ImportRun: Sendable {
    private let operation: AnyOperation
    private let upload: ShelvedUpload
    private let context: PageContext

    init(_ operation: AnyOperation, _ upload: ShelvedUpload, _ context: PageContext) {
        self.operation = operation
        self.upload = upload
        self.context = context
    }

    /// Reads and checks everything and keeps nothing.
    func attempt() throws -> Answer { try run(["dryRun": ["true"], "partial": ["true"]], context.dispatcher) }

    private func run(_ own: [String: [String]], _ dispatcher: Dispatcher) throws -> Answer {
        var values = FormUploads()
        var fields = upload.fields.merging(own) { _, own in own }
        fields["file"] = [values.add(try file())]
        let uploads = values
        let source = WordsSource(
            FormValues(texts: fields).decodable(context.contents.fields(of: operation)), strings: context.registry.strings,
            readUpload: uploads.read)
        return try operation.run(dispatcher, source, context.principal)
    }

    /// The file as it came, or with the columns a person named.
    private func file() throws -> Upload {
        guard let columns = upload.columns, let form = context.contents.imports[operation.name] else { return upload.file }
        let sheet = try SourceSheet(upload.file, fields: form.fields, registry: context.registry)
        guard columns != sheet.automatic else { return upload.file }
        return Upload(name: upload.file.name + ".csv", data: sheet.renamed(columns))
    }

    /// Begins the import on a thread of its own; a second start of the same upload does nothing.
    func start(partial: Bool) throws {
        let shelf = ImportWizard.shelf(context)
        guard try shelf.start(upload.id) else { return }
        let run = self
        context.jobs.start(upload.id) { note in
            var dispatcher = run.context.dispatcher
            dispatcher.progress = note
            dispatcher.language = run.context.words.language
            run.finish(partial: partial, dispatcher, shelf)
        }
    }

    private func finish(partial: Bool, _ dispatcher: Dispatcher, _ shelf: UploadShelf) {
        do {
            let own = ["partial": [partial ? "true" : ""], "rejects": ["rejects.csv"]]
            let answer = try run(own, dispatcher)
            let text = ValueText(strings: context.registry.strings, language: dispatcher.language)
            let outcome = ShelvedUpload.Outcome(
                sentences: answer.sentence.map { [.init(message: $0)] } ?? [],
                faults: answer.rows.map { $0.map { Self.message($0, text) } })
            try shelf.finish(upload.id, .done, outcome, rejects: answer.document?.data)
        } catch {
            let refusals = ErrorTranslation.refusals(of: error)
            let sentences = refusals.prefix(200).map(Self.sentence)
            let outcome = ShelvedUpload.Outcome(
                sentences: sentences.isEmpty ? [.init(message: Message("pages.error.5xx.help"))] : sentences)
            let rejects = (error as? any DocumentedError)?.document?.data
            // Where even this cannot be kept, the upload stays marked as running and says so when it is looked at.
            try? shelf.finish(upload.id, .refused, outcome, rejects: rejects)
        }
    }

    /// Words and sentences are kept as what they are; the file's own text is the same in every language.
    private static func message(_ value: Value, _ text: ValueText) -> Message {
        switch value {
        case .word(_, let key): Message(key)
        case .phrase(let message): message
        default: Message("pages.import.text", ["text": .text(text(value))])
        }
    }

    /// `rows.14.出生年月` is said as row and column.
    private static func sentence(_ refusal: Refusal) -> ShelvedUpload.Sentence {
        let parts = (refusal.field ?? "").split(separator: ".", maxSplits: 2).map(String.init)
        let isCell = parts.count == 3 && parts[0] == "rows"
        return ShelvedUpload.Sentence(
            message: refusal.message, rule: refusal.rule.id, row: isCell ? parts[1] : nil, column: isCell ? parts[2] : nil)
    }
}
