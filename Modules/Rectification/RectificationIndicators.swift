import GRDB
import Inspection
import Operations
import Persistence
import PluginKit
import Statistics

/// The figures of the ledger (domain 7, numbers 9 and 10), counted over what a person may see. Cancelled rounds count nowhere
/// (R-RND-10).
enum RectificationIndicators {
    static let all = [
        Indicator(id: "rectification.closed", unit: .items, position: 9, rows: rows(["status": "closed"])) { scope, context in
            .count(try counts(scope, context)[.closed] ?? 0)
        },
        Indicator(id: "rectification.longTerm", unit: .items, position: 9, rows: rows(["status": "longTerm"])) { scope, context in
            .count(try counts(scope, context)[.longTerm] ?? 0)
        },
        Indicator(id: "rectification.open", unit: .items, position: 9, rows: rows(["pending": "true"])) { scope, context in
            .count(try counts(scope, context).filter(\.key.isPending).values.reduce(0, +))
        },
        Indicator(id: "rectification.rate", unit: .percent, position: 9, rows: rows([:])) { scope, context in
            let counts = try counts(scope, context)
            return .share(counts[.closed] ?? 0, of: counts.values.reduce(0, +))
        },
    ]

    private static func rows(_ fields: [String: String]) -> IndicatorRows { IndicatorRows(ListLedger.name, fields) }

    private static func counts(_ scope: IndicatorScope, _ context: ReadContext) throws -> [ItemStatus: Int] {
        var filter = Filter("i.roundId NOT IN (SELECT id FROM inspection_round WHERE stage = 'cancelled')")
        if let round = scope.round { filter.and("i.roundId = ?", try Rounds.round(round, in: context.db).id) }
        filter.and(LedgerFilter.visible(to: scope.principal))
        let rows = try Row.fetchAll(
            context.db.cachedStatement(
                sql: "SELECT i.status, count(*) FROM rectification_item i WHERE \(filter.sql) GROUP BY i.status"),
            arguments: filter.arguments)
        return Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: +)
    }
}
