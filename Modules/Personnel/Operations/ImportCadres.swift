import GRDB
import Interchange
import Operations
import Organization
import Persistence
import PluginKit

/// Imports a cadre roster (CSV or XLSX). Nothing is saved unless every row can be, or the caller takes the good ones.
///
/// A person whose name, birth month and telephone are in the register is amended where the roster says something else and is no
/// older than the record (decision 0055).
struct ImportCadres: Command {
    struct Input: Codable, Sendable {
        var file: Upload
        var dryRun: Bool?
        var partial: Bool?
        var rejects: DownloadName?
        /// The day as of which the roster was drawn up; read from the file when not given (``RosterDate``).
        var rosterDate: CalendarDate?
    }
    static let name: OperationName = "cadre.import"
    static let access = Access.roles(cadreKeepers)
    static let positional = ["file"]

    func run(_ input: Input, in context: WriteContext) throws -> ImportOutcome {
        if let day = input.rosterDate, day > context.today {
            throw Rule.invalid.refused("future", field: "rosterDate", ["date": "\(day)", "today": "\(context.today)"])
        }
        let options = ImportOptions(dryRun: input.dryRun, partial: input.partial, rejects: input.rejects)
        let register = try RegisteredPeople(context)
        var reading = try RosterReading(
            try context.table(input.file), units: try UnitDirectory(context.db), register: register.marks, said: input.rosterDate,
            today: context.today)
        let updates = try RosterUpdates(&reading, register, in: context).updates
        try RosterIdentities.check(&reading, in: context)
        try TakenOver.note(&reading, in: context)
        reading.settle()
        let document = try context.settle(reading.report, options, blocking: RosterReader.blocking)
        if !reading.rows.isEmpty || !updates.isEmpty {
            let writer = try RosterWriter(roster: roster(input.file, reading, context), context: context)
            try writer.write(reading.rows, updates)
        }
        context.noteImport(of: "cadre", count: reading.rows.count, source: input.file.data)
        return ImportOutcome(
            faults: reading.report.faults, sentence: Self.sentence(reading, updates, isDryRun: options.dryRun), document: document
        )
    }

    private func roster(_ file: Upload, _ reading: RosterReading, _ context: WriteContext) -> Roster {
        Roster(
            id: context.nextID(), fileName: file.name.split(separator: "/").last.map(String.init) ?? file.name,
            fingerprint: Digest.sha256(file.data), rosterDate: reading.date.day, importedAt: context.instant,
            importedBy: context.principal.account, rowsRead: reading.report.rowsRead, saved: reading.rows.count)
    }

    private static func sentence(_ reading: RosterReading, _ updates: [RosterUpdate], isDryRun: Bool) -> Message {
        Message(
            isDryRun ? "cadre.import.rehearsed" : "cadre.import.done",
            [
                "read": "\(reading.report.rowsRead)", "saved": "\(reading.rows.count)", "present": "\(reading.present)",
                "updated": "\(updates.count)",
                "merged": "\(reading.merged)", "refused": "\(reading.report.refused)", "roster": "\(YearMonth(reading.date.day))",
                "unstated": "\(reading.rows.count { $0.kin == nil })", "served": "\(reading.rows.count { $0.service != nil })",
            ])
    }
}
