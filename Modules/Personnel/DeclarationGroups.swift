import GRDB
import Operations
import Persistence
import PluginKit

/// Declarations that wait to be confirmed, those of a team together; who is in no team stands alone.
struct DeclarationGroup {
    /// Code of the team; nil for somebody who is in none.
    var team: String?
    var round: String
    /// Who declared, by name.
    var people: [(id: UniqueID, name: String)]
    var declarations: Int
    /// How many of them the record says something against that nobody has decided yet.
    var matters: Int
}

enum DeclarationGroups {
    /// States in which a matter found by the record or by anybody waits for a decision.
    static let undecided = "'raised', 'verifying', 'overrideProposed'"

    /// What waits, in the order in which it came: two queries and those of the ``Duties``, however many declarations there are.
    static func waiting(in context: ReadContext) throws -> [DeclarationGroup] {
        var filter = Filter("d.state = 'made'")
        if let own = context.principal.cadre { filter.and(RecusalCases.hides("d.unitId", from: own)) }
        let rows = try Row.fetchAll(
            context.db,
            sql: """
                SELECT d.cadreId, c.name, d.round, count(*) AS declarations, sum(\(isUndecided)) AS matters
                FROM personnel_declaration d JOIN personnel_cadre c ON c.id = d.cadreId
                WHERE \(filter.sql) GROUP BY d.round, d.cadreId ORDER BY min(d.seq)
                """, arguments: filter.arguments)
        guard !rows.isEmpty else { return [] }
        let teams = try teams(in: context)
        var groups: [DeclarationGroup] = []
        var places: [String: Int] = [:]
        for row in rows {
            let place = Place(cadre: row["cadreId"], round: row["round"])
            let team = teams[place]
            let found = team.flatMap { places[$0] } ?? groups.count
            if found == groups.count {
                groups.append(DeclarationGroup(team: team, round: place.round, people: [], declarations: 0, matters: 0))
                if let team { places[team] = found }
            }
            groups[found].people.append((place.cadre, row["name"]))
            groups[found].declarations += row["declarations"]
            groups[found].matters += row["matters"]
        }
        return groups
    }

    /// Whether a matter about the person and the unit of the declaration `d` is not decided.
    static let isUndecided = """
        EXISTS (SELECT 1 FROM personnel_recusal r
        WHERE r.cadreId = d.cadreId AND r.unitId = d.unitId AND r.state IN (\(undecided)))
        """

    /// The declarations `d` of a team's members for its round.
    /// - Throws: `E-NOTFOUND` on `team`.
    static func members(of team: String, in context: ReadContext) throws -> Filter {
        let duties = try Duties.all(in: context).filter { $0.team == team }
        guard let round = duties.first?.round else {
            throw Rule.notFound.refused("declarationTeam", field: "team", ["team": .text(team)])
        }
        let cadres = Set(duties.map(\.cadre)).sorted { "\($0)" < "\($1)" }
        var filter = Filter("d.round = ?", round)
        let marks = databaseQuestionMarks(count: cadres.count)
        filter.and(Filter(sql: "d.cadreId IN (\(marks))", arguments: StatementArguments(cadres)))
        return filter
    }

    private struct Place: Hashable {
        var cadre: UniqueID
        var round: String
    }

    private static func teams(in context: ReadContext) throws -> [Place: String] {
        let duties = try Duties.all(in: context).compactMap { duty in
            duty.team.map { (Place(cadre: duty.cadre, round: duty.round), $0) }
        }
        return Dictionary(duties) { first, _ in first }
    }
}
