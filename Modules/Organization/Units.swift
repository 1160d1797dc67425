import Foundation
import GRDB
import Operations
import Persistence
import PluginKit

/// What other modules may ask about units.
package enum Units {
    /// The valid unit of a code.
    /// - Throws: `E-NOTFOUND` on the field.
    package static func unit(code: String, field: String = "unit", in db: Database) throws -> Unit {
        let found = try Unit.fetchOne(
            db, sql: "SELECT * FROM organization_unit WHERE code = ? ORDER BY validTo IS NOT NULL, validTo DESC LIMIT 1",
            arguments: [code])
        guard let found else { throw Rule.notFound.refused("unit", field: field, ["code": .text(code)]) }
        return found
    }

    package static func unit(id: UniqueID, in db: Database) throws -> Unit? {
        try Unit.fetchOne(db, sql: "SELECT * FROM organization_unit WHERE id = ?", arguments: [id])
    }

    /// Valid units of exactly this name; several units may share one.
    package static func units(named name: String, in db: Database) throws -> [Unit] {
        try Unit.fetchAll(
            db.cachedStatement(sql: "SELECT * FROM organization_unit WHERE name = ? AND validTo IS NULL ORDER BY code"),
            arguments: [name])
    }

    /// Ids of everything below a unit in either parent relation, nearest first, itself not included.
    package static func descendants(of id: UniqueID, in db: Database) throws -> [Unit] {
        try Unit.fetchAll(
            db,
            sql: """
                WITH RECURSIVE below(id, depth) AS (
                    SELECT id, 1 FROM organization_unit WHERE parentId = ?1 OR lineParentId = ?1
                    UNION
                    SELECT u.id, below.depth + 1 FROM organization_unit u JOIN below ON u.parentId = below.id OR u.lineParentId = below.id
                    WHERE below.depth < 20
                )
                SELECT u.* FROM organization_unit u WHERE u.id IN (SELECT id FROM below) AND u.validTo IS NULL ORDER BY u.code
                """, arguments: [id])
    }

    /// Everything above a unit in either parent relation, the district itself (which has nothing above it) not included.
    package static func superiors(of id: UniqueID, in db: Database) throws -> Set<UniqueID> {
        try UniqueID.fetchSet(
            db,
            sql: """
                WITH RECURSIVE above(id) AS (
                    SELECT parentId FROM organization_unit WHERE id = ?1 UNION SELECT lineParentId FROM organization_unit WHERE id = ?1
                    UNION SELECT u.parentId FROM organization_unit u JOIN above ON u.id = above.id
                    UNION SELECT u.lineParentId FROM organization_unit u JOIN above ON u.id = above.id
                )
                SELECT u.id FROM organization_unit u JOIN above ON u.id = above.id
                WHERE u.parentId IS NOT NULL OR u.lineParentId IS NOT NULL
                """, arguments: [id])
    }

    /// Adds a unit found in an older record but missing in the tree, under the district, out of scope until somebody looks at it.
    package static func addUnlisted(name: String, kind: UnitKind, in context: WriteContext) throws -> Unit {
        try context.acting(for: OrganizationPlugin.manifest.id) {
            let number = try NumberSequence.next("organization.unlistedUnit", in: context.db)
            let root = try UniqueID.fetchOne(
                context.db,
                sql: "SELECT id FROM organization_unit WHERE parentId IS NULL AND validTo IS NULL ORDER BY seq LIMIT 1")
            let unit = Unit(
                seq: nil, id: context.nextID(), version: 1, code: "X\(number)", name: name, nameKey: PinyinKey.of(name),
                level: kind == .townSubdistrict ? .town : .organ, kind: kind, parentId: root, lineParentId: nil, system: nil,
                inScope: false, validFrom: nil, validTo: nil, succeededBy: nil)
            try context.insert(unit, as: "unit", unit.id)
            return unit
        }
    }
}
