import GRDB
import Operations
import Persistence
import PluginKit

/// Changes a draft that was not handed in yet. What is not given stays as it is.
struct EditFinding: Command {
    struct Input: Codable, Sendable {
        var no: String
        var wording: String?
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
        var version: Int?
    }
    static let name: OperationName = "finding.edit"
    static let access = Access.roles([.inspector, .deputyLeader, .teamLeader])
    static let positional = ["no"]

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<FindingRecord> {
        let before = try FindingLookup.record(input.no, in: context).finding
        try context.expect(version: input.version, stored: before.version)
        guard before.state == .drafting else {
            throw Rule.illegalState.refused(
                "notDrafting", ["no": .text(before.no), "state": .key("findingState.\(before.state.rawValue)")])
        }
        var checks = Checks()
        let amount = input.amount.map { Money.fen($0) } ?? before.amountFen
        checks.require(amount != nil, InspectionRules.amount.refused(field: "amount", ["value": .text(input.amount ?? "")]))
        let handlers = try input.handlers.map { try FindingHandlers.ids($0, of: before.targetId, &checks, context) }
        try checks.finish()
        var finding = before
        finding.wording = input.wording?.trimmed ?? before.wording
        finding.phenomenon = input.phenomenon?.trimmed ?? before.phenomenon
        finding.basis = input.basis?.trimmed ?? before.basis
        finding.responsibility = input.responsibility?.trimmed ?? before.responsibility
        finding.politicalDeviation = input.politicalDeviation?.trimmed ?? before.politicalDeviation
        finding.focus = input.focus ?? before.focus
        finding.rootCauses = input.rootCauses.map { $0.map(\.rawValue).joined(separator: " ") } ?? before.rootCauses
        finding.amountFen = amount ?? before.amountFen
        finding.evidence = input.evidence?.trimmed ?? before.evidence
        if let handlers {
            finding.firstHandler = handlers.first
            finding.secondHandler = handlers.dropFirst().first
        }
        finding.version += 1
        try finding.update(context.db)
        try context.noteChange(of: "finding", finding.id, from: before, to: finding)
        return RecordAnswer(
            try FindingLookup.record(finding.no, in: context), sentence: Message("finding.edit.done", ["no": .text(finding.no)]))
    }

    /// What stands in a draft, by the fields of the input.
    static func values(of finding: Finding) -> [(String, String?)] {
        let causes = finding.rootCauses.split(separator: " ").map { ("rootCauses", Optional(String($0))) }
        return [
            ("wording", finding.wording), ("phenomenon", finding.phenomenon), ("basis", finding.basis),
            ("responsibility", finding.responsibility), ("politicalDeviation", finding.politicalDeviation),
            ("focus", finding.focus?.rawValue), ("amount", Percent.text(hundredths: Int(finding.amountFen))),
            ("evidence", finding.evidence),
        ] + causes
    }
}
