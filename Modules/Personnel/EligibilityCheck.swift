import GRDB
import Interchange
import Operations
import Persistence
import PluginKit

/// What another module wants to see of people in a pool: courses passed, study done.
public struct EligibilityCheck: Sendable {
    /// `training.generalCourse`
    public let name: String
    package let lines: @Sendable ([UniqueID], PoolKind, ReadContext) throws -> [UniqueID: [CriterionLine]]

    /// - Parameter lines: what the module says of cadres for a pool, in a number of queries that does not grow with them; nothing
    ///   of those of whom it has nothing to say.
    package init(
        _ name: String, lines: @escaping @Sendable ([UniqueID], PoolKind, ReadContext) throws -> [UniqueID: [CriterionLine]]
    ) {
        self.name = name
        self.lines = lines
    }
}

/// Slot for what other modules check of people before they come into a pool and before they are chosen from it.
public enum EligibilityChecks: ContributionKind {
    public static let slot = "eligibilityChecks"
    public static let keysAreNamespaced = true
    public static func key(of value: EligibilityCheck) -> String { value.name }
}

extension Eligibility {
    /// Every criterion for a cadre and a pool, those of other modules behind our own.
    static func lines(of cadre: Cadre, for pool: PoolKind, in context: ReadContext) throws -> [CriterionLine] {
        try lines(of: "SELECT ?", [cadre.id], for: pool, in: context)[cadre.id] ?? []
    }

    /// The same for all cadres that a query names: a fixed number of queries, however many they are.
    static func lines(
        of ids: String, _ arguments: StatementArguments, for pool: PoolKind, in context: ReadContext
    ) throws -> [UniqueID: [CriterionLine]] {
        let settings = try PersonnelSettings(context.db)
        let posts = try CandidateSelection.posts(context.db, of: ids, arguments)
        let facts = try Fact.fetchAll(
            context.db,
            sql: """
                SELECT * FROM personnel_fact WHERE cadreId IN (\(ids)) AND voidedBy IS NULL
                AND (kind IN ('experience', 'sanction', 'investigation')
                    OR kind = 'change' AND (value LIKE 'managedBy: %' OR value LIKE 'inService: %')) ORDER BY fromDay, seq
                """, arguments: arguments)
        let factsOf = Dictionary(grouping: facts, by: \.cadreId)
        let rows = try Row.fetchAll(
            context.db,
            sql: """
                SELECT c.*, r.rosterDate AS recordDate,
                    (SELECT max(o.rosterDate) FROM personnel_post p JOIN personnel_roster o ON o.id = p.rosterId
                        WHERE p.cadreId = c.id AND p.voidedOn IS NULL) AS postsDate,
                    EXISTS (SELECT 1 FROM personnel_pool_membership m WHERE m.cadreId = c.id AND m.exitReason = 'discipline')
                        AS hasLeft
                FROM personnel_cadre c LEFT JOIN personnel_roster r ON r.id = c.rosterId WHERE c.id IN (\(ids))
                """, arguments: arguments)
        var found: [UniqueID: [CriterionLine]] = [:]
        for row in rows {
            let cadre = try Cadre(row: row)
            var known = EligibilityFacts(
                cadre: cadre, posts: posts[cadre.id] ?? [], facts: factsOf[cadre.id] ?? [],
                recordDate: row["recordDate"] ?? context.today, today: context.today)
            known.postsDate = row["postsDate"]
            known.hasLeftForDiscipline = row["hasLeft"]
            found[cadre.id] = lines(known, for: pool, settings)
        }
        for check in context.registry.values(EligibilityChecks.self) {
            for (cadre, lines) in try check.lines(Array(found.keys), pool, context) { found[cadre, default: []] += lines }
        }
        return found
    }

    /// What closes a pool's role to people who are in it, when they are chosen for a team: what the record says against them now.
    ///
    /// What the record does not say, and a threshold that nobody has set, is asked when somebody comes in and closes nothing here. Nor
    /// does it close anything that the history of somebody taken over from a roster shows no discipline or organisation work: the
    /// office has accepted them as they are (decision 0045).
    static func obstacles(in pool: PoolKind, _ context: ReadContext) throws -> [UniqueID: [TeamObstacle]] {
        let members = "SELECT cadreId FROM personnel_pool_membership WHERE pool = ? AND state IN ('admitted', 'onAssignment')"
        let takenOver = try UniqueID.fetchSet(
            context.db, sql: "\(members) AND route = 'takenOver'", arguments: [pool])
        return try lines(of: members, [pool], for: pool, in: context).reduce(into: [:]) { found, cadre in
            let counted = takenOver.contains(cadre.key) ? accepted(cadre.value) : cadre.value
            let failed = counted.filter { $0.verdict == .fail }
            guard !failed.isEmpty else { return }
            found[cadre.key] = failed.map { TeamObstacle(role: pool, rule: $0.rule.id, evidence: $0.facts) }
        }
    }

    /// What counts against somebody taken over from a roster: words that are missing in a history do not (decision 0045).
    static func accepted(_ lines: [CriterionLine]) -> [CriterionLine] { lines.filter { $0.criterion != .experience } }

    /// What stands against taking somebody into a pool: one refusal that names every criterion not met (R-POL-01), and one that
    /// says not what it is about where it is integrity (R-POL-02); and that nobody comes back who left for discipline (R-POL-05).
    /// - Parameter field: the input field that named the person.
    static func obstacles(_ lines: [CriterionLine], _ cadre: Cadre, field: String = "cadre") -> [Refusal] {
        let named: [String: Message.Argument] = ["cadre": .text(cadre.name)]
        let unmet = lines.filter { $0.verdict != .pass && $0.rule == PersonnelRules.eligibility }
        var refusals: [Refusal] = []
        if !unmet.isEmpty {
            refusals.append(
                PersonnelRules.eligibility.refused(
                    field: field,
                    ["cadre": .text(cadre.name), "criteria": .keys(unmet.map { "criterion.\($0.criterion.rawValue)" })]))
        }
        if lines.contains(where: { $0.criterion == .integrity && $0.verdict == .fail }) {
            refusals.append(PersonnelRules.integrity.refused("of", field: field, named))
        }
        if lines.contains(where: { $0.criterion == .noReturn }) {
            refusals.append(PersonnelRules.noReturn.refused("of", field: field, named))
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
