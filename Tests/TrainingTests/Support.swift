import Deadlines
import Foundation
import GRDB
import Inspection
import Interchange
import Operations
import PageKit
import Persistence
import PluginKit
import PluginTestKit
import Statistics
import Testing

@testable import Organization
@testable import Personnel
@testable import Training

/// Files of the sample data.
enum Sample {
    static func upload(_ path: String) throws -> Upload {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return Upload(name: path, data: try Data(contentsOf: tests.appending(path: "Data").appending(path: path)))
    }

    static func csv(_ name: String, _ lines: String...) -> Upload {
        Upload(name: "\(name).csv", data: Data(lines.joined(separator: "\n").utf8))
    }
}

/// An office with the sample district, its roster and, where wanted, its training.
struct TrainingOffice {
    let office: TestOffice
    static let trainer = Principal(account: "trainer", roles: [.trainer])

    static let plugins: [any Plugin.Type] = [
        InterchangePlugin.self, DeadlinesPlugin.self, OrganizationPlugin.self, PersonnelPlugin.self, StatisticsPlugin.self,
        InspectionPlugin.self, PagesPlugin.self, TrainingPlugin.self,
    ]

    private static let sample = Result { try TrainingOffice(sample: true) }
    /// The sample with its training, made once, for tests that only look.
    static func toLookAt() throws -> TrainingOffice { try sample.get() }

    init(sample: Bool = false, today: String = "2024-06-01", also: [any Plugin.Type] = []) throws {
        office = try TestOffice(
            plugins: Self.plugins + also, today: try #require(CalendarDate(today)), jurisdiction: "杭州市西湖区")
        try office.run(ImportUnits.self, .init(file: try Sample.upload("units/hangzhou-xihu.csv")))
        try office.run(ImportCadres.self, .init(file: try Sample.upload("cadres/pool-sample.csv")))
        try office.run(ImportCourses.self, .init(file: try Sample.upload("training/courses.csv")))
        guard sample else { return }
        try office.run(ImportSessions.self, .init(file: try Sample.upload("training/sessions.csv")))
        try office.run(ImportEnrolments.self, .init(file: try Sample.upload("training/enrolments.csv")))
    }

    func cadre(_ name: String) throws -> Cadre { try office.read { try Cadres.cadre(name, in: $0) } }

    /// Somebody's own account.
    func learner(_ name: String) throws -> Principal {
        Principal(account: "learner", roles: [.learner], cadre: try cadre(name).id)
    }

    /// A session that is open for enrolment.
    @discardableResult
    func open(
        _ course: String, _ start: String, _ end: String, room: String? = nil, teacher: String? = nil, capacity: Int = 10,
        code: String, deadline: String? = nil
    ) throws -> SessionLine {
        try office.run(
            AddSession.self,
            .init(
                course: course, start: time(start), end: time(end), room: room, teacher: teacher, capacity: capacity,
                deadline: deadline.flatMap { CalendarDate($0) }, code: code))
        return try office.run(AdvanceSession.self, .init(session: code, to: .open)).row
    }

    func time(_ text: String) throws -> SessionTime { try #require(SessionTime(text)) }

    /// Enrols somebody as the trainer; with a reason where one is needed.
    @discardableResult
    func enrol(_ name: String, _ session: String, exemption: String? = nil) throws -> EnrolmentLine {
        try office.run(
            AddEnrolment.self, .init(session: session, cadre: name, exemption: exemption), as: Self.trainer
        ).row
    }

    /// Finishes a session that has begun.
    func finish(_ session: String, on day: String) throws {
        office.clock.move(to: try #require(CalendarDate(day)))
        try office.run(AdvanceSession.self, .init(session: session, to: .finished))
    }

    @discardableResult
    func score(
        _ name: String, _ session: String, _ score: Double? = nil, share: Int? = nil, attendance: Attendance = .attended,
        resit: Bool? = nil
    ) throws -> EnrolmentLine {
        try office.run(
            MarkEnrolment.self,
            .init(session: session, cadre: name, attendance: attendance, share: share, score: score, resit: resit)
        ).row
    }
}

extension TestOffice {
    /// Runs a body with a context, as a query would be given.
    func look<Value: Sendable>(_ body: @escaping @Sendable (ReadContext) throws -> Value) throws -> Value {
        try Probe.$body.withValue({ context in Probe.Box(value: try body(context)) }) {
            guard let value = try run(Probe.self, .init()).value as? Value else { throw CancellationError() }
            return value
        }
    }
}

/// A query that runs what a test wants.
private struct Probe: Query {
    typealias Input = NoInput
    static let name: OperationName = "training.probe"
    static let access = Access.everyone(reason: "a test")
    @TaskLocal static var body: (@Sendable (ReadContext) throws -> Box)?

    struct Box: Answerable {
        var value: any Sendable
        static var columnKeys: [String] { [] }
        var answer: Answer { Answer(shape: .sentence) }
    }

    func run(_ input: NoInput, in context: ReadContext) throws -> Box {
        guard let body = Self.body else { throw CancellationError() }
        return try body(context)
    }
}

/// What an import said as the texts of its sentence's places.
extension ImportOutcome {
    subscript(place: String) -> String? {
        guard case .text(let text)? = sentence.arguments[place] else { return nil }
        return text
    }
}
