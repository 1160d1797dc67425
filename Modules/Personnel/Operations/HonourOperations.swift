import GRDB
import Operations
import Persistence
import PluginKit

/// One honour: form F40.
package struct HonourLine: Tabular, FetchableRecord {
    package var honour: Honour
    /// Names of a group's members, where they were listed.
    package var members: String

    package init(row: Row) throws {
        honour = try Honour(row: row)
        members = row["members"] ?? ""
    }

    package static let columns: [TableColumn<HonourLine>] = [
        .integer("year") { $0.honour.day.year },
        .text("honourTitle") { $0.honour.title },
        .word("honourLevel") { $0.honour.level },
        .text("recipient") { $0.honour.recipient },
        .text("members") { $0.members.isEmpty ? nil : $0.members },
        .text("issuer") { $0.honour.issuer },
        .text("document") { $0.honour.document },
        .date("day") { $0.honour.day },
        .integer("persons") { $0.honour.persons },
        .text("honourId") { "\($0.honour.id)" },
    ]
    package static let briefColumns: [String]? = ["honourTitle", "honourLevel", "recipient", "issuer", "day", "persons"]

    static func fetch(_ filter: Filter, limit: Int = -1, in db: Database) throws -> [HonourLine] {
        try fetchAll(
            db,
            sql: """
                SELECT h.*, (SELECT group_concat(name, '、') FROM (SELECT c.name FROM personnel_honour_member x
                    JOIN personnel_cadre c ON c.id = x.cadreId WHERE x.honourId = h.id ORDER BY c.nameKey)) AS members
                FROM personnel_honour h WHERE \(filter.sql) ORDER BY h.day, h.seq LIMIT \(limit)
                """, arguments: filter.arguments)
    }

    /// Honours of somebody, alone or as a listed member.
    static func ofCadre(_ cadre: UniqueID) -> Filter {
        Filter(
            """
            h.voidedBy IS NULL AND (h.cadreId = ? OR EXISTS (SELECT 1 FROM personnel_honour_member x WHERE x.honourId = h.id
            AND x.cadreId = ?))
            """, cadre, cadre)
    }
}

/// Records an honour of a person or of a group. A group counts once unless its members are listed (R-HON-01).
struct AddHonour: Command {
    struct Input: Codable, Sendable {
        var title: String
        var level: HonourLevel
        /// The person honoured.
        var cadre: String?
        /// The group honoured, such as a team.
        var group: String?
        /// The group's members who are honoured each.
        var members: [String]?
        var issuer: String
        var on: CalendarDate
        var document: String
    }
    static let name: OperationName = "honour.add"
    static let access = Access.roles([.organisationDepartment, .hrBureau, .inspectionOffice])

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<HonourLine> {
        var checks = Checks()
        for (field, text) in [("title", input.title), ("issuer", input.issuer), ("document", input.document)] {
            checks.require(!text.trimmed.isEmpty, Rule.invalid.refused("empty", field: field))
        }
        let group = input.group?.trimmed ?? ""
        checks.require((input.cadre == nil) != group.isEmpty, PersonnelRules.honourCount.refused("recipient", field: "cadre"))
        checks.require(
            input.cadre == nil || (input.members ?? []).isEmpty, PersonnelRules.honourCount.refused("members", field: "members"))
        checks.require(input.on <= context.today, Rule.invalid.refused("dayFuture", field: "on", ["day": "\(input.on)"]))
        try checks.finish()
        let cadre = try input.cadre.map { try Cadres.cadre($0, in: context.db) }
        let members = try (input.members ?? []).map { try Cadres.cadre($0, field: "members", in: context.db) }
        let ids = Set(members.map(\.id))
        try refuseTwice(input, cadre, group, context)
        let honour = Honour(
            id: context.nextID(), title: input.title.trimmed, level: input.level, recipient: cadre?.name ?? group,
            cadreId: cadre?.id, persons: max(1, ids.count), issuer: input.issuer.trimmed, day: input.on,
            document: input.document.trimmed, recordedBy: context.principal.account)
        try honour.insert(context.db)
        for id in ids.sorted() {
            try context.db.execute(sql: "INSERT INTO personnel_honour_member VALUES (?, ?)", arguments: [honour.id, id])
        }
        try context.noteChange(of: "honour", honour.id, to: honour)
        guard let line = try HonourLine.fetch(Filter("h.id = ?", honour.id), in: context.db).first else {
            throw Rule.notFound.refused()
        }
        return RecordAnswer(
            line, sentence: Message("honour.add.done", ["recipient": .text(honour.recipient), "persons": "\(honour.persons)"]))
    }
}

extension AddHonour {
    /// The same title for the same person or group by one document counts once.
    private func refuseTwice(_ input: Input, _ cadre: Cadre?, _ group: String, _ context: WriteContext) throws {
        let isKnown = try Bool.fetchOne(
            context.db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM personnel_honour WHERE voidedBy IS NULL AND title = ?1 AND day = ?2 AND document = ?3
                AND (cadreId = ?4 OR cadreId IS NULL AND ?4 IS NULL AND recipient = ?5))
                """, arguments: [input.title.trimmed, input.on, input.document.trimmed, cadre?.id, group])
        guard isKnown != true else {
            throw Rule.duplicate.refused("honour", field: "document", ["recipient": .text(cadre?.name ?? group)])
        }
    }
}

/// Lists honours, and counts 人次 by level (R-HON-02).
struct ListHonours: Query {
    struct Input: Codable, Sendable {
        var level: HonourLevel?
        var from: CalendarDate?
        var to: CalendarDate?
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "honour.list"
    static let access = Access.roles(cadreReaders)

    func run(_ input: Input, in context: ReadContext) throws -> Page<HonourLine> {
        let page = try PageRequest(limit: input.limit, after: input.after)
        let days = try DayRange(input.from, input.to)
        var filter = OutcomeCounts.counted("h", in: days)
        if let level = input.level { filter.and("h.level = ?", level) }
        if let mark = try PageMark(page.after, parts: 2) {
            filter.and("(h.day, h.seq) > (?, ?)", mark.parts[0], try mark.integer(1))
        }
        let rows = try HonourLine.fetch(filter, limit: page.limit + 1, in: context.db)
        var answer = page.cut(rows) { PageMark(["\($0.honour.day)", "\($0.honour.seq ?? 0)"]) }
        let persons = "\(try OutcomeCounts.honours(input.level, days, in: context.db))"
        if let level = input.level {
            answer.sentence = Message(
                "honour.list.oneLevel", ["level": .key("honourLevel.\(level.rawValue)"), "persons": .text(persons)])
            return answer
        }
        var counts: [String: Message.Argument] = ["persons": .text(persons)]
        for level in HonourLevel.allCases {
            counts[level.rawValue] = "\(try OutcomeCounts.honours(level, days, in: context.db))"
        }
        answer.sentence = Message("honour.list.sentence", counts)
        return answer
    }
}

/// Takes back an honour that was wrong.
struct VoidHonour: Command {
    struct Input: Codable, Sendable {
        var honourId: UniqueID
        var reason: String
    }
    static let name: OperationName = "honour.void"
    static let access = AddHonour.access
    static let positional = ["honourId"]

    func run(_ input: Input, in context: WriteContext) throws -> Done {
        try Outcomes.void("personnel_honour", input.honourId, field: "honourId", reason: input.reason, context)
        return Done("honour.void.done")
    }
}
