import GRDB
import Operations
import Organization
import Persistence
import PluginKit

/// Somebody's service in a round: form F3 with authorisation and pledge.
package struct ServiceLine: Tabular, FetchableRecord {
    package var service: Service
    package var cadre: String
    package var unit: String
    package var postTitle: String?
    package var politicalStatus: PoliticalStatus?
    package var specialties: String
    package var units: String
    /// 回避审核结果 for the units of the team: what is missing of the declaration, and each case with its state.
    package var recusal: [Message]
    package var appraisal: AppraisalState?

    package init(row: Row) throws {
        service = try Service(row: row)
        cadre = row["cadreName"]
        unit = row["cadreUnit"]
        postTitle = row["postTitle"]
        politicalStatus = row["politicalStatus"]
        specialties = row["specialties"]
        units = row["units"] ?? ""
        recusal = Self.recusal(row)
        appraisal = row["appraisalState"]
    }

    /// Nothing for a service before this program: nobody declared here.
    private static func recusal(_ row: Row) -> [Message] {
        let units: Int = row["unitCount"], declared: Int = row["declared"], confirmed: Int = row["confirmed"]
        let cases = (row["cases"] as String? ?? "").split(separator: "\u{1E}").map {
            $0.split(separator: "\u{1F}").map(String.init)
        }
        let known = cases.filter { $0.count == 3 }.map { parts in
            Message(
                "service.recusal.case",
                ["no": .text(parts[0]), "unit": .text(parts[1]), "state": .key("recusalState.\(parts[2])")])
        }
        if declared < units {
            let isTakenOver = (row["rosterId"] as UniqueID?) != nil
            return (isTakenOver ? [] : [Message("service.recusal.undeclared")]) + known
        }
        if confirmed < units { return [Message("service.recusal.unconfirmed")] + known }
        return known.isEmpty && units > 0 ? [Message("service.recusal.clear")] : known
    }

    package static let columns: [TableColumn<ServiceLine>] = [
        .text("round") { $0.service.round },
        .text("team") { $0.service.team },
        TableColumn("role") { $0.service.role.asTeamRole },
        .text("cadre") { $0.cadre },
        .text("homeUnit") { $0.unit },
        .text("postTitle") { $0.postTitle },
        .word("politicalStatus") { $0.politicalStatus },
        .texts("specialties") { $0.specialties.split(separator: Cadre.specialtySeparator).map(String.init) },
        .text("duty") { $0.service.duty },
        .text("inspectedUnits") { $0.units },
        .text("authorisation") { $0.service.authorisation },
        .date("authorisedOn") { $0.service.authorisedOn },
        TableColumn("recusalResult") { .list($0.recusal.map(Value.phrase)) },
        .text("pledge") { $0.service.pledge },
        .date("startsOn") { $0.service.startsOn },
        .date("endedOn") { $0.service.endedOn },
        .word("appraisalState") { $0.appraisal },
        .text("cadreId") { "\($0.service.cadreId)" },
        .text("serviceId") { "\($0.service.id)" },
        .text("voidReason") { $0.service.voidReason },
    ]
    package static let briefColumns: [String]? = [
        "round", "team", "role", "cadre", "homeUnit", "authorisation", "pledge", "endedOn", "appraisalState",
    ]

    /// Services that hold.
    static var valid: Filter { Filter("s.voidedBy IS NULL") }

    /// Everything of a line in one query.
    static func fetch(_ filter: Filter, limit: Int = -1, in db: Database) throws -> [ServiceLine] {
        try fetchAll(
            db,
            sql: """
                SELECT s.*, c.name AS cadreName, c.unitName AS cadreUnit, c.postTitle, c.politicalStatus, c.specialties,
                    (SELECT group_concat(name, '、') FROM (SELECT u.name FROM personnel_service_unit x
                        JOIN organization_unit u ON u.id = x.unitId WHERE x.serviceId = s.id ORDER BY u.code)) AS units,
                    (SELECT count(*) FROM personnel_service_unit x WHERE x.serviceId = s.id) AS unitCount,
                    \(declarations("d.state <> 'untrue'")) AS declared, \(declarations("d.state = 'confirmed'")) AS confirmed,
                    (SELECT group_concat(part, char(30)) FROM (SELECT r.no || char(31) || u.name || char(31) || r.state AS part
                        FROM personnel_recusal r JOIN personnel_service_unit x ON x.unitId = r.unitId AND x.serviceId = s.id
                        JOIN organization_unit u ON u.id = r.unitId
                        WHERE r.cadreId = s.cadreId AND r.state <> 'dismissed' ORDER BY r.seq)) AS cases,
                    (SELECT a.state FROM personnel_appraisal a WHERE a.serviceId = s.id) AS appraisalState
                FROM personnel_service s JOIN personnel_cadre c ON c.id = s.cadreId
                WHERE \(filter.sql)
                ORDER BY \(Services.order)
                LIMIT \(limit)
                """, arguments: filter.arguments)
    }

    /// How many units of the service were declared for.
    private static func declarations(_ condition: String) -> String {
        """
        (SELECT count(*) FROM personnel_declaration d JOIN personnel_service_unit x ON x.unitId = d.unitId AND x.serviceId = s.id
            WHERE d.cadreId = s.cadreId AND d.round = s.round AND \(condition))
        """
    }
}

