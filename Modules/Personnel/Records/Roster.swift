import Foundation
import GRDB
import Operations
import Persistence
import PluginKit

/// 名册: what facts about cadres came from, a file or an entry made by hand. Every fact names its roster, so that it can be told
/// how old it is and what it rests on.
package struct Roster: Codable, Sendable, FetchableRecord, PersistableRecord {
    package static let databaseTableName = "personnel_roster"

    package var id: UniqueID
    /// The file's own name, without folders; of an entry, the document or statement it rests on.
    package var fileName: String
    /// SHA-256 of the file in hexadecimal; of an entry, that of its name.
    package var fingerprint: String
    /// The day as of which the roster was drawn up.
    package var rosterDate: CalendarDate
    package var importedAt: Instant
    package var importedBy: String
    package var rowsRead: Int
    package var saved: Int
    package var kind: RosterKind = .file
}

/// Whether facts came from a file or were entered by hand.
package enum RosterKind: String, Choice {
    case file, entry

    package static let vocabulary = "rosterKind"
}

extension Roster {
    /// Notes what an entry made by hand rests on.
    /// - Throws: `E-VAL` without a source: a fact nobody can trace is worth nothing; and for a day that has not come.
    static func entry(_ source: String, on day: CalendarDate?, in context: WriteContext) throws -> Roster {
        var checks = Checks()
        for fault in faults(source, on: day, in: context) { checks.add(fault) }
        try checks.finish()
        let roster = Roster(
            id: context.nextID(), fileName: source.trimmed, fingerprint: Digest.sha256(Data(source.trimmed.utf8)),
            rosterDate: day ?? context.today, importedAt: context.instant, importedBy: context.principal.account, rowsRead: 1,
            saved: 1, kind: .entry)
        try roster.insert(context.db)
        return roster
    }

    /// What is wrong with a source, for those who tell all faults at once.
    static func faults(_ source: String, on day: CalendarDate?, in context: ReadContext) -> [Refusal] {
        var checks = Checks()
        checks.require(!source.trimmed.isEmpty, Rule.invalid.refused("empty", field: "source"))
        if let day {
            checks.require(
                day <= context.today,
                Rule.invalid.refused("future", field: "sourceDate", ["date": "\(day)", "today": "\(context.today)"]))
        }
        return checks.refusals
    }
}
