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
        var checks = Checks()
        let known = try checks.collect { try Cadres.cadre(input.cadre, in: context.db) }
        let unit = try input.unit.flatMap { code in try checks.collect { try Units.unit(code: code, in: context.db) } }
        checks.require(
            FactKind.entered.contains(input.fact),
            Rule.invalid.refused("factKind", field: "fact", ["fact": .key("factKind.\(input.fact.rawValue)")]))
        checks.require(!input.value.trimmed.isEmpty, Rule.invalid.refused("empty", field: "value"))
        let faults = FactRules.faults(
            input.fact, input.value.trimmed, from: input.from, to: input.to, born: known?.birthMonth,
            settings: try PersonnelSettings(context.db), today: context.today)
        for fault in faults { checks.add(fault) }
        let mayKeep = !input.fact.isConfidential || context.principal.hasAny(of: Fact.confidants)
        checks.require(
            mayKeep,
            Rule.notPermitted.refused(
                "confidentialFact", field: "fact", ["account": .text(context.principal.account)]))
        for fault in Roster.faults(input.source, on: input.sourceDate, in: context) { checks.add(fault) }
        try checks.finish()
        guard let cadre = known else { throw Rule.notFound.refused() }
        let roster = try Roster.entry(input.source, on: input.sourceDate, in: context)
        var fact = Fact(
            id: context.nextID(), cadreId: cadre.id, kind: input.fact, value: input.value.trimmed, detail: input.detail?.trimmed,
            rosterId: roster.id, recordedBy: context.principal.account)
        fact.person = input.person?.trimmed
        fact.unitId = unit?.id
        fact.unitName = unit?.name ?? input.place?.trimmed
        fact.fromDay = input.from
        fact.toDay = input.to
        try refuseKnown(fact, cadre, context)
        try context.insert(fact, as: "cadreFact", fact.id)
        let raised = try RecusalCases.recheck(cadre.id, in: context)
        return RecordAnswer(
            FactLine(fact: fact, roster: roster),
            sentence: Message(
                "cadre.record.done",
                ["cadre": .text(cadre.name), "fact": .key("factKind.\(fact.kind.rawValue)"), "cases": "\(raised)"]))
    }
}

extension RecordFact {
    /// A fact that is on record in every part is not recorded again.
    private func refuseKnown(_ fact: Fact, _ cadre: Cadre, _ context: WriteContext) throws {
        let same = try FactLine.of(cadre.id, for: context).first { $0.fact.content == fact.content }
        guard let same else { return }
        throw Rule.duplicate.refused(
            "fact", field: "value",
            [
                "cadre": .text(cadre.name), "fact": .key("factKind.\(fact.kind.rawValue)"), "value": .text(fact.value),
                "source": .text(same.source),
            ])
    }
}

/// Takes back a fact, a post or a relative that was wrong. It stays in the file with who took it back and why.
struct VoidFact: Command {
    struct Input: Codable, Sendable {
        /// Id of the fact, the post or the relative, as `cadre.show` gives it.
        var factId: UniqueID
        var reason: String
    }
    static let name: OperationName = "cadre.void"
    static let access = Access.roles(cadreKeepers.union([.disciplineCommission]))
    static let positional = ["factId"]

    func run(_ input: Input, in context: WriteContext) throws -> Done {
        guard
            let cadre = try take(Fact.self, input, as: "cadreFact", context) ?? take(Post.self, input, as: "cadrePost", context)
                ?? take(Kin.self, input, as: "cadreKin", context)
        else { throw Rule.notFound.refused("fact", field: "factId") }
        try RecusalCases.recheck(cadre, in: context)
        return Done("cadre.void.done")
    }