/// Lists who served in which round, with authorisation and pledge.
struct ListServices: Query {
    struct Input: Codable, Sendable {
        var round: String?
        var team: String?
        var cadre: String?
        /// Those that were taken back, with the reason.
        var voided: Bool?
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "service.list"
    static let access = Access.roles(cadreReaders)

    func run(_ input: Input, in context: ReadContext) throws -> Page<ServiceLine> {
        let page = try PageRequest(limit: input.limit, after: input.after)
        try RoundTeams.requireKnownRound(input.round, in: context)
        var filter = input.voided == true ? Filter("s.voidedBy IS NOT NULL") : ServiceLine.valid
        filter.and(Services.visible(to: context.principal))
        if let round = input.round { filter.and("s.round = ?", round.trimmed) }
        if let team = input.team { filter.and("s.team = ?", team.trimmed) }
        if let cadre = input.cadre { filter.and("s.cadreId = ?", try Cadres.cadre(cadre, in: context.db).id) }
        if let mark = try PageMark(page.after, parts: 4) { filter.and(try Services.after(mark)) }
        return page.cut(try ServiceLine.fetch(filter, limit: page.limit + 1, in: context.db)) { Services.mark($0.service) }
    }
}

/// Records a service in a round before this program, from an older record.
struct RecordService: Command {
    struct Input: Codable, Sendable {
        var cadre: String
        var round: String
        /// Code of the team; the round's where nobody knows.
        var team: String?
        var role: PoolKind
        /// Codes of the inspected units.
        var units: [String]?
        var from: CalendarDate
        var to: CalendarDate
        var document: String?
        var source: String
    }
    static let name: OperationName = "service.record"
    static let access = Access.roles([.inspectionOffice, .organisationDepartment])

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<ServiceLine> {
        var checks = Checks()
        let known = try checks.collect { try Cadres.cadre(input.cadre, in: context.db) }
        checks.require(!input.round.trimmed.isEmpty, Rule.invalid.refused("empty", field: "round"))
        let units = try (input.units ?? []).compactMap { code in
            try checks.collect { try Units.unit(code: code, field: "units", in: context.db) }
        }
        checks.require(
            input.from <= input.to, Rule.invalid.refused("period", field: "to", ["from": "\(input.from)", "to": "\(input.to)"]))
        checks.require(input.to <= context.today, Rule.invalid.refused("notOver", field: "to"))
        for fault in Roster.faults(input.source, on: nil, in: context) { checks.add(fault) }
        let team = input.team?.trimmed ?? input.round.trimmed
        if let known { try refuseKnown(known, team, &checks, context) }
        try checks.finish()
        guard let cadre = known else { throw Rule.notFound.refused() }
        let roster = try Roster.entry(input.source, on: nil, in: context)
        let service = Service(
            id: context.nextID(), version: 1, cadreId: cadre.id, round: input.round.trimmed, team: team, role: input.role,
            authorisation: input.document?.trimmed,
            startsOn: input.from, endedOn: input.to, rosterId: roster.id)
        try Services.recount(of: cadre.id, in: context) { try service.insert(context.db) }
        for unit in Set(units.map(\.id)) {
            try context.db.execute(sql: "INSERT INTO personnel_service_unit VALUES (?, ?)", arguments: [service.id, unit])
        }
        try context.noteChange(of: "service", service.id, to: service)
        // An inspected unit is a fact that RC11 looks at.
        try RecusalCases.recheck(cadre.id, in: context)
        return try Services.answer(service, "service.record.done", context)
    }

