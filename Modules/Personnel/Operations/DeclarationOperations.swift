import GRDB
import Operations
import Organization
import Persistence
import PluginKit

/// Declares for units of a round: a member for themselves, the office for a signed sheet. Every unit of the team is named; where
/// something connects the person with one, it is said.
struct MakeDeclaration: Command {
    struct Input: Codable, Sendable {
        /// Who declares; the account's own cadre when not given.
        var cadre: String?
        var round: String
        /// Codes of the units.
        var units: [String]
        var role: PoolKind?
        /// What connects the person with a unit, as `CODE: text` or `NAME: text`; nothing where not given.
        var relations: [String]?
        /// Reference of the signed sheet.
        var reference: String?
    }
    static let name: OperationName = "declaration.make"
    static let access = Access.roles(Role.team.union([.inspectionOffice]))

    func run(_ input: Input, in context: WriteContext) throws -> Page<DeclarationLine> {
        let cadre = try person(input, context)
        let role = try input.role ?? Cadres.highestPool(of: cadre.id, in: context.db)
        let units = try input.units.map { try Units.unit(code: $0, field: "units", in: context.db) }
        guard !units.isEmpty else { throw Rule.invalid.refused("empty", field: "units") }
        try requireTargets(units, of: cadre, input, context)
        let relations = try relations(input, units)
        for unit in units {
            try Declarations.make(
                cadre.id, unit.id, round: input.round.trimmed, role: role, relation: relations[unit.code],
                reference: input.reference?.trimmed, in: context)
            if let relation = relations[unit.code] {
                _ = try RecusalCases.open(
                    cadre: cadre.id, named: cadre.name, unit: unit.id, round: input.round.trimmed, by: .person, isHard: false,
                    facts: relation, in: context)
            }
        }
        let found = try RecusalCases.recheck(cadre.id, in: context)
        try context.emit(
            "personnel.declaration.made",
            payload: DeclarationMade(cadre: cadre.id, round: input.round.trimmed, reference: input.reference?.trimmed))
        let lines = try DeclarationLine.fetch(
            Filter("d.cadreId = ? AND d.round = ?", cadre.id, input.round.trimmed), limit: 1000, in: context.db)
        // What the record says against a person is for the office, not for the person's own answer.
        let shown = context.principal.has(.inspectionOffice) ? lines : lines.map { $0.withoutCases }
        return Page(
            rows: shown,
            sentence: Message(
                "declaration.make.done",
                [
                    "cadre": .text(cadre.name), "units": "\(units.count)",
                    "cases": context.principal.has(.inspectionOffice) ? "\(found)" : "—",
                ]))
    }

    /// The round exists, and where the person is in a team of it, the units are targets of that team.
    private func requireTargets(_ units: [Unit], of cadre: Cadre, _ input: Input, _ context: WriteContext) throws {
        let round = input.round.trimmed
        try RoundTeams.requireRound(round, in: context)
        let own = try Duties.all(in: context).first { $0.cadre == cadre.id && $0.round == round && $0.team != nil }
        guard let code = own?.team, let team = try RoundTeams.team(code, in: context), !team.units.isEmpty else { return }
        var checks = Checks()
        for unit in units where !team.units.contains(unit.id) {
            checks.add(
                Rule.invalid.refused(
                    "unitNotOfTeam", field: "units",
                    ["cadre": .text(cadre.name), "team": .text(team.code), "unit": .text(unit.name)]))
        }
        try checks.finish()
    }

    /// Members declare for themselves only.
    private func person(_ input: Input, _ context: WriteContext) throws -> Cadre {
        if context.principal.has(.inspectionOffice), let text = input.cadre {
            return try Cadres.cadre(text, in: context.db)
        }
        guard let own = context.principal.cadre, let cadre = try Cadres.cadre(id: own, in: context.db),
            input.cadre == nil || input.cadre == cadre.name || input.cadre == "\(cadre.id)"
        else { throw Rule.notFound.refused("cadre", field: "cadre", ["cadre": .text(input.cadre ?? "")]) }
        return cadre
    }

    private func relations(_ input: Input, _ units: [Unit]) throws -> [String: String] {
        var checks = Checks()
        var relations: [String: String] = [:]
        for text in input.relations ?? [] {
            let parts = text.split(maxSplits: 1) { ":：".contains($0) }.map { String($0).trimmed }
            if parts.count == 2, let unit = units.first(where: { $0.code == parts[0] || $0.name == parts[0] }) {
                relations[unit.code] = parts[1]
            } else {
                checks.add(Rule.invalid.refused("relation", field: "relations", ["value": .text(text)]))
            }
        }
        try checks.finish()
        return relations
    }
}

