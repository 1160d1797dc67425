import GRDB
import Operations
import Organization
import Persistence
import Personnel
import PluginKit

/// How far a unit is covered in a term.
enum Coverage: String, Choice {
    /// On no list of the term.
    case gap
    /// On a list, not entered yet.
    case planned
    /// A team is there.
    case underway
    /// A team was there and has left.
    case covered

    static let vocabulary = "coverage"
}

/// One inspection of a unit.
struct Visit: Sendable, Hashable {
    /// Code of the round, `14-3`.
    var round: String
    var state: Coverage
    /// Whether it came along with the unit above it.
    var isTakenAlong: Bool

    /// 随上级巡察 and the like, then how far it is.
    var key: String { "visit.\(isTakenAlong && state == .covered ? "along" : state.rawValue)" }

    var value: Value {
        .object(
            shown: .phrase(Message("visit.shown", ["round": .text(round), "state": .key(key)])),
            [
                Value.Part("round", .text(round)), Value.Part("coverage", state.value),
                Value.Part("isTakenAlong", .flag(isTakenAlong)),
            ])
    }
}

/// A unit that counts for full coverage, with its inspections in a term (form F1).
struct CoverageLine: Tabular, FetchableRecord {
    var seq: Int64
    var code: String
    var unit: String
    var level: UnitLevel
    var kind: UnitKind
    var parent: String?
    var coverage: Coverage
    var visits: [Visit]

    init(row: Row) throws {
        seq = row["seq"]
        code = row["code"]
        unit = row["name"]
        level = row["level"]
        kind = row["kind"]
        parent = row["parent"]
        coverage = Coverage.allCases[row["rank"]]
        let texts: String = row["visits"] ?? ""
        visits = texts.split(separator: "|").map { text in
            let parts = text.split(separator: " ")
            return Visit(
                round: String(parts[0]), state: Coverage.allCases[Int(parts[1]) ?? 0], isTakenAlong: parts[2] == "lower")
        }
    }

    static let columns: [TableColumn<CoverageLine>] = [
        .text("unitCode") { $0.code },
        .text("unit") { $0.unit },
        .word("level") { $0.level },
        .word("kind") { $0.kind },
        .text("upperUnit") { $0.parent },
        .word("coverage") { $0.coverage },
        .integer("visitCount") { $0.visits.count { $0.state == .covered } },
        TableColumn("visits") { .list($0.visits.map(\.value)) },
    ]
    static let briefColumns: [String]? = ["unitCode", "unit", "level", "visits", "coverage"]
}

/// `target.coverage`: which unit was inspected in which round of a term, and which not yet.
///
/// Units that count for full coverage, as they stand today; the inspections of a unit that was merged into one count for it
/// (R-ORG-02). Cancelled rounds count nowhere (R-RND-10). Whoever is recused from a unit does not find it.
struct ListCoverage: Query {
    struct Input: Codable, Sendable {
        /// Number of the term; the open one when not given.
        var term: Int?
        var coverage: Coverage?
        var level: UnitLevel?
        /// Words of the name.
        var words: String?
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "target.coverage"
    /// Those who see every target of every round: for anybody else there would be gaps that are none.
    static let access = Access.roles(Role.districtWide)

    /// - Throws: `E-NOTFOUND` on `term`, `E-STATE` where none is named and none is open.
    func run(_ input: Input, in context: ReadContext) throws -> Page<CoverageLine> {
        let page = try PageRequest(limit: input.limit, after: input.after)
        let term = try Self.term(input.term, in: context.db)
        let units = CoverageFilter.units(input, for: context.principal)
        var shown = Filter("1")
        if let coverage = input.coverage { shown.and("c.rank = ?", Coverage.allCases.firstIndex(of: coverage)) }
        if let mark = try PageMark(page.after, parts: 2) {
            shown.and("(c.code, c.seq) > (?, ?)", mark.parts[0], try mark.integer(1))
        }
        let rows = try CoverageLine.fetchAll(
            context.db,
            sql: """
                \(CoverageFilter.visits)
                SELECT c.*, (SELECT group_concat(v.round || ' ' || v.rank || ' ' || v.linkageRole, '|')
                    FROM (SELECT * FROM visit WHERE unit = c.id ORDER BY number) v) AS visits
                FROM (\(CoverageFilter.ranked(units))) c WHERE \(shown.sql) ORDER BY c.code, c.seq LIMIT \(page.limit + 1)
                """, arguments: [term.number] + units.arguments + shown.arguments)
        var answer = page.cut(rows) { PageMark([$0.code, "\($0.seq)"]) }
        answer.sentence = try sentence(term, units, context.db)
        return answer
    }

