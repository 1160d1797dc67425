import GRDB
import Inspection
import Operations
import Persistence
import PluginKit

/// Writes an item's part of the rectification plan: goal, measures, who answers for it and until when.
struct PlanItem: Command {
    struct Input: Codable, Sendable {
        var no: String
        var goal: String
        var measures: [String]
        /// One member of the unit's leadership.
        var leaderInCharge: String
        var leadDepartment: String
        var due: CalendarDate
        var kindOfFix: KindOfFix?
        var version: Int?
    }
    static let name: OperationName = "item.plan"
    static let access = Access.roles([.unitPrincipal, .unitLiaison, .inspectionOffice])
    static let positional = ["no"]

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<ItemRecord> {
        let before = try Lookup.item(input.no, in: context)
        try context.expect(version: input.version, stored: before.version)
        try checkOpen(before, context)
        let measures = input.measures.map(\.trimmed).filter { !$0.isEmpty }
        try check(input, measures, before, context)
        var item = before
        item.goal = input.goal.trimmed
        item.leaderInCharge = input.leaderInCharge.trimmed
        item.leadDepartment = input.leadDepartment.trimmed
        item.due = input.due
        item.kindOfFix = input.kindOfFix ?? before.kindOfFix
        try ItemSteps.save(item, before: before, in: context)
        try replaceMeasures(measures, of: item, context)
        return try .of(item, "item.plan.done", ["due": "\(input.due)", "measures": "\(measures.count)"], in: context)
    }

    /// A plan is written until it is handed in, again when it was returned, and afterwards for items of an older ledger.
    private func checkOpen(_ item: Item, _ context: WriteContext) throws {
        let plan = try Reviews.review(of: item.targetId, .plan, in: context.db)
        guard [.open, .inProgress].contains(item.status), plan == nil || plan?.state == .returned else {
            throw Rule.illegalState.refused(
                "planFixed",
                [
                    "no": .text(item.no), "status": .key("itemStatus.\(item.status.rawValue)"),
                    "plan": .key(plan.map { "reviewState.\($0.state.rawValue)" } ?? "rectification.noPlan"),
                ])
        }
    }

    private func check(_ input: Input, _ measures: [String], _ item: Item, _ context: WriteContext) throws {
        var checks = Checks()
        for (field, text) in [
            ("goal", input.goal), ("leaderInCharge", input.leaderInCharge), ("leadDepartment", input.leadDepartment),
        ] {
            checks.require(!text.trimmed.isEmpty, Rule.invalid.refused("empty", field: field))
        }
        checks.require(!measures.isEmpty, Rule.invalid.refused("empty", field: "measures"))
        let feedback = try Rounds.target(id: item.targetId, in: context.db)?.feedbackDate
        if let refusal = DueLimit.refusal(due: input.due, feedback: feedback, settings: try RectificationSettings(in: context)) {
            checks.add(refusal)
        }
        try checks.finish()
    }

    private func replaceMeasures(_ texts: [String], of item: Item, _ context: WriteContext) throws {
        try context.db.execute(sql: "DELETE FROM rectification_measure WHERE itemId = ?", arguments: [item.id])
        for (index, text) in texts.enumerated() {
            try Measure(itemId: item.id, ordinal: index + 1, text: text).insert(context.db)
        }
    }
}

/// Writes down how far an item is, with what proves it; its status stays.
struct ReportProgress: Command {
    struct Input: Codable, Sendable {
        var no: String
        var progress: String
        var evidence: [Upload]?
        /// The day the evidence is of, apart from the day it is sent in.
        var evidenceDate: CalendarDate?
        var version: Int?
    }
    static let name: OperationName = "item.progress"
    static let access = Access.roles([.unitPrincipal, .unitLiaison, .inspectionOffice])
    static let positional = ["no"]

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<ItemRecord> {
        let before = try Lookup.item(input.no, in: context)
        try context.expect(version: input.version, stored: before.version)
        let text = input.progress.trimmed
        var checks = Checks()
        checks.require(!text.isEmpty, Rule.invalid.refused("empty", field: "progress"))
        Evidences.check(input.evidence ?? [], field: "evidence", settings: try RectificationSettings(in: context), &checks)
        Evidences.check(day: input.evidenceDate, of: input.evidence, today: context.today, &checks)
        try checks.finish()
        guard before.status != .closed else {
            throw Rule.illegalState.refused("itemClosed", ["no": .text(before.no)])
        }
        try Evidences.add(input.evidence ?? [], of: input.evidenceDate, to: before, in: context)
        var item = before
        item.progress = text
        try ItemSteps.save(item, before: before, in: context)
        return try .of(item, "item.progress.done", in: context)
    }
}
