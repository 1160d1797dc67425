import GRDB
import Interchange
import Operations
import Persistence
import PluginKit

/// Imports a catalogue. A course already there is recognised by its code and brought up to date.
struct ImportCourses: Command {
    struct Input: Codable, Sendable {
        var file: Upload
        var dryRun: Bool?
        var partial: Bool?
        var rejects: DownloadName?
    }
    static let name: OperationName = "course.import"
    static let access = Access.roles(trainingKeepers)
    static let positional = ["file"]

    func run(_ input: Input, in context: WriteContext) throws -> ImportOutcome {
        let options = ImportOptions(dryRun: input.dryRun, partial: input.partial, rejects: input.rejects)
        let stored = Dictionary(uniqueKeysWithValues: try Courses.all(in: context.db).map { ($0.code, $0) })
        let reading = try CourseTable(registry: context.registry).read(
            try context.table(input.file), known: Set(stored.keys))
        let document = try context.settle(reading.report, options)
        let counts = try write(reading.rows.map(\.value), over: stored, in: context)
        context.noteImport(of: "course", count: reading.rows.count, source: input.file.data)
        let sentence = Message(
            options.dryRun ? "course.import.tried" : "course.import.done",
            [
                "read": "\(reading.report.rowsRead)", "added": "\(counts.added)", "changed": "\(counts.changed)",
                "same": "\(counts.same)", "refused": "\(reading.report.refused)",
            ])
        return ImportOutcome(faults: reading.report.faults, sentence: sentence, document: document)
    }

    private func write(_ rows: [CourseRow], over stored: [String: Course], in context: WriteContext) throws -> (
        added: Int, changed: Int, same: Int
    ) {
        let passMark = try TrainingSettings(context.db)[.passMark] * 10
        var counts = (added: 0, changed: 0, same: 0)
        var written: [(Course, [String])] = []
        for (index, row) in rows.enumerated() {
            if index % 1000 == 999 { context.progress(index + 1, rows.count) }
            var course = row.course(over: stored[row.code], id: context.nextID, passMark: passMark)
            if let before = stored[row.code] {
                if before == course {
                    counts.same += 1
                } else {
                    course.version += 1
                    try course.update(context.db)
                    counts.changed += 1
                }
            } else {
                try course.insert(context.db)
                counts.added += 1
            }
            written.append((course, row.prerequisites))
        }
        for (course, prerequisites) in written { try Courses.require(prerequisites, for: course, in: context) }
        try Courses.refuseCircle(in: context.db)
        return counts
    }
}

extension CourseRow {
    fileprivate func course(over stored: Course?, id: () -> UniqueID, passMark standard: Int) -> Course {
        Course(
            id: stored?.id ?? id(), version: stored?.version ?? 1, code: code, title: title, tier: tier, track: track, area: area,
            hours: hours, form: form,
            exam: exam, passMark: passMark ?? standard, isRequired: isRequired, audience: audience, validMonths: validMonths,
            objectives: objectives, materials: materials.map(Courses.materials) ?? stored?.materials ?? [],
            attempts: attempts ?? stored?.attempts)
    }
}
