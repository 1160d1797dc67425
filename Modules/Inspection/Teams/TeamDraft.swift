import GRDB
import Operations
import Persistence
import Personnel
import PluginKit

/// Who may look behind the teams of a round: at reasons, violations and candidates, which name relatives and posts.
let teamComposers: Set<Role> = [.inspectionOffice, .organisationDepartment, .leadingGroup, .districtCommittee]

/// The teams of a round as they stand, with the model they are judged by.
struct TeamDraft {
    let round: Round
    let index: TeamIndex
    private(set) var seats: [TeamSeat]

    init(_ round: Round, in context: ReadContext) throws {
        self.round = round
        index = TeamIndex(try RoundModel.of(round, in: context))
        seats = try DraftSeat.of(round, in: context.db).map(\.seat)
    }

    /// The draft of the round that a team belongs to.
    static func around(_ team: Team, in context: ReadContext) throws -> TeamDraft {
        guard
            let round = try Round.fetchOne(
                context.db, sql: "SELECT * FROM inspection_round WHERE id = ?", arguments: [team.roundId])
        else { throw Rule.integrity.refused() }
        return try TeamDraft(round, in: context)
    }

    /// The same with other seats.
    func with(_ seats: [TeamSeat]) -> TeamDraft {
        var draft = self
        draft.seats = seats
        return draft
    }

    /// What speaks against the teams named, against all where none are.
    func violations(of teams: Set<String>? = nil) -> [TeamViolation] {
        TeamCheck.violations(of: seats, in: index, teams: teams)
    }

    func lines(of teams: Set<String>? = nil) -> [ViolationLine] {
        violations(of: teams).map { ViolationLine($0, index) }
    }

    var score: Int { TeamScore.of(seats, in: index) }

    /// The names of people, as sentences have them.
    func name(_ person: UniqueID) -> String { index.person[person]?.name ?? person.description }
}

/// One broken rule, as lists show it (R-SEL-01).
struct ViolationLine: Tabular {
    var violation: TeamViolation
    var cadre: String?

    init(_ violation: TeamViolation, _ index: TeamIndex) {
        self.violation = violation
        cadre = violation.person.map { index.person[$0]?.name ?? $0.description }
    }

    static let columns: [TableColumn<ViolationLine>] = [
        .text("team") { $0.violation.team },
        .text("brokenRule") { $0.violation.rule },
        .flag("isHard") { $0.violation.isHard },
        .text("cadre") { $0.cadre },
        .text("target") { $0.violation.target },
        .sentence("facts") { $0.violation.evidence },
        .text("cadreId") { $0.violation.person?.description },
    ]
    static let briefColumns: [String]? = ["team", "brokenRule", "isHard", "cadre", "target", "facts"]
}
