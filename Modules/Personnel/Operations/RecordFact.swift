import GRDB
import Operations
import Organization
import Persistence
import PluginKit

/// Records a dated fact about a cadre: education, rank, yearly assessment, sanction, experience, a matter …
struct RecordFact: Command {
    struct Input: Codable, Sendable {
        var cadre: String
        var fact: FactKind
        var value: String
        var detail: String?
        /// Code of a unit of the tree that the fact is about.
        var unit: String?
        /// Name of the school or unit where it is not in the tree.
        var place: String?
        /// 导师
        var person: String?
        var from: CalendarDate?
        var to: CalendarDate?
        var source: String
        var sourceDate: CalendarDate?
    }
    static let name: OperationName = "cadre.record"
    static let access = Access.roles(cadreKeepers.union([.disciplineCommission]))
    static let positional = ["cadre"]

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<FactLine> {
        let cadre = try Cadres.cadre(input.cadre, in: context.db)
        let unit = try input.unit.map { try Units.unit(code: $0, in: context.db) }
        var checks = Checks()
        checks.require(
            FactKind.entered.contains(input.fact),
            Rule.invalid.refused("factKind", field: "fact", ["fact": .key("factKind.\(input.fact.rawValue)")]))
        checks.require(!input.value.trimmed.isEmpty, Rule.invalid.refused("empty", field: "value"))
        if let from = input.from, let to = input.to {
            checks.require(from <= to, Rule.invalid.refused("period", field: "to", ["from": "\(from)", "to": "\(to)"]))
        }
        let mayKeep = !input.fact.isConfidential || context.principal.hasAny(of: Fact.confidants)
        checks.require(
            mayKeep,
            Rule.notPermitted.refused(
                "confidentialFact", field: "fact", ["account": .text(context.principal.account)]))
        try checks.finish()
        let roster = try Roster.entry(input.source, on: input.sourceDate, in: context)
        var fact = Fact(
            id: context.nextID(), cadreId: cadre.id, kind: input.fact, value: input.value.trimmed, detail: input.detail?.trimmed,
            rosterId: roster.id, recordedBy: context.principal.account)
        fact.person = input.person?.trimmed
        fact.unitId = unit?.id
        fact.unitName = unit?.name ?? input.place?.trimmed
        fact.fromDay = input.from
        fact.toDay = input.to
        try context.insert(fact, as: "cadreFact", fact.id)
        let raised = try RecusalCases.recheck(cadre.id, in: context)
        return RecordAnswer(
            FactLine(fact: fact, roster: roster),
            sentence: Message(
                "cadre.record.done",
                ["cadre": .text(cadre.name), "fact": .key("factKind.\(fact.kind.rawValue)"), "cases": "\(raised)"]))
    }
}

/// Takes back a fact that was wrong. It stays in the file with who took it back and why.
struct VoidFact: Command {
    struct Input: Codable, Sendable {
        /// Id of the fact.
        var factId: UniqueID
        var reason: String
    }
    static let name: OperationName = "cadre.void"
    static let access = Access.roles(cadreKeepers.union([.disciplineCommission]))
    static let positional = ["factId"]

    func run(_ input: Input, in context: WriteContext) throws -> Done {
        guard
            let before = try Fact.fetchOne(
                context.db, sql: "SELECT * FROM personnel_fact WHERE id = ? AND voidedBy IS NULL", arguments: [input.factId]),
            !before.kind.isConfidential || context.principal.hasAny(of: Fact.confidants)
        else { throw Rule.notFound.refused("fact", field: "factId") }
        guard !input.reason.trimmed.isEmpty else { throw Rule.invalid.refused("empty", field: "reason") }
        var fact = before
        fact.voidedBy = context.principal.account
        fact.voidedOn = context.today
        fact.voidReason = input.reason.trimmed
        try fact.update(context.db)
        context.reason = input.reason.trimmed
        try context.noteChange(of: "cadreFact", fact.id, from: before, to: fact)
        try RecusalCases.recheck(fact.cadreId, in: context)
        return Done("cadre.void.done")
    }
}

/// Records a relative, or that there is none to declare.
struct RecordKin: Command {
    struct Input: Codable, Sendable {
        var cadre: String
        /// 配偶, 父亲, 堂弟 …
        var relation: String?
        /// Code of the unit where the relative works.
        var unit: String?
        /// Name of the unit where it is not in the tree.
        var place: String?
        /// Name of the relative.
        var person: String?
        /// The relative's post.
        var post: String?
        /// There is no relative to declare.
        var none: Bool?
        var source: String
        var sourceDate: CalendarDate?
    }
    static let name: OperationName = "cadre.kin"
    static let access = Access.roles(cadreKeepers)
    static let positional = ["cadre"]

    func run(_ input: Input, in context: WriteContext) throws -> Page<Kin> {
        let before = try Cadres.cadre(input.cadre, in: context.db)
        let relation = (input.relation ?? "").trimmed
        guard !relation.isEmpty || input.none == true else { throw Rule.invalid.refused("empty", field: "relation") }
        let unit = try input.unit.map { try Units.unit(code: $0, in: context.db) }
        let roster = try Roster.entry(input.source, on: input.sourceDate, in: context)
        if !relation.isEmpty {
            let last = try Int.fetchOne(
                context.db, sql: "SELECT max(ordinal) FROM personnel_kin WHERE cadreId = ?", arguments: [before.id])
            let place = unit?.name ?? input.place?.trimmed ?? ""
            try Kin(
                cadreId: before.id, ordinal: (last ?? 0) + 1, relation: relation, unitId: unit?.id, unitName: place,
                raw: "\(relation):\(place)", kinName: input.person?.trimmed, kinPost: input.post?.trimmed, rosterId: roster.id
            ).insert(context.db)
        }
        var cadre = before
        cadre.kinStated = true
        cadre.version += 1
        try cadre.update(context.db)
        try context.noteChange(of: "cadre", cadre.id, from: before, to: cadre)
        let raised = try RecusalCases.recheck(cadre.id, in: context)
        let rows = try Kin.fetchAll(
            context.db, sql: "SELECT * FROM personnel_kin WHERE cadreId = ? ORDER BY ordinal", arguments: [cadre.id])
        return Page(
            rows: rows,
            sentence: Message(
                "cadre.kin.done", ["cadre": .text(cadre.name), "count": "\(rows.count)", "cases": "\(raised)"]))
    }
}

extension FactLine {
    init(fact: Fact, roster: Roster) {
        self.fact = fact
        source = roster.fileName
        sourceDate = roster.rosterDate
    }
}
