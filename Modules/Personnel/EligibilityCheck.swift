import GRDB
import Interchange
import Operations
import Persistence
import PluginKit

/// What another module wants to see before somebody is taken into a pool: courses passed, study done.
public struct EligibilityCheck: Sendable {
    /// `training.generalCourse`
    public let name: String
    package let lines: @Sendable (UniqueID, PoolKind, ReadContext) throws -> [CriterionLine]

    /// - Parameter lines: what the module says of a cadre for a pool; empty where it has nothing to say.
    package init(_ name: String, lines: @escaping @Sendable (UniqueID, PoolKind, ReadContext) throws -> [CriterionLine]) {
        self.name = name
        self.lines = lines
    }
}

/// Slot for what other modules check of a nominee.
public enum EligibilityChecks: ContributionKind {
    public static let slot = "eligibilityChecks"
    public static let keysAreNamespaced = true
    public static func key(of value: EligibilityCheck) -> String { value.name }
}

extension Eligibility {
    /// Every criterion for a cadre and a pool, those of other modules behind our own.
    static func lines(of cadre: Cadre, for pool: PoolKind, in context: ReadContext) throws -> [CriterionLine] {
        let posts = try CandidateSelection.posts(context.db, of: "SELECT ?", [cadre.id])[cadre.id] ?? []
        let facts = try Fact.fetchAll(
            context.db,
            sql: """
                SELECT * FROM personnel_fact WHERE cadreId = ? AND voidedBy IS NULL
                AND kind IN ('experience', 'sanction', 'investigation') ORDER BY fromDay, seq
                """, arguments: [cadre.id])
        let date = try CalendarDate.fetchOne(
            context.db, sql: "SELECT rosterDate FROM personnel_roster WHERE id = ?", arguments: [cadre.rosterId])
        let known = EligibilityFacts(
            cadre: cadre, posts: posts, facts: facts, recordDate: date ?? context.today, today: context.today)
        let own = lines(known, for: pool, try PersonnelSettings(context.db))
        return try own + context.registry.values(EligibilityChecks.self).flatMap { try $0.lines(cadre.id, pool, context) }
    }

    /// What stands against taking somebody into a pool: one refusal that names every criterion not met (R-POL-01), and one that
    /// names nothing where it is about integrity (R-POL-02).
    static func obstacles(_ lines: [CriterionLine], _ cadre: Cadre) -> [Refusal] {
        let unmet = lines.filter { $0.verdict != .pass && $0.criterion != .integrity }
        var refusals: [Refusal] = []
        if !unmet.isEmpty {
            refusals.append(
                PersonnelRules.eligibility.refused(
                    field: "cadre",
                    ["cadre": .text(cadre.name), "criteria": .keys(unmet.map { "criterion.\($0.criterion.rawValue)" })]))
        }
        if lines.contains(where: { $0.criterion == .integrity && $0.verdict == .fail }) {
            refusals.append(PersonnelRules.integrity.refused(field: "cadre"))
        }
        return refusals
    }
}

/// Checks whether somebody may come into a pool: each criterion with its verdict, the facts used and their day.
struct CheckEligibility: Query {
    struct Input: Codable, Sendable {
        var cadre: String
        var pool: PoolKind
    }
    static let name: OperationName = "eligibility.check"
    static let access = Access.roles(cadreReaders)

    func run(_ input: Input, in context: ReadContext) throws -> Page<CriterionLine> {
        let cadre = try Cadres.cadre(input.cadre, in: context.db)
        var lines = try Eligibility.lines(of: cadre, for: input.pool, in: context)
        if context.principal.hasAny(of: Fact.confidants) { try explainIntegrity(&lines, cadre, context) }
        let unmet = lines.count { $0.verdict != .pass }
        return Page(
            rows: lines,
            sentence: Message(
                unmet == 0 ? "eligibility.check.met" : "eligibility.check.unmet",
                ["cadre": .text(cadre.name), "pool": .key("poolKind.\(input.pool.rawValue)"), "unmet": "\(unmet)"]))
    }

    /// 组织部 and 纪委监委 see what it is about.
    private func explainIntegrity(_ lines: inout [CriterionLine], _ cadre: Cadre, _ context: ReadContext) throws {
        guard let index = lines.firstIndex(where: { $0.criterion == .integrity && $0.verdict == .fail }) else { return }
        let facts = try FactLine.of(cadre.id, for: context).filter { $0.fact.kind.isConfidential }
        let text = facts.map { "\($0.fact.value) \($0.fact.fromDay.map { "\($0)" } ?? "")" }.joined(separator: "；")
        lines[index].facts = Message("eligibility.facts.integrity", ["text": text.trimmed])
    }
}
