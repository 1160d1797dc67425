import GRDB
import Operations
import Persistence
import PluginKit

/// Lists units in the order of their codes.
struct ListUnits: Query {
    struct Input: Codable, Sendable {
        var level: UnitLevel?
        /// Code of the unit whose direct children are wanted.
        var parent: String?
        /// Words of the name.
        var words: String?
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "unit.list"
    static let access = Access.everyone(reason: "the district's units are public knowledge")

    func run(_ input: Input, in context: ReadContext) throws -> Page<UnitLine> {
        let page = try PageRequest(limit: input.limit, after: input.after)
        var filter = Filter("u.validTo IS NULL")
        if let level = input.level { filter.and("u.level = ?", level) }
        if let parent = input.parent {
            filter.and("u.parentId = ?", try Units.unit(code: parent, field: "parent", in: context.db).id)
        }
        if let words = input.words, let pattern = SearchIndex.pattern(words) {
            filter.and("u.seq IN (SELECT rowid FROM organization_unit_search WHERE organization_unit_search MATCH ?)", pattern)
        }
        if let cursor = try PageMark(page.after, parts: 2) {
            filter.and("(u.code, u.seq) > (?, ?)", cursor.parts[0], try cursor.integer(1))
        }
        let rows = try UnitLine.fetchAll(
            context.db.cachedStatement(
                sql: "\(UnitLine.selection) WHERE \(filter.sql) ORDER BY u.code, u.seq LIMIT \(page.limit + 1)"),
            arguments: filter.arguments)
        return page.cut(rows) { PageMark([$0.code, "\($0.seq)"]) }
    }
}

/// Shows one unit.
struct ShowUnit: Query {
    struct Input: Codable, Sendable {
        var code: String
    }
    static let name: OperationName = "unit.show"
    static let access = Access.everyone(reason: "the district's units are public knowledge")
    static let positional = ["code"]

    func run(_ input: Input, in context: ReadContext) throws -> RecordAnswer<UnitLine> {
        let unit = try Units.unit(code: input.code, field: "code", in: context.db)
        let line = try UnitLine.fetchOne(context.db, sql: "\(UnitLine.selection) WHERE u.id = ?", arguments: [unit.id])
        guard let line else { throw Rule.notFound.refused("unit", field: "code", ["code": .text(input.code)]) }
        return RecordAnswer(line)
    }
}

/// A unit in the tree, with how deep it stands.
struct UnitBranch: Tabular, FetchableRecord {
    var code: String
    var name: String
    var level: UnitLevel
    var depth: Int

    init(row: Row) {
        code = row["code"]
        name = row["name"]
        level = row["level"]
        depth = row["depth"]
    }

    static let columns: [TableColumn<UnitBranch>] = [
        .text("tree") { String(repeating: "　", count: $0.depth) + $0.name },
        .text("code") { $0.code },
        .word("level") { $0.level },
        .integer("depth") { $0.depth },
    ]
    static let briefColumns: [String]? = ["tree", "code", "level"]
}

/// Prints the tree of units below one, or of the whole district.
struct ShowUnitTree: Query {
    struct Input: Codable, Sendable {
        var code: String?
        /// How many levels down; all of them when not given.
        var depth: Int?
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "unit.tree"
    static let access = Access.everyone(reason: "the district's units are public knowledge")
    static let positional = ["code"]

    func run(_ input: Input, in context: ReadContext) throws -> Page<UnitBranch> {
        let root = try input.code.map { try Units.unit(code: $0, field: "code", in: context.db).id }
        let rows = try UnitBranch.fetchAll(
            context.db,
            sql: """
                WITH RECURSIVE tree(id, code, name, level, depth, path) AS (
                    SELECT id, code, name, level, 0, code FROM organization_unit
                    WHERE validTo IS NULL AND (CASE WHEN ?1 IS NULL THEN parentId IS NULL ELSE id = ?1 END)
                    UNION ALL
                    SELECT u.id, u.code, u.name, u.level, tree.depth + 1, tree.path || '/' || u.code
                    FROM organization_unit u JOIN tree ON u.parentId = tree.id
                    WHERE u.validTo IS NULL AND tree.depth < ?2
                )
                SELECT code, name, level, depth FROM tree ORDER BY path
                """, arguments: [root, input.depth ?? 50])
        return try .part(of: rows, limit: input.limit, after: input.after, key: \.code)
    }
}
