import GRDB
import Operations
import Persistence
import PluginKit

extension PoolMembership {
    /// The beginning of the way into a pool, for whoever is new and whoever comes back: nothing of an earlier way counts.
    mutating func nominate(by principal: Principal) {
        state = .nominated
        nominatedBy = principal.account
        opinion = nil
        opinionBy = nil
        vettedBy = nil
        exitReason = nil
        campaignId = nil
    }
}

/// Pool memberships inside this module.
enum Pools {
    static func membership(of cadre: UniqueID, in pool: PoolKind, _ db: Database) throws -> PoolMembership? {
        try PoolMembership.fetchOne(
            db, sql: "SELECT * FROM personnel_pool_membership WHERE cadreId = ? AND pool = ?", arguments: [cadre, pool])
    }

    /// A new place in a pool for somebody who has none there, with the rounds that the person has served.
    static func place(
        of cadre: UniqueID, in pool: PoolKind, by route: PoolRoute, _ roster: Roster, _ context: WriteContext
    ) throws -> PoolMembership {
        let elsewhere = try Int.fetchOne(
            context.db, sql: "SELECT max(roundsServed) FROM personnel_pool_membership WHERE cadreId = ?", arguments: [cadre])
        return PoolMembership(
            id: context.nextID(), version: 1, cadreId: cadre, pool: pool, route: route, state: .nominated,
            roundsServed: try elsewhere ?? Services.rounds(of: [cadre], in: context.db), rosterId: roster.id)
    }

    /// The team in which somebody serves now.
    static func serving(_ cadre: UniqueID, _ db: Database) throws -> String? {
        try String.fetchOne(
            db, sql: "SELECT team FROM personnel_service WHERE cadreId = ? AND endedOn IS NULL ORDER BY startsOn LIMIT 1",
            arguments: [cadre])
    }

    /// - Throws: `E-NOTFOUND` where the cadre is not in the pool.
    static func required(_ cadre: Cadre, in pool: PoolKind, _ db: Database) throws -> PoolMembership {
        guard let membership = try membership(of: cadre.id, in: pool, db) else {
            throw Rule.notFound.refused(
                "membership", field: "cadre", ["cadre": .text(cadre.name), "pool": .key("poolKind.\(pool.rawValue)")])
        }
        return membership
    }

    /// Everybody's memberships of one cadre, each with the day of its review.
    static func memberships(of cadre: UniqueID, in db: Database) throws -> [PoolMembership] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT \(reviewDue(try PersonnelSettings(db))) AS due, m.* FROM personnel_pool_membership m WHERE cadreId = ?
                ORDER BY pool DESC
                """, arguments: [cadre])
        return try rows.map { row in
            var membership = try PoolMembership(row: row)
            membership.reviewDue = row["due"]
            return membership
        }
    }

    /// The day of the next review of a membership `m`, as SQL. Where none is set it counts from the admission, and for those taken
    /// over from a roster from the day of that roster, the first on which they are known to be in the pool.
    static func reviewDue(_ settings: PersonnelSettings) -> String {
        """
        coalesce(m.reviewDue, CASE WHEN m.state IN ('admitted', 'onAssignment', 'cooling') THEN
        date(coalesce(m.admittedOn, (SELECT r.rosterDate FROM personnel_roster r WHERE r.id = m.rosterId)),
        '+\(settings[PersonnelSettings.reviewMonths] ?? 24) months') END)
        """
    }

    /// How many people of each pool are due for review by a day, and the first day among them.
    static func due(by day: CalendarDate, in db: Database) throws -> [(pool: PoolKind, people: Int, first: CalendarDate?)] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT pool, count(*), min(due) FROM (
                    SELECT m.pool, \(reviewDue(try PersonnelSettings(db))) AS due FROM personnel_pool_membership m
                    JOIN personnel_cadre c ON c.id = m.cadreId
                    WHERE c.mergedInto IS NULL AND m.state IN ('admitted', 'cooling'))
                WHERE due <= ? GROUP BY pool ORDER BY pool DESC
                """, arguments: [day])
        return rows.map { (pool: $0[0], people: $0[1], first: $0[2]) }
    }

    /// Saves a changed membership with the step that changed it.
    static func save(
        _ membership: PoolMembership, was before: PoolMembership, step: String, document: String? = nil, reason: String? = nil,
        _ context: WriteContext
    ) throws {
        var changed = membership
        changed.version += 1
        try changed.update(context.db)
        try note(step, of: changed.id, document: document, reason: reason, context)
        try context.noteChange(of: "poolMembership", changed.id, from: before, to: changed)
    }

    /// One step of somebody's membership: what the body changes is saved with it, and the membership is the answer.
    static func step(
        _ step: String, of cadre: String, in pool: PoolKind, document: String? = nil, reason: String? = nil, _ sentence: String,
        _ context: WriteContext, _ change: (inout PoolMembership) throws -> Void
    ) throws -> RecordAnswer<PoolLine> {
        let before = try required(try Cadres.cadre(cadre, in: context.db), in: pool, context.db)
        var membership = before
        try change(&membership)
        try save(membership, was: before, step: step, document: document, reason: reason, context)
        return try PoolLine.answer(membership, sentence, context)
    }

    static func note(
        _ step: String, of membership: UniqueID, document: String? = nil, reason: String? = nil, _ context: WriteContext
    ) throws {
        try PoolStep(
            membershipId: membership, step: step, day: context.today, account: context.principal.account,
            document: document?.trimmed, reason: reason?.trimmed
        ).insert(context.db)
    }

    /// Moves somebody's memberships that are in a state on to another, as a team's authorisation and end ask for.
    static func move(
        _ cadre: UniqueID, from: PoolState, to: PoolState, why: String, _ context: WriteContext
    ) throws {
        let memberships = try PoolMembership.fetchAll(
            context.db.cachedStatement(sql: "SELECT * FROM personnel_pool_membership WHERE cadreId = ? AND state = ?"),
            arguments: [cadre, from])
        for before in memberships {
            var membership = before
            membership.state = to
            try save(membership, was: before, step: to.rawValue, reason: why, context)
        }
    }
}
