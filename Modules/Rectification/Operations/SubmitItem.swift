import GRDB
import Inspection
import Operations
import Persistence
import PluginKit

/// Hands an item's result in: evidence, a text, and the numbers, even where they are 0.
struct SubmitItem: Command {
    struct Input: Codable, Sendable {
        var no: String
        var result: String
        var evidence: [Upload]?
        /// The day the evidence is of, apart from the day it is sent in.
        var evidenceDate: CalendarDate?
        var systemsNew: Int
        var systemsRevised: Int
        /// 元, at most two decimals.
        var loss: String
        var personsDisciplined: Int
        /// 举一反三: where else the unit looked.
        var selfExtend: String?
        var version: Int?
    }
    static let name: OperationName = "item.submit"
    static let access = Access.roles([.unitPrincipal, .inspectionOffice])
    static let positional = ["no"]

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<ItemRecord> {
        let before = try Lookup.item(input.no, in: context)
        try context.expect(version: input.version, stored: before.version)
        let loss = try check(input, RectificationSettings(in: context), today: context.today)
        try Evidences.add(input.evidence ?? [], of: input.evidenceDate, to: before, in: context)
        var facts = try ItemSteps.facts(before, in: context)
        facts.item.resultText = input.result.trimmed
        facts.item.systemsNew = input.systemsNew
        facts.item.systemsRevised = input.systemsRevised
        facts.item.lossFen = loss
        facts.item.personsDisciplined = input.personsDisciplined
        facts.item.selfExtend = input.selfExtend?.trimmed ?? before.selfExtend
        facts.item.submittedBy = context.principal.account
        facts.item.checkedBy = nil
        let item = try ItemSteps.take(before, to: .submitted, facts, in: context)
        return try .submitted(item, "item.submit.done", in: context)
    }

    private func check(_ input: Input, _ settings: RectificationSettings, today: CalendarDate) throws -> Int64 {
        var checks = Checks()
        checks.require(!input.result.trimmed.isEmpty, Rule.invalid.refused("empty", field: "result"))
        let counts = [
            ("systemsNew", input.systemsNew), ("systemsRevised", input.systemsRevised),
            ("personsDisciplined", input.personsDisciplined),
        ]
        for (field, count) in counts {
            checks.require(
                (0...100_000).contains(count),
                Rule.invalid.refused("range", field: field, ["low": "0", "high": "100000", "value": "\(count)"]))
        }
        let loss = Money.fen(input.loss)
        checks.require(loss != nil, Rule.invalid.refused("money", field: "loss", ["value": .text(input.loss)]))
        Evidences.check(input.evidence ?? [], field: "evidence", settings: settings, &checks)
        Evidences.check(day: input.evidenceDate, of: input.evidence, today: today, &checks)
        try checks.finish()
        return loss ?? 0
    }
}

extension RecordAnswer where Row == ItemRecord {
    /// An item's record; its sentence warns when other items have nothing but the same evidence (R-RCT-03).
    static func submitted(_ item: Item, _ key: String, in context: ReadContext) throws -> RecordAnswer {
        let reused = try Evidences.reused(by: item, in: context)
        guard !reused.isEmpty else { return try .of(item, key, in: context) }
        return try .of(item, "\(key).reused", ["items": .text(reused.joined(separator: "、"))], in: context)
    }
}
