import GRDB
import Interchange
import Operations
import Persistence
import PluginKit

/// Writes form F41 培训计划与实施表: every session with what became of it.
struct ExportTrainingPlan: Query {
    struct Input: Codable, Sendable {
        var out: DownloadName
        /// First and last day.
        var from: CalendarDate?
        var to: CalendarDate?
        var language: FormLanguage?
    }
    static let name: OperationName = "training.plan.export"
    static let access = Access.roles(trainingReaders)

    func run(_ input: Input, in context: ReadContext) throws -> FileAnswer {
        let lines = try PlanLine.fetch(try DayRange(input.from, input.to), in: context.db)
        let sheet = Sheet(input.language, in: context)
        let table = ExportTable(
            title: sheet.text("planForm.title"),
            columns: sheet.columns("planForm", PlanLine.formColumns, numbers: ["hours", "people", "attendance", "passes"]),
            rows: lines.map { $0.cells(sheet) })
        let paper = Paper(scope: [Paper.period(input.from, input.to)])
        return FileAnswer(
            document: try sheet.document(table, paper, name: input.out),
            sentence: Message("training.plan.export.done", ["count": "\(lines.count)", "file": .text(input.out.path)]))
    }
}

/// A session with its rates. Attendance is counted over everybody who has an attendance, passes over everybody who has a result.
struct PlanLine {
    var session: Session
    var course: Course
    var confirmed: Int
    var marked: Int
    var there: Int
    var decided: Int
    var passed: Int

    static let formColumns = [
        "course", "tier", "track", "hours", "time", "room", "teacher", "people", "attendance", "passes",
    ]

    static func fetch(_ days: DayRange, in db: Database) throws -> [PlanLine] {
        var filter = Filter("s.state <> 'cancelled'")
        filter.and("s.startsAt", in: days)
        let courses = Dictionary(uniqueKeysWithValues: try Courses.all(in: db).map { ($0.id, $0) })
        return try Row.fetchAll(
            db,
            sql: """
                SELECT s.*, coalesce(sum(e.state NOT IN ('waitlisted', 'cancelled')), 0) AS confirmed,
                    coalesce(sum(e.state IN ('attended', 'passed', 'failed', 'absent', 'excused')), 0) AS marked,
                    coalesce(sum(e.state IN ('attended', 'passed', 'failed')), 0) AS there,
                    coalesce(sum(e.state IN ('passed', 'failed')), 0) AS decided, coalesce(sum(e.state = 'passed'), 0) AS passed
                FROM training_session s LEFT JOIN training_enrolment e ON e.sessionId = s.id
                WHERE \(filter.sql) GROUP BY s.id ORDER BY s.startsAt, s.code
                """, arguments: filter.arguments
        ).compactMap { row in
            guard let course = courses[row["courseId"]] else { return nil }
            return try PlanLine(row: row, course: course)
        }
    }

    private init(row: Row, course: Course) throws {
        session = try Session(row: row)
        self.course = course
        confirmed = row["confirmed"]
        marked = row["marked"]
        there = row["there"]
        decided = row["decided"]
        passed = row["passed"]
    }

    func cells(_ sheet: Sheet) -> [ExportCell] {
        [
            .text(course.title), .text(sheet.word(course.tier)), .text(sheet.text("track.\(course.track)")),
            sheet.tenths(course.hours), .text(session.span.text), sheet.cell(session.room), sheet.cell(session.teacher),
            .integer(confirmed), Self.percent(there, of: marked), Self.percent(passed, of: decided),
        ]
    }

    /// A share of nothing is "—".
    static func percent(_ part: Int, of whole: Int) -> ExportCell {
        Percent.ratio(part, of: whole).map { .decimal(Percent.text(hundredths: $0)) } ?? .text("—")
    }
}
