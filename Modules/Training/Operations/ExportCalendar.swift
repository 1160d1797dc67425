import Foundation
import GRDB
import Operations
import Persistence
import Personnel
import PluginKit

/// Writes sessions as an iCalendar file, for one person, one room, one course, or all. Cancelled sessions stay in it as cancelled,
/// so that calendars take them away.
struct ExportCalendar: Query {
    struct Input: Codable, Sendable {
        var out: DownloadName
        /// Name or id; the person's sessions with a place or on the waiting list.
        var cadre: String?
        var room: String?
        /// Code of the course.
        var course: String?
        var teacher: String?
        /// First and last day.
        var from: CalendarDate?
        var to: CalendarDate?
    }
    static let name: OperationName = "training.calendar"
    static let access = Access.everyone(reason: openReason)

    func run(_ input: Input, in context: ReadContext) throws -> FileAnswer {
        var filter = Filter()
        var title = context.registry.strings.text("training.calendar.title", in: .zhHans) ?? ""
        func narrow(_ condition: String, _ value: any DatabaseValueConvertible, _ name: String) {
            filter.and(condition, value)
            title += " \(name)"
        }
        let cadre = try input.cadre.map { try Enrolments.cadre($0, in: context) }
        if let cadre {
            narrow(
                "EXISTS (SELECT 1 FROM training_enrolment e WHERE e.sessionId = s.id AND e.cadreId = ? AND e.state <> 'cancelled')",
                cadre.id, cadre.name)
        }
        if let room = input.room?.trimmed { narrow("s.room = ?", room, room) }
        if let teacher = input.teacher?.trimmed { narrow("s.teacher = ?", teacher, teacher) }
        if let code = input.course {
            let course = try Courses.course(code, in: context.db)
            narrow("s.courseId = ?", course.id, course.title)
        }
        filter.and("s.startsAt", in: try DayRange(input.from, input.to))
        let lines = try SessionLine.fetchAll(
            context.db, sql: "\(SessionLine.selection) WHERE \(filter.sql) ORDER BY s.startsAt, s.code",
            arguments: filter.arguments)
        let text = CalendarText.text(
            lines.map { event($0, context) }, title: title, stamp: CalendarText.stamp(context.instant))
        return FileAnswer(
            document: Document(name: input.out.path, contentType: "text/calendar; charset=utf-8", data: Data(text.utf8)),
            sentence: Message("training.calendar.done", ["count": "\(lines.count)", "file": .text(input.out.path)]))
    }

    private func event(_ line: SessionLine, _ context: ReadContext) -> CalendarText.Event {
        let session = line.session
        let description = context.registry.strings.text(
            Message(
                "training.calendar.description",
                ["session": .text(session.code), "course": .text(line.courseCode), "teacher": .text(session.teacher ?? "—")]),
            in: .zhHans)
        return CalendarText.Event(
            uid: "\(session.id)@training.xuncha", span: session.span, summary: line.courseTitle, location: session.room,
            description: description,
            status: session.state == .cancelled ? .cancelled : session.state == .planned ? .tentative : .confirmed,
            sequence: session.version - 1)
    }
}

extension CalendarText {
    /// `2026-03-01T08:30:00.000Z` as `20260301T083000Z`.
    static func stamp(_ instant: Instant) -> String {
        "\(instant.description.prefix(19))Z".replacing("-", with: "").replacing(":", with: "")
    }
}
