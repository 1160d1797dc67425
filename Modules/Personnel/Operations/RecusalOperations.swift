import GRDB
import Operations
import Organization
import Persistence
import PluginKit

/// One recusal case, as lists show it.
struct RecusalCaseLine: Tabular, FetchableRecord {
    var recusal: RecusalCase
    var unit: String
    var unitCode: String

    init(row: Row) throws {
        recusal = try RecusalCase(row: row)
        unit = row["targetName"]
        unitCode = row["targetCode"]
    }

    static let columns: [TableColumn<RecusalCaseLine>] = [
        .text("recusalNo") { $0.recusal.no },
        .text("cadre") { $0.recusal.named },
        .text("unit") { $0.unit },
        .text("unitCode") { $0.unitCode },
        .text("round") { $0.recusal.round },
        .word("raisedBy") { $0.recusal.raisedBy },
        .text("recusalRule") { $0.recusal.rule },
        .flag("isHard") { $0.recusal.isHard },
        .text("evidence") { $0.recusal.facts },
        .word("recusalState") { $0.recusal.state },
        .date("openedOn") { $0.recusal.openedOn },
        .date("decidedOn") { $0.recusal.decidedOn },
        .account("decidedBy") { $0.recusal.decidedBy },
        .text("reason") { $0.recusal.reason },
        .text("replacement") { $0.recusal.replacement },
        .integer("version") { $0.recusal.version },
    ]
    static let briefColumns: [String]? = [
        "recusalNo", "cadre", "unit", "raisedBy", "recusalRule", "isHard", "evidence", "recusalState",
    ]

    static func fetch(_ filter: Filter, limit: Int, in db: Database) throws -> [RecusalCaseLine] {
        try fetchAll(
            db,
            sql: """
                SELECT r.*, u.name AS targetName, u.code AS targetCode FROM personnel_recusal r
                JOIN organization_unit u ON u.id = r.unitId WHERE \(filter.sql) ORDER BY r.seq LIMIT \(limit)
                """, arguments: filter.arguments)
    }
}

/// Lists recusal cases. People of the district's side see all but those about units they are recused from themselves.
struct ListRecusals: Query {
    struct Input: Codable, Sendable {
        var state: RecusalState?
        /// Code of the unit.
        var unit: String?
        var cadre: String?
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "recusal.list"
    static let access = Access.roles(cadreReaders)

    func run(_ input: Input, in context: ReadContext) throws -> Page<RecusalCaseLine> {
        let page = try PageRequest(limit: input.limit, after: input.after)
        var filter = Filter()
        if let state = input.state { filter.and("r.state = ?", state) }
        if let unit = input.unit { filter.and("r.unitId = ?", try Units.unit(code: unit, in: context.db).id) }
        if let cadre = input.cadre { filter.and("r.cadreId = ?", try Cadres.cadre(cadre, in: context.db).id) }
        if let own = context.principal.cadre { filter.and(RecusalCases.hides("r.unitId", from: own)) }
        if let mark = try PageMark(page.after, parts: 1) { filter.and("r.seq > ?", try mark.integer(0)) }
        let rows = try RecusalCaseLine.fetch(filter, limit: page.limit + 1, in: context.db)
        return page.cut(rows) { PageMark(["\($0.recusal.seq ?? 0)"]) }
    }
}

/// Objects to an inspector, as the inspected side may (R-RCU-03). The person sees nothing of the unit until it is decided.
///
/// The answer is the same whether the name is in the register or not: the inspected side learns nothing from it.
struct ObjectToInspector: Command {
    struct Input: Codable, Sendable {
        /// The inspector's name.
        var person: String
        /// Why.
        var reason: String
    }
    static let name: OperationName = "recusal.object"
    static let access = Access.roles(Role.unit)

    func run(_ input: Input, in context: WriteContext) throws -> Done {
        guard let own = context.principal.unit, let unit = try Units.unit(id: own, in: context.db) else {
            throw Rule.notPermitted.refused(["operation": .key("recusal.object"), "account": .text(context.principal.account)])
        }
        var checks = Checks()
        checks.require(!input.person.trimmed.isEmpty, Rule.invalid.refused("empty", field: "person"))
        checks.require(!input.reason.trimmed.isEmpty, Rule.invalid.refused("empty", field: "reason"))
        try checks.finish()
        let meant = try people(named: input.person.trimmed, in: unit.id, context)
        // Of two of one name nobody knows who is meant: neither sees the unit until it is found out.
        let cases = try (meant.isEmpty ? [nil] : meant.map(Optional.some)).map { cadre in
            try RecusalCases.open(
                cadre: cadre, named: input.person.trimmed, unit: unit.id, round: nil, by: .target, isHard: false,
                facts: input.reason.trimmed, in: context)
        }
        let recusal = cases[0]
        return Done("recusal.object.done", ["no": .text(recusal.no)])
    }

