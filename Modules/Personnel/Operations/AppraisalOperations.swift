import GRDB
import Operations
import Persistence
import PluginKit

/// One assessment sheet: form F38.
struct AppraisalLine: Tabular, FetchableRecord {
    var appraisal: Appraisal
    var service: Service
    var cadre: String
    var unit: String
    var cadreId: UniqueID { service.cadreId }
    var round: String { service.round }
    var team: String { service.team }

    init(row: Row) throws {
        guard let scope = row.scopes["appraisal"] else { throw Rule.integrity.refused() }
        appraisal = try Appraisal(row: scope)
        service = try Service(row: row)
        cadre = row["cadreName"]
        unit = row["cadreUnit"]
    }

    static let columns: [TableColumn<AppraisalLine>] = [
        .text("cadre") { $0.cadre },
        .text("homeUnit") { $0.unit },
        .text("round") { $0.round },
        .text("team") { $0.team },
        TableColumn("role") { $0.service.role.asTeamRole },
        .text("duty") { $0.service.duty },
        .text("performance") { $0.appraisal.performance },
        .integer("findingsMade") { $0.appraisal.findings },
        .decimal("returnRate") { $0.appraisal.returnRate.map { Percent.text(hundredths: $0) } },
        .text("conduct") { $0.appraisal.discipline },
        .word("grade") { $0.appraisal.grade },
        .text("leaderOpinion") { $0.appraisal.leaderOpinion },
        .text("officeOpinion") { $0.appraisal.officeOpinion },
        .word("appraisalState") { $0.appraisal.state },
        .date("confirmedOn") { $0.appraisal.confirmedOn },
        .text("sentTo") { $0.appraisal.sentTo },
        .date("sentOn") { $0.appraisal.sentOn },
        .text("cadreId") { "\($0.cadreId)" },
    ]
    static let briefColumns: [String]? = ["cadre", "homeUnit", "team", "grade", "appraisalState", "sentOn"]

    static func fetch(_ filter: Filter, limit: Int = -1, in db: Database) throws -> [AppraisalLine] {
        let columns = try db.columns(in: Service.databaseTableName).count
        let others = try db.columns(in: Appraisal.databaseTableName).count
        return try fetchAll(
            db,
            sql: """
                SELECT s.*, a.*, c.name AS cadreName, c.unitName AS cadreUnit
                FROM personnel_appraisal a JOIN personnel_service s ON s.id = a.serviceId JOIN personnel_cadre c ON c.id = s.cadreId
                WHERE \(filter.sql) ORDER BY \(Services.order) LIMIT \(limit)
                """, arguments: filter.arguments,
            adapter: ScopeAdapter(["appraisal": RangeRowAdapter(columns..<(columns + others))]))
    }
}

/// Drafts the assessment sheet of a member, as the team's leader does when the work is done.
struct DraftAppraisal: Command {
    struct Input: Codable, Sendable {
        var cadre: String
        var team: String
        var performance: String
        var grade: AppraisalGrade
        var findings: Int?
        /// 底稿退回率, percent.
        var returnRate: Double?
        /// How the person kept discipline.
        var conduct: String?
        /// The leader's opinion.
        var opinion: String
    }
    static let name: OperationName = "appraisal.draft"
    static let access = Access.roles([.teamLeader, .inspectionOffice])

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<AppraisalLine> {
        let service = try service(input, context)
        var checks = Checks()
        checks.require(
            service.cadreId != context.principal.cadre,
            PersonnelRules.successiveSteps.refused("own", field: "cadre", ["account": .text(context.principal.account)]))
        checks.require(!input.performance.trimmed.isEmpty, Rule.invalid.refused("empty", field: "performance"))
        checks.require(!input.opinion.trimmed.isEmpty, Rule.invalid.refused("empty", field: "opinion"))
        checks.require(
            input.findings ?? 0 >= 0, Rule.invalid.refused("negative", field: "findings", ["value": "\(input.findings ?? 0)"]))
        let rate = input.returnRate ?? 0
        checks.require(
            (0...100).contains(rate),
            Rule.invalid.refused("range", field: "returnRate", ["low": "0", "high": "100", "value": "\(rate)"]))
        // Domain 4.7: somebody is appraised once released.
        checks.require(
            service.endedOn != nil, Rule.illegalState.refused("serviceRuns", field: "team", ["team": .text(service.team)]))
        let before = try Appraisals.of(service, context.db)
        if let before { checks.require(before.state == .drafted, Rule.illegalState.refused("appraisalFixed")) }
        try checks.finish()
        var appraisal =
            before
            ?? Appraisal(
                id: context.nextID(), version: 0, serviceId: service.id, state: .drafted, performance: "", grade: input.grade,
                draftedBy: context.principal.account)
        appraisal.performance = input.performance.trimmed
        appraisal.grade = input.grade
        appraisal.findings = input.findings
        appraisal.returnRate = input.returnRate.map { Int(($0 * 100).rounded()) }
        appraisal.discipline = input.conduct?.trimmed
        appraisal.leaderOpinion = input.opinion.trimmed
        appraisal.draftedBy = context.principal.account
        return try Appraisals.save(appraisal, was: before, "appraisal.draft.done", context)
    }

