import Foundation
import GRDB
import Interchange
import Operations
import Persistence
import Personnel
import PluginKit

/// One person's training: level, hours, what is missing, courses, external classes.
struct ShowTrainingRecord: Query {
    struct Input: Codable, Sendable {
        /// Name or id; the person's own where none is given.
        var cadre: String?
    }
    static let name: OperationName = "training.record"
    static let access = Access.everyone(reason: ownReason)
    static let positional = ["cadre"]

    func run(_ input: Input, in context: ReadContext) throws -> TrainingRecord {
        try TrainingRecord(try Enrolments.cadre(input.cadre, in: context), in: context)
    }
}

/// The whole record of one person.
struct TrainingRecord: Answerable {
    var summary: RecordLine
    var enrolments: [EnrolmentLine]
    var externals: [ExternalLine]
    /// Required courses not passed yet.
    var missing: [CourseLine]

    init(_ cadre: Cadre, in context: ReadContext) throws {
        let db = context.db
        let settings = try TrainingSettings(db)
        let total = try Hours.all(in: db)[cadre.id] ?? 0
        let window = try Hours.all(in: db, on: Hours.window(before: context.today, settings))[cadre.id] ?? 0
        enrolments = try EnrolmentLine.fetch(
            db, where: Filter("e.cadreId = ? AND e.state <> 'cancelled'", cadre.id),
            tail: "ORDER BY s.startsAt, s.code LIMIT 1000")
        externals = try ExternalClass.fetchAll(
            db, sql: "SELECT * FROM training_external WHERE cadreId = ? ORDER BY fromDate, id LIMIT 1000", arguments: [cadre.id]
        ).map { ExternalLine(record: $0, person: cadre.name) }
        missing = try Self.missing(cadre, in: db)
        let needed = max(settings[.eligibilityHours], settings[.entryHours]) * 10
        summary = RecordLine(
            cadre: cadre.name, homeUnit: cadre.unitName, level: try Levels.level(of: cadre.id, in: db), total: total,
            window: window, needed: needed, passed: enrolments.count { $0.enrolment.state.isSuccess },
            missing: missing.count)
    }

    private static func missing(_ cadre: Cadre, in db: Database) throws -> [CourseLine] {
        try CourseLine.fetchAll(
            db,
            sql: """
                \(CourseLine.selection) WHERE c.isRequired = 1 AND NOT EXISTS (SELECT 1 FROM training_enrolment e
                    WHERE e.courseId = c.id AND e.cadreId = ?1 AND e.state IN ('passed', 'exempt'))
                AND (c.audience = 'everybody' OR EXISTS (SELECT 1 FROM personnel_pool_membership m
                    WHERE m.cadreId = ?1 AND m.state <> 'exited' AND (c.audience = 'leaders' AND m.pool IN ('leader', 'deputy')
                        OR c.audience = 'inspectors' AND m.pool = 'inspector'
                        OR c.audience = 'newcomers' AND m.roundsServed = 0)))
                ORDER BY c.code
                """, arguments: [cadre.id])
    }

    static var columnKeys: [String] {
        RecordLine.columns.map(\.key) + EnrolmentLine.columns.map(\.key) + ExternalLine.columns.map(\.key)
            + CourseLine.columns.map(\.key)
    }
    static let shape: Answer.Shape? = .record
    var answer: Answer {
        var answer = Answer(record: summary)
        answer.sections = [
            ("section.enrolments", Answer(list: enrolments)), ("section.externals", Answer(list: externals)),
            ("section.missingCourses", Answer(list: missing)),
        ]
        return answer
    }
}

/// The head of a training record.
struct RecordLine: Tabular {
    var cadre: String
    var homeUnit: String
    var level: LearnerLevel
    /// Hours in tenths: all, those that count for the office's requirement, and what that is (0 for none).
    var total: Int
    var window: Int
    var needed: Int
    var passed: Int
    var missing: Int

    static let columns: [TableColumn<RecordLine>] = [
        .text("cadre") { $0.cadre },
        .text("homeUnit") { $0.homeUnit },
        .word("learnerLevel") { $0.level },
        .decimal("totalHours") { Tenths.text($0.total) },
        .decimal("recentHours") { Tenths.text($0.window) },
        .decimal("neededHours") { $0.needed > 0 ? Tenths.text($0.needed) : nil },
        .decimal("hoursShort") { $0.needed > 0 ? Tenths.text(max(0, $0.needed - $0.window)) : nil },
        .integer("coursesPassed") { $0.passed },
        .integer("coursesMissing") { $0.missing },
    ]
}

/// Writes form F42 干部培训学时证明 of one person.
struct ExportTrainingRecord: Query {
    struct Input: Codable, Sendable {
        var out: DownloadName
        /// Name or id; the person's own where none is given.
        var cadre: String?
        var language: FormLanguage?
    }
    static let name: OperationName = "training.record.export"
    static let access = Access.everyone(reason: ownReason)

    func run(_ input: Input, in context: ReadContext) throws -> FileAnswer {
        let record = try TrainingRecord(try Enrolments.cadre(input.cadre, in: context), in: context)
        let sheet = Sheet(input.language, in: context)
        let paper = Paper(scope: [Paper.part("field.cadre", record.summary.cadre)], numbers: [])
        let document = try sheet.document(HoursForm(sheet: sheet, record: record).table(), paper, name: input.out)
        return FileAnswer(
            document: document,
            sentence: Message(
                "training.record.export.done",
                [
                    "cadre": .text(record.summary.cadre), "hours": .text(Tenths.text(record.summary.total)),
                    "file": .text(input.out.path),
                ]))
    }
}

/// Form F42: 姓名、课程、学时、成绩、证书号、日期、累计学时, one line for each credit, the running total at its end.
struct HoursForm {
    let sheet: Sheet
    let record: TrainingRecord
    static let columns = ["cadre", "course", "hours", "score", "certificate", "date", "total"]

    private struct Credit {
        var day: CalendarDate
        var title: String
        var hours: Int
        var score: Int?
        var certificate: String?
    }

    private var credits: [Credit] {
        let own = record.enrolments.compactMap { line in
            line.enrolment.creditedOn.map {
                Credit(
                    day: $0, title: line.courseTitle, hours: line.enrolment.credited, score: line.enrolment.score,
                    certificate: line.enrolment.certificateNo)
            }
        }
        let external = record.externals.map {
            Credit(
                day: $0.record.toDate, title: $0.record.title, hours: $0.record.hours, score: nil,
                certificate: $0.record.certificateNo)
        }
        return (own + external).sorted { ($0.day, $0.title) < ($1.day, $1.title) }
    }

    func table() -> ExportTable {
        var total = 0
        let rows = credits.map { credit -> [ExportCell] in
            total += credit.hours
            return [
                .text(record.summary.cadre), .text(credit.title), sheet.tenths(credit.hours), sheet.tenths(credit.score),
                sheet.cell(credit.certificate), .date(credit.day), sheet.tenths(total),
            ]
        }
        return ExportTable(
            title: sheet.text("hoursForm.title"),
            columns: sheet.columns("hoursForm", Self.columns, numbers: ["hours", "score", "total"]), rows: rows,
            notes: [
                sheet.text(
                    "hoursForm.note",
                    [
                        "cadre": .text(record.summary.cadre), "unit": .text(record.summary.homeUnit),
                        "total": .text(Tenths.text(total)),
                    ])
            ])
    }
}
