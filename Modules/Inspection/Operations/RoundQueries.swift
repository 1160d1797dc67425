import GRDB
import Operations
import Persistence
import PluginKit

/// Roles that know of rounds at all: everybody but people who only run the machine.
let roundReaders: Set<Role> = Role.districtWide.union(Role.team).union([
    .disciplineCommission, .residentGroup, .organisationDepartment, .publicityDepartment, .auditOffice, .hrBureau, .trainer,
    .archivist,
])

/// Lists rounds, newest first.
struct ListRounds: Query {
    struct Input: Codable, Sendable {
        var stage: RoundStage?
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "round.list"
    static let access = Access.roles(roundReaders)

    func run(_ input: Input, in context: ReadContext) throws -> Page<Round> {
        var filter = Filter()
        if let stage = input.stage { filter.and("stage = ?", stage) }
        let rows = try Round.fetchAll(
            context.db, sql: "SELECT * FROM inspection_round WHERE \(filter.sql) ORDER BY termNumber DESC, number DESC",
            arguments: filter.arguments)
        return try .part(of: rows, limit: input.limit, after: input.after) { $0.code }
    }
}

/// One round with its targets and teams.
struct RoundDetail: Answerable {
    var round: Round
    var targets: [TargetLine]
    var teams: [MemberLine]
    var steps: [RecordStep]

    static let shape: Answer.Shape? = .record
    static let columns: [ColumnShape]? = Round.shapes
    static let sections = ["targets": TargetLine.shapes, "teams": MemberLine.shapes, "history": RecordStep.shapes]
    var answer: Answer {
        var answer = Answer(record: round)
        answer.sections = [
            ("section.targets", Answer(list: targets)), ("section.teams", Answer(list: teams)),
            ("section.history", Answer(list: steps)),
        ]
        return answer
    }
}

/// Shows one round.
struct ShowRound: Query {
    struct Input: Codable, Sendable {
        var round: String
    }
    static let name: OperationName = "round.show"
    static let access = Access.roles(roundReaders)
    static let positional = ["round"]

    func run(_ input: Input, in context: ReadContext) throws -> RoundDetail {
        let round = try Rounds.round(input.round, in: context.db)
        return RoundDetail(
            round: round, targets: try TargetLine.of(round, for: context), teams: try MemberLine.of(round, for: context),
            steps: try RecordStep.of(round.id, in: context.db))
    }
}
