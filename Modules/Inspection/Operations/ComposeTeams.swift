import GRDB
import Operations
import Persistence
import Personnel
import PluginKit

/// Puts somebody into a team by hand. It is a draft: what breaks a rule is said, and stands in the way when the team is vetted.
struct AssignMember: Command {
    struct Input: Codable, Sendable {
        var team: String
        var cadre: String
        /// The highest pool the person is in when not given.
        var role: TeamRole?
        /// Whether proposing again may move the person; otherwise the place stays as it is.
        var loose: Bool?
    }
    static let name: OperationName = "team.assign"
    static let access = Access.roles([.inspectionOffice])
    static let positional = ["team"]

    func run(_ input: Input, in context: WriteContext) throws -> TeamChange {
        let (team, draft) = try TeamDrafts.open(input.team, context)
        let cadre = try Cadres.cadre(input.cadre, in: context.db)
        let role = input.role?.pool ?? draft.index.person[cadre.id]?.roles.first ?? .inspector
        let seat = TeamSeat(cadre.id, in: team.code, as: role)
        try TeamDrafts.vacate(cadre.id, draft, context)
        try context.db.execute(
            sql: "DELETE FROM inspection_withdrawal WHERE roundId = ? AND cadreId = ?", arguments: [draft.round.id, cadre.id])
        try TeamDrafts.insert(seat, into: team, isPinned: input.loose != true, draft.index, context)
        try context.noteChange(of: "team.member", cadre.id, to: seat)
        return try TeamChange(
            team, Message("team.assign.done", ["cadre": .text(cadre.name), "team": .text(team.code)]), in: context)
    }
}

/// Takes somebody out of a team, and out of the whole round where it is said why.
struct RemoveMember: Command {
    struct Input: Codable, Sendable {
        var team: String
        var cadre: String
        /// Why the person is not to be proposed for this round again; may be, when not given.
        var withdrawal: String?
    }
    static let name: OperationName = "team.remove"
    static let access = Access.roles([.inspectionOffice])
    static let positional = ["team"]

    func run(_ input: Input, in context: WriteContext) throws -> TeamChange {
        let (team, draft) = try TeamDrafts.open(input.team, context)
        let seat = try TeamDrafts.seat(of: input.cadre, in: team, draft, context)
        try TeamDrafts.vacate(seat.person, draft, context)
        try TeamDrafts.withdraw(seat.person, from: draft.round, because: input.withdrawal, context)
        try context.noteChange(of: "team.member", seat.person, from: seat, to: String?.none)
        return try TeamChange(
            team, Message("team.remove.done", ["cadre": .text(draft.name(seat.person)), "team": .text(team.code)]),
            in: context)
    }
}

/// Withdraws somebody: says who could take the place best, and puts one of them there where somebody is named.
struct ReplaceMember: Command {
    struct Input: Codable, Sendable {
        var team: String
        var cadre: String
        /// Who takes the place; nothing is changed when not given.
        var with: String?
        /// Why the person is not to be proposed for this round again.
        var withdrawal: String?
        /// How many to name; 5 when not given.
        var limit: Int?
    }
    static let name: OperationName = "team.replace"
    static let access = Access.roles([.inspectionOffice])
    static let positional = ["team"]

    func run(_ input: Input, in context: WriteContext) throws -> TeamReplacement {
        let limit = try PageRequest(limit: input.limit ?? 5, after: nil).limit
        let team = try Teams.team(input.team, in: context.db)
        let draft = try TeamDraft.around(team, in: context)
        let seat = try TeamDrafts.seat(of: input.cadre, in: team, draft, context)
        let others = draft.with(draft.seats.filter { $0 != seat })
        let best = TeamSubstitutes.best(for: team.code, as: seat.role, beside: others.seats, in: draft.index)
            .filter { $0.seat.person != seat.person }
        let lines = best.prefix(limit).map { SubstituteLine($0, others, draft.score) }
        var facts: [String: Message.Argument] = [
            "cadre": .text(draft.name(seat.person)), "team": .text(team.code),
            "role": .key("teamRole.\(TeamRole(seat.role).rawValue)"),
            "count": "\(best.count)",
        ]
        guard let name = input.with else {
            return TeamReplacement(rows: Array(lines), violations: [], sentence: Message("team.replace.found", facts))
        }
        facts["other"] = .text(try replace(seat, by: name, team, draft, input, context).name)
        let broken = try TeamDraft.around(team, in: context).lines(of: [team.code])
        facts["hard"] = "\(broken.count { $0.violation.isHard })"
        facts["soft"] = "\(broken.count { !$0.violation.isHard })"
        return TeamReplacement(
            rows: Array(lines), violations: broken,
            sentence: Message(broken.isEmpty ? "team.replace.done" : "team.replace.done.broken", facts))
    }

