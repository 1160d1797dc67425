import Foundation
import GRDB
import Interchange
import Operations
import Persistence
import PluginKit

/// One place in a pool, as lists and form F36 show it.
struct PoolLine: Tabular, FetchableRecord {
    var membership: PoolMembership
    var cadre: Cadre
    /// The round they serve in now, and the day they are expected back.
    var serving: String?
    var freeFrom: CalendarDate?
    /// Grade of the last assessment sheet.
    var grade: AppraisalGrade?

    init(row: Row) throws {
        cadre = try Cadre(row: row)
        guard let scope = row.scopes["membership"] else { throw Rule.integrity.refused() }
        membership = try PoolMembership(row: scope)
        membership.reviewDue = row["due"]
        serving = row["serving"]
        freeFrom = row["freeFrom"]
        grade = row["grade"]
    }

    static let columns: [TableColumn<PoolLine>] = [
        .text("cadre") { $0.cadre.name },
        .word("gender") { $0.cadre.gender },
        .text("birthMonth") { "\($0.cadre.birthMonth)" },
        .text("homeUnit") { $0.cadre.unitName },
        .text("postTitle") { $0.cadre.postTitle },
        .text("rank") { $0.cadre.rank },
        .word("managedBy") { $0.cadre.managedBy },
        .texts("specialties") { $0.cadre.specialtyList },
        .word("pool") { $0.membership.pool },
        .word("poolState") { $0.membership.state },
        .date("admittedOn") { $0.membership.admittedOn },
        .word("poolRoute") { $0.membership.route },
        .word("standard") { $0.membership.standard },
        .integer("roundsServed") { $0.membership.roundsServed },
        .integer("refusals") { $0.membership.refusals },
        .word("grade") { $0.grade },
        .date("reviewDue") { $0.membership.reviewDue },
        .date("coolingUntil") { $0.membership.coolingUntil },
        .text("serving") { $0.serving },
        .date("freeFrom") { $0.freeFrom },
        .word("exitReason") { $0.membership.exitReason },
        .text("cadreId") { "\($0.cadre.id)" },
        .integer("version") { $0.membership.version },
    ]
    static let briefColumns: [String]? = [
        "cadre", "homeUnit", "postTitle", "specialties", "poolState", "roundsServed", "reviewDue", "serving",
    ]

    /// Everything of a line in one query, however long the page is.
    static func fetch(_ filter: Filter, limit: Int?, in db: Database) throws -> [PoolLine] {
        let sql = """
            SELECT c.*, m.*,
                (SELECT s.round FROM personnel_service s WHERE s.cadreId = c.id AND s.endedOn IS NULL ORDER BY s.startsOn LIMIT 1)
                    AS serving,
                (SELECT s.plannedEnd FROM personnel_service s WHERE s.cadreId = c.id AND s.endedOn IS NULL
                    ORDER BY s.startsOn LIMIT 1) AS freeFrom,
                (SELECT a.grade FROM personnel_appraisal a JOIN personnel_service s ON s.id = a.serviceId WHERE s.cadreId = c.id
                    AND a.state <> 'drafted' AND s.voidedBy IS NULL ORDER BY s.startsOn DESC LIMIT 1) AS grade,
                \(Pools.reviewDue(try PersonnelSettings(db))) AS due
            FROM personnel_cadre c JOIN personnel_pool_membership m ON m.cadreId = c.id
            WHERE c.mergedInto IS NULL AND \(filter.sql) ORDER BY c.nameKey, c.seq, m.pool \(limit.map { "LIMIT \($0)" } ?? "")
            """
        let columns = try db.columns(in: "personnel_cadre").count, others = try db.columns(in: "personnel_pool_membership").count
        let adapter = ScopeAdapter([
            "membership": RangeRowAdapter(columns..<(columns + others))
        ])
        return try fetchAll(db.cachedStatement(sql: sql), arguments: filter.arguments, adapter: adapter)
    }

    static func answer(_ membership: PoolMembership, _ sentence: String, _ context: WriteContext) throws -> RecordAnswer<PoolLine>
    {
        guard let line = try fetch(Filter("m.id = ?", membership.id), limit: 1, in: context.db).first else {
            throw Rule.notFound.refused()
        }
        return RecordAnswer(
            line,
            sentence: Message(
                sentence,
                [
                    "cadre": .text(line.cadre.name), "pool": .key("poolKind.\(membership.pool.rawValue)"),
                    "state": .key("poolState.\(membership.state.rawValue)"),
                ]))
    }
}

