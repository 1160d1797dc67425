import GRDB
import Operations
import Organization
import Persistence
import PluginKit

/// Cases of recusal: what other modules may ask, and what keeps them up to date.
package enum RecusalCases {
    /// States in which somebody sees nothing of the unit: until it is decided, and after it was upheld (R-RCU-03).
    private static let closing = "'raised', 'verifying', 'upheld', 'overrideProposed'"

    /// Condition that hides the rows of units somebody is recused from, or may be. A case that only the program raised is a
    /// potential one: it hides nothing before somebody upheld it.
    /// - Parameter unit: the column of the unit's id, such as `f.unitId`.
    package static func hides(_ unit: String, from cadre: UniqueID) -> Filter {
        Filter(
            """
            \(unit) NOT IN (SELECT unitId FROM personnel_recusal WHERE cadreId = ? AND state IN (\(closing))
            AND (state IN ('upheld', 'overrideProposed') OR raisedBy <> 'system'))
            """, cadre)
    }

    /// Cases about some people and units that nobody has decided, with number and name: `HB-3（张三）`. One query.
    package static func undecided(among people: [UniqueID], for units: [UniqueID], in db: Database) throws -> [String] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT no, named FROM personnel_recusal WHERE state IN (\(DeclarationGroups.undecided))
                AND cadreId IN (\(databaseQuestionMarks(count: people.count)))
                AND unitId IN (\(databaseQuestionMarks(count: units.count))) ORDER BY seq
                """, arguments: StatementArguments(people) + StatementArguments(units))
        return rows.map { "\($0["no"] as String)（\($0["named"] as String)）" }
    }

    /// Cases that count when teams are made, by person: those decided, and those that somebody raised and nobody decided yet. What only
    /// the program found is a rule's own reason already. One query.
    package static func standing(in db: Database) throws -> [UniqueID: [StandingCase]] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT cadreId, no, unitId, rule, state FROM personnel_recusal
                WHERE cadreId IS NOT NULL AND state <> 'dismissed' AND (state NOT IN ('raised', 'verifying') OR raisedBy <> 'system')
                ORDER BY seq
                """)
        return Dictionary(grouping: rows) { $0[0] as UniqueID }.mapValues { rows in
            rows.map { StandingCase(no: $0[1], unit: $0[2], rule: $0[3], state: $0[4]) }
        }
    }

    /// Opens a case.
    static func open(
        cadre: UniqueID?, named: String, unit: UniqueID, round: String?, by origin: RecusalOrigin, rule: Rule? = nil,
        isHard: Bool, facts: String, in context: WriteContext
    ) throws -> RecusalCase {
        let number = try NumberSequence.next("personnel.recusal", in: context.db)
        let recusal = RecusalCase(
            id: context.nextID(), version: 1, no: "HB-\(number)", cadreId: cadre, named: named, unitId: unit, round: round,
            raisedBy: origin, rule: rule?.id, isHard: isHard, facts: facts, state: .raised, openedOn: context.today,
            openedBy: context.principal.account)
        try context.insert(recusal, as: "recusal", recusal.id)
        return recusal
    }

    /// Looks again at every unit somebody declared for, after their facts changed: each reason that no case names yet becomes a
    /// potential case.
    /// - Returns: how many cases were opened.
    @discardableResult
    static func recheck(_ cadre: UniqueID, in context: WriteContext) throws -> Int {
        let declared = try Declaration.fetchAll(
            context.db, sql: "SELECT * FROM personnel_declaration WHERE cadreId = ? ORDER BY seq", arguments: [cadre])
        guard !declared.isEmpty else { return 0 }
        let settings = try PersonnelSettings(context.db).recusal
        let targets = try RecusalTargets.of(Array(Set(declared.map(\.unitId))), settings: settings, in: context.db)
        var opened = 0
        for (role, declarations) in Dictionary(grouping: declared, by: \.role) {
            guard let candidate = try Candidates.candidate(id: cadre, for: role, in: context.db) else { continue }
            for declaration in declarations {
                guard let target = targets[declaration.unitId] else { continue }
                opened += try detect(candidate, target, declaration, settings, context)
            }
        }
        return opened
    }

    /// Opens a potential case for every reason of the record that no case names yet.
    static func detect(
        _ candidate: Candidate, _ target: RecusalTarget, _ declaration: Declaration, _ settings: RecusalSettings,
        _ context: WriteContext
    ) throws -> Int {
        let hits = Recusal.check(
            candidate, as: declaration.role, for: target, in: declaration.round, on: context.today, settings: settings)
        var opened = 0
        for hit in hits {
            let facts = context.registry.strings.text(hit.evidence, in: .zhHans)
            let isKnown = try Bool.fetchOne(
                context.db,
                sql: """
                    SELECT EXISTS (SELECT 1 FROM personnel_recusal WHERE cadreId = ? AND unitId = ? AND rule = ? AND isHard = ?
                    AND facts = ?)
                    """, arguments: [candidate.id, target.unitId, hit.code, hit.isHard, facts])
            guard isKnown != true else { continue }
            _ = try open(
                cadre: candidate.id, named: candidate.name, unit: target.unitId, round: declaration.round, by: .system,
                rule: hit.rule, isHard: hit.isHard, facts: facts, in: context)
            opened += 1
        }
        return opened
    }

    /// The case of a number that a person may see.
    static func recusal(_ no: String, in context: ReadContext) throws -> RecusalCase {
        guard
            let found = try RecusalCase.fetchOne(
                context.db, sql: "SELECT * FROM personnel_recusal WHERE no = ?", arguments: [no.trimmed.uppercased()])
        else { throw Rule.notFound.refused("recusal", field: "no", ["no": .text(no)]) }
        return found
    }
}

/// A case of recusal, as the making of teams sees it.
package struct StandingCase: Sendable, Hashable {
    package var no: String
    package var unit: UniqueID
    /// The rule it is about; nil where somebody raised it in words of their own.
    package var rule: String?
    package var state: RecusalState

    /// The rule by which it stands against a place in a team: upheld it forbids (R-RCU-01), undecided it is to be looked at
    /// (R-RCU-03), otherwise it means nothing.
    package var barring: Rule? {
        switch state {
        case .upheld, .overrideProposed: PersonnelRules.hardRecusal
        case .raised, .verifying: PersonnelRules.objection
        case .dismissed, .overridden: nil
        }
    }
}
