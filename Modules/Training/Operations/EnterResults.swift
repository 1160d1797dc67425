import GRDB
import Operations
import Persistence
import Personnel
import PluginKit

/// What became of one person in a session.
struct PersonResult: Codable, Sendable {
    var cadre: String
    var attendance: Attendance
    /// Percent of the session that was attended; all of it where not given.
    var share: Int?
    var score: Double?
    /// 补考: whoever failed took the exam once more; otherwise the score is entered or corrected.
    var resit: Bool?
    var version: Int?
}

/// Enters attendance and scores of several people at once, as after a class. Nothing is saved unless everything can be.
struct EnterResults: Command {
    struct Input: Codable, Sendable {
        var session: String
        var results: [PersonResult]
    }
    static let name: OperationName = "enrolment.results"
    static let access = Access.roles(trainingKeepers)
    static let positional = ["session"]

    func run(_ input: Input, in context: WriteContext) throws -> Page<EnrolmentLine> {
        let entry = try ResultEntry(input.session, in: context)
        var checks = Checks()
        checks.require(!input.results.isEmpty, Rule.invalid.refused("missing", field: "results"))
        var entered: [Enrolment] = []
        for (index, result) in input.results.enumerated() {
            do {
                entered.append(try entry.enter(result).enrolment)
            } catch let error as any UserFacingError {
                for var refusal in error.refusals {
                    refusal.field = "results.\(index).\(refusal.field ?? "cadre")"
                    checks.add(refusal)
                }
            }
        }
        try checks.finish()
        let all = try EnrolmentLine.fetch(
            context.db, where: Filter("e.sessionId = ? AND e.state <> 'cancelled'", entry.session.id), tail: "ORDER BY e.id")
        let ids = Set(entered.map(\.id))
        return Page(rows: all.filter { ids.contains($0.enrolment.id) }, sentence: sentence(entered))
    }

    private func sentence(_ entered: [Enrolment]) -> Message {
        func count(_ states: EnrolmentState...) -> Message.Argument { "\(entered.count { states.contains($0.state) })" }
        return Message(
            "enrolment.results.done",
            [
                "count": "\(entered.count)", "passed": count(.passed), "failed": count(.failed), "open": count(.attended),
                "away": count(.absent, .excused), "hours": .text(Tenths.text(entered.map(\.credited).reduce(0, +))),
            ])
    }
}

/// Entering results of a session, of one person or of many.
struct ResultEntry {
    let session: Session
    private let course: Course
    private let desk: ResultDesk
    private let context: WriteContext

    /// - Throws: `E-NOTFOUND`.
    init(_ code: String, in context: WriteContext) throws {
        session = try Sessions.session(code, in: context.db)
        course = try Courses.course(id: session.courseId, in: context.db)
        desk = try ResultDesk(context)
        self.context = context
    }

    /// - Throws: `E-NOTFOUND`, `E-LOCK`, `E-STATE`, `R-CRS-05`, and the refusal of an exam too many.
    func enter(_ input: PersonResult) throws -> (enrolment: Enrolment, cadre: Cadre) {
        let cadre = try Cadres.cadre(input.cadre, in: context.db)
        let before = try Enrolments.enrolment(session, cadre, in: context)
        try context.expect(version: input.version, stored: before.version)
        let result = try result(input)
        try refuse(before)
        if result.isResit { try refuseResit(before, result, cadre) }
        let after = try desk.save(
            desk.marked(before, result, course: course), before: before, course: course, on: session.endsAt.day)
        return (after, cadre)
    }

    private func result(_ input: PersonResult) throws -> ResultDesk.Result {
        if let share = input.share, !(0...100).contains(share) {
            throw Rule.invalid.refused("range", field: "share", ["low": "0", "high": "100", "value": "\(share)"])
        }
        let score = try input.score.map { try Score.tenths($0) }
        guard score == nil || input.attendance == .attended else { throw Rule.invalid.refused("scoreAbsent", field: "score") }
        return ResultDesk.Result(
            attendance: input.attendance, share: input.share, score: score, isResit: input.resit ?? false)
    }

    private func refuse(_ enrolment: Enrolment) throws {
        guard [.running, .finished, .scored].contains(session.state), enrolment.state != .waitlisted, enrolment.state != .exempt
        else {
            throw Rule.illegalState.refused(
                "notToMark", field: "session",
                [
                    "session": .text(session.code), "sessionState": .key("sessionState.\(session.state.rawValue)"),
                    "state": .key("enrolmentState.\(enrolment.state.rawValue)"),
                ])
        }
    }

    /// Only a failed exam is taken again, and only as often as the course allows.
    private func refuseResit(_ before: Enrolment, _ result: ResultDesk.Result, _ cadre: Cadre) throws {
        guard before.state == .failed, result.score != nil else {
            throw Rule.illegalState.refused(
                "resit", field: "resit",
                ["cadre": .text(cadre.name), "state": .key("enrolmentState.\(before.state.rawValue)")])
        }
        if let used = try Attempts.refusal(cadre, course, field: "resit", in: context.db) { throw used }
    }
}
