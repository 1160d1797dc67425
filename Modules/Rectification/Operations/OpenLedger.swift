import GRDB
import Inspection
import Operations
import Organization
import Persistence
import PluginKit

/// Makes the ledger of a round from its issued findings: one item each, the wording byte for byte. What has an item keeps it.
struct OpenLedger: Command {
    struct Input: Codable, Sendable {
        /// Code of the round.
        var round: String
        /// Code of one unit; all targets of the round when not given.
        var unit: String?
    }
    static let name: OperationName = "rectification.open"
    static let access = Access.roles([.inspectionOffice])

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<OpenedLedger> {
        let round = try Rounds.round(input.round, in: context.db)
        var targets = try Rounds.targets(of: round, in: context.db)
        if let code = input.unit {
            let unit = try Units.unit(code: code, in: context.db)
            targets = targets.filter { $0.unitId == unit.id }
        }
        var opened = OpenedLedger(round: round.code, issued: 0, created: 0)
        let insertion = try ItemInsertion(into: round, in: context)
        for target in targets { try open(target, insertion, &opened, context) }
        guard opened.issued > 0 else {
            throw Rule.illegalState.refused("nothingIssued", field: "round", ["round": .text(round.code)])
        }
        return RecordAnswer(
            opened,
            sentence: Message(
                "rectification.open.done",
                ["round": round.code, "created": "\(opened.created)", "issued": "\(opened.issued)"]))
    }

    private func open(_ target: Target, _ insertion: ItemInsertion, _ opened: inout OpenedLedger, _ context: WriteContext) throws
    {
        let known = try UniqueID.fetchSet(
            context.db, sql: "SELECT findingId FROM rectification_item WHERE targetId = ?", arguments: [target.id])
        let issued = try Findings.issued(of: target.id, in: context.db)
        opened.issued += issued.count
        for finding in issued where !known.contains(finding.id) {
            let id = try insertion.add(finding)
            try context.noteChange(of: "item", id, to: finding.no)
            opened.created += 1
        }
    }
}

/// What was opened, beside what was issued.
struct OpenedLedger: Tabular {
    var round: String
    var issued: Int
    var created: Int

    static let columns: [TableColumn<OpenedLedger>] = [
        .text("round") { $0.round },
        .integer("issuedFindings") { $0.issued },
        .integer("createdItems") { $0.created },
    ]
}
