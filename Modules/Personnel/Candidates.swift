import GRDB
import Interchange
import Operations
import Persistence

/// What other modules may ask about the people in the pools.
package enum Candidates {
    /// Everybody admitted to a pool, in the order in which they are taken: fewer rounds served first, then by name in pinyin order,
    /// then by id. Five queries, however many people there are.
    package static func inPool(_ pool: PoolKind, in db: Database) throws -> [Candidate] {
        try CandidateSelection(
            from: """
                FROM personnel_pool_membership m JOIN personnel_cadre c ON c.id = m.cadreId
                WHERE m.pool = ?1 AND m.state = 'admitted' AND c.mergedInto IS NULL
                """, arguments: [pool], pool: pool
        ).fetch(db)
    }

    /// Those of these people who serve from a pool now: five queries.
    static func assigned(_ ids: [UniqueID], to pool: PoolKind, in db: Database) throws -> [Candidate] {
        try CandidateSelection(
            from: """
                FROM personnel_pool_membership m JOIN personnel_cadre c ON c.id = m.cadreId
                WHERE m.pool = ? AND m.state = 'onAssignment' AND c.id IN (\(databaseQuestionMarks(count: ids.count)))
                """, arguments: [pool] + StatementArguments(ids), pool: pool
        ).fetch(db)
    }

    /// These people, whatever pool they are in or not, looked at as inspectors: five queries.
    static func strangers(_ ids: [UniqueID], in db: Database) throws -> [Candidate] {
        try CandidateSelection(
            from: """
                FROM personnel_cadre c LEFT JOIN personnel_pool_membership m ON m.cadreId = c.id AND m.pool = 'inspector'
                WHERE c.id IN (\(databaseQuestionMarks(count: ids.count)))
                """, arguments: StatementArguments(ids), pool: .inspector
        ).fetch(db)
    }

    /// One cadre, looked at for a role whether the cadre is in that pool or not; nil where there is none of that id.
    package static func candidate(id: UniqueID, for pool: PoolKind, in db: Database) throws -> Candidate? {
        try CandidateSelection(
            from:
                "FROM personnel_cadre c LEFT JOIN personnel_pool_membership m ON m.cadreId = c.id AND m.pool = ?1 WHERE c.id = ?2",
            arguments: [pool, id], pool: pool
        ).fetch(db).first
    }

    /// Names by id; ids that are nobody's are left out.
    package static func names(of ids: [UniqueID], in db: Database) throws -> [UniqueID: String] {
        try cards(of: ids, in: db).mapValues(\.name)
    }

    /// What a list says about a person beside other things.
    package struct Card: Sendable, Hashable {
        package var name: String
        package var unitName: String
        package var postTitle: String?
    }

    /// Names and home units by id; ids that are nobody's are left out.
    package static func cards(of ids: [UniqueID], in db: Database) throws -> [UniqueID: Card] {
        var cards: [UniqueID: Card] = [:]
        for start in stride(from: 0, to: ids.count, by: 500) {
            let part = ids[start..<min(start + 500, ids.count)]
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT id, name, unitName, postTitle FROM personnel_cadre WHERE id IN (\(databaseQuestionMarks(count: part.count)))
                    """, arguments: StatementArguments(part))
            while let row = try rows.next() { cards[row[0]] = Card(name: row[1], unitName: row[2], postTitle: row[3]) }
        }
        return cards
    }

    /// Counts a finished round for these people, in every pool they are in.
    package static func noteService(of cadres: [UniqueID], in context: WriteContext) throws {
        try context.acting(for: PersonnelPlugin.manifest.id) { try note(1, roundsOf: cadres, in: context) }
    }

    /// Counts more rounds or fewer for these people, in every pool they are in.
    static func note(_ rounds: Int, roundsOf cadres: [UniqueID], in context: WriteContext) throws {
        guard rounds != 0 else { return }
        for cadre in cadres {
            let memberships = try PoolMembership.fetchAll(
                context.db.cachedStatement(sql: "SELECT * FROM personnel_pool_membership WHERE cadreId = ?"),
                arguments: [cadre])
            for before in memberships {
                var after = before
                after.roundsServed = max(0, after.roundsServed + rounds)
                after.version += 1
                try after.update(context.db)
                try context.noteChange(of: "poolMembership", after.id, from: before, to: after)
            }
        }
    }
}
