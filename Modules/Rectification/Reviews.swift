import GRDB
import Inspection
import Operations
import Organization
import Persistence
import PluginKit

/// Finding reviews and what belongs to them.
enum Reviews {
    /// The review of a target's document; nil before it was first handed in.
    static func review(of target: UniqueID, _ node: ReviewNode, in db: Database) throws -> ReviewCase? {
        try ReviewCase.fetchOne(
            db.cachedStatement(sql: "SELECT * FROM rectification_case WHERE targetId = ? AND node = ?"),
            arguments: [target, node])
    }

    /// The review an operation is about, as far as the person may see it.
    /// - Throws: `E-NOTFOUND`.
    static func find(
        round code: String, unit: String?, node: ReviewNode, in context: ReadContext
    ) throws -> (review: ReviewCase, target: Target, unit: Unit) {
        let round = try Rounds.round(code, in: context.db)
        let (target, unit) = try Lookup.target(unit: unit, round: round, in: context)
        guard let review = try review(of: target.id, node, in: context.db) else {
            throw Rule.notFound.refused(
                "review", field: "node", ["unit": .text(unit.name), "node": .key("reviewNode.\(node.rawValue)")])
        }
        return (review, target, unit)
    }

    static func tiers(of review: ReviewCase, in db: Database) throws -> [ReviewTier] {
        try ReviewTier.fetchAll(
            db, sql: "SELECT * FROM rectification_tier WHERE caseId = ? ORDER BY documentVersion, tier", arguments: [review.id])
    }

    static func ballots(of review: ReviewCase, in db: Database) throws -> [Ballot] {
        try Ballot.fetchAll(
            db, sql: "SELECT * FROM rectification_ballot WHERE caseId = ? ORDER BY respondentKind", arguments: [review.id])
    }

    /// Numbers of a target's issued findings that have no item with goal, measure, leader, department and date (R-REV-01).
    static func unplanned(_ target: UniqueID, in db: Database) throws -> [String] {
        let planned = try UniqueID.fetchSet(
            db,
            sql: """
                SELECT i.findingId FROM rectification_item i
                WHERE i.targetId = ? AND i.goal <> '' AND i.leaderInCharge <> '' AND i.leadDepartment <> '' AND i.due IS NOT NULL
                    AND EXISTS (SELECT 1 FROM rectification_measure m WHERE m.itemId = i.id)
                """, arguments: [target])
        return try Findings.issued(of: target, in: db).filter { !planned.contains($0.id) }.map(\.no)
    }

    /// What the guards look at, before anything of this step is added.
    static func facts(_ review: ReviewCase, in context: WriteContext) throws -> ReviewFacts {
        var facts = ReviewFacts(review: review, principal: context.principal)
        if review.node == .plan { facts.unplanned = try unplanned(review.targetId, in: context.db) }
        let now = review.state.tier ?? review.returnedBy
        facts.seatedElsewhere = try tiers(of: review, in: context.db).filter { $0.tier != now }
            .reduce(into: []) { $0.formUnion($1.seated) }
        facts.tier = review.returnedBy
        facts.ballots = try ballots(of: review, in: context.db)
        facts.quorum = try RectificationSettings(in: context).panelQuorum
        return facts
    }

    /// Saves a review under its next version.
    static func save(_ review: ReviewCase, before: ReviewCase, in context: WriteContext) throws {
        var review = review
        review.version = before.version + 1
        try review.update(context.db)
        try context.noteChange(of: "review", review.id, from: before, to: review)
    }
}
