import GRDB
import Operations
import Organization
import PageKit
import Persistence
import Personnel
import PluginKit

/// `/declare/14-3-1`: a member's own declaration of recusal for the targets of the team, by their names.
enum DeclarePage {
    static let page = SitePage("/declare/{team}", access: .operation(command)) { context in
        let open = try context.dispatcher.run(OpenTargets.self, .init(team: context["team"]), as: context.principal).rows
        let words = context.words
        var content = PageContent(title: words("inspection.pages.declare"))
        content.kicker = words("inspection.pages.team", ["team": context["team"]])
        content.lead = "\(words("inspection.pages.declare.lead"))"
        guard let role = open.first?.role, let round = open.first?.round else {
            content.body = "<p class=\"empty\">\(words("inspection.pages.declare.none"))</p>"
            return .page(content)
        }
        let items = open.map { "<li>\($0.unit)</li>\n" as HTML }.joined()
        let fields: [(String, String?)] =
            [("round", round), ("role", role.pool.rawValue)] + open.map { ("units", $0.unitCode) }
        content.body = """
            <section><h2>\(words("inspection.pages.declare.targets")) <span class="number-of">\(open.count)</span></h2>
            <ul class="names">\(items)</ul></section>
            \(context.lastStep(
                command, fields, next: "/", label: words("inspection.pages.declare.sign"), questions: question(words)))
            """
        return .page(content)
    }

    private static let command: OperationName = "declaration.make"

    private static func question(_ words: Words) -> HTML {
        """
        <div class="field"><label for="f-relations">\(words("inspection.pages.declare.relations")) \
        <span class="remark">\(words("pages.optional"))</span></label>
        <p class="help" id="f-relations-help">\(words("inspection.pages.declare.relations.help"))</p>
        <textarea id="f-relations" name="relations" rows="4" aria-describedby="f-relations-help"></textarea></div>
        """
    }
}

/// Lists the targets of somebody's own team that they have not declared for.
struct OpenTargets: Query {
    struct Input: Codable, Sendable {
        /// Code of the team; all teams of the asker when not given.
        var team: String?
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "team.undeclared"
    static let access = Access.roles(Role.team)

    func run(_ input: Input, in context: ReadContext) throws -> Page<OpenTarget> {
        guard let own = context.principal.cadre else { return Page(rows: []) }
        var filter = Filter("m.cadreId = ? AND m.state = 'nominated' AND r.stage NOT IN ('archived', 'cancelled')", own)
        if let team = input.team { filter.and("t.code = ?", team.trimmed) }
        filter.and(RecusalCases.hides("x.unitId", from: own))
        let rows = try Row.fetchAll(
            context.db,
            sql: """
                SELECT r.code AS round, t.code AS team, m.role, x.unitId FROM inspection_member m
                JOIN inspection_team t ON t.id = m.teamId JOIN inspection_round r ON r.id = t.roundId
                JOIN inspection_target x ON x.teamId = t.id
                WHERE \(filter.sql) ORDER BY r.startDate, t.ordinal, x.id
                """, arguments: filter.arguments)
        let declared: [String: Set<UniqueID>] = try Set(rows.map { $0["round"] as String }).reduce(into: [:]) {
            $0[$1] = try Declarations.units(declaredBy: own, for: $1, in: context.db)
        }
        let open = rows.filter { !(declared[$0["round"] as String]?.contains($0["unitId"] as UniqueID) ?? false) }
        let units = try Units.named(open.map { $0["unitId"] }, in: context.db)
        let named = Dictionary(units.map { ($0.id, $0) }) { first, _ in first }
        let lines = open.compactMap { row in
            named[row["unitId"] as UniqueID].map {
                OpenTarget(round: row["round"], team: row["team"], role: row["role"], unit: $0.name, unitCode: $0.code)
            }
        }
        return try .part(of: lines, limit: input.limit, after: input.after) { "\($0.team) \($0.unitCode)" }
    }
}

/// A target to be declared for.
struct OpenTarget: Tabular {
    var round: String
    var team: String
    var role: TeamRole
    var unit: String
    var unitCode: String

    static let columns: [TableColumn<OpenTarget>] = [
        TableColumn("round") { .text($0.round) },
        TableColumn("team") { .text($0.team) },
        TableColumn("teamRole") { $0.role.value },
        TableColumn("unit") { .text($0.unit) },
        TableColumn("unitCode") { .text($0.unitCode) },
    ]
}
