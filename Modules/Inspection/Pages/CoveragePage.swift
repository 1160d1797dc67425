import Operations
import PageKit
import PluginKit

/// `/coverage`: units against the rounds of a term, in words, so that it can be read without colour and on paper.
enum CoveragePage {
    static let page = SitePage("/coverage", access: .operation(ListCoverage.name)) { context in
        var list = ListPage(ListCoverage.name, path: "/coverage", context)
        list.title = context.words("inspection.pages.coverage")
        list.lead = context.words("inspection.pages.coverage.lead")
        list.empty = "<p>\(context.words("inspection.pages.coverage.none"))</p>"
        list.columns = ["unit", "level", "visits", "coverage"]
        list.spread["visits"] = matrix(try rounds(context), context)
        return try list.answer()
    }

    /// The rounds of the term that is shown, the first one first.
    private static func rounds(_ context: PageContext) throws -> [Round] {
        guard let term = try context.query("term").flatMap({ Int($0) }) ?? openTerm(context) else { return [] }
        return try context.dispatcher.run(ListRounds.self, .init(), as: context.principal).rows
            .filter { $0.termNumber == term && $0.stage != .cancelled }.sorted { $0.number < $1.number }
    }

    private static func openTerm(_ context: PageContext) throws -> Int? {
        guard context.mayRun("term.list") else { return nil }
        let terms = try context.run("term.list")
        guard let number = terms.columns.firstIndex(of: "number"), let state = terms.columns.firstIndex(of: "state") else {
            return nil
        }
        return terms.rows.lazy.compactMap { row -> Int? in
            guard case .word("active", _) = row[state], case .integer(let term) = row[number] else { return nil }
            return term
        }.first
    }

    private static func matrix(_ rounds: [Round], _ context: PageContext) -> AnswerTable.Spread {
        let codes = rounds.map(\.code)
        let none: HTML = "<span class=\"remark\">\(context.words("visit.gap"))</span>"
        return AnswerTable.Spread(codes.map { (title: $0, path: SitePath.of("rounds", $0)) }) { value in
            guard case .list(let visits) = value else { return codes.map { _ in none } }
            let tags = Dictionary(visits.compactMap { tag($0, context) }) { first, _ in first }
            return codes.map { tags[$0] ?? none }
        }
    }

    private static func tag(_ visit: Value, _ context: PageContext) -> (round: String, tag: HTML)? {
        guard case .object(.phrase(let shown), _) = visit, case .text(let round)? = shown.arguments["round"],
            case .key(let key)? = shown.arguments["state"]
        else { return nil }
        return (round, context.tag(key))
    }
}
