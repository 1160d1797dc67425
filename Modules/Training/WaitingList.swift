import GRDB
import Operations
import Persistence
import PluginKit

/// The places of a session: who has one, who waits, whose turn it is (R-CRS-02).
struct WaitingList {
    private let session: Session
    private let context: WriteContext
    private let quotas: [UniqueID: Int]

    init(_ session: Session, in context: WriteContext) throws {
        self.session = session
        self.context = context
        let rows = try Row.fetchAll(
            context.db.cachedStatement(sql: "SELECT unitId, places FROM training_quota WHERE sessionId = ?"),
            arguments: [session.id])
        quotas = Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
    }

    static func confirmed(_ session: Session, in db: Database) throws -> Int {
        try Int.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT count(*) FROM training_enrolment WHERE sessionId = ? AND state NOT IN ('waitlisted', 'cancelled')
                    """), arguments: [session.id]) ?? 0
    }

    /// Whether somebody of a unit gets a place now.
    func hasPlace(for unit: UniqueID?) throws -> Bool {
        try Self.confirmed(session, in: context.db) < session.capacity && isWithinQuota(unit)
    }

    private func isWithinQuota(_ unit: UniqueID?) throws -> Bool {
        guard let unit, let places = quotas[unit] else { return true }
        let used = try Int.fetchOne(
            context.db.cachedStatement(
                sql: """
                    SELECT count(*) FROM training_enrolment
                    WHERE sessionId = ? AND unitId = ? AND state NOT IN ('waitlisted', 'cancelled')
                    """), arguments: [session.id, unit])
        return (used ?? 0) < places
    }

    /// Gives free places to those who wait, in their order; somebody whose unit's quota is used up is passed over.
    /// - Returns: the enrolments that got a place.
    @discardableResult
    func moveUp() throws -> [Enrolment] {
        guard session.state.isAhead else { return [] }
        let waiting = try Enrolment.fetchAll(
            context.db.cachedStatement(
                sql: "SELECT * FROM training_enrolment WHERE sessionId = ? AND state = 'waitlisted' ORDER BY id"),
            arguments: [session.id])
        var promoted: [Enrolment] = []
        for before in waiting where try hasPlace(for: before.unitId) {
            var after = before
            after.state = .confirmed
            after.version += 1
            try after.update(context.db)
            try context.noteChange(of: "enrolment", after.id, from: before, to: after)
            promoted.append(after)
        }
        return promoted
    }
}
