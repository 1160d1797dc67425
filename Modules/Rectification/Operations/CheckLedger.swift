import GRDB
import Inspection
import Operations
import Organization
import Persistence
import PluginKit

/// Holds the ledger against the issued list, target by target, and says whether everything is answered (R-RCT-05, R-RCT-10).
struct CheckLedger: Query {
    struct Input: Codable, Sendable {
        /// Code of the round.
        var round: String
        /// Code of the unit.
        var unit: String?
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "ledger.check"
    static let access = Access.roles(ledgerReaders)

    /// How many open items the sentence names; the list shows the rest.
    private static let named = 20

    func run(_ input: Input, in context: ReadContext) throws -> Page<Reconciliation> {
        let round = try Rounds.round(input.round, in: context.db)
        var filter = Filter("i.roundId = ?", round.id)
        if let code = input.unit { filter.and("i.unitId = ?", try Units.unit(code: code, in: context.db).id) }
        filter.and(LedgerFilter.visible(to: context.principal))
        let rows = try Reconciliation.of(filter, in: context.db)
        return try .part(
            of: rows, limit: input.limit, after: input.after, sentence: try sentence(rows, filter, context), key: \.unitCode)
    }

    private func sentence(_ rows: [Reconciliation], _ filter: Filter, _ context: ReadContext) throws -> Message {
        let pending = rows.reduce(0) { $0 + $1.pending }
        let differences = rows.reduce(0) { $0 + $1.differences }
        if rows.isEmpty { return Message("ledger.check.empty") }
        if pending == 0, differences == 0 { return Message("ledger.check.yes") }
        let open = try String.fetchAll(
            context.db,
            sql: """
                SELECT i.no FROM rectification_item i WHERE \(filter.sql) AND i.status NOT IN ('closed', 'longTerm')
                ORDER BY i.seq LIMIT \(Self.named)
                """, arguments: filter.arguments)
        return Message(
            "ledger.check.no",
            [
                "pending": "\(pending)", "differences": "\(differences)",
                "items": open.isEmpty ? "—" : open.joined(separator: "、") + (pending > open.count ? " …" : ""),
            ])
    }
}
