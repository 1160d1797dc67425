import GRDB
import Operations
import Organization
import Persistence
import PluginKit

/// Sets how many places people of a unit may take in a session.
struct SetQuota: Command {
    struct Input: Codable, Sendable {
        var session: String
        /// Code of the unit.
        var unit: String
        /// Nothing given takes the quota away.
        var places: Int?
    }
    static let name: OperationName = "session.quota"
    static let access = Access.roles(trainingKeepers)
    static let positional = ["session"]

    func run(_ input: Input, in context: WriteContext) throws -> Page<QuotaLine> {
        let session = try Sessions.session(input.session, in: context.db)
        let unit = try Units.unit(code: input.unit, in: context.db)
        if let places = input.places {
            guard (0...session.capacity).contains(places) else {
                throw Rule.invalid.refused(
                    "range", field: "places", ["low": "0", "high": "\(session.capacity)", "value": "\(places)"])
            }
            try context.db.execute(
                sql: "INSERT INTO training_quota VALUES (?1, ?2, ?3) ON CONFLICT (sessionId, unitId) DO UPDATE SET places = ?3",
                arguments: [session.id, unit.id, places])
        } else {
            try context.db.execute(
                sql: "DELETE FROM training_quota WHERE sessionId = ? AND unitId = ?", arguments: [session.id, unit.id])
        }
        try context.noteChange(of: "quota", session.id, to: [unit.code: input.places ?? -1])
        try WaitingList(session, in: context).moveUp()
        return Page(rows: try QuotaLine.of(session, in: context.db))
    }
}

/// A unit's share of a session.
struct QuotaLine: Tabular, FetchableRecord {
    var unitCode: String
    var unit: String
    var places: Int
    var used: Int

    init(row: Row) {
        unitCode = row["unitCode"]
        unit = row["unit"]
        places = row["places"]
        used = row["used"]
    }

    static func of(_ session: Session, in db: Database) throws -> [QuotaLine] {
        try fetchAll(
            db,
            sql: """
                SELECT u.code AS unitCode, u.name AS unit, q.places,
                    (SELECT count(*) FROM training_enrolment e WHERE e.sessionId = q.sessionId AND e.unitId = q.unitId
                        AND e.state NOT IN ('waitlisted', 'cancelled')) AS used
                FROM training_quota q JOIN organization_unit u ON u.id = q.unitId WHERE q.sessionId = ? ORDER BY u.code
                """, arguments: [session.id])
    }

    static let columns: [TableColumn<QuotaLine>] = [
        .text("unitCode") { $0.unitCode },
        .text("unit") { $0.unit },
        .integer("quotaPlaces") { $0.places },
        .integer("quotaUsed") { $0.used },
    ]
}
