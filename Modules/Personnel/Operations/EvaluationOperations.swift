import GRDB
import Operations
import Persistence
import PluginKit

/// 后评估 of a team by the inspected side. Only counts are kept, so no answer can be anybody's.
package struct Evaluation: Codable, Sendable, FetchableRecord, PersistableRecord {
    package static let databaseTableName = "personnel_evaluation"

    package var id: UniqueID
    package var version: Int
    package var team: String
    package var round: String
    package var openedOn: CalendarDate
    package var issued: Int
    package var returned: Int
    package var conclusion: String?
    package var concludedBy: String?
    package var concludedOn: CalendarDate?
}

/// One item with its counts: form F44.
struct EvaluationLine: Tabular, FetchableRecord {
    var team: String
    var round: String
    var ordinal: Int
    var item: String
    var counts: [Int]
    var remark: String?
    var issued: Int
    var returned: Int
    var conclusion: String?
    /// Of the item, in hundredths; nil where nobody answered.
    var score: Int?

    init(row: Row) {
        team = row["team"]
        round = row["round"]
        ordinal = row["ordinal"]
        item = row["item"] ?? ""
        counts = [row["excellent"] ?? 0, row["good"] ?? 0, row["fair"] ?? 0, row["poor"] ?? 0]
        remark = row["remark"]
        issued = row["issued"]
        returned = row["returned"]
        conclusion = row["conclusion"]
    }

    static let columns: [TableColumn<EvaluationLine>] = [
        .text("team") { $0.team },
        .text("round") { $0.round },
        .text("evaluationItem") { $0.item },
        .integer("excellent") { $0.counts[0] },
        .integer("good") { $0.counts[1] },
        .integer("fair") { $0.counts[2] },
        .integer("poor") { $0.counts[3] },
        .text("evaluationRemark") { $0.remark },
        .decimal("evaluationScore") { $0.score.map { Percent.text(hundredths: $0) } },
        .integer("sheetsIssued") { $0.issued },
        .integer("sheetsReturned") { $0.returned },
        .text("conclusion") { $0.conclusion },
    ]
    static let briefColumns: [String]? = [
        "team", "evaluationItem", "excellent", "good", "fair", "poor", "evaluationScore", "sheetsReturned", "conclusion",
    ]

    /// Items of evaluations with enough returned sheets; fewer could be somebody's and are left out.
    static func fetch(_ filter: Filter, in db: Database) throws -> [EvaluationLine] {
        let settings = try PersonnelSettings(db), marks = EvaluationMarks(settings)
        let lines = try fetchAll(
            db,
            sql: """
                SELECT e.team, e.round, e.issued, e.returned, e.conclusion, i.* FROM personnel_evaluation e
                JOIN personnel_evaluation_item i ON i.evaluationId = e.id
                WHERE e.returned >= \(settings.evaluationMinimum) AND \(filter.sql) ORDER BY e.round, e.team, i.ordinal
                """, arguments: filter.arguments)
        return lines.map { line in
            var line = line
            line.score = marks.score(line.counts)
            return line
        }
    }
}

/// Records how many questionnaires about a team were handed out and came back.
struct OpenEvaluation: Command {
    struct Input: Codable, Sendable {
        var team: String
        var round: String
        /// 发放
        var issued: Int
        /// 收回
        var returned: Int
    }
    static let name: OperationName = "evaluation.open"
    static let access = Access.roles([.inspectionOffice])

    func run(_ input: Input, in context: WriteContext) throws -> Done {
        var checks = Checks()
        checks.require(!input.team.trimmed.isEmpty, Rule.invalid.refused("empty", field: "team"))
        let team = try checks.collect { try RoundTeams.team(input.team, in: context) } ?? nil
        let round = input.round.trimmed
        if let team {
            checks.require(
                team.round == round,
                Rule.invalid.refused("teamOtherRound", field: "round", ["team": .text(team.code), "round": .text(team.round)]))
        }
        checks.require(input.issued > 0, Rule.invalid.refused("positive", field: "issued", ["value": "\(input.issued)"]))
        checks.require(
            (0...max(0, input.issued)).contains(input.returned),
            Rule.invalid.refused(
                "range", field: "returned", ["low": "0", "high": "\(input.issued)", "value": "\(input.returned)"]))
        let minimum = try PersonnelSettings(context.db).evaluationMinimum
        checks.require(
            input.returned >= minimum,
            PersonnelRules.anonymity.refused(field: "returned", ["returned": "\(input.returned)", "minimum": "\(minimum)"]))
        if let known = try Evaluations.of(input.team, context.db) {
            checks.add(
                Rule.duplicate.refused(
                    "evaluation", field: "team",
                    [
                        "team": .text(known.team), "day": "\(known.openedOn)", "issued": "\(known.issued)",
                        "returned": "\(known.returned)",
                    ]))
        }
        try checks.finish()
        let evaluation = Evaluation(
            id: context.nextID(), version: 1, team: input.team.trimmed, round: round, openedOn: context.today,
            issued: input.issued, returned: input.returned)
        try context.insert(evaluation, as: "evaluation", evaluation.id)
        return Done("evaluation.open.done", ["team": .text(evaluation.team), "returned": "\(evaluation.returned)"])
    }
}

/// Records the counts of one item of the questionnaire; an item counted again before the conclusion gets the new counts.
struct CountEvaluation: Command {
    struct Input: Codable, Sendable {
        var team: String
        var item: String
        var excellent: Int
        var good: Int
        var fair: Int
        var poor: Int
        /// Opinions, put together so that nobody can be told by their words.
        var remark: String?
    }
    static let name: OperationName = "evaluation.count"
    static let access = Access.roles([.inspectionOffice])

