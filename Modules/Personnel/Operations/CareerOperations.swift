import GRDB
import Operations
import Persistence
import PluginKit

/// One career move: form F39.
package struct MoveLine: Tabular, FetchableRecord {
    package var move: CareerMove
    package var cadre: String

    package init(row: Row) throws {
        move = try CareerMove(row: row)
        cadre = row["cadreName"]
    }

    package static let columns: [TableColumn<MoveLine>] = [
        .integer("year") { $0.move.day.year },
        .text("cadre") { $0.cadre },
        .text("rounds") { $0.move.rounds },
        .text("fromPost") { $0.move.fromPost },
        .text("toPost") { $0.move.toPost },
        .word("moveKind") { $0.move.kind },
        .text("document") { $0.move.document },
        .date("day") { $0.move.day },
        .text("cadreId") { "\($0.move.cadreId)" },
        .text("moveId") { "\($0.move.id)" },
    ]
    package static let briefColumns: [String]? = ["cadre", "fromPost", "toPost", "moveKind", "document", "day"]

    static func fetch(_ filter: Filter, limit: Int = -1, in db: Database) throws -> [MoveLine] {
        try fetchAll(
            db,
            sql: """
                SELECT m.*, c.name AS cadreName FROM personnel_move m JOIN personnel_cadre c ON c.id = m.cadreId
                WHERE \(filter.sql) ORDER BY m.day, m.seq LIMIT \(limit)
                """, arguments: filter.arguments)
    }
}

/// Counts of moves and honours (R-PRO-01, R-HON-02).
enum OutcomeCounts {
    /// What counts: everything of these days that was not taken back.
    static func counted(_ alias: String, in days: DayRange) -> Filter {
        var filter = Filter("\(alias).voidedBy IS NULL")
        filter.and("\(alias).day", in: days)
        return filter
    }

    /// The days of moves: where nobody says any, from the year the office counts from.
    static func careerDays(_ from: CalendarDate?, _ to: CalendarDate?, in db: Database) throws -> DayRange {
        try DayRange(from == nil && to == nil ? PersonnelSettings(db).careerStart : from, to)
    }

    /// Persons, each once, of one kind or of any.
    static func persons(_ kind: MoveKind?, _ days: DayRange, in db: Database) throws -> Int {
        var filter = counted("m", in: days)
        if let kind { filter.and("m.kind = ?", kind) }
        return try Int.fetchOne(
            db.cachedStatement(sql: "SELECT count(DISTINCT m.cadreId) FROM personnel_move m WHERE \(filter.sql)"),
            arguments: filter.arguments) ?? 0
    }

    /// 人次 of one level or of all.
    static func honours(_ level: HonourLevel?, _ days: DayRange, in db: Database) throws -> Int {
        var filter = counted("h", in: days)
        if let level { filter.and("h.level = ?", level) }
        return try Int.fetchOne(
            db.cachedStatement(sql: "SELECT coalesce(sum(h.persons), 0) FROM personnel_honour h WHERE \(filter.sql)"),
            arguments: filter.arguments) ?? 0
    }
}

/// Records a move or a promotion with its document.
struct AddMove: Command {
    struct Input: Codable, Sendable {
        var cadre: String
        var kind: MoveKind
        /// The post before, with its unit.
        var fromPost: String
        /// The post after, with its unit.
        var toPost: String
        var on: CalendarDate
        var document: String
        /// Codes of the rounds it is linked to.
        var rounds: [String]?
    }
    static let name: OperationName = "career.add"
    static let access = Access.roles([.organisationDepartment, .hrBureau, .inspectionOffice])

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<MoveLine> {
        let cadre = try Cadres.cadre(input.cadre, in: context.db)
        var checks = Checks()
        for (field, text) in [("fromPost", input.fromPost), ("toPost", input.toPost), ("document", input.document)] {
            checks.require(!text.trimmed.isEmpty, Rule.invalid.refused("empty", field: field))
        }
        checks.require(input.on <= context.today, Rule.invalid.refused("dayFuture", field: "on", ["day": "\(input.on)"]))
        for round in input.rounds ?? [] { try requireService(of: cadre, in: round.trimmed, before: input.on, &checks, context) }
        try checks.finish()
        let move = CareerMove(
            id: context.nextID(), cadreId: cadre.id, kind: input.kind, fromPost: input.fromPost.trimmed,
            toPost: input.toPost.trimmed, day: input.on, document: input.document.trimmed,
            rounds: (input.rounds ?? []).map(\.trimmed).joined(separator: " "), recordedBy: context.principal.account)
        do {
            try move.insert(context.db)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            throw try refusal(of: move, cadre, context)
        }
        try context.noteChange(of: "careerMove", move.id, to: move)
        return RecordAnswer(
            MoveLine(move: move, cadre: cadre.name),
            sentence: Message("career.add.done", ["cadre": .text(cadre.name), "kind": .key("moveKind.\(move.kind.rawValue)")]))
    }

