import Interchange
import Operations
import PluginKit

/// The language an official form is written in; Chinese unless somebody asks otherwise.
enum SheetLanguage: String, Choice {
    case chinese = "zh-Hans"
    case english = "en"

    static let vocabulary = "sheetLanguage"

    var language: Language { self == .chinese ? .zhHans : .en }
}

/// Forms as files.
struct Sheet {
    let strings: StringCatalogue
    let language: Language

    init(_ language: SheetLanguage?, in context: ReadContext) {
        strings = context.registry.strings
        self.language = (language ?? .chinese).language
    }

    /// A table in the format that the file's name asks for.
    static func document(_ table: ExportTable, name: DownloadName, in context: ReadContext) throws -> Document {
        let format = try context.registry.tableFormat(forFile: name.path)
        guard let write = format.write else {
            throw Rule.invalid.refused("tableFormat", field: "out", ["file": .text(name.path), "known": "csv"])
        }
        return Document(name: name.path, contentType: format.contentType, data: try write(table))
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
