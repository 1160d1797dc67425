import Interchange
import Operations
import PluginKit

/// Forms as files.
struct Sheet {
    let strings: StringCatalogue
    let language: Language
    private let writer: PaperWriter

    init(_ language: FormLanguage?, in context: ReadContext) {
        writer = PaperWriter(context, in: language)
        strings = writer.text.strings
        self.language = writer.text.language
    }

    /// A table in the format that the file's name asks for.
    func document(_ table: ExportTable, _ paper: Paper, name: DownloadName) throws -> Document {
        try writer.document(table, paper, as: name.path)
    }

    func text(_ key: String, _ arguments: [String: Message.Argument] = [:]) -> String {
        strings.text(Message(key, arguments), in: language)
    }

    func word<C: Choice>(_ choice: C) -> String { text("\(C.vocabulary).\(choice.rawValue)") }

    /// Columns titled by the strings `FORM.KEY`.
    func columns(_ form: String, _ keys: [String], numbers: Set<String> = []) -> [ExportColumn] {
        keys.map { ExportColumn(text("\(form).\($0)"), isNumber: numbers.contains($0)) }
    }

    func tenths(_ tenths: Int?) -> ExportCell { tenths.map { .decimal(Tenths.text($0)) } ?? .empty }
    func cell(_ text: String?) -> ExportCell { text.map { .text($0) } ?? .empty }
}

/// An answer that is a file with a sentence about it.
struct FileAnswer: Answerable {
    var document: Document
    var sentence: Message

    static var columnKeys: [String] { [] }
    static let shape: Answer.Shape? = .sentence
    var answer: Answer {
        var answer = Answer(shape: .sentence, sentence: sentence)
        answer.document = document
        return answer
    }
}
