import GRDB
import Operations
import Persistence
import Personnel
import PluginKit

/// What stands between somebody and a place in a team.
enum CandidateVerdict: String, Choice {
    /// Could take the place; sits in the team already; sits in another one; may not, by the rule that is named.
    case free, here, elsewhere, excluded

    static let vocabulary = "candidateVerdict"
}

/// Goes through everybody in the pools for a place in a team: who could take it and what that is worth, and who may not by which rule.
struct TeamCandidates: Query {
    struct Input: Codable, Sendable {
        var team: String
        /// Inspector when not given.
        var role: TeamRole?
        var verdict: CandidateVerdict?
        /// A name or a part of it.
        var words: String?
        /// Somebody of the team who is to leave it: seen as if the place were free. A name or an id.
        var leaving: String?
        /// How many lines at most; 50 when not given.
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "team.candidates"
    static let access = Access.roles(teamComposers)
    static let positional = ["team"]

    func run(_ input: Input, in context: ReadContext) throws -> Page<CandidateLine> {
        let request = try PageRequest(limit: input.limit, after: input.after)
        let team = try Teams.team(input.team, in: context.db)
        var draft = try TeamDraft.around(team, in: context)
        let score = draft.score
        let leaving = try input.leaving.map { try Cadres.cadre($0, field: "leaving", in: context.db).id }
        if let leaving {
            draft = draft.with(draft.seats.filter { $0.person != leaving || $0.team != team.code })
        }
        let role = input.role ?? .inspector
        var lines = CandidateLine.all(for: team.code, as: role.pool, in: draft, score: score)
        lines.removeAll { $0.person.id == leaving }
        if let verdict = input.verdict { lines.removeAll { $0.verdict != verdict } }
        if let words = input.words?.trimmed, !words.isEmpty {
            lines.removeAll { !$0.person.name.contains(words) && !$0.person.homeUnitName.contains(words) }
        }
        let start = try PageMark(input.after, parts: 1).map { Int(try $0.integer(0)) } ?? 0
        let rest = lines.dropFirst(start)
        let shown = Array(rest.prefix(request.limit))
        return Page(
            rows: shown, next: rest.count > shown.count ? PageMark(["\(start + shown.count)"]).text : nil,
            sentence: Message(
                "team.candidates.sentence",
                ["team": .text(team.code), "role": .key("teamRole.\(role.rawValue)"), "count": "\(lines.count)"]))
    }
}

/// Somebody in the pools, seen from a place in a team.
struct CandidateLine: Tabular {
    var person: TeamPerson
    var verdict: CandidateVerdict
    /// What the score of all teams becomes less what it is.
    var gain: Int?
    /// Rules that forbid the place, and those that may be overcome.
    var against: [TeamViolation] = []
    var team: String?

    /// Everybody: those who could take the place, best first; then the others from the role's pool, then the rest, both in the order of
    /// R-SEL-03.
    /// - Parameter score: what to compare with.
    static func all(for team: String, as role: PoolKind, in draft: TeamDraft, score: Int) -> [CandidateLine] {
        let seated = Dictionary(draft.seats.map { ($0.person, $0.team) }) { first, _ in first }
        let free = TeamSubstitutes.best(for: team, as: role, beside: draft.seats, in: draft.index).compactMap { substitute in
            draft.index.person[substitute.seat.person].map {
                CandidateLine(
                    person: $0, verdict: .free, gain: substitute.score - score,
                    against: TeamReasons.soft(substitute.seat, in: draft.index))
            }
        }
        let known = Set(free.map(\.person.id))
        let others = draft.index.model.people.filter { !known.contains($0.id) }.map { person -> CandidateLine in
            let seat = TeamSeat(person.id, in: team, as: role)
            let against = TeamReasons.whyNot(seat, beside: draft.seats, in: draft.index)
            switch seated[person.id] {
            case team: return CandidateLine(person: person, verdict: .here, team: team)
            case let other?:
                let soft = TeamReasons.soft(seat, in: draft.index)
                return CandidateLine(person: person, verdict: .elsewhere, against: against + soft, team: other)
            case nil: return CandidateLine(person: person, verdict: .excluded, against: against)
            }
        }
        let holders = others.filter { $0.person.roles.contains(role) }
        return free + holders + others.filter { !$0.person.roles.contains(role) }
    }

    static let columns: [TableColumn<CandidateLine>] = [
        .text("cadre") { $0.person.name },
        .text("homeUnit") { $0.person.homeUnitName },
        .word("candidateVerdict") { $0.verdict },
        .integer("gain") { $0.gain },
        .texts("specialties") { $0.person.specialties },
        .integer("rounds") { $0.person.roundsServed },
        .texts("brokenRules") { Array(Set($0.against.map(\.rule))).sorted() },
        TableColumn("facts") { .list($0.against.map { .phrase($0.evidence) }) },
        .text("team") { $0.team },
        .text("cadreId") { $0.person.id.description },
    ]
    static let briefColumns: [String]? = [
        "cadre", "homeUnit", "candidateVerdict", "gain", "specialties", "rounds", "brokenRules", "facts",
    ]
}
