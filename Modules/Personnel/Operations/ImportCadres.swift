import GRDB
import Interchange
import Operations
import Organization
import Persistence
import PluginKit

/// Imports a cadre roster (CSV or XLSX). Nothing is saved unless every row can be, or the caller takes the good ones.
///
/// A person whose name, birth month and telephone are in the register is left as it is.
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
        let options = ImportOptions(dryRun: input.dryRun, partial: input.partial, rejects: input.rejects)
        let reading = try RosterReading(
            try context.table(input.file), units: try UnitDirectory(context.db), register: try Self.register(context),
            said: input.rosterDate, today: context.today)
        let document = try context.settle(reading.report, options, blocking: RosterReader.blocking)
        if !reading.rows.isEmpty {
            try RosterWriter(roster: roster(input.file, reading, context), context: context).write(reading.rows)
        }
        context.noteImport(of: "cadre", count: reading.rows.count, source: input.file.data)
        return ImportOutcome(
            faults: reading.report.faults, sentence: Self.sentence(reading, isDryRun: options.dryRun), document: document)
    }

    static func register(_ context: ReadContext) throws -> [PersonMark] {
        try Row.fetchAll(context.db, sql: "SELECT id, name, birthMonth, phone FROM personnel_cadre WHERE mergedInto IS NULL").map
        {
            PersonMark(name: $0[1], birthMonth: $0[2], phone: try PrivateFields.plainPhone(of: $0[0], $0[3], in: context))
        }
    }

    private func roster(_ file: Upload, _ reading: RosterReading, _ context: WriteContext) -> Roster {
        Roster(
            id: context.nextID(), fileName: file.name.split(separator: "/").last.map(String.init) ?? file.name,
            fingerprint: Digest.sha256(file.data), rosterDate: reading.date.day, importedAt: context.instant,
            importedBy: context.principal.account, rowsRead: reading.report.rowsRead, saved: reading.rows.count)
    }

    private static func sentence(_ reading: RosterReading, isDryRun: Bool) -> Message {
        Message(
            isDryRun ? "cadre.import.rehearsed" : "cadre.import.done",
            [
                "read": "\(reading.report.rowsRead)", "saved": "\(reading.rows.count)", "present": "\(reading.present)",
                "merged": "\(reading.merged)", "refused": "\(reading.report.refused)", "roster": "\(YearMonth(reading.date.day))",
                "unstated": "\(reading.rows.count { $0.kin == nil })", "served": "\(reading.rows.count { $0.service != nil })",
            ])
    }
}
