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

    /// What stands above every unit, as ``superiors(of:in:)`` says for one: one query for all of them.
    package static func superiors(in db: Database) throws -> [UniqueID: Set<UniqueID>] {
        var parents: [UniqueID: [UniqueID]] = [:]
        let rows = try Row.fetchCursor(db, sql: "SELECT id, parentId, lineParentId FROM organization_unit")
        while let row = try rows.next() {
            let above: [UniqueID?] = [row[1], row[2]]
            parents[row[0]] = above.compactMap { $0 }
        }
        return parents.keys.reduce(into: [:]) { found, unit in
            var above: Set<UniqueID> = []
            var waiting = parents[unit] ?? []
            while let next = waiting.popLast() {
                if above.insert(next).inserted { waiting += parents[next] ?? [] }
            }
            found[unit] = above.filter { !(parents[$0] ?? []).isEmpty }
        }
    }

    /// A unit as far as a list of many needs it.
    package struct Brief: Sendable, Hashable {
        package var id: UniqueID
        package var code: String
        package var name: String
        package var kind: UnitKind
    }

    /// These units in one query; ids that are no unit's are left out.
    package static func named(_ ids: [UniqueID], in db: Database) throws -> [Brief] {
        guard !ids.isEmpty else { return [] }
        return try Row.fetchAll(
            db,
            sql:
                "SELECT id, code, name, kind FROM organization_unit WHERE id IN (\(databaseQuestionMarks(count: ids.count))) ORDER BY code",
            arguments: StatementArguments(ids)
        ).map { Brief(id: $0[0], code: $0[1], name: $0[2], kind: $0[3]) }
    }

    /// Everything above each of these units in either parent relation, the district itself not included: one query.
    package static func above(_ ids: [UniqueID], in db: Database) throws -> [UniqueID: [Brief]] {
        guard !ids.isEmpty else { return [:] }
        let rows = try Row.fetchAll(
            db,
            sql: """
                WITH RECURSIVE root(id) AS (VALUES \(ids.map { _ in "(?)" }.joined(separator: ", "))),
                above(root, id) AS (
                    SELECT r.id, u.parentId FROM organization_unit u JOIN root r ON r.id = u.id
                    UNION SELECT r.id, u.lineParentId FROM organization_unit u JOIN root r ON r.id = u.id
                    UNION SELECT a.root, u.parentId FROM organization_unit u JOIN above a ON u.id = a.id
                    UNION SELECT a.root, u.lineParentId FROM organization_unit u JOIN above a ON u.id = a.id
                )
                SELECT a.root, u.id, u.code, u.name, u.kind FROM above a JOIN organization_unit u ON u.id = a.id
                WHERE u.parentId IS NOT NULL OR u.lineParentId IS NOT NULL ORDER BY u.code
                """, arguments: StatementArguments(ids))
        return Dictionary(grouping: rows) { $0[0] as UniqueID }
            .mapValues { $0.map { Brief(id: $0[1], code: $0[2], name: $0[3], kind: $0[4]) } }
    }

    /// Ids of everything below each of these units in either parent relation, at any depth: one query.
    package static func below(_ ids: [UniqueID], in db: Database) throws -> [UniqueID: Set<UniqueID>] {
        guard !ids.isEmpty else { return [:] }
        let rows = try Row.fetchAll(
            db,
            sql: """
                WITH RECURSIVE root(id) AS (VALUES \(ids.map { _ in "(?)" }.joined(separator: ", "))),
                below(root, id) AS (
                    SELECT r.id, u.id FROM root r JOIN organization_unit u ON u.parentId = r.id
                    UNION SELECT r.id, u.id FROM root r JOIN organization_unit u ON u.lineParentId = r.id
                    UNION SELECT b.root, u.id FROM below b JOIN organization_unit u ON u.parentId = b.id
                    UNION SELECT b.root, u.id FROM below b JOIN organization_unit u ON u.lineParentId = b.id
                )
                SELECT root, id FROM below
                """, arguments: StatementArguments(ids))
        return rows.reduce(into: [:]) { $0[$1[0], default: []].insert($1[1]) }
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
