import GRDB
import Inspection
import Operations
import Persistence
import PluginKit

/// What follows when a review is decided, all in the transaction of the decision: the target moves on, the work begins, or the
/// consequences of a failed report are drawn (R-REV-08).
struct Outcome {
    var review: ReviewCase
    var target: Target
    var settings: RectificationSettings

    func apply(in context: WriteContext) throws {
        switch (review.node, review.state) {
        case (.plan, .passed):
            try Rounds.move(target, to: .planApproved, in: context)
            try startItems(context)
        case (.report, .passed): try Rounds.move(target, to: .evaluated, in: context)
        case (.report, .failed):
            try Rounds.move(target, to: .rework, in: context)
            try drawConsequences(context)
        default: break
        }
    }

    private func startItems(_ context: WriteContext) throws {
        let open = try Item.fetchAll(
            context.db, sql: "SELECT * FROM rectification_item WHERE targetId = ? AND status = 'open' ORDER BY seq",
            arguments: [target.id])
        for item in open {
            try ItemSteps.take(item, to: .inProgress, try ItemSteps.facts(item, in: context), in: context)
        }
    }

    /// The deduction only where the rate lies below the threshold (R-REV-05); reconciled write-off and a revisit in any case.
    private func drawConsequences(_ context: WriteContext) throws {
        if ReviewStates.isBelow(review.rate, review.threshold) {
            try add(.deduction, owners: [.inspectionOffice, .organisationDepartment], due: nil, items: 0, context)
        }
        let items = try reconcileItems(context)
        let owners: [Role] = [.teamLeader, .disciplineCommission]
        try add(.reconciledWriteOff, owners: owners, due: nil, items: items, context)
        try add(.revisit, owners: owners, due: context.today.adding(months: settings.revisitMonths), items: items, context)
    }

    /// Items judged 不到位: those the last tier gave an opinion on, and all that are not closed.
    private func reconcileItems(_ context: WriteContext) throws -> Int {
        let items = try Item.fetchAll(
            context.db,
            sql: """
                SELECT i.* FROM rectification_item i WHERE i.targetId = ?1 AND i.isReconciled = 0 AND (i.status <> 'closed' OR i.id IN
                    (SELECT itemId FROM rectification_opinion WHERE caseId = ?2 AND documentVersion = ?3 AND tier = 3))
                ORDER BY i.seq
                """, arguments: [target.id, review.id, review.documentVersion])
        for before in items {
            var item = before
            item.isReconciled = true
            try ItemSteps.save(item, before: before, in: context)
        }
        return items.count
    }

    private func add(
        _ kind: ConsequenceKind, owners: [Role], due: CalendarDate?, items: Int, _ context: WriteContext
    ) throws {
        let consequence = Consequence(
            seq: nil, id: context.nextID(), caseId: review.id, targetId: target.id, kind: kind,
            owners: owners.map(\.rawValue).joined(separator: " "), due: due, items: items, rate: review.rate,
            threshold: review.threshold, createdOn: context.today)
        try context.insert(consequence, as: "consequence", consequence.id)
    }
}
