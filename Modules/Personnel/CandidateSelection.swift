import GRDB
import Interchange
import Persistence
import PluginKit

/// Reads candidates with all that recusal asks of them, in queries that share one selection of cadres.
struct CandidateSelection {
    /// `FROM` and `WHERE` with the cadre as `c` and a pool membership as `m`.
    let from: String
    let arguments: StatementArguments
    let pool: PoolKind

    func fetch(_ db: Database) throws -> [Candidate] {
        let posts = try posts(db)
        let kin = try kin(db)
        let (studies, matters) = try facts(db)
        let inspected = try inspected(db)
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT c.id, c.name, c.unitId, c.unitName, c.specialties, c.kinStated, c.nameKey, c.seq,
                        coalesce(m.roundsServed, 0) AS rounds, c.nativePlace, c.growthPlace
                    \(from) ORDER BY rounds, c.nameKey, c.id
                    """), arguments: arguments)
        return rows.map { row in
            let id: UniqueID = row[0]
            let specialties: String = row[4]
            let origins: [String?] = [row["nativePlace"], row["growthPlace"]]
            return Candidate(
                id: id, name: row[1], unitId: row[2], unitName: row[3], pool: pool,
                specialties: specialties.split(separator: Cadre.specialtySeparator).map(String.init), posts: posts[id] ?? [],
                kin: kin[id] ?? [], kinStated: row[5], roundsServed: row["rounds"], nameKey: row[6], seq: row[7],
                studies: studies[id] ?? [], origins: origins.compactMap(\.self), matters: matters[id] ?? [],
                inspected: inspected[id] ?? [])
        }
    }

    private func posts(_ db: Database) throws -> [UniqueID: [PostSpan]] {
        try Self.posts(db, of: "SELECT c.id \(from)", arguments)
    }

    /// The posts of the cadres that a query names.
    static func posts(_ db: Database, of ids: String, _ arguments: StatementArguments) throws -> [UniqueID: [PostSpan]] {
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT p.cadreId, p.unitId, p.unitName, p.title, p.fromMonth, p.toMonth FROM personnel_post p
                    WHERE p.cadreId IN (\(ids)) AND p.voidedBy IS NULL ORDER BY p.cadreId, p.ordinal
                    """), arguments: arguments)
        var posts: [UniqueID: [PostSpan]] = [:]
        while let row = try rows.next() {
            posts[row[0], default: []].append(
                PostSpan(unitId: row[1], unitName: row[2], title: row[3], from: row[4], to: row[5]))
        }
        return posts
    }

    private func kin(_ db: Database) throws -> [UniqueID: [KinFact]] {
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT k.cadreId, k.relation, k.unitId, k.unitName, k.kinPost, k.kinName FROM personnel_kin k
                    WHERE k.cadreId IN (SELECT c.id \(from)) AND k.voidedBy IS NULL ORDER BY k.cadreId, k.ordinal
                    """), arguments: arguments)
        var kin: [UniqueID: [KinFact]] = [:]
        while let row = try rows.next() {
            kin[row[0], default: []].append(
                KinFact(relation: row[1], unitId: row[2], unitName: row[3], post: row[4], name: row[5]))
        }
        return kin
    }

    private func facts(_ db: Database) throws -> (studies: [UniqueID: [StudyFact]], matters: [UniqueID: [MatterFact]]) {
        try Self.facts(db, of: "SELECT c.id \(from)", arguments)
    }

    /// Schools and matters of the cadres that a query names.
    static func facts(
        _ db: Database, of ids: String, _ arguments: StatementArguments
    ) throws -> (studies: [UniqueID: [StudyFact]], matters: [UniqueID: [MatterFact]]) {
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT f.cadreId, f.kind, f.value, f.detail, f.person, f.unitId, f.unitName, f.fromDay, f.toDay
                    FROM personnel_fact f
                    WHERE f.cadreId IN (\(ids)) AND f.kind IN ('education', 'matter') AND f.voidedBy IS NULL
                    ORDER BY f.cadreId, f.fromDay, f.seq
                    """), arguments: arguments)
        var studies: [UniqueID: [StudyFact]] = [:], matters: [UniqueID: [MatterFact]] = [:]
        while let row = try rows.next() {
            let cadre: UniqueID = row[0], kind: String = row[1]
            if kind == FactKind.education.rawValue {
                let from: CalendarDate? = row[7], to: CalendarDate? = row[8]
                studies[cadre, default: []].append(
                    StudyFact(
                        unitId: row[5], school: row[6] ?? "", major: row[3], supervisor: row[4], from: from.map(YearMonth.init),
                        to: to.map(YearMonth.init)))
            } else {
                matters[cadre, default: []].append(MatterFact(unitId: row[5], unitName: row[6] ?? "", what: row[2]))
            }
        }
        return (studies, matters)
    }

    private func inspected(_ db: Database) throws -> [UniqueID: [InspectedFact]] {
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT s.cadreId, u.unitId, s.round, s.role FROM personnel_service s
                    JOIN personnel_service_unit u ON u.serviceId = s.id
                    WHERE s.cadreId IN (SELECT c.id \(from)) AND s.endedOn IS NOT NULL AND s.voidedBy IS NULL
                    AND (s.rosterId IS NOT NULL OR s.enteredOn IS NOT NULL)
                    ORDER BY s.cadreId, s.startsOn DESC, s.seq DESC
                    """), arguments: arguments)
        var inspected: [UniqueID: [InspectedFact]] = [:]
        while let row = try rows.next() {
            inspected[row[0], default: []].append(InspectedFact(unitId: row[1], round: row[2], role: row[3]))
        }
        return inspected
    }
}