    /// R-PRO-01, with what is recorded already.
    private func refusal(of move: CareerMove, _ cadre: Cadre, _ context: WriteContext) throws -> Refusal {
        let there = try CareerMove.fetchOne(
            context.db,
            sql: """
                SELECT * FROM personnel_move
                WHERE cadreId = ? AND kind = ? AND day = ? AND document = ? AND voidedBy IS NULL
                """, arguments: [move.cadreId, move.kind, move.day, move.document])
        return PersonnelRules.personsOnce.refused(
            field: "document",
            [
                "cadre": .text(cadre.name), "kind": .key("moveKind.\(move.kind.rawValue)"), "day": "\(move.day)",
                "document": .text(move.document), "from": .text(there?.fromPost ?? ""), "to": .text(there?.toPost ?? ""),
                "id": .text(there.map { "\($0.id)" } ?? ""),
            ])
    }

    /// R-PRO-02: a round counts only where the person served in it before the move.
    private func requireService(
        of cadre: Cadre, in round: String, before day: CalendarDate, _ checks: inout Checks, _ context: WriteContext
    ) throws {
        let served = try Bool.fetchOne(
            context.db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM personnel_service
                WHERE cadreId = ? AND round = ? AND startsOn < ? AND voidedBy IS NULL)
                """,
            arguments: [cadre.id, round, day])
        checks.require(
            served == true,
            PersonnelRules.serviceBefore.refused(
                field: "rounds", ["cadre": .text(cadre.name), "round": .text(round), "day": "\(day)"]))
    }
}

/// Lists moves and promotions, and counts persons: each once for each kind and period (R-PRO-01).
struct ListMoves: Query {
    struct Input: Codable, Sendable {
        var kind: MoveKind?
        /// From this day; the day the office counts from when not given.
        var from: CalendarDate?
        var to: CalendarDate?
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "career.list"
    static let access = Access.roles(cadreReaders)

    func run(_ input: Input, in context: ReadContext) throws -> Page<MoveLine> {
        let page = try PageRequest(limit: input.limit, after: input.after)
        let days = try OutcomeCounts.careerDays(input.from, input.to, in: context.db)
        var filter = OutcomeCounts.counted("m", in: days)
        if let kind = input.kind { filter.and("m.kind = ?", kind) }
        if let mark = try PageMark(page.after, parts: 2) {
            filter.and("(m.day, m.seq) > (?, ?)", mark.parts[0], try mark.integer(1))
        }
        let rows = try MoveLine.fetch(filter, limit: page.limit + 1, in: context.db)
        var answer = page.cut(rows) { PageMark(["\($0.move.day)", "\($0.move.seq ?? 0)"]) }
        answer.sentence = Message(
            days.to == nil ? "career.list.sentence" : "career.list.sentence.to",
            [
                "to": .text(days.to?.description ?? ""), "since": .text(days.from?.description ?? "—"),
                "lateral": "\(try OutcomeCounts.persons(.lateralUse, days, in: context.db))",
                "promoted": "\(try OutcomeCounts.persons(.promotion, days, in: context.db))",
                "persons": "\(try OutcomeCounts.persons(input.kind, days, in: context.db))",
            ])
        return answer
    }
}

/// Takes back a move or an honour that was wrong. It stays in the file with the reason.
struct VoidMove: Command {
    struct Input: Codable, Sendable {
        var moveId: UniqueID
        var reason: String
    }
    static let name: OperationName = "career.void"
    static let access = AddMove.access
    static let positional = ["moveId"]

    func run(_ input: Input, in context: WriteContext) throws -> Done {
        try Outcomes.void("personnel_move", input.moveId, field: "moveId", reason: input.reason, context)
        return Done("career.void.done")
    }
}

/// What moves and honours share.
enum Outcomes {
    static func void(_ table: String, _ id: UniqueID, field: String, reason: String, _ context: WriteContext) throws {
        guard !reason.trimmed.isEmpty else { throw Rule.invalid.refused("empty", field: "reason") }
        try context.db.execute(
            sql: "UPDATE \(table) SET voidedBy = ?, voidReason = ? WHERE id = ? AND voidedBy IS NULL",
            arguments: [context.principal.account, reason.trimmed, id])
        guard context.db.changesCount == 1 else { throw Rule.notFound.refused("outcome", field: field) }
        context.reason = reason.trimmed
        try context.noteChange(of: table, id, to: ["voided": reason.trimmed])
    }
}

extension MoveLine {
    init(move: CareerMove, cadre: String) {
        self.move = move
        self.cadre = cadre
    }
}