    private static func term(_ number: Int?, in db: Database) throws -> Term {
        guard let number else { return try Terms.active(db) }
        guard let term = try Terms.term(number: number, in: db) else {
            throw Rule.notFound.refused("term", field: "term", ["number": "\(number)"])
        }
        return term
    }

    /// How much is covered of all that the filter leaves, whatever page is shown; 100.00 only where nothing is left.
    private func sentence(_ term: Term, _ units: Filter, _ db: Database) throws -> Message {
        let rows = try Row.fetchAll(
            db, sql: "\(CoverageFilter.visits) SELECT rank, count(*) FROM (\(CoverageFilter.ranked(units))) GROUP BY rank",
            arguments: [term.number] + units.arguments)
        let counts = Dictionary(rows.map { (Coverage.allCases[$0[0]], $0[1] as Int) }) { first, _ in first }
        let total = counts.values.reduce(0, +), covered = counts[.covered] ?? 0
        let rate = Percent.ratio(covered, of: total).map { covered < total ? min($0, 9_999) : $0 }
        return Message(
            rate == nil ? "target.coverage.nothing" : "target.coverage.done",
            [
                "term": .text(term.name), "total": "\(total)", "covered": "\(covered)",
                "rate": .text(rate.map { Percent.text(hundredths: $0) } ?? ""), "underway": "\(counts[.underway] ?? 0)",
                "planned": "\(counts[.planned] ?? 0)", "gap": "\(counts[.gap] ?? 0)",
            ])
    }
}

/// The parts of the queries about coverage.
private enum CoverageFilter {
    /// The inspections of a term, by the unit that stands for the inspected one today; its one argument is the term's number.
    static let visits = """
        WITH visit AS MATERIALIZED (
            SELECT CASE WHEN u.validTo IS NOT NULL AND u.succeededBy IS NOT NULL THEN u.succeededBy ELSE u.id END AS unit,
                r.code AS round, r.number, t.linkageRole,
                CASE WHEN t.state IN ('planned', 'notified') THEN 1 WHEN t.state = 'onSite' THEN 2 ELSE 3 END AS rank
            FROM inspection_target t JOIN inspection_round r ON r.id = t.roundId JOIN organization_unit u ON u.id = t.unitId
            WHERE r.termNumber = ? AND r.stage <> 'cancelled')
        """

    /// The units that count, with how far each is covered.
    static func ranked(_ units: Filter) -> String {
        """
        SELECT u.id, u.seq, u.code, u.name, u.level, u.kind, p.name AS parent,
            coalesce((SELECT max(rank) FROM visit WHERE unit = u.id), 0) AS rank
        FROM organization_unit u LEFT JOIN organization_unit p ON p.id = u.parentId WHERE \(units.sql)
        """
    }

    static func units(_ input: ListCoverage.Input, for principal: Principal) -> Filter {
        var filter = Filter("u.validTo IS NULL AND u.inScope")
        if let level = input.level { filter.and("u.level = ?", level) }
        if let words = input.words, let pattern = SearchIndex.pattern(words) {
            filter.and("u.seq IN (SELECT rowid FROM organization_unit_search WHERE organization_unit_search MATCH ?)", pattern)
        }
        if let cadre = principal.cadre { filter.and(RecusalCases.hides("u.id", from: cadre)) }
        return filter
    }
}
