import GRDB
import Operations
import PluginKit

/// What other modules may ask about terms.
package enum Terms {
    /// The open term.
    /// - Throws: `E-STATE` when none is open.
    package static func active(_ db: Database) throws -> Term {
        guard let term = try Term.fetchOne(db, sql: "SELECT * FROM organization_term WHERE state = 'active'") else {
            throw Rule.illegalState.refused("noActiveTerm")
        }
        return term
    }

    package static func term(number: Int, in db: Database) throws -> Term? {
        try Term.fetchOne(db, sql: "SELECT * FROM organization_term WHERE number = ?", arguments: [number])
    }
}
