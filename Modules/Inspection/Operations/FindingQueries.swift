import GRDB
import Operations
import Organization
import Persistence
import PluginKit

/// One line of the list of findings. Decoded by position: it is read fifty at a time, all day.
package struct FindingLine: Tabular, FetchableRecord {
    package var seq: Int64
    package var no: String
    package var unit: String
    package var wording: String
    package var category: FindingCategory
    package var leaf: String?
    package var state: FindingState
    package var issuedOn: CalendarDate?
    package var isImported: Bool

    package init(row: Row) {
        seq = row[0]
        no = row[1]
        unit = row[2]
        wording = row[3]
        category = row[4]
        leaf = row[5]
        state = row[6]
        issuedOn = row[7]
        isImported = row[8]
    }

    package static let columns: [TableColumn<FindingLine>] = [
        .text("no") { $0.no },
        .text("unit") { $0.unit },
        .text("wording") { $0.wording },
        .word("category") { $0.category },
        .text("leaf") { $0.leaf },
        .word("findingState") { $0.state },
        .date("issuedOn") { $0.issuedOn },
        .flag("isImported") { $0.isImported },
    ]
    package static let briefColumns: [String]? = ["no", "unit", "wording", "category", "findingState"]

    static let selection = """
        SELECT f.seq, f.no, u.name, f.wording, f.category, f.leaf, f.state, f.issuedOn, f.isImported
        FROM inspection_finding f JOIN organization_unit u ON u.id = f.unitId
        """
}

/// Roles that read findings; which ones they see is decided by ``Visibility``.
let findingReaders: Set<Role> = Role.districtWide.union(Role.team).union(Role.unit)

/// Lists findings in the order they were numbered.
struct ListFindings: Query {
    struct Input: Codable, Sendable {
        var round: String?
        /// Code of the unit.
        var unit: String?
        var state: FindingState?
        var category: FindingCategory?
        var sort: FindingOrder?
        var descending: Bool?
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "finding.list"
    static let access = Access.roles(findingReaders)

    func run(_ input: Input, in context: ReadContext) throws -> Page<FindingLine> {
        let page = try PageRequest(limit: input.limit, after: input.after)
        var filter = Filter()
        if let round = input.round { filter.and("f.roundId = ?", try Rounds.round(round, in: context.db).id) }
        if let unit = input.unit { filter.and("f.unitId = ?", try Units.unit(code: unit, in: context.db).id) }
        if let state = input.state { filter.and("f.state = ?", state) }
        if let category = input.category { filter.and("f.category = ?", category) }
        return try FindingPage.fetch(&filter, page, isDescending: input.descending ?? false, context)
    }
}

/// What findings may be sorted by; the codes are those of their columns.
enum FindingOrder: String, Choice {
    case no

    static let vocabulary = "findingOrder"
}

/// Finds findings by words, one and two characters included.
struct SearchFindings: Query {
    struct Input: Codable, Sendable {
        var words: String
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "finding.search"
    static let access = Access.roles(findingReaders)
    static let positional = ["words"]

    func run(_ input: Input, in context: ReadContext) throws -> Page<FindingLine> {
        let page = try PageRequest(limit: input.limit, after: input.after)
        guard let pattern = SearchIndex.pattern(input.words) else { throw Rule.invalid.refused("empty", field: "words") }
        var filter = Filter(
            "f.seq IN (SELECT rowid FROM inspection_finding_search WHERE inspection_finding_search MATCH ?)", pattern)
        return try FindingPage.fetch(&filter, page, context)
    }
}

/// The one way to a page of findings: visibility, keyset, one statement.
enum FindingPage {
    static func fetch(
        _ filter: inout Filter, _ page: PageRequest, isDescending: Bool = false, _ context: ReadContext
    ) throws -> Page<FindingLine> {
        Visibility.restrict(&filter, alias: "f", issued: "f.state = 'issued'", for: context.principal)
        if let cursor = try PageMark(page.after, parts: 1) {
            filter.and("f.seq \(isDescending ? "<" : ">") ?", try cursor.integer(0))
        }
        let direction = isDescending ? "DESC" : "ASC"
        let rows = try FindingLine.fetchAll(
            context.db.cachedStatement(
                sql: "\(FindingLine.selection) WHERE \(filter.sql) ORDER BY f.seq \(direction) LIMIT \(page.limit + 1)"),
            arguments: filter.arguments)
        return page.cut(rows) { PageMark(["\($0.seq)"]) }
    }
}

/// A finding with everything known of it.
struct FindingRecord: Tabular, FetchableRecord {
    var line: FindingLine
    var finding: Finding
    var round: String