    /// A leader assesses members of teams they serve in themselves; who has the name of the leader stands behind the others.
    private func service(_ input: Input, _ context: WriteContext) throws -> Service {
        let unknown = Rule.notFound.refused("service", field: "team", ["cadre": .text(input.cadre), "team": .text(input.team)])
        if context.principal.has(.inspectionOffice) {
            return try Services.service(of: try Cadres.cadre(input.cadre, in: context.db), in: input.team, context.db)
        }
        let own = try Bool.fetchOne(
            context.db,
            sql:
                "SELECT EXISTS (SELECT 1 FROM personnel_service WHERE cadreId = ? AND team = ? AND role = 'leader' AND voidedBy IS NULL)",
            arguments: [context.principal.cadre, input.team.trimmed])
        guard own == true else { throw unknown }
        let found = try Service.fetchOne(
            context.db,
            sql: """
                SELECT s.* FROM personnel_service s JOIN personnel_cadre c ON c.id = s.cadreId
                WHERE s.team = ? AND (c.name = ? OR c.id = ?) AND s.voidedBy IS NULL ORDER BY c.id = ?
                """,
            arguments: [input.team.trimmed, input.cadre.trimmed, UniqueID(input.cadre.trimmed), context.principal.cadre])
        guard let found else { throw unknown }
        return found
    }
}

/// Confirms a sheet with the office's opinion; somebody else than its drafter does it.
struct ConfirmAppraisal: Command {
    struct Input: Codable, Sendable {
        var cadre: String
        var team: String
        /// The office's opinion.
        var opinion: String
    }
    static let name: OperationName = "appraisal.confirm"
    static let access = Access.roles([.inspectionOffice])

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<AppraisalLine> {
        let before = try Appraisals.required(input.cadre, input.team, at: .drafted, context)
        var checks = Checks()
        checks.require(!input.opinion.trimmed.isEmpty, Rule.invalid.refused("empty", field: "opinion"))
        checks.require(
            before.draftedBy != context.principal.account,
            PersonnelRules.successiveSteps.refused(["account": .text(context.principal.account)]))
        try checks.finish()
        var appraisal = before
        appraisal.state = .confirmed
        appraisal.officeOpinion = input.opinion.trimmed
        appraisal.confirmedBy = context.principal.account
        appraisal.confirmedOn = context.today
        return try Appraisals.save(appraisal, was: before, "appraisal.confirm.done", context)
    }
}

/// Notes that a sheet was sent to the home unit and filed.
struct SendAppraisal: Command {
    struct Input: Codable, Sendable {
        var cadre: String
        var team: String
        /// To whom; the home unit when not given.
        var recipient: String?
    }
    static let name: OperationName = "appraisal.send"
    static let access = Access.roles([.inspectionOffice])

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<AppraisalLine> {
        let before = try Appraisals.required(input.cadre, input.team, at: .confirmed, context)
        var appraisal = before
        appraisal.state = .sent
        appraisal.sentTo = try input.recipient?.trimmed ?? Cadres.cadre(input.cadre, in: context.db).unitName
        appraisal.sentOn = context.today
        return try Appraisals.save(appraisal, was: before, "appraisal.send.done", context)
    }
}