    /// - Returns: whose row it was; nil where there is none of this kind, or none for these eyes.
    private func take<Row: Voidable>(
        _ kind: Row.Type, _ input: Input, as entity: String, _ context: WriteContext
    ) throws -> UniqueID? {
        let found = try Row.fetchOne(
            context.db, sql: "SELECT * FROM \(Row.databaseTableName) WHERE id = ? AND voidedBy IS NULL",
            arguments: [input.factId])
        guard let before = found, mayVoid(before, context.principal) else { return nil }
        guard !input.reason.trimmed.isEmpty else { throw Rule.invalid.refused("empty", field: "reason") }
        try before.takeBack(input.reason, as: entity, in: context)
        return before.cadreId
    }

    /// Sanctions and investigations are for few; posts and relatives for those who keep the register.
    private func mayVoid(_ row: some Voidable, _ principal: Principal) -> Bool {
        guard let fact = row as? Fact else { return principal.hasAny(of: cadreKeepers) }
        return !fact.kind.isConfidential || principal.hasAny(of: Fact.confidants)
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
        let relation = (input.relation ?? "").trimmed
        var checks = Checks()
        let known = try checks.collect { try Cadres.cadre(input.cadre, in: context.db) }
        let unit = try input.unit.flatMap { code in try checks.collect { try Units.unit(code: code, in: context.db) } }
        checks.require(!relation.isEmpty || input.none == true, Rule.invalid.refused("empty", field: "relation"))
        checks.require(relation.isEmpty || input.none != true, Rule.invalid.refused("kinAndNone", field: "none"))
        if input.none == true, let known { try refuseStanding(known, &checks, context) }
        for fault in Roster.faults(input.source, on: input.sourceDate, in: context) { checks.add(fault) }
        try checks.finish()
        guard let before = known else { throw Rule.notFound.refused() }
        let roster = try Roster.entry(input.source, on: input.sourceDate, in: context)
        if !relation.isEmpty {
            let last = try Int.fetchOne(
                context.db, sql: "SELECT max(ordinal) FROM personnel_kin WHERE cadreId = ?", arguments: [before.id])
            let place = unit?.name ?? input.place?.trimmed ?? ""
            try Kin(
                id: context.nextID(), cadreId: before.id, ordinal: (last ?? 0) + 1, relation: relation, unitId: unit?.id,
                unitName: place, raw: raw(relation, place, input), kinName: input.person?.trimmed, kinPost: input.post?.trimmed,
                rosterId: roster.id
            ).insert(context.db)
        }
        var cadre = before
        cadre.kinStated = true
        cadre.version += 1
        try cadre.update(context.db)
        try context.noteChange(of: "cadre", cadre.id, from: before, to: cadre)
        let raised = try RecusalCases.recheck(cadre.id, in: context)
        let rows = try Kin.of(cadre.id, in: context.db)
        return Page(
            rows: rows,
            sentence: Message(
                "cadre.kin.done", ["cadre": .text(cadre.name), "count": "\(rows.count)", "cases": "\(raised)"]))
    }

    /// Who says that there is none contradicts the relatives on record.
    private func refuseStanding(_ cadre: Cadre, _ checks: inout Checks, _ context: WriteContext) throws {
        let standing = try Kin.of(cadre.id, in: context.db)
        checks.require(
            standing.isEmpty,
            Rule.illegalState.refused(
                "kinStand", field: "none",
                ["cadre": .text(cadre.name), "kin": .text(standing.map { "\($0.raw) [\($0.id)]" }.joined(separator: "、"))]))
    }

    /// The entry as a roster writes it. A name stands behind a post only, or it would be read as one.
    private func raw(_ relation: String, _ place: String, _ input: Input) -> String {
        let post = input.post?.trimmed ?? "", person = post.isEmpty ? "" : input.person?.trimmed ?? ""
        return "\(relation):" + [place, post, person].filter { !$0.isEmpty }.joined(separator: " ")
    }
}

extension FactLine {
    init(fact: Fact, roster: Roster) {
        self.fact = fact
        source = roster.fileName
        sourceDate = roster.rosterDate
    }
}
