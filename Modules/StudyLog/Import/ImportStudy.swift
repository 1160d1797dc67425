import GRDB
import Interchange
import Operations
import Persistence
import Personnel
import PluginKit

/// Imports a platform's export. Nothing is saved unless every row can be, or the caller takes the good ones; what is in the log
/// already is skipped with a note (R-LOG-02).
struct ImportStudy: Command {
    struct Input: Codable, Sendable {
        var file: Upload
        /// Code of the platform.
        var platform: String
        /// How the people studied; the platform's usual mode when not given.
        var mode: StudyMode?
        var dryRun: Bool?
        var partial: Bool?
        var rejects: DownloadName?
    }
    static let name: OperationName = "study.import"
    static let access = Access.roles(StudyAccess.keepers)
    static let positional = ["file"]

    func run(_ input: Input, in context: WriteContext) throws -> ImportOutcome {
        try StudyImports.take(
            input.file, platform: try context.registry.importedPlatform(input.platform), mode: input.mode,
            options: ImportOptions(dryRun: input.dryRun, partial: input.partial, rejects: input.rejects), in: context)
    }
}

/// The one way from a platform's export into the log, for the import of a file and for connectors that fetch one.
package enum StudyImports {
    /// - Throws: ``ImportRefused`` with every faulty cell, unless the good rows are taken; `E-VAL`, `R-LOG-04`.
    package static func take(
        _ file: Upload, platform: StudyPlatform, mode: StudyMode?, options: ImportOptions, in context: WriteContext
    ) throws -> ImportOutcome {
        try context.acting(for: StudyLogPlugin.manifest.id) {
            let reading = try StudyReading(try context.table(file), platform: platform, in: context)
            let document = try context.settle(reading.report, options, blocking: [.refused, .question])
            try save(reading, file, platform, mode ?? platform.mode, in: context)
            context.noteImport(of: "studyEntry", count: reading.entries.count, source: file.data)
            return ImportOutcome(
                faults: reading.report.faults, sentence: sentence(reading, platform, isDryRun: options.dryRun),
                document: document)
        }
    }

    private static func save(
        _ reading: StudyReading, _ file: Upload, _ platform: StudyPlatform, _ mode: StudyMode, in context: WriteContext
    ) throws {
        guard !reading.entries.isEmpty else { return }
        let source = StudyImport(
            id: context.nextID(), platform: platform.code,
            fileName: file.name.split(separator: "/").last.map(String.init) ?? file.name,
            fingerprint: Digest.sha256(file.data), importedAt: context.instant, importedBy: context.principal.account,
            rowsRead: reading.report.rowsRead, saved: reading.entries.count)
        try source.insert(context.db)
        let number = try StudyNumber.next(reading.entries.count, in: context)
        let insert = try PreparedInsert(into: StudyEntry.databaseTableName, columns, in: context.db)
        let account = context.principal.account, instant = context.instant.description
        for (index, entry) in reading.entries.enumerated() {
            let row = entry.row
            try insert.add([
                context.nextID(), 1, StudyNumber.text(year: number.year, number: number.first + index), entry.cadre,
                entry.date, platform.code, row.topic, row.minutes, row.points, mode, row.note, source.id, account, instant,
            ])
            if index % 1000 == 999 { context.progress(index + 1, reading.entries.count) }
        }
    }

    private static let columns = [
        "id", "version", "no", "cadreId", "date", "platform", "topic", "minutes", "points", "mode", "note", "importId",
        "recordedBy", "recordedAt",
    ]

    private static func sentence(_ reading: StudyReading, _ platform: StudyPlatform, isDryRun: Bool) -> Message {
        Message(
            isDryRun ? "study.import.rehearsed" : "study.import.done",
            [
                "read": "\(reading.report.rowsRead)", "saved": "\(reading.entries.count)", "present": "\(reading.present)",
                "refused": "\(reading.report.refused)", "platform": .key("studyPlatform.\(platform.code)"),
                "people": "\(Set(reading.entries.map(\.cadre)).count)",
            ])
    }
}
