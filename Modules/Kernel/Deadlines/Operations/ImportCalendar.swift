import Interchange
import Operations
import PluginKit

/// Imports holiday tables, all or nothing. A day already there is brought up to date; running clocks do not move.
struct ImportCalendar: Command {
    struct Input: Codable, Sendable {
        var file: Upload
        var dryRun: Bool?
        /// Takes away stored days of the file's years that the file does not list.
        var replace: Bool?
        var rejects: DownloadName?
    }
    static let name: OperationName = "calendar.import"
    static let access = Access.roles([.inspectionOffice, .administrator])
    static let positional = ["file"]

    func run(_ input: Input, in context: WriteContext) throws -> ImportOutcome {
        let options = ImportOptions(dryRun: input.dryRun, partial: false, rejects: input.rejects)
        let reading = try CalendarImport.read(try context.table(input.file))
        let document = try context.settle(reading.report, options, blocking: CalendarImport.blocking)
        let counts = try Holidays.save(
            reading.rows.map(\.value), replacing: input.replace ?? false, in: context.db, progress: context.progress)
        context.noteImport(of: "holiday", count: reading.rows.count, source: input.file.data)
        let sentence = Message(
            options.dryRun ? "calendar.import.tried" : "calendar.import.done",
            [
                "read": "\(reading.report.rowsRead)", "added": "\(counts.added)", "changed": "\(counts.changed)",
                "same": "\(counts.same)", "removed": "\(counts.removed)",
                "years": try Holidays.calendar(in: context.db).coverage,
            ])
        return ImportOutcome(faults: reading.report.faults, sentence: sentence, document: document)
    }
}
