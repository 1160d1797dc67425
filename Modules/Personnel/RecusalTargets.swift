import GRDB
import Interchange
import Organization
import Persistence

/// Units as recusal looks at them, read together: six queries however many units there are.
package enum RecusalTargets {
    /// The targets of these units, by unit; ids that are no unit's are left out.
    package static func of(
        _ units: [UniqueID], settings: RecusalSettings, in db: Database
    ) throws -> [UniqueID: RecusalTarget] {
        let own = try Units.named(units, in: db)
        let above = try Units.above(units, in: db)
        let below = try Units.below(units, in: db)
        let leaders = try leaders(of: units, settings, db)
        return Dictionary(
            uniqueKeysWithValues: own.map { unit in
                let superiors = above[unit.id] ?? []
                let places = unit.kind.isPlace ? [unit.name] + superiors.filter { $0.kind.isPlace }.map(\.name) : []
                return (
                    unit.id,
                    RecusalTarget(
                        unitId: unit.id, unitName: unit.name, superiorIds: Set(superiors.map(\.id)),
                        subordinateIds: below[unit.id] ?? [], leaders: leaders[unit.id] ?? [],
                        places: places.compactMap(RecusalTarget.stem))
                )
            })
    }

    /// Who leads these units, as far as the register knows.
    private static func leaders(
        of units: [UniqueID], _ settings: RecusalSettings, _ db: Database
    ) throws -> [UniqueID: [LeadershipMember]] {
        guard !units.isEmpty else { return [:] }
        let marks = databaseQuestionMarks(count: units.count)
        let ids = "SELECT c.id FROM personnel_cadre c WHERE c.unitId IN (\(marks)) AND c.mergedInto IS NULL"
        let arguments = StatementArguments(units)
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT id, name, postTitle, unitId FROM personnel_cadre WHERE unitId IN (\(marks)) AND mergedInto IS NULL
                ORDER BY nameKey, id
                """, arguments: arguments
        ).filter { settings.isLeadership($0[2]) }
        guard !rows.isEmpty else { return [:] }
        let posts = try CandidateSelection.posts(db, of: ids, arguments)
        let studies = try CandidateSelection.facts(db, of: ids, arguments).studies
        return Dictionary(grouping: rows) { $0[3] as UniqueID }.mapValues { rows in
            rows.map { row in
                let id: UniqueID = row[0]
                return LeadershipMember(
                    id: id, name: row[1], title: row[2] ?? "", posts: posts[id] ?? [], studies: studies[id] ?? [])
            }
        }
    }
}

extension UnitKind {
    /// Whether people come from there (RC9).
    fileprivate var isPlace: Bool { self == .townSubdistrict || self == .village || self == .community }
}

extension RecusalTarget {
    /// A unit with everything above it and its leadership.
    package init(_ unit: Unit, settings: RecusalSettings = .standard, in db: Database) throws {
        self =
            try RecusalTargets.of([unit.id], settings: settings, in: db)[unit.id]
            ?? RecusalTarget(unitId: unit.id, unitName: unit.name, superiorIds: [])
    }
}
