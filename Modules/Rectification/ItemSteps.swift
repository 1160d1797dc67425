import GRDB
import Inspection
import Operations
import Persistence
import PluginKit

/// One step of an item, the same for every operation: checked against the table, saved, noted in its history and in the audit.
enum ItemSteps {
    /// What the guards look at, as stored now.
    static func facts(_ item: Item, in context: ReadContext) throws -> ItemFacts {
        var facts = ItemFacts(item: item, principal: context.principal, today: context.today)
        facts.planPassed = try Reviews.review(of: item.targetId, .plan, in: context.db)?.state == .passed
        facts.measures = try count("rectification_measure", of: item, context.db)
        facts.evidence = try count("rectification_evidence", of: item, context.db)
        if item.isReconciled { facts.differences = try Reconciliation.differences(of: item.targetId, in: context.db) }
        return facts
    }

    private static func count(_ table: String, of item: Item, _ db: Database) throws -> Int {
        try Int.fetchOne(db.cachedStatement(sql: "SELECT count(*) FROM \(table) WHERE itemId = ?"), arguments: [item.id]) ?? 0
    }

    /// Takes a step.
    /// - Parameters:
    ///   - before: the item as stored.
    ///   - facts: with the item as it is to become, but for its status and version.
    /// - Throws: what the table refuses.
    @discardableResult
    static func take(_ before: Item, to status: ItemStatus, _ facts: ItemFacts, in context: WriteContext) throws -> Item {
        try ItemStates.table.check(from: before.status, to: status, by: context.principal, facts: facts)
        var item = facts.item
        item.status = status
        try save(item, before: before, in: context)
        let reason = facts.reason?.trimmed
        try ItemStep(
            seq: nil, itemId: item.id, at: context.instant, account: context.principal.account, fromStatus: before.status,
            toStatus: status, reason: reason?.isEmpty == true ? nil : reason
        ).insert(context.db)
        return item
    }

    /// Saves an item under its next version.
    static func save(_ item: Item, before: Item, in context: WriteContext) throws {
        var item = item
        item.version = before.version + 1
        try item.update(context.db)
        try context.noteChange(of: "item", item.id, from: before, to: item)
    }
}
