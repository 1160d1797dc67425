import GRDB
import Interchange
import Operations
import Persistence
import PluginKit

/// One line of form F4 回避申报（审核）表: a declaration about a unit, and one thing that was found to connect the person with it; the
/// declaration alone where nothing was.
struct DeclarationSheetLine: Tabular {
    var line: DeclarationLine
    var found: FoundConnection?

    static let columns: [TableColumn<DeclarationSheetLine>] =
        DeclarationLine.columns.filter { $0.key != "systemCheck" }
        .map { column in TableColumn(column.key) { column.value($0.line) } } + [
            .sentence("relationKind") { $0.found?.kind },
            .text("relatedPerson") { $0.found?.person },
            .text("relatedPost") { $0.found?.post },
            .sentence("relationPeriod") { $0.found?.period },
            .text("systemCheck") { $0.found.flatMap { $0.recusal.raisedBy == .system ? $0.recusal.facts : nil } },
            TableColumn("reviewOpinion") { $0.opinion },
            .account("approvedBy") { $0.found == nil ? $0.line.declaration.confirmedBy : $0.found?.recusal.decidedBy },
            .date("approvedOn") { $0.found == nil ? $0.line.declaration.confirmedOn : $0.found?.recusal.decidedOn },
        ]

    /// 审核意见: what was decided about the connection, with the reason; otherwise about the declaration.
    private var opinion: Value {
        guard let recusal = found?.recusal else { return line.declaration.state.value }
        guard let reason = recusal.reason, !reason.isEmpty else { return recusal.state.value }
        return .phrase(
            Message("recusal.opinion", ["state": .key("recusalState.\(recusal.state.rawValue)"), "reason": .text(reason)]))
    }

    /// The lines of some declarations: twelve queries and those of the settings, however many there are.
    static func all(_ filter: Filter, in context: ReadContext) throws -> [DeclarationSheetLine] {
        let declared = try DeclarationLine.fetch(filter, limit: -1, in: context.db)
        let connections = try FoundConnections(declared.map(\.declaration), in: context)
        return declared.flatMap { line -> [DeclarationSheetLine] in
            let found = connections.of(line.declaration)
            return found.isEmpty
                ? [DeclarationSheetLine(line: line)] : found.map { DeclarationSheetLine(line: line, found: $0) }
        }
    }
}

/// A case of recusal with its facts taken apart: what kind of relation, with whom, who is what, since when.
struct FoundConnection {
    var recusal: RecusalCase
    var kind: Message
    /// 关系人: a relative or a member of the unit's leadership; nil where it is the person's own post, school or matter.
    var person: String?
    /// The unit and post of that person.
    var post: String?
    var period: Message?

    /// - Parameter hit: what the rule finds now; nil for what somebody said in words of their own, or where the record has changed.
    init(_ recusal: RecusalCase, hit: RecusalHit?, kin: [KinFact]) {
        self.recusal = recusal
        kind = recusal.rule.map { Message("recusalKind.\($0)") } ?? Message("recusalOrigin.\(recusal.raisedBy.rawValue)")
        guard let hit else { return }
        let facts = hit.evidence.arguments
        func text(_ name: String) -> String? { if case .text(let text)? = facts[name] { text } else { nil } }
        if let relation = text("relation") {
            let relative = kin.first { $0.relation == relation && hit.target.isUnit($0.unitId, $0.unitName) }
            person = [relation, relative?.name].compactMap(\.self).joined(separator: " ")
            post = hit.target.unitName + (relative?.post ?? text("post") ?? "")
        } else if let leader = text("leader") {
            person = leader
            post = hit.target.unitName + (text("title") ?? "")
        }
        if let from = facts["from"], let to = facts["to"] { period = Message("recusal.period", ["from": from, "to": to]) }
    }
}

/// What was found about the people and units of some declarations.
struct FoundConnections {
    private var cases: [Place: [RecusalCase]] = [:]
    private var candidates: [UniqueID: Candidate] = [:]
    private var targets: [UniqueID: RecusalTarget] = [:]
    private let settings: RecusalSettings
    private let context: ReadContext

    private struct Place: Hashable {
        var cadre: UniqueID
        var unit: UniqueID
    }

    init(_ declarations: [Declaration], in context: ReadContext) throws {
        self.context = context
        settings = try PersonnelSettings(context.db).recusal
        let people = Set(declarations.map(\.cadreId)), units = Set(declarations.map(\.unitId))
        let found = try RecusalCase.fetchAll(
            context.db, sql: "SELECT * FROM personnel_recusal WHERE cadreId IS NOT NULL ORDER BY seq"
        ).filter { $0.cadreId.map(people.contains) == true && units.contains($0.unitId) }
        for recusal in found {
            guard let cadre = recusal.cadreId else { continue }
            cases[Place(cadre: cadre, unit: recusal.unitId), default: []].append(recusal)
        }
        guard !found.isEmpty else { return }
        let concerned = Array(Set(found.compactMap(\.cadreId)))
        for candidate in try Candidates.strangers(concerned, in: context.db) { candidates[candidate.id] = candidate }
        targets = try RecusalTargets.of(Array(Set(found.map(\.unitId))), settings: settings, in: context.db)
    }

    func of(_ declaration: Declaration) -> [FoundConnection] {
        let known = cases[Place(cadre: declaration.cadreId, unit: declaration.unitId)] ?? []
        guard !known.isEmpty else { return [] }
        let hits = hits(declaration)
        return known.map { recusal in
            let alike = hits.filter { $0.code == recusal.rule }
            let hit = alike.first { context.registry.strings.text($0.evidence, in: .zhHans) == recusal.facts } ?? alike.first
            return FoundConnection(recusal, hit: hit, kin: candidates[declaration.cadreId]?.kin ?? [])
        }
    }

    private func hits(_ declaration: Declaration) -> [RecusalHit] {
        guard let candidate = candidates[declaration.cadreId], let target = targets[declaration.unitId] else { return [] }
        return Recusal.check(
            candidate, as: declaration.role, for: target, in: declaration.round, on: context.today, settings: settings)
    }
}
