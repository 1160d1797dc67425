import GRDB
import Operations
import Persistence
import PluginKit

/// Adds a document to be studied.
struct AddMaterial: Command {
    struct Input: Codable, Sendable {
        var title: String
        var issuer: MaterialIssuer
        var issuedOn: CalendarDate
        /// When our office had it.
        var availableOn: CalendarDate?
        /// Where it can be read.
        var link: String?
        /// Code of the round whose needs it serves.
        var round: String?
        /// Which need that is.
        var need: String?
    }
    static let name: OperationName = "study.material.add"
    static let access = Access.roles(StudyAccess.keepers.union([.teamLeader, .partyGroupLeader]))

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<MaterialLine> {
        let title = input.title.trimmed
        try check(input, title: title, in: context)
        let year = context.today.year
        let number = String(try NumberSequence.next("studylog.material/\(year)", in: context.db))
        var material = StudyMaterial(
            seq: nil, id: context.nextID(), version: 1, code: "\(year)-\(number.utf8.count < 2 ? "0" : "")\(number)",
            title: title,
            issuer: input.issuer, issuedOn: input.issuedOn, availableOn: input.availableOn, link: input.link.filled,
            round: input.round.filled, need: input.need.filled)
        try material.insert(context.db)
        material.seq = context.db.lastInsertedRowID
        try context.noteChange(of: "studyMaterial", material.id, to: material)
        return RecordAnswer(
            MaterialLine(material: material, people: 0, expected: 0),
            sentence: Message("study.material.add.done", ["code": material.code]))
    }

    private func check(_ input: Input, title: String, in context: WriteContext) throws {
        var checks = Checks()
        checks.require(!title.isEmpty, Rule.invalid.refused("missing", field: "title"))
        checks.require(
            input.issuedOn <= context.today,
            StudyRules.plausible.refused("future", field: "issuedOn", ["date": "\(input.issuedOn)", "today": "\(context.today)"]))
        checks.require(
            input.availableOn ?? input.issuedOn >= input.issuedOn,
            Rule.invalid.refused("studyAvailable", field: "availableOn", ["issued": "\(input.issuedOn)"]))
        checks.require(
            input.round.filled == nil || input.need.filled != nil, Rule.invalid.refused("studyNeed", field: "need"))
        if let round = input.round.filled {
            try checks.collect { try context.requireRecord(round, kinds: ["round"], field: "round") }
        }
        let twin = try String.fetchOne(
            context.db, sql: "SELECT code FROM studylog_material WHERE title = ?", arguments: [title])
        if let twin { checks.add(Rule.duplicate.refused("studyMaterial", field: "title", ["code": .text(twin)])) }
        try checks.finish()
    }
}

/// One document of the list, with how fast and how widely it was studied.
struct MaterialLine: Tabular {
    var material: StudyMaterial
    var firstStudiedOn: CalendarDate?
    var firstUsedOn: CalendarDate?
    /// People of the pools who studied it, and how many there are.
    var people: Int
    var expected: Int

    /// 间隔天数: from issue to first study.
    var studyLatency: Int? { firstStudiedOn.map { $0.dayNumber - material.issuedOn.dayNumber } }
    var useLatency: Int? { firstUsedOn.map { $0.dayNumber - material.issuedOn.dayNumber } }

    static let columns: [TableColumn<MaterialLine>] = [
        .text("materialCode") { $0.material.code },
        .text("materialTitle") { $0.material.title },
        .word("materialIssuer") { $0.material.issuer },
        .date("materialIssuedOn") { $0.material.issuedOn },
        .date("availableOn") { $0.material.availableOn },
        .text("studyRound") { $0.material.round },
        .text("need") { $0.material.need },
        .date("firstStudiedOn") { $0.firstStudiedOn },
        .integer("studyLatency") { $0.studyLatency },
        .date("firstUsedOn") { $0.firstUsedOn },
        .integer("useLatency") { $0.useLatency },
        .integer("studiedBy") { $0.people },
        TableColumn("studiedShare") { line in
            Percent.ratio(line.people, of: line.expected).map { .decimal(Percent.text(hundredths: $0)) } ?? .text("—")
        },
        .text("materialLink") { $0.material.link },
    ]
    static let briefColumns: [String]? = [
        "materialCode", "materialTitle", "materialIssuer", "materialIssuedOn", "firstStudiedOn", "studyLatency", "studiedShare",
    ]
}

/// Which materials are asked for.
struct MaterialFilter {
    var issuer: MaterialIssuer?
    var round: String?

    /// A condition on the alias `m`.
    var condition: Filter {
        var filter = Filter()
        if let issuer { filter.and("m.issuer = ?", issuer) }
        if let round = round.filled { filter.and("m.round = ?", round) }
        return filter
    }
}

/// Form F35 政策学习清单: documents by who issued them, with the days from issue to first study and first use. Counted over the entries
/// that the caller may see.
struct ListMaterials: Query {
    struct Input: Codable, Sendable {
        var issuer: MaterialIssuer?
        /// Code of the round.
        var round: String?
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "study.material.list"
    static let access = Access.roles(StudyAccess.readers)

    func run(_ input: Input, in context: ReadContext) throws -> Page<MaterialLine> {
        let page = try PageRequest(limit: input.limit, after: input.after)
        var filter = MaterialFilter(issuer: input.issuer, round: input.round).condition
        if let mark = try PageMark(page.after, parts: 2) {
            filter.and("(\(Self.place), m.seq) > (?, ?)", try mark.integer(0), try mark.integer(1))
        }
        let lines = try Self.lines(filter, limit: page.limit + 1, in: context)
        return page.cut(lines) {
            PageMark(["\(MaterialIssuer.allCases.firstIndex(of: $0.material.issuer) ?? 0)", "\($0.material.seq ?? 0)"])
        }
    }

    private static let place = """
        CASE m.issuer WHEN 'central' THEN 0 WHEN 'province' THEN 1 WHEN 'city' THEN 2 WHEN 'district' THEN 3 ELSE 4 END
        """

    static func lines(_ filter: Filter, limit: Int, in context: ReadContext) throws -> [MaterialLine] {
        let visible = StudyAccess.visible(to: context.principal)
        let rows = try Row.fetchAll(
            context.db,
            sql: """
                WITH pool AS (SELECT DISTINCT e.cadreId FROM personnel_pool_membership e
                        WHERE e.state IN ('admitted', 'onAssignment', 'cooling') AND \(visible.sql)),
                    chosen AS (SELECT m.* FROM studylog_material m WHERE \(filter.sql) ORDER BY \(place), m.seq LIMIT \(limit))
                SELECT m.*, min(e.date) AS firstStudiedOn, min(e.appliedOn) AS firstUsedOn,
                    count(DISTINCT pool.cadreId) AS people, (SELECT count(*) FROM pool) AS expected
                FROM chosen m
                LEFT JOIN studylog_entry e ON e.materialId = m.id AND e.voidedOn IS NULL AND \(visible.sql)
                LEFT JOIN pool ON pool.cadreId = e.cadreId
                GROUP BY m.seq ORDER BY \(place), m.seq
                """, arguments: visible.arguments + filter.arguments + visible.arguments)
        return try rows.map { row in
            MaterialLine(
                material: try StudyMaterial(row: row), firstStudiedOn: row["firstStudiedOn"], firstUsedOn: row["firstUsedOn"],
                people: row["people"], expected: row["expected"])
        }
    }
}
