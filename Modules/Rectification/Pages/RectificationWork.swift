import GRDB
import Inspection
import Operations
import PageKit
import Persistence
import PluginKit

/// What of the ledger and the reviews waits for somebody.
enum RectificationWork {
    /// Items that are not written off: those whose turn it is first, then those with a date that others have.
    static let items = WorkSource("rectification.items") { limit, context in
        guard context.principal.hasAny(of: ledgerReaders) else { return [] }
        let mine = ItemStatus.allCases.filter { context.principal.hasAny(of: ItemHolder.roles($0)) && $0 != .longTerm }
        let others = ItemStatus.allCases.filter { $0 != .closed && $0 != .longTerm && !mine.contains($0) }
        return try items(mine, isMine: true, limit, context) + items(others, isMine: false, limit, context)
            + checks(limit, context)
    }

    private static func items(_ statuses: [ItemStatus], isMine: Bool, _ limit: Int, _ context: ReadContext) throws -> [WorkItem] {
        guard !statuses.isEmpty else { return [] }
        var filter = LedgerFilter.visible(to: context.principal)
        let marks = statuses.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        filter.and("i.status <> 'closed' AND i.status IN (\(marks))")
        let rows = try ItemLine.fetchAll(
            context.db.cachedStatement(
                sql: "\(ItemLine.selection) WHERE \(filter.sql) ORDER BY i.due IS NULL, i.due, i.seq LIMIT \(limit)"),
            arguments: filter.arguments)
        return rows.map { item($0, due: $0.due, isMine: isMine) }
    }

    /// Long-term items whose next check is near.
    private static func checks(_ limit: Int, _ context: ReadContext) throws -> [WorkItem] {
        guard context.principal.has(.inspectionOffice) else { return [] }
        let horizon = context.today.adding(days: try RectificationSettings(in: context).dueLimits.green)
        let rows = try Row.fetchAll(
            context.db,
            sql: """
                SELECT i.no, i.nextCheck FROM rectification_item i WHERE i.status = 'longTerm' AND i.nextCheck <= ? ORDER BY i.nextCheck LIMIT ?
                """, arguments: [horizon, limit])
        return rows.map { row in
            WorkItem(
                title: Message("rectification.pages.work.check", ["no": row["no"] as String]),
                path: SitePath.of("rectification", row["no"]),
                state: ItemStatus.longTerm.value, due: row["nextCheck"], holder: ItemHolder.message([.inspectionOffice]),
                isMine: true)
        }
    }

    private static func item(_ line: ItemLine, due: CalendarDate?, isMine: Bool) -> WorkItem {
        WorkItem(
            title: Message("rectification.pages.work.item", ["no": line.no, "unit": line.unit, "wording": line.wording]),
            path: SitePath.of("rectification", line.no), state: line.status.value, due: due,
            holder: ItemHolder.message(ItemHolder.roles(line.status), unit: line.unit), isMine: isMine)
    }

    /// Reviews that are not decided.
    static let reviews = WorkSource("rectification.reviews") { limit, context in
        guard context.principal.hasAny(of: ledgerReaders) else { return [] }
        var filter = LedgerFilter.visible(to: context.principal)
        filter.and("i.state NOT IN ('passed', 'failed')")
        let lines = try ReviewLine.fetchAll(
            context.db, sql: "\(ReviewLine.selection) WHERE \(filter.sql) ORDER BY i.seq LIMIT \(limit)",
            arguments: filter.arguments)
        return lines.map { line in
            let roles = ReviewHolder.roles(line.review.state)
            return WorkItem(
                title: Message(
                    "rectification.pages.work.review",
                    [
                        "unit": .text(line.unit), "round": .text(line.round),
                        "node": .key("reviewNode.\(line.review.node.rawValue)"),
                    ]),
                path: SitePath.of("reviews", line.round, line.unitCode, line.review.node.rawValue),
                state: line.review.state.value,
                holder: ItemHolder.message(roles, unit: line.unit), isMine: context.principal.hasAny(of: roles))
        }
    }

    /// Documents that units owe: the plan after the feedback, the report once the plan has passed.
    static let missingDocuments = WorkSource("rectification.missingDocuments") { limit, context in
        guard context.principal.hasAny(of: ledgerReaders) else { return [] }
        return try missing(.plan, .fedBack, limit, context) + missing(.report, .planApproved, limit, context)
    }

    private static func missing(_ node: ReviewNode, _ state: TargetState, _ limit: Int, _ context: ReadContext) throws
        -> [WorkItem]
    {
        var filter = Filter("t.state = ?", state)
        filter.and("NOT EXISTS (SELECT 1 FROM rectification_case c WHERE c.targetId = t.id AND c.node = ?)", node)
        filter.and("EXISTS (SELECT 1 FROM rectification_item x WHERE x.targetId = t.id AND NOT x.isImported)")
        Visibility.restrict(&filter, alias: "i", issued: "1", for: context.principal)
        let rows = try Row.fetchAll(
            context.db,
            sql: """
                SELECT r.code AS round, u.code AS unitCode, u.name AS unit FROM inspection_target t
                JOIN (SELECT id, id AS targetId, unitId FROM inspection_target) i ON i.id = t.id
                JOIN inspection_round r ON r.id = t.roundId JOIN organization_unit u ON u.id = t.unitId
                WHERE \(filter.sql) ORDER BY t.feedbackDate LIMIT \(limit)
                """, arguments: filter.arguments)
        return rows.map { row in missing(node, state, round: row["round"], unitCode: row["unitCode"], unit: row["unit"], context)
        }
    }

    private static func missing(
        _ node: ReviewNode, _ state: TargetState, round: String, unitCode: String, unit: String, _ context: ReadContext
    ) -> WorkItem {
        let fields = [("round", round), ("unit", unitCode), ("node", node.rawValue)]
        let query = fields.flatMap { [(name: $0.0, value: $0.1), (name: "_set", value: $0.0)] }
        let isOwn = SubmitReview.access.allows(context.principal) && context.principal.isUnitSide
        return WorkItem(
            title: Message(
                "rectification.pages.work.document",
                ["unit": .text(unit), "round": .text(round), "node": .key("reviewNode.\(node.rawValue)")]),
            path: isOwn
                ? SitePath.with(SitePath.of("op", SubmitReview.name.text), query)
                : SitePath.with("/rectification", [("round", round), ("unit", unitCode)]),
            state: .word(code: state.rawValue, key: "targetState.\(state.rawValue)"),
            holder: ItemHolder.message(Role.unit, unit: unit), isMine: isOwn)
    }
}
