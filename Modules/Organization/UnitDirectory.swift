import GRDB
import Operations
import Persistence
import PluginKit

/// All units by name, loaded once for an import that looks up thousands of them.
package struct UnitDirectory: Sendable {
    /// A unit as far as a lookup needs it.
    package struct Entry: Sendable, Hashable {
        package var id: UniqueID
        package var code: String
        package var name: String

        package init(id: UniqueID, code: String, name: String) {
            self.id = id
            self.code = code
            self.name = name
        }
    }

    /// What a written name leads to.
    package enum Match: Sendable, Hashable {
        /// The name of exactly one valid unit.
        case exact(Entry)
        /// Another way to write the name of exactly one unit (``UnitNameForms``), or the old name of a unit with one successor.
        case form(Entry)
        /// Several units bear it.
        case several([Entry])
        case none
    }

    private let named: [String: [Entry]]
    private let former: [String: [Entry]]
    private let district: String

    /// - Parameter district: full name of the district, `杭州市西湖区`; empty where it is not known.
    package init(units: [Entry], former: [String: [Entry]] = [:], district: String) {
        named = Dictionary(grouping: units, by: \.name)
        self.former = former
        self.district = district
    }

    /// Reads the valid units, the expired ones that have a successor, and the district.
    package init(_ db: Database) throws {
        let units = try Row.fetchAll(db, sql: "SELECT id, code, name FROM organization_unit WHERE validTo IS NULL")
        let district = try String.fetchOne(
            db,
            sql: """
                SELECT name FROM organization_unit WHERE parentId IS NULL AND validTo IS NULL AND level IN ('district', 'county')
                ORDER BY seq LIMIT 1
                """)
        self.init(
            units: units.map { Entry(id: $0[0], code: $0[1], name: $0[2]) }, former: try Self.former(db), district: district ?? ""
        )
    }

    /// The valid unit at the end of each expired unit's chain of successors.
    private static func former(_ db: Database) throws -> [String: [Entry]] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                WITH RECURSIVE chain(oldName, id, steps) AS (
                    SELECT name, succeededBy, 1 FROM organization_unit WHERE validTo IS NOT NULL AND succeededBy IS NOT NULL
                    UNION
                    SELECT chain.oldName, u.succeededBy, chain.steps + 1 FROM organization_unit u JOIN chain ON u.id = chain.id
                    WHERE u.validTo IS NOT NULL AND u.succeededBy IS NOT NULL AND chain.steps < 20
                )
                SELECT DISTINCT chain.oldName, u.id, u.code, u.name FROM chain JOIN organization_unit u ON u.id = chain.id
                WHERE u.validTo IS NULL ORDER BY u.code
                """)
        return Dictionary(grouping: rows) { $0[0] as String }
            .mapValues { $0.map { Entry(id: $0[1], code: $0[2], name: $0[3]) } }
    }

    /// The unit a name leads to.
    package func match(_ name: String) -> Match {
        if let units = named[name] { return units.count == 1 ? .exact(units[0]) : .several(units) }
        var found = former[name] ?? []
        for form in UnitNameForms.alternatives(to: name, district: district) {
            for unit in named[form] ?? [] where !found.contains(unit) { found.append(unit) }
        }
        switch found.count {
        case 0: return .none
        case 1: return .form(found[0])
        default: return .several(found)
        }
    }
}