/// Lists declarations; those waiting for confirmation first where asked.
struct ListDeclarations: Query {
    struct Input: Codable, Sendable {
        var round: String?
        var cadre: String?
        /// Code of a team; the declarations of its members for its round.
        var team: String?
        var state: DeclarationState?
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "declaration.list"
    static let access = Access.roles(cadreReaders)

    func run(_ input: Input, in context: ReadContext) throws -> Page<DeclarationLine> {
        let page = try PageRequest(limit: input.limit, after: input.after)
        try RoundTeams.requireKnownRound(input.round, in: context)
        var filter = Filter()
        if let round = input.round { filter.and("d.round = ?", round.trimmed) }
        if let state = input.state { filter.and("d.state = ?", state) }
        if let cadre = input.cadre { filter.and("d.cadreId = ?", try Cadres.cadre(cadre, in: context.db).id) }
        if let team = input.team { filter.and(try DeclarationGroups.members(of: team.trimmed, in: context)) }
        if let own = context.principal.cadre { filter.and(RecusalCases.hides("d.unitId", from: own)) }
        if let mark = try PageMark(page.after, parts: 1) { filter.and("d.seq > ?", try mark.integer(0)) }
        let rows = try DeclarationLine.fetch(filter, limit: page.limit + 1, in: context.db)
        return page.cut(rows) { PageMark(["\($0.declaration.seq ?? 0)"]) }
    }
}

/// Confirms a person's declarations for a round after they were checked, or finds one untrue (R-RCU-04).
struct ConfirmDeclaration: Command {
    struct Input: Codable, Sendable {
        var cadre: String
        var round: String
        /// Code of the one unit whose declaration is untrue.
        var untrue: String?
        var reason: String?
    }
    static let name: OperationName = "declaration.confirm"
    static let access = Access.roles([.inspectionOffice])

    func run(_ input: Input, in context: WriteContext) throws -> Page<DeclarationLine> {
        let cadre = try Cadres.cadre(input.cadre, in: context.db)
        let unit = try input.untrue.map { try Units.unit(code: $0, field: "untrue", in: context.db) }
        let filter = Filter("cadreId = ? AND round = ?", cadre.id, input.round.trimmed)
        let declared = try Declaration.fetchAll(
            context.db, sql: "SELECT * FROM personnel_declaration WHERE \(filter.sql) ORDER BY seq", arguments: filter.arguments
        ).filter { unit == nil ? $0.state == .made : $0.unitId == unit?.id }
        guard !declared.isEmpty else {
            throw Rule.notFound.refused("declaration", field: "cadre", ["cadre": .text(cadre.name), "round": .text(input.round)])
        }
        var checks = Checks()
        checks.require(
            unit == nil || !(input.reason ?? "").trimmed.isEmpty, Rule.invalid.refused("empty", field: "reason"))
        checks.require(
            context.principal.cadre != cadre.id,
            PersonnelRules.successiveSteps.refused(["account": .text(context.principal.account)]))
        try checks.finish()
        for before in declared {
            var declaration = before
            declaration.state = unit == nil ? .confirmed : .untrue
            declaration.confirmedBy = context.principal.account
            declaration.confirmedOn = context.today
            try declaration.update(context.db)
            try context.noteChange(of: "declaration", declaration.id, from: before, to: declaration)
        }
        context.reason = input.reason?.trimmed
        if let unit {
            try context.emit(
                "personnel.declaration.untrue",
                payload: UntrueDeclaration(cadre: cadre.id, unit: unit.id, round: input.round.trimmed))
        }
        return Page(
            rows: try DeclarationLine.fetch(
                Filter("d.cadreId = ? AND d.round = ?", cadre.id, input.round.trimmed), limit: 1000, in: context.db),
            sentence: Message(
                unit == nil ? "declaration.confirm.done" : "declaration.confirm.found",
                ["cadre": .text(cadre.name), "count": "\(declared.count)"]))
    }
}

/// Payload of `personnel.declaration.made`: whoever keeps teams asks whether it is for all targets of one.
package struct DeclarationMade: Codable, Sendable {
    package var cadre: UniqueID
    package var round: String
    package var reference: String?
}

/// Payload of `personnel.declaration.untrue`: whoever keeps teams and drafts acts on it (R-RCU-04).
package struct UntrueDeclaration: Codable, Sendable {
    package var cadre: UniqueID
    package var unit: UniqueID
    package var round: String
}

extension DeclarationLine {
    var withoutCases: DeclarationLine {
        var line = self
        line.cases = ""
        return line
    }
}