    init(row: Row) throws {
        line = FindingLine(row: row)
        finding = try Finding(row: row)
        round = row["round"]
    }

    static let columns: [TableColumn<FindingRecord>] = [
        .text("no") { $0.finding.no },
        .text("round") { $0.round },
        .text("unit") { $0.line.unit },
        .text("wording") { $0.finding.wording },
        .word("category") { $0.finding.category },
        TableColumn("leaf") { $0.finding.leaf.map { .word(code: $0, key: "taxonomy.\($0)") } ?? .none },
        .text("taxonomy") { $0.finding.taxonomy },
        .text("phenomenon") { $0.finding.phenomenon },
        .text("basis") { $0.finding.basis },
        .text("responsibility") { $0.finding.responsibility },
        .text("politicalDeviation") { $0.finding.politicalDeviation },
        .word("focus") { $0.finding.focus },
        TableColumn("rootCauses") { record in
            .list(record.finding.rootCauses.split(separator: " ").compactMap { RootCause(rawValue: String($0))?.value })
        },
        .decimal("amount") { Percent.text(hundredths: Int($0.finding.amountFen)) },
        .text("evidence") { $0.finding.evidence },
        .word("findingState") { $0.finding.state },
        .date("issuedOn") { $0.finding.issuedOn },
        .text("recheck") { $0.finding.recheck },
        .flag("isImported") { $0.finding.isImported },
        .integer("version") { $0.finding.version },
    ]
}

/// A finding with its history. What the team did before the issue is not shown to the inspected side.
struct FindingDetail: Answerable {
    var record: FindingRecord
    var steps: [RecordStep]

    static let shape: Answer.Shape? = .record
    static let columns: [ColumnShape]? = FindingRecord.shapes
    static let sections = ["history": RecordStep.shapes]
    var answer: Answer {
        var answer = Answer(record: record)
        if !steps.isEmpty { answer.sections = [("section.history", Answer(list: steps))] }
        return answer
    }
}

/// Shows one finding.
struct ShowFinding: Query {
    struct Input: Codable, Sendable {
        var no: String
    }
    static let name: OperationName = "finding.show"
    static let access = Access.roles(findingReaders)
    static let positional = ["no"]

    func run(_ input: Input, in context: ReadContext) throws -> FindingDetail {
        let record = try FindingLookup.record(input.no, in: context)
        let isInside = context.principal.hasAny(of: Role.districtWide.union(Role.team))
        return FindingDetail(record: record, steps: isInside ? try RecordStep.of(record.finding.id, in: context.db) : [])
    }
}

/// Finding a finding by its number, as far as the person may see it.
enum FindingLookup {
    /// - Throws: `E-NOTFOUND`, the same when it is hidden and when it does not exist.
    static func record(_ no: String, in context: ReadContext) throws -> FindingRecord {
        var filter = Filter("f.no = ?", no)
        Visibility.restrict(&filter, alias: "f", issued: "f.state = 'issued'", for: context.principal)
        let found = try FindingRecord.fetchOne(
            context.db,
            sql: """
                SELECT f.seq, f.no, u.name, f.wording, f.category, f.leaf, f.state, f.issuedOn, f.isImported, r.code AS round, f.*
                FROM inspection_finding f JOIN organization_unit u ON u.id = f.unitId JOIN inspection_round r ON r.id = f.roundId
                WHERE \(filter.sql)
                """, arguments: filter.arguments)
        guard let found else { throw Rule.notFound.refused("finding", field: "no", ["no": .text(no)]) }
        return found
    }
}