/// Lists a pool by name in pinyin order.
struct ListPool: Query {
    struct Input: Codable, Sendable {
        var pool: PoolKind
        var state: PoolState?
        /// 专业特长; `-` for those without.
        var specialty: String?
        /// 职级; `-` for those without.
        var rank: String?
        /// Ages from one to another, such as `36-40`, or `56-`.
        var age: String?
        /// How many rounds they served in.
        var rounds: Int?
        /// Only those whose review is due by this day.
        var due: CalendarDate?
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "pool.list"
    static let access = Access.roles(cadreReaders)

    func run(_ input: Input, in context: ReadContext) throws -> Page<PoolLine> {
        let page = try PageRequest(limit: input.limit, after: input.after)
        var filter = Self.filter(input.pool, state: input.state)
        try narrow(&filter, input, context)
        if let due = input.due { filter.and("\(Pools.reviewDue(try PersonnelSettings(context.db))) <= ?", due) }
        let count = try Int.fetchOne(
            context.db,
            sql: """
                SELECT count(*) FROM personnel_cadre c JOIN personnel_pool_membership m ON m.cadreId = c.id
                WHERE c.mergedInto IS NULL AND \(filter.sql)
                """, arguments: filter.arguments)
        if let mark = try PageMark(page.after, parts: 2) {
            guard let key = Data(base64Encoded: mark.parts[0]) else { throw Rule.invalid.refused("cursor", field: "after") }
            filter.and("(c.nameKey, c.seq) > (?, ?)", key, try mark.integer(1))
        }
        let rows = try PoolLine.fetch(filter, limit: page.limit + 1, in: context.db)
        var answer = page.cut(rows) { PageMark([$0.cadre.nameKey.base64EncodedString(), "\($0.cadre.seq ?? 0)"]) }
        answer.sentence = Message(
            "pool.list.sentence", ["pool": .key("poolKind.\(input.pool.rawValue)"), "count": "\(count ?? 0)"])
        return answer
    }

    /// Those who left are shown only where somebody asks for them.
    static func filter(_ pool: PoolKind, state: PoolState? = nil) -> Filter {
        var filter = Filter("m.pool = ?", pool)
        if let state { filter.and("m.state = ?", state) } else { filter.and("m.state <> 'exited'") }
        return filter
    }

    /// To one of the groups that ``PoolGroups`` counts, or several at once.
    private func narrow(_ filter: inout Filter, _ input: Input, _ context: ReadContext) throws {
        if let specialty = input.specialty?.trimmed {
            if specialty == PoolGroups.none {
                filter.and("c.specialties = ''")
            } else {
                filter.and("instr('|' || c.specialties || '|', '|' || ? || '|') > 0", specialty)
            }
        }
        if let rank = input.rank?.trimmed {
            filter.and("coalesce(c.rank, '') = ?", rank == PoolGroups.none ? "" : rank)
        }
        if let text = input.age {
            guard let band = AgeBand(text) else { throw Rule.invalid.refused("ageBand", field: "age", ["value": .text(text)]) }
            let years = AgeBand.years(of: "c.birthMonth", in: YearMonth(context.today))
            filter.and("\(years) >= ?", band.first)
            if let last = band.last { filter.and("\(years) <= ?", last) }
        }
        if let rounds = input.rounds { filter.and("m.roundsServed = ?", rounds) }
    }
}

/// Who of a pool is free when: free now, serving until, resting until.
struct PoolCapacity: Query {
    struct Input: Codable, Sendable {
        var pool: PoolKind
        /// The day people are wanted from; today when not given.
        var on: CalendarDate?
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "pool.capacity"
    static let access = Access.roles(cadreReaders)

