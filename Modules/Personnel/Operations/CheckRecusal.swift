import GRDB
import Operations
import Organization
import Persistence
import PluginKit

/// What a recusal rule comes to for one person and one unit.
package enum RecusalVerdict: String, Choice {
    /// No reason against; a soft reason; a hard one; or the record does not say enough.
    case clear, soft, hard, unknown

    package static let vocabulary = "recusalVerdict"
}

/// One rule's verdict with one of its facts.
package struct RecusalLine: Tabular {
    package var rule: Rule
    package var verdict: RecusalVerdict
    package var evidence: Message?

    package static let columns: [TableColumn<RecusalLine>] = [
        .text("recusalRule") { $0.rule.id },
        .word("recusalVerdict") { $0.verdict },
        .sentence("evidence") { $0.evidence },
    ]
}

/// Checks one cadre against one unit under every rule of recusal.
struct CheckRecusal: Query {
    struct Input: Codable, Sendable {
        var cadre: String
        /// Code of the unit to be inspected.
        var unit: String
        /// The role to check for; the highest pool the cadre is in when not given, and inspector for somebody in none.
        var role: PoolKind?
        /// The day to look from; today when not given.
        var on: CalendarDate?
    }
    static let name: OperationName = "recusal.check"
    static let access = Access.roles(cadreReaders)

    func run(_ input: Input, in context: ReadContext) throws -> Page<RecusalLine> {
        let unit = try Units.unit(code: input.unit, in: context.db)
        let cadre = try Cadres.cadre(input.cadre, in: context.db)
        let role = try input.role ?? Cadres.highestPool(of: cadre.id, in: context.db)
        guard let candidate = try Candidates.candidate(id: cadre.id, for: role, in: context.db) else {
            throw Rule.notFound.refused("cadre", field: "cadre", ["cadre": .text(input.cadre)])
        }
        let settings = try PersonnelSettings(context.db).recusal
        let target = try RecusalTarget(unit, settings: settings, in: context.db)
        let lines = Recusal.verdicts(candidate, as: role, for: target, on: input.on ?? context.today, settings: settings)
        return Page(
            rows: lines,
            sentence: Message(
                "recusal.check.sentence",
                [
                    "cadre": .text(cadre.name), "unit": .text(unit.name), "role": .key("poolKind.\(role.rawValue)"),
                    "hard": "\(lines.count { $0.verdict == .hard })", "soft": "\(lines.count { $0.verdict == .soft })",
                    "unknown": "\(Set(lines.filter { $0.verdict == .unknown }.map(\.rule.id)).count)",
                ]))
    }
}
