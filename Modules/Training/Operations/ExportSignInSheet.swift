import GRDB
import Interchange
import Operations
import Persistence
import Personnel
import PluginKit

/// Writes a sign-in sheet that `enrolment import` reads again, with attendance and scores filled in.
struct ExportSignInSheet: Query {
    struct Input: Codable, Sendable {
        var session: String
        var out: DownloadName
    }
    static let name: OperationName = "session.sheet"
    static let access = Access.roles(trainingKeepers)
    static let positional = ["session"]

    func run(_ input: Input, in context: ReadContext) throws -> FileAnswer {
        let session = try Sessions.session(input.session, in: context.db)
        let course = try Courses.course(id: session.courseId, in: context.db)
        let sheet = Sheet(nil, in: context)
        let people = try SignInLine.of(session, in: context)
        let table = ExportTable(
            title: sheet.text("signInSheet.title", ["course": .text(course.title)]),
            columns: EnrolmentTable.fields.map { ExportColumn($0.names[0]) } + [ExportColumn(sheet.text("column.homeUnit"))],
            rows: people.map { $0.cells(session, sheet) },
            notes: [
                sheet.text(
                    "signInSheet.note",
                    [
                        "session": .text(session.code), "span": .text(session.span.text), "room": .text(session.room ?? "—"),
                        "teacher": .text(session.teacher ?? "—"), "count": "\(people.count)",
                    ])
            ])
        return FileAnswer(
            document: try sheet.document(table, Paper(scope: [Paper.part("field.session", session.code)]), name: input.out),
            sentence: Message("session.sheet.done", ["session": .text(session.code), "count": "\(people.count)"]))
    }
}

/// One line of a sign-in sheet.
struct SignInLine {
    var enrolment: Enrolment
    var person: String
    var homeUnit: String
    var digits: String?

    /// Everybody with a place, in order of enrolment.
    static func of(_ session: Session, in context: ReadContext) throws -> [SignInLine] {
        let enrolments = try Enrolment.fetchAll(
            context.db,
            sql: "SELECT * FROM training_enrolment WHERE sessionId = ? AND state NOT IN ('waitlisted', 'cancelled') ORDER BY id",
            arguments: [session.id])
        let cards = try Candidates.cards(of: enrolments.map(\.cadreId), in: context.db)
        let people = try PeopleDirectory(in: context)
        return enrolments.map { enrolment in
            let card = cards[enrolment.cadreId]
            return SignInLine(
                enrolment: enrolment, person: card?.name ?? "", homeUnit: card?.unitName ?? "",
                digits: people.lastDigits(of: enrolment.cadreId, named: card?.name ?? ""))
        }
    }

    func cells(_ session: Session, _ sheet: Sheet) -> [ExportCell] {
        let attendance: Attendance? =
            switch enrolment.state {
            case .attended, .passed, .failed: .attended
            case .absent: .absent
            case .excused: .excused
            case .waitlisted, .confirmed, .exempt, .cancelled: nil
            }
        return [
            .text(session.code), .text(person), sheet.cell(digits), attendance.map { .text(sheet.word($0)) } ?? .empty,
            attendance == .attended ? enrolment.share.map { .integer($0) } ?? .empty : .empty, sheet.tenths(enrolment.score),
            .text(homeUnit),
        ]
    }
}
