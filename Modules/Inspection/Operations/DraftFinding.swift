import GRDB
import Operations
import Organization
import Persistence
import Personnel
import PluginKit

/// Writes a draft: one problem, one draft, in three parts, under one leaf of the taxonomy.
struct DraftFinding: Command {
    struct Input: Codable, Sendable {
        var round: String
        /// Code of the unit.
        var unit: String
        var wording: String
        /// Leaf of the taxonomy, `3.6`.
        var leaf: String
        var phenomenon: String?
        var basis: String?
        var responsibility: String?
        var politicalDeviation: String?
        var focus: Focus?
        var rootCauses: [RootCause]?
        /// 元, at most two decimals.
        var amount: String?
        /// Numbers and places of the supporting material.
        var evidence: String?
        /// Names of the two handlers, members of the team.
        var handlers: [String]?
    }
    static let name: OperationName = "finding.draft"
    static let access = Access.roles([.inspector, .deputyLeader, .teamLeader])

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<FindingRecord> {
        let round = try Rounds.round(input.round, in: context.db)
        let unit = try Units.unit(code: input.unit, in: context.db)
        let target = try visibleTarget(unit, round, context)
        var checks = Checks()
        checks.require(!input.wording.trimmed.isEmpty, Rule.invalid.refused("empty", field: "wording"))
        let category = Taxonomy.category(ofLeaf: input.leaf.trimmed)
        checks.require(category != nil, InspectionRules.oneLeaf.refused(field: "leaf", ["code": .text(input.leaf)]))
        let amount = input.amount.map { Money.fen($0) } ?? 0
        checks.require(amount != nil, InspectionRules.amount.refused(field: "amount", ["value": .text(input.amount ?? "")]))
        let handlers = try FindingHandlers.ids(input.handlers ?? [], of: target.id, &checks, context)
        try checks.finish()
        guard let category, let amount else { throw Rule.invalid.refused("empty", field: "leaf") }
        let number = try NumberSequence.next("inspection.finding/\(round.code)", in: context.db)
        let finding = Finding(
            seq: nil, id: context.nextID(), version: 1, no: FindingNumber.text(round: round.code, number: number),
            roundId: round.id,
            targetId: target.id, unitId: unit.id, wording: input.wording.trimmed, category: category, leaf: input.leaf.trimmed,
            taxonomy: Taxonomy.current, phenomenon: input.phenomenon?.trimmed, basis: input.basis?.trimmed,
            responsibility: input.responsibility?.trimmed, politicalDeviation: input.politicalDeviation?.trimmed,
            focus: input.focus,
            rootCauses: (input.rootCauses ?? []).map(\.rawValue).joined(separator: " "), amountFen: amount,
            evidence: input.evidence?.trimmed, firstHandler: handlers.first, secondHandler: handlers.dropFirst().first,
            state: .drafting,
            issuedOn: nil, isImported: false, draftedBy: context.principal.account, reviewedBy: nil, signedBy: nil)
        try context.insert(finding, as: "finding", finding.id)
        try context.noteStep(of: finding.id, "findingState.drafting")
        return RecordAnswer(
            try FindingLookup.record(finding.no, in: context), sentence: Message("finding.draft.done", ["no": .text(finding.no)]))
    }

    private func visibleTarget(_ unit: Unit, _ round: Round, _ context: WriteContext) throws -> Target {
        var filter = Filter("x.roundId = ? AND x.unitId = ?", round.id, unit.id)
        Visibility.restrict(&filter, alias: "x", issued: "0", for: context.principal)
        let found = try Target.fetchOne(
            context.db, sql: "SELECT * FROM (SELECT t.*, t.id AS targetId FROM inspection_target t) x WHERE \(filter.sql)",
            arguments: filter.arguments)
        guard let found else {
            throw Rule.notFound.refused("target", field: "unit", ["unit": .text(unit.code), "round": .text(round.code)])
        }
        return found
    }

}

/// The people who answer for a draft, by name.
enum FindingHandlers {
    /// Members of the team that inspects the target; names that are none of theirs are refused.
    static func ids(
        _ names: [String], of target: UniqueID, _ checks: inout Checks, _ context: WriteContext
    ) throws -> [UniqueID] {
        let members = try UniqueID.fetchAll(
            context.db,
            sql: """
                SELECT m.cadreId FROM inspection_member m JOIN inspection_target t ON t.teamId = m.teamId WHERE t.id = ?
                """, arguments: [target])
        let known = try Candidates.names(of: members, in: context.db)
        return names.compactMap { name in
            if let id = members.first(where: { known[$0] == name.trimmed }) { return id }
            checks.add(Rule.notFound.refused("handler", field: "handlers", ["name": .text(name)]))
            return nil
        }
    }
}
