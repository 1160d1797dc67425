import GRDB
import Operations
import Persistence
import PluginKit

/// What other modules may ask about single cadres.
package enum Cadres {
    /// The cadre somebody typed: a name where only one person bears it, or an id.
    /// - Throws: `E-NOTFOUND`; `E-VAL` listing everybody of that name where several bear it.
    package static func cadre(_ text: String, field: String = "cadre", in db: Database) throws -> Cadre {
        let wanted = text.trimmed
        let found = try Cadre.fetchAll(
            db, sql: "SELECT * FROM personnel_cadre WHERE name = ?1 OR id = ?2 ORDER BY seq LIMIT 20",
            arguments: [wanted, UniqueID(wanted)])
        guard let first = found.first else { throw Rule.notFound.refused("cadre", field: field, ["cadre": .text(wanted)]) }
        guard found.count == 1 else {
            let people = found.map { "\($0.id) \($0.birthMonth) \($0.unitName)" }.joined(separator: "; ")
            throw Rule.invalid.refused("cadreSeveral", field: field, ["cadre": .text(wanted), "people": .text(people)])
        }
        return first
    }
}
