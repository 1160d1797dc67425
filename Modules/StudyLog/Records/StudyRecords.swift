import GRDB
import Operations
import Persistence
import PluginKit

/// A file that entries came from.
struct StudyImport: Codable, Sendable, PersistableRecord {
    static let databaseTableName = "studylog_import"

    var id: UniqueID
    var platform: String
    /// The file's own name, without folders.
    var fileName: String
    /// SHA-256 in hexadecimal.
    var fingerprint: String
    var importedAt: Instant
    var importedBy: String
    var rowsRead: Int
    var saved: Int
}

/// 学习材料: a document to be studied (mission rows 11 and 12).
struct StudyMaterial: Codable, Sendable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "studylog_material"

    var seq: Int64?
    var id: UniqueID
    var version: Int
    /// Business number, `2026-01`.
    var code: String
    var title: String
    var issuer: MaterialIssuer
    var issuedOn: CalendarDate
    /// When our office had it.
    var availableOn: CalendarDate?
    var link: String?
    /// Code of the round whose needs it serves.
    var round: String?
    /// Which need of the round it serves.
    var need: String?

    /// - Throws: `E-NOTFOUND`.
    static func of(code: String, field: String = "material", in db: Database) throws -> StudyMaterial {
        let found = try StudyMaterial.fetchOne(
            db, sql: "SELECT * FROM studylog_material WHERE code = ?", arguments: [code.trimmed])
        guard let found else { throw Rule.notFound.refused("studyMaterial", field: field, ["code": .text(code)]) }
        return found
    }
}
