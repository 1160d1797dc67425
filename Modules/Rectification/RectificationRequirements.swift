import GRDB
import Inspection
import Operations
import Persistence
import PluginKit

/// What rectification wants to see before a round moves on (domain 4.3). Targets that an older ledger brought are left out: it
/// tells nothing of their reviews.
enum RectificationRequirements {
    static let all = [
        StageRequirement("rectification.ledgerOpened", entering: .rectifying) { round, context in
            let missing = try units(
                of: round, context,
                where: """
                    EXISTS (SELECT 1 FROM inspection_finding f WHERE f.targetId = t.id AND f.state = 'issued'
                        AND NOT EXISTS (SELECT 1 FROM rectification_item i WHERE i.findingId = f.id))
                    """)
            return refusal("ledgerNotOpened", missing, round)
        },
        StageRequirement("rectification.reportsReceived", entering: .evaluating) { round, context in
            let missing = try units(
                of: round, context,
                where: """
                    EXISTS (SELECT 1 FROM rectification_item i WHERE i.targetId = t.id AND i.isImported = 0)
                    AND NOT EXISTS (SELECT 1 FROM rectification_case c WHERE c.targetId = t.id AND c.node = 'report')
                    """)
            return refusal("reportsMissing", missing, round)
        },
        StageRequirement("rectification.reportsDecided", entering: .closing) { round, context in
            let missing = try units(
                of: round, context,
                where: """
                    EXISTS (SELECT 1 FROM rectification_item i WHERE i.targetId = t.id AND i.isImported = 0)
                    AND NOT EXISTS (SELECT 1 FROM rectification_case c
                        WHERE c.targetId = t.id AND c.node = 'report' AND c.state IN ('passed', 'failed'))
                    """)
            return refusal("reportsUndecided", missing, round)
        },
    ]

    private static func units(of round: Round, _ context: ReadContext, where condition: String) throws -> [String] {
        try String.fetchAll(
            context.db,
            sql: """
                SELECT u.name FROM inspection_target t JOIN organization_unit u ON u.id = t.unitId
                WHERE t.roundId = ? AND \(condition) ORDER BY u.code
                """, arguments: [round.id])
    }

    private static func refusal(_ variant: String, _ units: [String], _ round: Round) -> [Refusal] {
        guard !units.isEmpty else { return [] }
        return [
            Rule.illegalState.refused(
                variant,
                ["round": .text(round.code), "count": "\(units.count)", "units": .text(units.joined(separator: "、"))])
        ]
    }
}
