import Foundation
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
            let origin = StudyOrigin(
                platform: platform.code, name: file.name.split(separator: "/").last.map(String.init) ?? file.name,
                data: file.data,
                rowsRead: reading.report.rowsRead)
            try save(reading.entries, origin, mode: mode ?? platform.mode, in: context)
            return ImportOutcome(
                faults: reading.report.faults, sentence: sentence(reading, platform, isDryRun: options.dryRun),
                document: document)
        }
    }

    /// Saves entries and what they came from.
    static func save(_ entries: [StudyReading.Entry], _ origin: StudyOrigin, mode: StudyMode, in context: WriteContext) throws {
        context.noteImport(of: "studyEntry", count: entries.count, source: origin.data)
        guard !entries.isEmpty else { return }
        let source = StudyImport(
            id: context.nextID(), platform: origin.platform, fileName: origin.name, fingerprint: Digest.sha256(origin.data),
            importedAt: context.instant, importedBy: context.principal.account, rowsRead: origin.rowsRead, saved: entries.count)
        try source.insert(context.db)
        let number = try StudyNumber.next(entries.count, in: context)
        let insert = try PreparedInsert(
            into: StudyEntry.databaseTableName, columns,
            constant: [
                ("version", 1), ("platform", origin.platform), ("mode", mode.rawValue), ("importId", source.id),
                ("recordedBy", context.principal.account), ("recordedAt", context.instant.description),
            ], in: context.db)
        for (index, entry) in entries.enumerated() {
            let row = entry.row
            try insert.add([
                context.nextID(), StudyNumber.text(year: number.year, number: number.first + index), entry.cadre, entry.date,
                row.topic, row.minutes, row.points, row.note,
            ])
            if index % 1000 == 999 { context.progress(index + 1, entries.count) }
        }
    }

    private static let columns = ["id", "no", "cadreId", "date", "topic", "minutes", "points", "note"]

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

/// Where entries come from: an export, or a group study that another module held.
struct StudyOrigin {
    /// Code of the platform.
    var platform: String
    /// The file's own name, or the source and the code of the study.
    var name: String
    /// What it was read from.
    var data: Data
    var rowsRead: Int
}