    /// Those of the name who serve in a team that inspects the unit, or are drafted for one; others of that name stay out of it.
    private func people(named name: String, in unit: UniqueID, _ context: WriteContext) throws -> [UniqueID] {
        let namesakes = try UniqueID.fetchAll(
            context.db, sql: "SELECT id FROM personnel_cadre WHERE name = ? AND mergedInto IS NULL ORDER BY seq",
            arguments: [name])
        let serving = try UniqueID.fetchSet(
            context.db,
            sql: """
                SELECT s.cadreId FROM personnel_service s JOIN personnel_service_unit u ON u.serviceId = s.id
                WHERE u.unitId = ? AND s.endedOn IS NULL
                """, arguments: [unit])
        let drafted = Set(try Duties.all(in: context).filter { $0.units.contains(unit) }.map(\.cadre))
        return namesakes.filter { serving.contains($0) || drafted.contains($0) }
    }
}

/// Raises a case for something the office came to know.
struct RaiseRecusal: Command {
    struct Input: Codable, Sendable {
        var cadre: String
        /// Code of the unit.
        var unit: String
        var round: String?
        /// What connects the person with the unit.
        var reason: String
        var hard: Bool?
    }
    static let name: OperationName = "recusal.raise"
    static let access = Access.roles([.inspectionOffice, .organisationDepartment, .disciplineCommission])

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<RecusalCaseLine> {
        let cadre = try Cadres.cadre(input.cadre, in: context.db)
        let unit = try Units.unit(code: input.unit, in: context.db)
        guard !input.reason.trimmed.isEmpty else { throw Rule.invalid.refused("empty", field: "reason") }
        let recusal = try RecusalCases.open(
            cadre: cadre.id, named: cadre.name, unit: unit.id, round: input.round?.trimmed, by: .office,
            isHard: input.hard ?? false, facts: input.reason.trimmed, in: context)
        return try RecusalCases.answer(recusal.no, "recusal.raise.done", context)
    }
}

/// Moves a case on: verified, upheld, dismissed, or a soft one overridden by two people of the leading group.
struct DecideRecusal: Command {
    struct Input: Codable, Sendable {
        var no: String
        var to: RecusalState
        var reason: String?
        /// Who takes the place of the person recused.
        var replacement: String?
        /// The person meant, where the inspected side's name led to nobody.
        var cadre: String?
        var version: Int?
    }
    static let name: OperationName = "recusal.decide"
    static let access = Access.roles([.inspectionOffice, .leadingGroup])
    static let positional = ["no"]

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<RecusalCaseLine> {
        let before = try RecusalCases.recusal(input.no, in: context)
        try context.expect(version: input.version, stored: before.version)
        if let own = context.principal.cadre, own == before.cadreId {
            throw Rule.notFound.refused("recusal", field: "no", ["no": .text(input.no)])
        }
        try RecusalStates.table.check(
            from: before.state, to: input.to, by: context.principal,
            facts: RecusalFacts(recusal: before, principal: context.principal, reason: input.reason))
        if input.to == .upheld, (input.replacement ?? before.replacement) == nil, try isNeeded(before, context) {
            throw Rule.invalid.refused("replacement", field: "replacement", ["cadre": .text(before.named)])
        }
        var recusal = before
        recusal.state = input.to
        recusal.version += 1
        if let text = input.cadre { recusal.cadreId = try Cadres.cadre(text, in: context.db).id }
        if let text = input.replacement {
            recusal.replacement = try Cadres.cadre(text, field: "replacement", in: context.db).name
        }
        if input.to == .overrideProposed { recusal.overrideBy = context.principal.account }
        if [.upheld, .dismissed, .overridden].contains(input.to) {
            recusal.decidedBy = context.principal.account
            recusal.decidedOn = context.today
        }
        recusal.reason = input.reason?.trimmed ?? before.reason
        context.reason = input.reason?.trimmed
        try recusal.update(context.db)
        try context.noteChange(of: "recusal", recusal.id, from: before, to: recusal)
        return try RecusalCases.answer(recusal.no, "recusal.decide.done", context)
    }
}

extension DecideRecusal {
    /// Whether the person serves where the unit is inspected, so that somebody has to take the place.
    private func isNeeded(_ recusal: RecusalCase, _ context: WriteContext) throws -> Bool {
        try Bool.fetchOne(
            context.db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM personnel_service s JOIN personnel_service_unit u ON u.serviceId = s.id
                WHERE s.cadreId = ? AND u.unitId = ? AND s.endedOn IS NULL)
                """, arguments: [recusal.cadreId, recusal.unitId]) ?? false
    }
}

extension RecusalCases {
    static func answer(_ no: String, _ sentence: String, _ context: WriteContext) throws -> RecordAnswer<RecusalCaseLine> {
        guard let line = try RecusalCaseLine.fetch(Filter("r.no = ?", no), limit: 1, in: context.db).first else {
            throw Rule.notFound.refused()
        }
        return RecordAnswer(
            line,
            sentence: Message(
                sentence, ["no": .text(no), "state": .key("recusalState.\(line.recusal.state.rawValue)")]))
    }
}
