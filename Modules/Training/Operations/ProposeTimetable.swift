import GRDB
import Interchange
import Operations
import Persistence
import Personnel
import PluginKit

/// Proposes a timetable for a term: no clash, every demand met, over as early as possible, with the proof or the bound; or says what
/// cannot be met together. It plans nothing by itself: the file it writes is one that `session import` reads.
struct ProposeTimetable: Query {
    struct Input: Codable, Sendable {
        /// First and last day.
        var from: CalendarDate
        var to: CalendarDate
        /// Who is to take what: course code, name, last digits of the telephone. Without it, the required courses that people in
        /// the pools have not passed.
        var demands: Upload?
        /// Learners in one group at most; the largest room where none is given.
        var groupSize: Int?
        /// Where the proposal goes as a plan of sessions.
        var out: DownloadName?
    }
    static let name: OperationName = "training.timetable"
    static let access = Access.roles(trainingKeepers)

    func run(_ input: Input, in context: ReadContext) throws -> ProposedTimetable {
        guard input.to >= input.from, input.to.days(since: input.from) <= 400 else {
            throw Rule.invalid.refused("timetableDays", field: "to", ["from": "\(input.from)", "to": "\(input.to)"])
        }
        let demands = try input.demands.map { try Demands.read($0, in: context) } ?? Demands.outstanding(in: context.db)
        let minutes = try TrainingSettings(context.db)[.meetingMinutes]
        let spans = try HalfDays(context.db).spans(from: input.from, to: input.to, minutes: minutes)
        let assembly = try TimetableAssembly(demands, spans: spans, groupSize: input.groupSize, in: context)
        let timetable = Timetable(assembly.problem)
        if let obstacle = timetable.obstacle { throw try TimetableObstacle(assembly, context).refusal(obstacle) }
        let lines = timetable.entries.map { TimetableLine($0, assembly) }
            .sorted {
                ($0.span.start, $0.meeting.course, $0.meeting.group) < ($1.span.start, $1.meeting.course, $1.meeting.group)
            }
        return ProposedTimetable(
            lines: lines, sentence: Self.sentence(timetable, assembly, demands.count),
            document: try input.out.map { try TimetableFile.document(lines, name: $0, in: context) })
    }

    private static func sentence(_ timetable: Timetable, _ assembly: TimetableAssembly, _ demands: Int) -> Message {
        Message(
            timetable.isProved ? "training.timetable.proved" : "training.timetable.bounded",
            [
                "meetings": "\(timetable.entries.count)", "halfDays": "\(timetable.halfDays)",
                "bound": "\(timetable.bound.halfDays)", "gap": "\(timetable.halfDays - timetable.bound.halfDays)",
                "demands": "\(demands)", "people": "\(assembly.people.count)", "rooms": "\(assembly.problem.rooms.count)",
                "courses": "\(Set(assembly.problem.meetings.map(\.course)).count)",
                "teachers": "\(Set(timetable.entries.map(\.teacher)).count)",
            ])
    }
}

/// One proposed meeting.
struct TimetableLine: Tabular {
    var meeting: Meeting
    var title: String
    var span: TimeSpan
    var room: String
    var teacher: String

    init(_ entry: Timetable.Entry, _ assembly: TimetableAssembly) {
        meeting = entry.meeting
        title = assembly.courses[entry.meeting.course]?.title ?? ""
        span = assembly.spans[entry.slot]
        room = entry.room
        teacher = entry.teacher
    }

    static let columns: [TableColumn<TimetableLine>] = [
        .text("startsAt") { "\($0.span.start)" },
        .text("endsAt") { "\($0.span.end)" },
        .text("courseCode") { $0.meeting.course },
        .text("course") { $0.title },
        .integer("learnerGroup") { $0.meeting.group },
        .integer("coursePart") { $0.meeting.part },
        .text("room") { $0.room },
        .text("teacher") { $0.teacher },
        .integer("learnerCount") { $0.meeting.learners.count },
    ]
}

/// A proposal, with the file where one was asked for.
struct ProposedTimetable: Answerable {
    var lines: [TimetableLine]
    var sentence: Message
    var document: Document?

