import GRDB
import Interchange
import Operations
import Persistence
import Personnel
import PluginKit

/// Takes lists of enrolments, and sign-in sheets with attendance and scores. Rows are in order of enrolment: what a session has no
/// places for stands on its waiting list in that order. A row already there brings its result up to date.
struct ImportEnrolments: Command {
    struct Input: Codable, Sendable {
        var file: Upload
        var dryRun: Bool?
        var partial: Bool?
        var rejects: DownloadName?
    }
    static let name: OperationName = "enrolment.import"
    static let access = Access.roles(trainingKeepers)
    static let positional = ["file"]

    func run(_ input: Input, in context: WriteContext) throws -> ImportOutcome {
        let options = ImportOptions(dryRun: input.dryRun, partial: input.partial, rejects: input.rejects)
        try context.vault.requireKey(in: context.db)
        let sessions = try Session.fetchAll(context.db, sql: "SELECT * FROM training_session")
        let codes = Dictionary(uniqueKeysWithValues: sessions.map { ($0.code, $0.id) })
        let reading = try EnrolmentTable(
            registry: context.registry, people: try PeopleDirectory(in: context), sessions: codes
        ).read(try context.table(input.file))
        let document = try context.settle(reading.report, options)
        let writer = try EnrolmentWriter(sessions, in: context)
        let counts = try writer.write(reading.rows.map(\.value))
        context.noteImport(of: "enrolment", count: reading.rows.count, source: input.file.data)
        let names = Dictionary(uniqueKeysWithValues: sessions.map { ($0.id, $0.code) })
        let rows = Dictionary(reading.rows.map { (names[$0.value.session] ?? "", $0.number) }, uniquingKeysWith: max)
        let notices = try ClashNotices(in: context).faults(rows) { $0 == .learner || $0 == .capacity }
        return ImportOutcome(
            faults: reading.report.faults + notices, sentence: sentence(reading, counts, notices.count, options),
            document: document)
    }

    private func sentence(
        _ reading: ImportPreview<EnrolmentRow>, _ counts: EnrolmentWriter.Counts, _ clashes: Int, _ options: ImportOptions
    ) -> Message {
        Message(
            options.dryRun ? "enrolment.import.tried" : "enrolment.import.done",
            [
                "read": "\(reading.report.rowsRead)", "added": "\(counts.added)", "changed": "\(counts.changed)",
                "same": "\(counts.same)", "refused": "\(reading.report.refused)", "waiting": "\(counts.waiting)",
                "hours": .text(Tenths.text(counts.credited)), "beginners": "\(counts.beginners)", "clashes": "\(clashes)",
            ])
    }
}

/// Saves enrolments with their results.
struct EnrolmentWriter {
    struct Counts {
        var added = 0, changed = 0, same = 0, waiting = 0, beginners = 0
        /// Hours, in tenths.
        var credited = 0
    }

    private let context: WriteContext
    private let sessions: [UniqueID: Session]
    private let courses: [UniqueID: Course]

    init(_ sessions: [Session], in context: WriteContext) throws {
        self.context = context
        self.sessions = Dictionary(uniqueKeysWithValues: sessions.map { ($0.id, $0) })
        courses = Dictionary(uniqueKeysWithValues: try Courses.all(in: context.db).map { ($0.id, $0) })
    }

    /// Places are given in the order of the file, hours credited in the order of the sessions.
    func write(_ rows: [EnrolmentRow]) throws -> Counts {
        var counts = Counts()
        let units = try homeUnits()
        let stored = try Enrolment.fetchAll(context.db, sql: "SELECT * FROM training_enrolment WHERE state <> 'cancelled'")
        var known = Dictionary(uniqueKeysWithValues: stored.map { ([$0.sessionId, $0.cadreId], $0) })
        var added: Set<UniqueID> = []
        for row in rows where known[[row.session, row.cadre]] == nil {
            guard let enrolment = try add(row, unit: units[row.cadre] ?? nil) else { continue }
            known[[row.session, row.cadre]] = enrolment
            added.insert(enrolment.id)
            counts.added += 1
            if enrolment.state == .waitlisted { counts.waiting += 1 }
        }
        let desk = try ResultDesk(context, notesChanges: false)
        for (index, row) in rows.sorted(by: earlier).enumerated() {
            guard let before = known[[row.session, row.cadre]] else { continue }
            let after = try mark(before, row, desk)
            if !added.contains(before.id) { after == before ? (counts.same += 1) : (counts.changed += 1) }
            counts.credited += after.credited - before.credited
            if index % 200 == 199 { context.progress(index + 1, rows.count) }
        }
        counts.beginners = try beginners(
            rows.filter { row in known[[row.session, row.cadre]].map { added.contains($0.id) } ?? false })
        return counts
    }

    private func earlier(_ left: EnrolmentRow, _ right: EnrolmentRow) -> Bool {
        guard let first = sessions[left.session], let second = sessions[right.session] else { return left.number < right.number }
        return (first.endsAt, first.code, left.number) < (second.endsAt, second.code, right.number)
    }

    /// Whoever was at a session had a place in it; others have one as long as there are places.
    private func add(_ row: EnrolmentRow, unit: UniqueID?) throws -> Enrolment? {
        guard let session = sessions[row.session] else { return nil }
        let isPlaced = try row.result != nil || session.state.isOver || WaitingList(session, in: context).hasPlace(for: unit)
        let enrolment = Enrolment(
            id: context.nextID(), version: 1, sessionId: session.id, courseId: session.courseId, cadreId: row.cadre, unitId: unit,
            state: isPlaced ? .confirmed : .waitlisted, enrolledOn: min(context.today, session.startsAt.day))
        try enrolment.insert(context.db)
        return enrolment
    }

    private func mark(_ before: Enrolment, _ row: EnrolmentRow, _ desk: ResultDesk) throws -> Enrolment {
        guard let result = row.result, let session = sessions[row.session], let course = courses[session.courseId],
            before.state != .exempt
        else { return before }
        return try desk.save(
            desk.marked(before, result, course: course), before: before, course: course, on: session.endsAt.day)
    }

    private func homeUnits() throws -> [UniqueID: UniqueID?] {
        let rows = try Row.fetchAll(context.db, sql: "SELECT id, unitId FROM personnel_cadre")
        return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
    }

    /// How many places in specialist courses were taken over by beginners who have not passed the general tier (R-CRS-01).
    private func beginners(_ rows: [EnrolmentRow]) throws -> Int {
        let tier = try GeneralTier(context.db)
        let levels = try Levels.all(in: context.db)
        let passes = try Passes.all(in: context.db)
        return rows.count { row in
            guard let session = sessions[row.session], courses[session.courseId]?.tier == .specialist else { return false }
            return (levels[row.cadre] ?? .beginner) == .beginner && !tier.isPassed(passes[row.cadre] ?? [])
        }
    }
}

/// Courses passed, by person.
enum Passes {
    static func all(in db: Database) throws -> [UniqueID: Set<UniqueID>] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT DISTINCT cadreId, courseId FROM training_enrolment WHERE state IN ('passed', 'exempt')")
        return Dictionary(grouping: rows) { $0[0] as UniqueID }.mapValues { Set($0.map { $0[1] as UniqueID }) }
    }
}