    func run(_ input: Input, in context: WriteContext) throws -> Page<EvaluationLine> {
        let evaluation = try Evaluations.open(input.team, context.db)
        let counts = [("excellent", input.excellent), ("good", input.good), ("fair", input.fair), ("poor", input.poor)]
        var checks = Checks()
        checks.require(!input.item.trimmed.isEmpty, Rule.invalid.refused("empty", field: "item"))
        for (field, count) in counts {
            checks.require(
                count >= 0,
                Rule.invalid.refused("range", field: field, ["low": "0", "high": "\(evaluation.returned)", "value": "\(count)"]))
        }
        let total = counts.reduce(0) { $0 + $1.1 }
        checks.require(
            total <= evaluation.returned,
            Rule.invalid.refused(
                "tooManyAnswers", field: "excellent", ["total": "\(total)", "returned": "\(evaluation.returned)"]))
        try checks.finish()
        let item = input.item.trimmed
        let before = try EvaluationLine.fetch(Filter("e.id = ?", evaluation.id), in: context.db).first { $0.item == item }
        let place = try Int.fetchOne(
            context.db,
            sql: """
                SELECT coalesce(max(CASE WHEN item = ?2 THEN ordinal END), max(ordinal) + 1, 1)
                FROM personnel_evaluation_item WHERE evaluationId = ?1
                """, arguments: [evaluation.id, item])
        try context.db.execute(
            sql: "INSERT OR REPLACE INTO personnel_evaluation_item VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                evaluation.id, place, item, input.excellent, input.good, input.fair, input.poor, input.remark?.trimmed,
            ])
        let told = counts.map(\.1)
        try context.noteChange(of: "evaluation", evaluation.id, from: before.map { [item: $0.counts] }, to: [item: told])
        return Page(
            rows: try EvaluationLine.fetch(Filter("e.id = ?", evaluation.id), in: context.db),
            sentence: Message(
                before == nil ? "evaluation.count.done" : "evaluation.count.again",
                [
                    "team": .text(evaluation.team), "item": .text(item), "counts": Self.text(told),
                    "before": Self.text(before?.counts ?? []),
                ]))
    }

    /// 优、良、中、差.
    private static func text(_ counts: [Int]) -> Message.Argument { .text(counts.map(String.init).joined(separator: "/")) }
}

/// Concludes the evaluation of a team.
struct ConcludeEvaluation: Command {
    struct Input: Codable, Sendable {
        var team: String
        /// With follow-up talks, the expense check and the leader's own account.
        var conclusion: String
    }
    static let name: OperationName = "evaluation.conclude"
    static let access = Access.roles([.inspectionOffice, .leadingGroup])

    func run(_ input: Input, in context: WriteContext) throws -> Page<EvaluationLine> {
        let before = try Evaluations.open(input.team, context.db)
        let items = try Int.fetchOne(
            context.db, sql: "SELECT count(*) FROM personnel_evaluation_item WHERE evaluationId = ?", arguments: [before.id])
        var checks = Checks()
        checks.require(!input.conclusion.trimmed.isEmpty, Rule.invalid.refused("empty", field: "conclusion"))
        checks.require(
            items ?? 0 > 0, Rule.illegalState.refused("evaluationWithoutItems", field: "team", ["team": .text(before.team)]))
        try checks.finish()
        var evaluation = before
        evaluation.conclusion = input.conclusion.trimmed
        evaluation.concludedBy = context.principal.account
        evaluation.concludedOn = context.today
        evaluation.version += 1
        try evaluation.update(context.db)
        try context.noteChange(of: "evaluation", evaluation.id, from: before, to: evaluation)
        return Page(
            rows: try EvaluationLine.fetch(Filter("e.id = ?", evaluation.id), in: context.db),
            sentence: Message("evaluation.conclude.done", ["team": .text(evaluation.team)]))
    }
}

/// Lists evaluations item by item.
struct ListEvaluations: Query {
    struct Input: Codable, Sendable {
        var round: String?
        var team: String?
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "evaluation.list"
    static let access = Access.roles(Role.districtWide.union([.organisationDepartment]))

    func run(_ input: Input, in context: ReadContext) throws -> Page<EvaluationLine> {
        try RoundTeams.requireKnownRound(input.round, in: context)
        var filter = Filter()
        if let round = input.round { filter.and("e.round = ?", round.trimmed) }
        if let team = input.team { filter.and("e.team = ?", team.trimmed) }
        // Nothing is told of a team for a unit that the reader is recused from.
        let seen = Services.visible(to: context.principal)
        filter.and(
            Filter(
                sql: "NOT EXISTS (SELECT 1 FROM personnel_service s WHERE s.team = e.team AND NOT (\(seen.sql)))",
                arguments: seen.arguments))
        return try .part(of: try EvaluationLine.fetch(filter, in: context.db), limit: input.limit, after: input.after) {
            "\($0.team) \($0.ordinal)"
        }
    }
}

/// Evaluations inside this module.
enum Evaluations {
    static func of(_ team: String, _ db: Database) throws -> Evaluation? {
        try Evaluation.fetchOne(db, sql: "SELECT * FROM personnel_evaluation WHERE team = ?", arguments: [team.trimmed])
    }

    /// - Throws: `E-NOTFOUND`; `E-STATE` after the conclusion.
    static func open(_ team: String, _ db: Database) throws -> Evaluation {
        guard let evaluation = try of(team, db) else {
            throw Rule.notFound.refused("evaluation", field: "team", ["team": .text(team)])
        }
        guard evaluation.conclusion == nil else { throw Rule.illegalState.refused("evaluationConcluded", field: "team") }
        return evaluation
    }
}