    func run(_ input: Input, in context: ReadContext) throws -> Page<CapacityLine> {
        let day = input.on ?? context.today
        let filter = Filter("m.pool = ? AND m.state IN ('admitted', 'onAssignment', 'cooling')", input.pool)
        let lines = try PoolLine.fetch(filter, limit: nil, in: context.db).map { CapacityLine($0, on: day, today: context.today) }
        return try .part(
            of: lines, limit: input.limit, after: input.after,
            sentence: Message(
                "pool.capacity.sentence",
                [
                    "pool": .key("poolKind.\(input.pool.rawValue)"), "day": "\(day)", "all": "\(lines.count)",
                    "free": "\(lines.count { $0.isFree })",
                ])
        ) { "\($0.line.membership.id)" }
    }
}

/// Whether somebody is free on a day.
struct CapacityLine: Tabular {
    var line: PoolLine
    var isFree: Bool
    /// From which day; nil where it is not known.
    var from: CalendarDate?

    /// Who serves on after the day the team was to be done is not free, and nobody knows since when they will be.
    init(_ line: PoolLine, on day: CalendarDate, today: CalendarDate) {
        self.line = line
        let busy = line.membership.state == .onAssignment || line.serving != nil
        let expected = line.freeFrom.flatMap { $0 > today ? $0 : nil }
        let until = busy ? expected : line.membership.state == .cooling ? line.membership.coolingUntil : nil
        isFree = busy || line.membership.state == .cooling ? until.map { $0 <= day } ?? false : true
        from = isFree && until == nil ? day : until
    }

    static let columns: [TableColumn<CapacityLine>] = [
        .text("cadre") { $0.line.cadre.name },
        .text("homeUnit") { $0.line.cadre.unitName },
        .texts("specialties") { $0.line.cadre.specialtyList },
        .word("poolState") { $0.line.membership.state },
        .flag("isFree") { $0.isFree },
        .date("freeFrom") { $0.from },
        .text("serving") { $0.line.serving },
        .integer("roundsServed") { $0.line.membership.roundsServed },
        .text("cadreId") { "\($0.line.cadre.id)" },
    ]
    static let briefColumns: [String]? = [
        "cadre", "homeUnit", "specialties", "poolState", "isFree", "freeFrom", "serving", "roundsServed",
    ]
}

/// Lists the steps of a pool membership.
struct PoolHistory: Query {
    struct Input: Codable, Sendable {
        var cadre: String
        var pool: PoolKind
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "pool.history"
    static let access = Access.roles(cadreReaders)

    func run(_ input: Input, in context: ReadContext) throws -> Page<PoolStep> {
        let cadre = try Cadres.cadre(input.cadre, in: context.db)
        let membership = try Pools.required(cadre, in: input.pool, context.db)
        let page = try PageRequest(limit: input.limit ?? PageRequest.maximumLimit, after: input.after)
        let mark = try PageMark(page.after, parts: 1)?.integer(0) ?? 0
        let rows = try PoolStep.fetchAll(
            context.db,
            sql: "SELECT * FROM personnel_pool_step WHERE membershipId = ? AND seq > ? ORDER BY seq LIMIT \(page.limit + 1)",
            arguments: [membership.id, mark])
        return page.cut(rows) { PageMark(["\($0.seq ?? 0)"]) }
    }
}

extension PoolStep: Tabular {
    package static let columns: [TableColumn<PoolStep>] = [
        .date("day") { $0.day },
        .word("poolStep", of: "poolStep") { $0.step },
        .account("account") { $0.account },
        .text("document") { $0.document },
        .text("reason") { $0.reason },
    ]
}

/// What a membership needs before each state it may enter next.
struct PoolSteps: Query {
    struct Input: Codable, Sendable {
        var cadre: String
        var pool: PoolKind
    }
    static let name: OperationName = "pool.steps"
    static let access = Access.roles(cadreReaders)

    func run(_ input: Input, in context: ReadContext) throws -> Page<StepLine> {
        let cadre = try Cadres.cadre(input.cadre, in: context.db)
        let membership = try Pools.required(cadre, in: input.pool, context.db)
        let obstacles = Eligibility.obstacles(try Eligibility.lines(of: cadre, for: input.pool, in: context), cadre)
        return Page(
            rows: PoolStates.table.outlook(
                from: membership.state, for: context.principal,
                facts: PoolFacts(
                    membership: membership, principal: context.principal, today: context.today, document: "—",
                    exitReason: .expiry, coolingUntil: .latest, obstacles: obstacles,
                    serving: try Pools.serving(cadre.id, context.db))))
    }
}