    /// Nobody serves in one team twice.
    private func refuseKnown(_ cadre: Cadre, _ team: String, _ checks: inout Checks, _ context: WriteContext) throws {
        let there = try Service.fetchOne(
            context.db, sql: "SELECT * FROM personnel_service WHERE cadreId = ? AND team = ? AND voidedBy IS NULL",
            arguments: [cadre.id, team])
        guard let there else { return }
        checks.add(
            Rule.duplicate.refused(
                "service", field: "round",
                [
                    "cadre": .text(cadre.name), "team": .text(team), "role": .key("servedRole.\(there.role.rawValue)"),
                    "from": "\(there.startsOn)", "to": .text(there.endedOn.map { "\($0)" } ?? "—"), "id": "\(there.id)",
                ]))
    }
}

/// Records the signed pledge of secrecy and what somebody does in the team.
struct RecordPledge: Command {
    struct Input: Codable, Sendable {
        var cadre: String
        var team: String
        /// Reference of the signed pledge.
        var reference: String
        /// 岗位分工
        var duty: String?
    }
    static let name: OperationName = "service.pledge"
    static let access = Access.roles([.inspectionOffice])

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<ServiceLine> {
        let cadre = try Cadres.cadre(input.cadre, in: context.db)
        let before = try Services.service(of: cadre, in: input.team, context.db)
        guard !input.reference.trimmed.isEmpty else { throw Rule.invalid.refused("empty", field: "reference") }
        let service = try before.pledged(input.reference.trimmed, duty: input.duty?.trimmed, in: context)
        return try Services.answer(service, "service.pledge.done", context)
    }
}

/// Records the signed pledges of secrecy of everybody in a team who has none yet.
struct RecordTeamPledges: Command {
    struct Input: Codable, Sendable {
        /// Code of the team, `14-3-1`.
        var team: String
        /// Where the signed pledges are filed.
        var reference: String
    }
    static let name: OperationName = "service.team.pledge"
    static let access = Access.roles([.inspectionOffice])
    static let positional = ["team"]

    /// - Throws: `E-NOTFOUND` where nobody of the team is without a pledge.
    func run(_ input: Input, in context: WriteContext) throws -> Page<ServiceLine> {
        let (team, reference) = (input.team.trimmed, input.reference.trimmed)
        let open = try Service.fetchAll(
            context.db, sql: "SELECT * FROM personnel_service WHERE team = ? AND endedOn IS NULL AND pledge IS NULL ORDER BY seq",
            arguments: [team])
        var checks = Checks()
        checks.require(!reference.isEmpty, Rule.invalid.refused("empty", field: "reference"))
        checks.require(!open.isEmpty, Rule.notFound.refused("pledges", field: "team", ["team": .text(team)]))
        try checks.finish()
        for service in open { try service.pledged(reference, in: context) }
        let rows = try ServiceLine.fetch(Filter("s.team = ? AND s.endedOn IS NULL", team), limit: 100, in: context.db)
        return Page(
            rows: rows, sentence: Message("service.team.pledge.done", ["team": .text(team), "count": "\(open.count)"]))
    }
}

extension Service {
    /// Saves that the pledge was signed, and what the person does in the team where that is said.
    @discardableResult
    fileprivate func pledged(_ reference: String, duty: String? = nil, in context: WriteContext) throws -> Service {
        var service = self
        service.pledge = reference
        service.pledgedOn = context.today
        service.duty = duty ?? self.duty
        service.version += 1
        try service.update(context.db)
        try context.noteChange(of: "service", service.id, from: self, to: service)
        return service
    }
}