    /// - Returns: who has the place now.
    private func replace(
        _ seat: TeamSeat, by name: String, _ team: Team, _ draft: TeamDraft, _ input: Input, _ context: WriteContext
    ) throws -> Cadre {
        try TeamDrafts.requireEditable(draft.round, isOnSiteToo: true)
        try TeamDrafts.requireDraft(team)
        let cadre = try Cadres.cadre(name, field: "with", in: context.db)
        let taken = TeamSeat(cadre.id, in: team.code, as: seat.role)
        try TeamDrafts.vacate(seat.person, draft, context)
        try TeamDrafts.vacate(cadre.id, draft, context)
        try TeamDrafts.withdraw(seat.person, from: draft.round, because: input.withdrawal, context)
        try TeamDrafts.insert(taken, into: team, isPinned: true, draft.index, context)
        try context.noteChange(of: "team.member", cadre.id, from: seat, to: taken)
        return cadre
    }
}

/// Who could take a place, and what the team breaks once somebody took it.
struct TeamReplacement: Answerable {
    var rows: [SubstituteLine]
    /// Of the whole team; empty as long as nobody was put there.
    var violations: [ViolationLine]
    var sentence: Message

    static let shape: Answer.Shape? = .list
    static let columns: [ColumnShape]? = SubstituteLine.shapes
    static let sections = ["violations": ViolationLine.shapes]

    var answer: Answer {
        var answer = Answer(list: rows, sentence: sentence)
        answer.sections = [("section.violations", Answer(list: violations))]
        return answer
    }
}

/// Somebody who could take a place, and why.
struct SubstituteLine: Tabular {
    var person: TeamPerson?
    var gain: Int
    var reasons: [Message]

    init(_ substitute: TeamSubstitute, _ others: TeamDraft, _ score: Int) {
        person = others.index.person[substitute.seat.person]
        gain = substitute.score - score
        reasons = TeamReasons.why(substitute.seat, among: others.seats + [substitute.seat], in: others.index)
    }

    static let columns: [TableColumn<SubstituteLine>] = [
        .text("cadre") { $0.person?.name },
        .text("homeUnit") { $0.person?.homeUnitName },
        .integer("gain") { $0.gain },
        TableColumn("reasons") { .list($0.reasons.map(Value.phrase)) },
        .text("cadreId") { $0.person?.id.description },
    ]
    static let briefColumns: [String]? = ["cadre", "homeUnit", "gain", "reasons"]
}

/// What a change by hand leads to: the team's members, and everything that breaks a rule now.
struct TeamChange: Answerable {
    var members: [ReasonLine]
    var violations: [ViolationLine]
    var sentence: Message

    init(_ team: Team, _ sentence: Message, in context: ReadContext) throws {
        let draft = try TeamDraft.around(team, in: context)
        members = draft.seats.filter { $0.team == team.code }.map { ReasonLine($0, draft) }
        violations = draft.lines(of: [team.code])
        self.sentence = sentence
    }

    static let shape: Answer.Shape? = .list
    static let columns: [ColumnShape]? = ReasonLine.shapes
    static let sections = ["violations": ViolationLine.shapes]

    var answer: Answer {
        var answer = Answer(list: members, sentence: sentence)
        answer.sections = [("section.violations", Answer(list: violations))]
        return answer
    }
}
