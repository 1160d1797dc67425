import GRDB
import Operations
import Persistence
import Personnel
import PluginKit

/// Checks the teams of a round as they stand, however they were made: everything that breaks a rule (R-SEL-01).
struct CheckTeams: Query {
    struct Input: Codable, Sendable {
        var round: String
        /// Code of one team; all of them when not given.
        var team: String?
    }
    static let name: OperationName = "team.check"
    static let access = Access.roles(teamComposers)

    func run(_ input: Input, in context: ReadContext) throws -> Page<ViolationLine> {
        let round = try Rounds.round(input.round, in: context.db)
        let team = try input.team.map { try Teams.team($0, of: round, in: context.db) }
        let lines = try TeamDraft(round, in: context).lines(of: team.map { [$0.code] })
        return Page(
            rows: lines,
            sentence: Message(
                lines.isEmpty ? "team.check.clean" : "team.check.found",
                [
                    "round": round.code, "hard": "\(lines.count { $0.violation.isHard })",
                    "soft": "\(lines.count { !$0.violation.isHard })",
                ]))
    }
}

/// Says of everybody in the teams of a round why they are there.
struct ExplainTeams: Query {
    struct Input: Codable, Sendable {
        var round: String
        /// Code of one team; all of them when not given.
        var team: String?
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "team.explain"
    static let access = Access.roles(teamComposers)

    func run(_ input: Input, in context: ReadContext) throws -> Page<ReasonLine> {
        let round = try Rounds.round(input.round, in: context.db)
        let team = try input.team.map { try Teams.team($0, of: round, in: context.db) }
        let draft = try TeamDraft(round, in: context)
        let seats = draft.seats.filter { team == nil || $0.team == team?.code }
        return try .part(
            of: seats.map { ReasonLine($0, draft) }, limit: input.limit, after: input.after,
            sentence: Message("team.explain.score", ["round": round.code, "score": "\(draft.score)"])
        ) { "\($0.seat.team) \($0.seat.person)" }
    }
}

/// Somebody in a team, and why.
struct ReasonLine: Tabular {
    var seat: TeamSeat
    var cadre: String
    var homeUnit: String
    var reasons: [Message]

    init(_ seat: TeamSeat, _ draft: TeamDraft) {
        self.seat = seat
        cadre = draft.name(seat.person)
        homeUnit = draft.index.person[seat.person]?.homeUnitName ?? ""
        reasons = TeamReasons.why(seat, among: draft.seats, in: draft.index)
    }

    static let columns: [TableColumn<ReasonLine>] = [
        .text("team") { $0.seat.team },
        TableColumn("teamRole") { TeamRole($0.seat.role).value },
        .text("cadre") { $0.cadre },
        .text("homeUnit") { $0.homeUnit },
        TableColumn("reasons") { .list($0.reasons.map(Value.phrase)) },
        .text("cadreId") { $0.seat.person.description },
    ]
    static let briefColumns: [String]? = ["team", "teamRole", "cadre", "homeUnit", "reasons"]
}

extension Teams {
    /// A team of this round.
    static func team(_ code: String, of round: Round, in db: Database) throws -> Team {
        let team = try team(code, in: db)
        guard team.roundId == round.id else { throw Rule.notFound.refused("team", field: "team", ["code": .text(code)]) }
        return team
    }
}