    static var columnKeys: [String] { TimetableLine.columns.map(\.key) }
    static let shape: Answer.Shape? = .list
    var answer: Answer {
        var answer = Answer(list: lines, sentence: sentence)
        answer.document = document
        return answer
    }
}

/// A proposal as a plan that `session import` reads.
enum TimetableFile {
    static func document(_ lines: [TimetableLine], name: DownloadName, in context: ReadContext) throws -> Document {
        let columns = SessionTable.fields.map { ExportColumn($0.names[0], isNumber: $0.key == "capacity") }
        let open = context.registry.strings.text("sessionState.planned", in: .zhHans) ?? "planned"
        let rows = lines.map { line -> [ExportCell] in
            [
                .text("T\(line.span.start.day.year)-\(line.meeting.course)-\(line.meeting.group)-\(line.meeting.part)"),
                .text(line.meeting.course), .text("\(line.span.start)"), .text("\(line.span.end)"), .text(line.room),
                .text(line.teacher), .integer(line.meeting.learners.count), .date(line.span.start.day.adding(days: -3)),
                .text(open),
            ]
        }
        let sheet = Sheet(nil, in: context)
        let days = lines.map(\.span.start.day)
        let paper = Paper(scope: [Paper.period(days.min(), days.max())])
        return try sheet.document(
            ExportTable(title: sheet.text("training.timetable"), columns: columns, rows: rows), paper, name: name)
    }
}

/// Why there is no timetable, in words that name courses and people.
struct TimetableObstacle {
    private let assembly: TimetableAssembly
    private let context: ReadContext

    init(_ assembly: TimetableAssembly, _ context: ReadContext) {
        self.assembly = assembly
        self.context = context
    }

    func refusal(_ obstacle: Timetable.Obstacle) throws -> Refusal {
        let slots: Message.Argument = "\(assembly.problem.slots)"
        switch obstacle {
        case .noTeacher(let courses):
            return Rule.broken.refused("timetableTeacher", ["courses": .text(courses.joined(separator: "、"))])
        case .tooFew(let bound):
            guard case .meetings(let clique) = bound.reason else {
                return Rule.broken.refused(
                    "timetableRooms",
                    [
                        "needed": .text(bound.halfDays == .max ? "∞" : "\(bound.halfDays)"), "slots": slots,
                        "places": places(bound),
                    ])
            }
            return Rule.broken.refused(
                "timetableTight",
                ["needed": "\(bound.halfDays)", "slots": slots, "courses": names(clique), "reason": .text(try sharing(clique))])
        case .blocked(let meetings):
            return Rule.broken.refused("timetableBlocked", ["courses": names(meetings), "slots": slots])
        case .impossible:
            return Rule.broken.refused("timetableImpossible", ["slots": slots])
        case .notFound:
            return Rule.broken.refused("timetableNotFound", ["slots": slots])
        }
    }

    private func places(_ bound: TimetableBound) -> Message.Argument {
        guard case .rooms(let places) = bound.reason else { return "—" }
        return "\(places)"
    }

    private func names(_ meetings: [Int]) -> Message.Argument {
        let names = meetings.map { number in
            let meeting = assembly.problem.meetings[number]
            return "\(meeting.course)-\(meeting.group)-\(meeting.part)"
        }
        return .text(names.joined(separator: "、"))
    }

    /// One person, or teacher, for the first few pairs: enough to see what stands in the way.
    private func sharing(_ clique: [Int]) throws -> String {
        let pairs = zip(clique, clique.dropFirst()).prefix(5)
        let shared = pairs.map { first, second in
            let one = assembly.problem.meetings[first], other = assembly.problem.meetings[second]
            return (one, other, one.learners.intersection(other.learners).min().map { assembly.people[$0] })
        }
        let people = try Candidates.names(of: shared.compactMap(\.2), in: context.db)
        return shared.map { one, other, person in
            "\(one.course)/\(other.course) \(person.flatMap { people[$0] } ?? one.teachers.first ?? "")"
        }.joined(separator: "；")
    }
}
