import GRDB
import Operations
import Persistence
import PluginKit

/// What other modules may ask about single cadres.
package enum Cadres {
    /// The cadre somebody typed: a name where only one person bears it, or an id. The id of a record that was merged leads to the
    /// record it was merged into.
    /// - Throws: `E-NOTFOUND`; `E-VAL` listing everybody of that name where several bear it.
    package static func cadre(_ text: String, field: String = "cadre", in db: Database) throws -> Cadre {
        let wanted = text.trimmed
        let id = UniqueID(wanted)
        let found = try Cadre.fetchAll(
            db,
            sql: """
                SELECT * FROM personnel_cadre WHERE mergedInto IS NULL AND (name = ?1 OR id = ?2
                OR id = (SELECT mergedInto FROM personnel_cadre WHERE id = ?2)) ORDER BY seq LIMIT 20
                """, arguments: [wanted, id])
        guard let first = found.first else { throw Rule.notFound.refused("cadre", field: field, ["cadre": .text(wanted)]) }
        guard found.count == 1 else {
            let people = found.map { "\($0.id) \($0.birthMonth) \($0.unitName)" }.joined(separator: "; ")
            throw Rule.invalid.refused("cadreSeveral", field: field, ["cadre": .text(wanted), "people": .text(people)])
        }
        return first
    }

    package static func cadre(id: UniqueID, in db: Database) throws -> Cadre? {
        try Cadre.fetchOne(db, sql: "SELECT * FROM personnel_cadre WHERE id = ?", arguments: [id])
    }

    /// Names of those among some people whom a principal may see: all of them for who reads the register, otherwise oneself and those
    /// one serves or served with in a team. One query.
    @Sendable static func names(_ ids: Set<UniqueID>, for principal: Principal, in db: Database) throws -> [UniqueID: String] {
        var filter = Filter(
            sql: "c.id IN (\(databaseQuestionMarks(count: ids.count)))", arguments: StatementArguments(ids.sorted()))
        if !principal.hasAny(of: cadreReaders) {
            guard let own = principal.cadre else { return [:] }
            filter.and(
                """
                c.id = ? OR EXISTS (SELECT 1 FROM personnel_service a JOIN personnel_service b ON b.team = a.team
                WHERE a.cadreId = ? AND b.cadreId = c.id AND a.voidedBy IS NULL AND b.voidedBy IS NULL)
                """, own, own)
        }
        let rows = try Row.fetchAll(
            db, sql: "SELECT c.id, c.name FROM personnel_cadre c WHERE \(filter.sql)", arguments: filter.arguments)
        return Dictionary(rows.map { ($0[0], $0[1]) }) { first, _ in first }
    }

    /// The highest pool somebody is in; inspectors for somebody in none.
    static func highestPool(of cadre: UniqueID, in db: Database) throws -> PoolKind {
        let pools = try PoolKind.fetchSet(
            db, sql: "SELECT pool FROM personnel_pool_membership WHERE cadreId = ? AND state <> 'exited'", arguments: [cadre])
        return PoolKind.allCases.first(where: pools.contains) ?? .inspector
    }
}
