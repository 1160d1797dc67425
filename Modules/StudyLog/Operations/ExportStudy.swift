import GRDB
import Interchange
import Operations
import Persistence
import PluginKit

/// Writes the log as form F43 学习台账, in the format the file's name asks for. Points stand beside their platform and are not summed.
struct ExportStudy: Query {
    struct Input: Codable, Sendable {
        var out: DownloadName
        var cadre: String?
        var platform: String?
        var from: CalendarDate?
        var to: CalendarDate?
        var language: FormLanguage?
    }
    static let name: OperationName = "study.export"
    static let access = Access.roles(StudyAccess.readers)

    func run(_ input: Input, in context: ReadContext) throws -> ExportedStudy {
        let format = try context.registry.tableFormat(forFile: input.out.path)
        guard let write = format.write else {
            throw Rule.invalid.refused("formatNotWritten", field: "out", ["file": .text(input.out.path)])
        }
        let filter = try StudyFilter(
            cadre: input.cadre, platform: input.platform, from: input.from, to: input.to
        ).condition(in: context)
        let rows = try Row.fetchAll(
            context.db,
            sql: """
                SELECT e.date, c.name, e.platform, e.topic, e.minutes, e.points, e.mode, e.note, e.application, e.appliedTo, e.no
                FROM studylog_entry e JOIN personnel_cadre c ON c.id = e.cadreId WHERE \(filter.sql) ORDER BY e.date, e.seq
                """, arguments: filter.arguments)
        let form = StudyForm(
            words: context.registry.strings, language: (input.language ?? .chinese).language, today: context.today)
        return ExportedStudy(
            count: rows.count,
            document: Document(name: input.out.path, contentType: format.contentType, data: try write(form.table(rows))))
    }
}

/// Form F43 (domain 8): 日期、姓名、平台、内容、时长、积分、方式、体会、转化运用, with the entry's number behind them.
struct StudyForm {
    let words: StringCatalogue
    let language: Language
    let today: CalendarDate

    static let columns = ["date", "name", "platform", "topic", "hours", "points", "mode", "note", "application", "no"]

    func table(_ rows: [Row]) -> ExportTable {
        ExportTable(
            title: text("studyForm.title"),
            columns: Self.columns.map { ExportColumn(text("studyForm.\($0)"), isNumber: ["hours", "points"].contains($0)) },
            rows: rows.map(cells),
            notes: [words.text(Message("studyForm.footer", ["date": "\(today)", "count": "\(rows.count)"]), in: language)])
    }

    private func cells(_ row: Row) -> [ExportCell] {
        let platform: String = row[2], mode: String = row[6]
        let minutes: Int? = row[4], points: Int? = row[5], applied: [String?] = [row[8], row[9]]
        let application = applied.compactMap(\.self).joined(separator: " → ")
        return [
            .date(row[0]), .text(row[1]), .text(text("studyPlatform.\(platform)")), .text(row[3]),
            minutes.map { .decimal(Hours.text(minutes: $0)) } ?? .empty, points.map { .integer($0) } ?? .empty,
            .text(text("studyMode.\(mode)")), cell(row[7]), application.isEmpty ? .empty : .text(application), .text(row[10]),
        ]
    }

    private func cell(_ text: String?) -> ExportCell { text.map { .text($0) } ?? .empty }
    private func text(_ key: String) -> String { words.text(Message(key), in: language) }
}

/// The file, and how many entries stand in it.
struct ExportedStudy: Answerable {
    var count: Int
    var document: Document

    static var columnKeys: [String] { [] }
    var answer: Answer {
        var answer = Answer(
            shape: .sentence, sentence: Message("study.export.done", ["count": "\(count)", "file": document.name]))
        answer.document = document
        return answer
    }
}
