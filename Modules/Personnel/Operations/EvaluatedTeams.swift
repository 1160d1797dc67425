import GRDB
import Operations
import Persistence
import PluginKit

/// What answers to a questionnaire count, in hundredths of the full mark.
struct EvaluationMarks {
    /// 优、良、中、差.
    private let marks: [Int]

    init(_ settings: PersonnelSettings) {
        marks =
            [100]
            + [PersonnelSettings.goodMark, PersonnelSettings.fairMark, PersonnelSettings.poorMark].map { settings[$0] ?? 0 }
    }

    func points(_ counts: [Int]) -> Int { zip(counts, marks).reduce(0) { $0 + $1.0 * $1.1 } }

    /// The mean of all answers in hundredths, half up; nil where nobody answered.
    func score(_ counts: [Int]) -> Int? { Percent.ratio(points(counts), of: 100 * counts.reduce(0, +)) }
}

/// A team whose work is over, with what its evaluation says in all.
struct EvaluatedTeamLine: Tabular, FetchableRecord {
    var team: String
    var round: String
    /// The day the last of its members was released.
    var endedOn: CalendarDate
    var issued: Int?
    var returned: Int?
    /// Answers over all items: 优、良、中、差.
    var counts: [Int]
    var conclusion: String?
    var concludedOn: CalendarDate?
    var score: Int?

    init(row: Row) {
        team = row["team"]
        round = row["round"]
        endedOn = row["endedOn"]
        issued = row["issued"]
        returned = row["returned"]
        counts = ["excellent", "good", "fair", "poor"].map { row[$0] ?? 0 }
        conclusion = row["conclusion"]
        concludedOn = row["concludedOn"]
    }

    static let columns: [TableColumn<EvaluatedTeamLine>] = [
        .text("team") { $0.team },
        .text("round") { $0.round },
        .date("endedOn") { $0.endedOn },
        .integer("sheetsIssued") { $0.issued },
        .integer("sheetsReturned") { $0.returned },
        .decimal("evaluationScore") { $0.score.map { Percent.text(hundredths: $0) } },
        .text("conclusion") { $0.conclusion },
        .date("concludedOn") { $0.concludedOn },
    ]

    /// Whether its answers are in the mean score: it is concluded, and so many sheets came back that none is anybody's.
    var isScored: Bool { score != nil && conclusion != nil }

    /// Teams of a round, or whose work ended on these days; of every round where none is given. What a roster told was in no team of
    /// this program, and nothing is told of teams for a unit that the reader is recused from.
    static func all(round: String?, on days: DayRange, for principal: Principal, in db: Database) throws -> [EvaluatedTeamLine] {
        var service = Filter("s.rosterId IS NULL AND s.voidedBy IS NULL")
        service.and(Services.visible(to: principal))
        if let round { service.and("s.round = ?", round) }
        // A team that was taken back before it went on site has nothing to be evaluated.
        var ended = Filter("count(*) = count(s.endedOn) AND max(s.enteredOn) IS NOT NULL")
        ended.and("max(s.endedOn)", in: days)
        let sums = ["excellent", "good", "fair", "poor"].map { "sum(i.\($0)) AS \($0)" }.joined(separator: ", ")
        let settings = try PersonnelSettings(db), marks = EvaluationMarks(settings)
        let lines = try fetchAll(
            db.cachedStatement(
                sql: """
                    WITH ended AS (SELECT s.team, s.round, max(s.endedOn) AS endedOn FROM personnel_service s
                            WHERE \(service.sql) GROUP BY s.team, s.round HAVING \(ended.sql)),
                        answers AS (SELECT i.evaluationId, \(sums) FROM personnel_evaluation_item i GROUP BY i.evaluationId)
                    SELECT t.*, e.issued, e.returned, e.conclusion, e.concludedOn, a.excellent, a.good, a.fair, a.poor
                    FROM ended t LEFT JOIN personnel_evaluation e ON e.team = t.team
                    LEFT JOIN answers a ON a.evaluationId = e.id ORDER BY t.endedOn DESC, t.team
                    """), arguments: service.arguments + ended.arguments)
        return lines.map { line in
            var line = line
            if let returned = line.returned, returned >= settings.evaluationMinimum { line.score = marks.score(line.counts) }
            return line
        }
    }
}

/// Lists teams whose work is over, evaluated or not, the last first: the rows behind the figures on post-evaluation.
struct ListEvaluatedTeams: Query {
    struct Input: Codable, Sendable {
        var round: String?
        /// First and last day on which their work ended.
        var from: CalendarDate?
        var to: CalendarDate?
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "evaluation.teams"
    static let access = ListEvaluations.access

    func run(_ input: Input, in context: ReadContext) throws -> Page<EvaluatedTeamLine> {
        try RoundTeams.requireKnownRound(input.round, in: context)
        let lines = try EvaluatedTeamLine.all(
            round: input.round?.trimmed, on: try DayRange(input.from, input.to), for: context.principal,
            in: context.db)
        return try .part(of: lines, limit: input.limit, after: input.after) { $0.team }
    }
}
