import GRDB
import Operations
import Persistence
import PluginKit

/// How often recurring study takes place.
enum Recurrence: String, Choice {
    case weekly, fortnightly, monthly, quarterly

    static let vocabulary = "recurrence"

    /// The n-th occurrence after the first day; always counted from the first, so that 31 January is followed by 31 March.
    func day(_ number: Int, from first: CalendarDate) -> CalendarDate {
        switch self {
        case .weekly: first.adding(days: 7 * number)
        case .fortnightly: first.adding(days: 14 * number)
        case .monthly: first.adding(months: number)
        case .quarterly: first.adding(months: 3 * number)
        }
    }
}

/// Plans recurring internal study: one session for each occurrence, all or none.
struct AddSeries: Command {
    struct Input: Codable, Sendable {
        var title: String
        /// Code of the course.
        var course: String
        /// The first occurrence.
        var start: SessionTime
        var minutes: Int
        var every: Recurrence
        /// The last day on which there may be one.
        var until: CalendarDate
        var room: String?
        var teacher: String?
        var capacity: Int
    }
    static let name: OperationName = "series.add"
    static let access = Access.roles(trainingKeepers)
    static let most = 200

    func run(_ input: Input, in context: WriteContext) throws -> Page<SeriesLine> {
        let course = try Courses.course(input.course, in: context.db)
        let times = try Self.times(input)
        let number = try NumberSequence.next("training.series", in: context.db)
        let series = Series(id: context.nextID(), code: "X\(number)", title: input.title.trimmed)
        try context.insert(series, as: "series", series.id)
        var checks = Checks()
        for start in times {
            let session = Session(
                id: context.nextID(), version: 1, code: try Sessions.nextCode(start.day.year, in: context.db),
                courseId: course.id, startsAt: start, endsAt: start.adding(minutes: input.minutes),
                room: input.room?.trimmed.nonEmpty, teacher: input.teacher?.trimmed.nonEmpty, capacity: input.capacity,
                deadline: nil, state: .planned, seriesId: series.id)
            do {
                try ClashDesk(context: context).refuseClashes(of: Booking(session, learners: []))
                try SessionPlan.insert(session, in: context)
            } catch let error as any UserFacingError {
                for refusal in error.refusals { checks.add(refusal) }
            }
        }
        try checks.finish()
        return Page(
            rows: try SeriesLine.of(series.code, in: context),
            sentence: Message("series.add.done", ["series": .text(series.code), "count": "\(times.count)"]))
    }

    private static func times(_ input: Input) throws -> [SessionTime] {
        var checks = Checks()
        checks.require(!input.title.trimmed.isEmpty, Rule.invalid.refused("empty", field: "title"))
        checks.require(
            (1...1440).contains(input.minutes),
            Rule.invalid.refused("range", field: "minutes", ["low": "1", "high": "1440", "value": "\(input.minutes)"]))
        checks.require(input.capacity > 0, Rule.invalid.refused("positive", field: "capacity", ["value": "\(input.capacity)"]))
        checks.require(
            input.until >= input.start.day,
            Rule.invalid.refused("seriesUntil", field: "until", ["start": "\(input.start.day)", "until": "\(input.until)"]))
        try checks.finish()
        let days = (0...most).map { input.every.day($0, from: input.start.day) }.prefix { $0 <= input.until }
        guard days.count <= most else { throw Rule.invalid.refused("seriesLong", field: "until", ["most": "\(most)"]) }
        return days.map { SessionTime($0, minute: input.start.minute) }
    }
}

/// 定期学习: study that takes place again and again.
struct Series: Codable, Sendable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "training_series"

    var id: UniqueID
    var code: String
    var title: String
}

/// One occurrence and whether it took place.
struct SeriesLine: Tabular {
    enum Outcome: String, Choice {
        case ahead, held, missed, cancelled

        static let vocabulary = "occurrence"
    }

    var code: String
    var title: String
    var session: Session
    var outcome: Outcome

    static let columns: [TableColumn<SeriesLine>] = [
        .text("series") { $0.code },
        .text("seriesTitle") { $0.title },
        .text("session") { $0.session.code },
        .text("startsAt") { "\($0.session.startsAt)" },
        .word("sessionState") { $0.session.state },
        .word("occurrence") { $0.outcome },
    ]

    /// The occurrences of one series, or of all, by time.
    static func of(_ code: String?, in context: ReadContext) throws -> [SeriesLine] {
        var filter = Filter()
        if let code { filter.and("r.code = ?", code) }
        let now = SessionTime(context.now)
        return try Row.fetchAll(
            context.db,
            sql: """
                SELECT s.*, r.code AS seriesCode, r.title AS seriesTitle FROM training_session s
                JOIN training_series r ON r.id = s.seriesId WHERE \(filter.sql) ORDER BY s.startsAt, s.code LIMIT 1000
                """, arguments: filter.arguments
        ).map { row in
            let session = try Session(row: row)
            return SeriesLine(
                code: row["seriesCode"], title: row["seriesTitle"], session: session, outcome: outcome(session, now))
        }
    }

    /// What is past and was never held is missed.
    static func outcome(_ session: Session, _ now: SessionTime) -> Outcome {
        switch session.state {
        case .running, .finished, .scored: .held
        case .cancelled: .cancelled
        case .planned, .open: session.endsAt <= now ? .missed : .ahead
        }
    }
}

/// Lists the occurrences of recurring study and flags those that were missed.
struct ListSeries: Query {
    struct Input: Codable, Sendable {
        /// Code of the series.
        var series: String?
        /// Only occurrences that were missed.
        var missed: Bool?
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "series.list"
    static let access = Access.everyone(reason: openReason)

    func run(_ input: Input, in context: ReadContext) throws -> Page<SeriesLine> {
        let lines = try SeriesLine.of(input.series, in: context)
        let missed = lines.filter { $0.outcome == .missed }
        return try .part(
            of: input.missed == true ? missed : lines, limit: input.limit, after: input.after,
            sentence: Message(
                "series.list.sentence",
                [
                    "count": "\(lines.count)", "held": "\(lines.count { $0.outcome == .held })", "missed": "\(missed.count)",
                ]), key: \.session.code)
    }
}