/// Notes that a sheet came back from the home unit: it is a draft again, to be corrected, confirmed and sent anew.
struct RecallAppraisal: Command {
    struct Input: Codable, Sendable {
        var cadre: String
        var team: String
        var reason: String
    }
    static let name: OperationName = "appraisal.recall"
    static let access = SendAppraisal.access

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<AppraisalLine> {
        let before = try Appraisals.required(input.cadre, input.team, at: .sent, context)
        guard !input.reason.trimmed.isEmpty else { throw Rule.invalid.refused("empty", field: "reason") }
        var appraisal = before
        appraisal.state = .drafted
        appraisal.confirmedBy = nil
        appraisal.confirmedOn = nil
        appraisal.sentTo = nil
        appraisal.sentOn = nil
        context.reason = input.reason.trimmed
        return try Appraisals.save(appraisal, was: before, "appraisal.recall.done", context)
    }
}

/// Lists assessment sheets; for a team's leader those of the members the leader assesses, and nothing that tells of others.
struct ListAppraisals: Query {
    struct Input: Codable, Sendable {
        var round: String?
        var cadre: String?
        var state: AppraisalState?
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "appraisal.list"
    static let access = Access.roles(cadreReaders.union([.teamLeader]))

    func run(_ input: Input, in context: ReadContext) throws -> Page<AppraisalLine> {
        let page = try PageRequest(limit: input.limit, after: input.after)
        var filter = Services.valid(for: context.principal)
        if context.principal.hasAny(of: cadreReaders) {
            try RoundTeams.requireKnownRound(input.round, in: context)
            if let cadre = input.cadre { filter.and("s.cadreId = ?", try Cadres.cadre(cadre, in: context.db).id) }
        } else {
            filter.and(Appraisals.assessed(by: context.principal.cadre))
            // Somebody of another team and somebody who does not exist leave the list as empty.
            if let cadre = input.cadre?.trimmed { filter.and("c.name = ? OR c.id = ?", cadre, UniqueID(cadre)) }
        }
        if let round = input.round { filter.and("s.round = ?", round.trimmed) }
        if let state = input.state { filter.and("a.state = ?", state) }
        if let mark = try PageMark(page.after, parts: 4) { filter.and(try Services.after(mark)) }
        return page.cut(try AppraisalLine.fetch(filter, limit: page.limit + 1, in: context.db)) { Services.mark($0.service) }
    }
}

/// Assessment sheets inside this module.
enum Appraisals {
    /// Services `s` that somebody assesses as the leader of the team: all but the own.
    static func assessed(by leader: UniqueID?) -> Filter {
        Filter(
            """
            s.cadreId <> ? AND EXISTS (SELECT 1 FROM personnel_service l
            WHERE l.cadreId = ? AND l.team = s.team AND l.role = 'leader' AND l.voidedBy IS NULL)
            """, leader, leader)
    }

    static func of(_ service: Service, _ db: Database) throws -> Appraisal? {
        try Appraisal.fetchOne(db, sql: "SELECT * FROM personnel_appraisal WHERE serviceId = ?", arguments: [service.id])
    }

    /// - Throws: `E-NOTFOUND`; `E-STATE` in another state.
    static func required(_ cadre: String, _ team: String, at state: AppraisalState, _ context: WriteContext) throws -> Appraisal {
        let service = try Services.service(of: try Cadres.cadre(cadre, in: context.db), in: team, context.db)
        guard let appraisal = try of(service, context.db) else { throw Rule.notFound.refused("appraisal", field: "cadre") }
        guard appraisal.state == state else {
            throw Rule.illegalState.refused(
                "appraisalState", field: "cadre",
                [
                    "state": .key("appraisalState.\(appraisal.state.rawValue)"),
                    "needed": .key("appraisalState.\(state.rawValue)"),
                ])
        }
        return appraisal
    }

    static func save(
        _ appraisal: Appraisal, was before: Appraisal?, _ sentence: String, _ context: WriteContext
    ) throws -> RecordAnswer<AppraisalLine> {
        var changed = appraisal
        changed.version += 1
        if before == nil { try changed.insert(context.db) } else { try changed.update(context.db) }
        try context.noteChange(of: "appraisal", changed.id, from: before, to: changed)
        guard let line = try AppraisalLine.fetch(Filter("a.id = ?", changed.id), in: context.db).first else {
            throw Rule.notFound.refused()
        }
        return RecordAnswer(line, sentence: Message(sentence, ["cadre": .text(line.cadre), "team": .text(line.team)]))
    }
}
