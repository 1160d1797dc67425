import GRDB
import Interchange
import Operations
import Persistence
import PluginKit

/// Takes a plan of sessions over. It is taken as it stands: what clashes in it is kept, told, and listed by `session conflicts`;
/// only what is planned here is refused (decision 0030).
struct ImportSessions: Command {
    struct Input: Codable, Sendable {
        var file: Upload
        var dryRun: Bool?
        var partial: Bool?
        var rejects: DownloadName?
    }
    static let name: OperationName = "session.import"
    static let access = Access.roles(trainingKeepers)
    static let positional = ["file"]

    func run(_ input: Input, in context: WriteContext) throws -> ImportOutcome {
        let options = ImportOptions(dryRun: input.dryRun, partial: input.partial, rejects: input.rejects)
        let courses = Dictionary(uniqueKeysWithValues: try Courses.all(in: context.db).map { ($0.code, $0.id) })
        let reading = try SessionTable(registry: context.registry, courses: Set(courses.keys)).read(
            try context.table(input.file))
        let document = try context.settle(reading.report, options)
        let counts = try write(reading.rows.map(\.value), courses, in: context)
        context.noteImport(of: "trainingSession", count: reading.rows.count, source: input.file.data)
        let numbers = Dictionary(reading.rows.map { ($0.value.code, $0.number) }, uniquingKeysWith: { first, _ in first })
        let notices = try ClashNotices(in: context).faults(numbers) { $0 != .learner }
        return ImportOutcome(
            faults: reading.report.faults + notices,
            sentence: Message(
                options.dryRun ? "session.import.tried" : "session.import.done",
                [
                    "read": "\(reading.report.rowsRead)", "added": "\(counts.added)", "changed": "\(counts.changed)",
                    "same": "\(counts.same)", "refused": "\(reading.report.refused)", "clashes": "\(notices.count)",
                ]),
            document: document)
    }

    private func write(_ rows: [SessionRow], _ courses: [String: UniqueID], in context: WriteContext) throws -> (
        added: Int, changed: Int, same: Int
    ) {
        let stored = Dictionary(
            uniqueKeysWithValues: try Session.fetchAll(context.db, sql: "SELECT * FROM training_session").map { ($0.code, $0) })
        var counts = (added: 0, changed: 0, same: 0)
        for (index, row) in rows.enumerated() {
            if index % 1000 == 999 { context.progress(index + 1, rows.count) }
            guard let course = courses[row.course] else { continue }
            var session = row.session(id: stored[row.code]?.id ?? context.nextID(), course: course, over: stored[row.code])
            if let before = stored[row.code] {
                if before == session {
                    counts.same += 1
                } else {
                    session.version += 1
                    try session.update(context.db)
                    counts.changed += 1
                }
            } else {
                try session.insert(context.db)
                counts.added += 1
            }
            try Sessions.remember(session, in: context.db)
        }
        return counts
    }
}

extension SessionRow {
    /// A session that has its results keeps that state: the plan does not know of them.
    fileprivate func session(id: UniqueID, course: UniqueID, over before: Session?) -> Session {
        Session(
            id: id, version: before?.version ?? 1, code: code, courseId: course, startsAt: span.start, endsAt: span.end,
            room: room, teacher: teacher, capacity: capacity, deadline: deadline,
            state: before?.state == .scored && state == .finished ? .scored : state, seriesId: before?.seriesId)
    }
}

/// What clashes, as notices on the rows of an import.
struct ClashNotices {
    private let clashes: [Clash]

    init(in context: ReadContext) throws {
        clashes = Clashes.all(in: try Bookings(in: context).all)
    }

    /// One notice for each clash in which a session of the file takes part.
    /// - Parameter rows: row numbers by session code.
    func faults(_ rows: [String: Int], where isWanted: (ClashKind) -> Bool) -> [RowFault] {
        clashes.filter { isWanted($0.kind) }.compactMap { clash in
            let other = clash.second
            guard let row = [clash.first.code, other?.code].compactMap({ $0.flatMap { rows[$0] } }).max() else { return nil }
            return RowFault(
                row: row, column: "", value: [clash.first.code, other?.code].compactMap { $0 }.joined(separator: " / "),
                message: Message(
                    "training.clash.\(clash.kind.rawValue)",
                    [
                        "first": .text(clash.first.code), "second": .text(other?.code ?? ""),
                        "room": .text(clash.first.room ?? ""),
                        "teacher": .text(clash.first.teacher ?? ""), "count": "\(clash.learners.count)",
                        "people": "\(clash.first.learners.count)", "places": "\(clash.first.capacity)",
                    ]), severity: .notice, rule: TrainingRules.clash)
        }
    }
}
