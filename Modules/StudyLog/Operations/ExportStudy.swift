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
        let filter = try StudyFilter(
            cadre: input.cadre, platform: input.platform, from: input.from, to: input.to
        ).condition(in: context)
        let rows = try Row.fetchAll(
            context.db,
            sql: """
                SELECT e.date, c.name, e.platform, e.topic, e.minutes, e.points, e.mode, e.note, e.application, e.appliedTo, e.no
                FROM studylog_entry e JOIN personnel_cadre c ON c.id = e.cadreId WHERE \(filter.sql) ORDER BY e.date, e.seq
                """, arguments: filter.arguments)
        let writer = PaperWriter(context, in: input.language)
        let paper = Paper(scope: [
            Paper.part("field.cadre", input.cadre),
            Paper.part("study.export.platform", input.platform.map { .key("studyPlatform.\($0)") }),
            Paper.period(input.from, input.to),
        ])
        let document = try writer.document(StudyForm(text: writer.text).table(rows), paper, as: input.out.path)
        return ExportedStudy(count: rows.count, document: document)
    }
}

/// Form F43 (domain 8): 日期、姓名、平台、内容、时长、积分、方式、体会、转化运用, with the entry's number behind them.
struct StudyForm {
    let text: ValueText

    static let columns = ["date", "name", "platform", "topic", "hours", "points", "mode", "note", "application", "no"]

    func table(_ rows: [Row]) -> ExportTable {
        ExportTable(
            title: text.text("studyForm.title"),
            columns: Self.columns.map { ExportColumn(text.text("studyForm.\($0)"), isNumber: ["hours", "points"].contains($0)) },
            rows: rows.map(cells),
            notes: [text.text("studyForm.footer")])
    }

    private func cells(_ row: Row) -> [ExportCell] {
        let platform: String = row[2], mode: String = row[6]
        let minutes: Int? = row[4], points: Int? = row[5], applied: [String?] = [row[8], row[9]]
        let application = applied.compactMap(\.self).joined(separator: " → ")
        return [
            .date(row[0]), .text(row[1]), .text(text.text("studyPlatform.\(platform)")), .text(row[3]),
            minutes.map { .decimal(Hours.text(minutes: $0)) } ?? .empty, points.map { .integer($0) } ?? .empty,
            .text(text.text("studyMode.\(mode)")), cell(row[7]), application.isEmpty ? .empty : .text(application),
            .text(row[10]),
        ]
    }

    private func cell(_ text: String?) -> ExportCell { text.map { .text($0) } ?? .empty }
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
