import GRDB
import Operations
import Persistence
import Personnel
import PluginKit

/// Lists sessions by time.
struct ListSessions: Query {
    struct Input: Codable, Sendable {
        /// Code of a course.
        var course: String?
        var room: String?
        var teacher: String?
        var state: SessionState?
        /// Only those that took place.
        var held: Bool?
        /// First and last day on which they begin.
        var from: CalendarDate?
        var to: CalendarDate?
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "session.list"
    static let access = Access.everyone(reason: openReason)

    func run(_ input: Input, in context: ReadContext) throws -> Page<SessionLine> {
        let page = try PageRequest(limit: input.limit, after: input.after)
        var filter = Filter()
        if let course = input.course { filter.and("s.courseId = ?", try Courses.course(course, in: context.db).id) }
        if let room = input.room { filter.and("s.room = ?", room.trimmed) }
        if let teacher = input.teacher { filter.and("s.teacher = ?", teacher.trimmed) }
        if let state = input.state { filter.and("s.state = ?", state) }
        if let held = input.held { filter.and("s.state \(held ? "" : "NOT ")IN ('finished', 'scored')") }
        filter.and("s.startsAt", in: try DayRange(input.from, input.to))
        if let mark = try PageMark(page.after, parts: 2) {
            filter.and("(s.startsAt, s.code) > (?, ?)", mark.parts[0], mark.parts[1])
        }
        let rows = try SessionLine.fetchAll(
            context.db.cachedStatement(
                sql: "\(SessionLine.selection) WHERE \(filter.sql) ORDER BY s.startsAt, s.code LIMIT \(page.limit + 1)"),
            arguments: filter.arguments)
        return page.cut(rows) { PageMark(["\($0.session.startsAt)", $0.session.code]) }
    }
}

/// Shows one session with its quotas and, to those who may see them, its people.
struct ShowSession: Query {
    struct Input: Codable, Sendable {
        var session: String
    }
    static let name: OperationName = "session.show"
    static let access = Access.everyone(reason: openReason)
    static let positional = ["session"]

    func run(_ input: Input, in context: ReadContext) throws -> SessionDetail {
        let session = try Sessions.session(input.session, in: context.db)
        var filter = Filter("e.sessionId = ?", session.id)
        filter.restrictToOwn("e.cadreId", for: context.principal)
        return SessionDetail(
            line: try Sessions.line(session, in: context.db),
            quotas: context.principal.readsTraining ? try QuotaLine.of(session, in: context.db) : [],
            enrolments: try EnrolmentLine.fetch(
                context.db, where: filter, tail: "ORDER BY e.state = 'cancelled', e.state = 'waitlisted', e.id LIMIT 1000"))
    }
}

/// A session with its quotas and people.
struct SessionDetail: Answerable {
    var line: SessionLine
    var quotas: [QuotaLine]
    var enrolments: [EnrolmentLine]

    static var columnKeys: [String] {
        SessionLine.columns.map(\.key) + QuotaLine.columns.map(\.key) + EnrolmentLine.columns.map(\.key)
    }
    static let shape: Answer.Shape? = .record
    var answer: Answer {
        var answer = Answer(record: line)
        answer.sections = [("section.enrolments", Answer(list: enrolments))]
        if !quotas.isEmpty { answer.sections.append(("section.quotas", Answer(list: quotas))) }
        return answer
    }
}

/// Lists everything that clashes: rooms, teachers, learners, and sessions with more people than places.
struct ListConflicts: Query {
    struct Input: Codable, Sendable {
        var kind: ClashKind?
        /// First and last day looked at.
        var from: CalendarDate?
        var to: CalendarDate?
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "session.conflicts"
    static let access = Access.roles(trainingReaders)

    func run(_ input: Input, in context: ReadContext) throws -> Page<ClashLine> {
        let days = try DayRange(input.from, input.to)
        let span = TimeSpan(
            SessionTime(days.from ?? .earliest, minute: 0), SessionTime((days.to ?? .latest).adding(days: 1), minute: 0))
        let clashes = Clashes.all(in: try Bookings(span, in: context).all).filter { input.kind == nil || $0.kind == input.kind }
        let names = try Candidates.names(of: Array(Set(clashes.flatMap(\.learners))), in: context.db)
        let rows = clashes.map { clash in
            ClashLine(clash: clash, people: clash.learners.compactMap { names[$0] }.sorted())
        }
        return try .part(
            of: rows, limit: input.limit, after: input.after,
            sentence: Message("session.conflicts.sentence", Self.counts(clashes))
        ) { "\($0.clash.kind.rawValue) \($0.clash.first.code) \($0.clash.second?.code ?? "-")" }
    }

    private static func counts(_ clashes: [Clash]) -> [String: Message.Argument] {
        Dictionary(
            uniqueKeysWithValues: ClashKind.allCases.map { kind in (kind.rawValue, "\(clashes.count { $0.kind == kind })") })
    }
}

/// One clash.
struct ClashLine: Tabular {
    var clash: Clash
    var people: [String]

    static let columns: [TableColumn<ClashLine>] = [
        .word("kind") { $0.clash.kind },
        .text("session") { $0.clash.first.code },
        .text("otherSession") { $0.clash.second?.code },
        .text("startsAt") { "\($0.clash.first.span.start)" },
        .text("endsAt") { "\($0.clash.first.span.end)" },
        TableColumn("clashSubject") { $0.subject },
        .integer("clashCount") { $0.count },
        .integer("capacity") { $0.clash.kind == .capacity ? $0.clash.first.capacity : nil },
    ]

    private var subject: Value {
        switch clash.kind {
        case .room: .optional(clash.first.room)
        case .teacher: .optional(clash.first.teacher)
        case .learner: .list(people.map(Value.text))
        case .capacity: .none
        }
    }

    private var count: Int {
        switch clash.kind {
        case .room, .teacher: 1
        case .learner: clash.learners.count
        case .capacity: clash.first.learners.count
        }
    }
}
