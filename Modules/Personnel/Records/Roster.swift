import GRDB
import Operations
import Persistence
import PluginKit

/// 名册: a file that facts about cadres came from. Every fact names its roster, so that it can be told how old it is.
package struct Roster: Codable, Sendable, FetchableRecord, PersistableRecord {
    package static let databaseTableName = "personnel_roster"

    package var id: UniqueID
    /// The file's own name, without folders.
    package var fileName: String
    /// SHA-256 of the file in hexadecimal.
    package var fingerprint: String
    /// The day as of which the roster was drawn up.
    package var rosterDate: CalendarDate
    package var importedAt: Instant
    package var importedBy: String
    package var rowsRead: Int
    package var saved: Int
}
