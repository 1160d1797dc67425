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
struct RecusalLine: Tabular {
    var rule: Rule
    var verdict: RecusalVerdict
    var evidence: Message?

    static let columns: [TableColumn<RecusalLine>] = [
        TableColumn("recusalRule") { .text($0.rule.id) },
        TableColumn("recusalVerdict") { $0.verdict.value },
        TableColumn("evidence") { $0.evidence.map(Value.phrase) ?? .none },
    ]
}

/// Checks one cadre against one unit under every rule that can be told from the record.
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
        let role = try input.role ?? highestPool(of: cadre, context)
        guard let candidate = try Candidates.candidate(id: cadre.id, for: role, in: context.db) else {
            throw Rule.notFound.refused("cadre", field: "cadre", ["cadre": .text(input.cadre)])
        }
        let target = try RecusalTarget(unit, in: context.db)
        let hits = Recusal.check(candidate, as: role, for: target, on: input.on ?? context.today)
        return Page(
            rows: Self.lines(hits, Recusal.gaps(of: candidate)),
            sentence: Message(
                "recusal.check.sentence",
                [
                    "cadre": .text(cadre.name), "unit": .text(unit.name), "role": .key("poolKind.\(role.rawValue)"),
                    "hard": "\(hits.count { $0.isHard })", "soft": "\(hits.count { !$0.isHard })",
                ]))
    }

    private func highestPool(of cadre: Cadre, _ context: ReadContext) throws -> PoolKind {
        let pools = try PoolKind.fetchSet(
            context.db, sql: "SELECT pool FROM personnel_pool_membership WHERE cadreId = ?", arguments: [cadre.id])
        return PoolKind.allCases.first(where: pools.contains) ?? .inspector
    }

    /// Every rule at least once: its hits, then what is not known, or that it is clear.
    private static func lines(_ hits: [RecusalHit], _ gaps: [RecusalGap]) -> [RecusalLine] {
        PersonnelRules.recusal.flatMap { rule in
            let found =
                hits.filter { $0.rule == rule }.map {
                    RecusalLine(rule: rule, verdict: $0.isHard ? .hard : .soft, evidence: $0.evidence)
                }
                + gaps.filter { $0.rule == rule }.map { RecusalLine(rule: rule, verdict: .unknown, evidence: $0.evidence) }
            return found.isEmpty ? [RecusalLine(rule: rule, verdict: .clear)] : found
        }
    }
}

extension RecusalTarget {
    /// A unit with everything above it.
    package init(_ unit: Unit, in db: Database) throws {
        self.init(unitId: unit.id, unitName: unit.name, superiorIds: try Units.superiors(of: unit.id, in: db))
    }
}
