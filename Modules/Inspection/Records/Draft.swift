import GRDB
import Persistence
import Personnel
import PluginKit

/// A place in a round's teams as it stands: without those who left early; of a dissolved team those who were in it.
struct DraftSeat: FetchableRecord {
    var seat: TeamSeat
    var isPinned: Bool

    init(row: Row) {
        let role: TeamRole = row["role"]
        seat = TeamSeat(row["cadreId"], in: row["code"], as: role.pool)
        isPinned = row["isPinned"]
    }

    static func of(_ round: Round, in db: Database) throws -> [DraftSeat] {
        try fetchAll(
            db,
            sql: """
                SELECT t.code, m.cadreId, m.role, m.isPinned FROM inspection_member m JOIN inspection_team t ON t.id = m.teamId
                WHERE t.roundId = ? AND (m.state <> 'released' OR t.state = 'dissolved') ORDER BY t.ordinal, m.id
                """, arguments: [round.id])
    }
}

/// Somebody who was withdrawn from a round and is not proposed for it again.
struct Withdrawal: Codable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "inspection_withdrawal"

    var roundId: UniqueID
    var cadreId: UniqueID
    var reason: String
}

extension TeamRole {
    /// The pool a role is filled from.
    var pool: PoolKind {
        switch self {
        case .leader: .leader
        case .deputy: .deputy
        case .inspector: .inspector
        }
    }

    init(_ pool: PoolKind) {
        switch pool {
        case .leader: self = .leader
        case .deputy: self = .deputy
        case .inspector: self = .inspector
        }
    }
}
