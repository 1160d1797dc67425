import GRDB
import Operations
import Persistence
import Personnel
import PluginKit

/// Changing the drafts of a round's teams.
enum TeamDrafts {
    /// - Throws: `E-STATE` when the round has begun or is over.
    /// - Parameter isOnSiteToo: whether a team that was taken back while the round is on site may be changed as well.
    static func requireEditable(_ round: Round, isOnSiteToo: Bool = false) throws {
        let stages: [RoundStage] = [.draft, .submitted, .approved, .preparing] + (isOnSiteToo ? [.onSite] : [])
        guard stages.contains(round.stage) else {
            throw Rule.illegalState.refused(
                "roundStage",
                [
                    "round": .text(round.code), "stage": .key("roundStage.\(round.stage.rawValue)"),
                    "needed": .key("roundStage.preparing"),
                ])
        }
    }

    /// - Throws: `E-STATE` when the team was vetted already.
    static func requireDraft(_ team: Team) throws {
        guard team.state == .proposed else {
            throw Rule.illegalState.refused("teamsFixed", field: "team", ["teams": .text(team.code)])
        }
    }

    /// Checks that drafts may be replaced by others, and that what is wished for makes sense.
    static func check(_ wishes: RoundModel.Wishes, _ round: Round, _ db: Database) throws {
        try requireEditable(round)
        var checks = Checks()
        let tops = try Rounds.targets(of: round, in: db).count { $0.upperTargetId == nil }
        checks.require(tops > 0, Rule.illegalState.refused("roundWithoutTargets", ["round": .text(round.code)]))
        wishes.check(tops: tops, &checks)
        try checks.finish()
        let teams = try Team.fetchAll(
            db, sql: "SELECT * FROM inspection_team WHERE roundId = ? ORDER BY ordinal", arguments: [round.id])
        let fixed = teams.filter { $0.state != .proposed }.map(\.code)
        guard fixed.isEmpty || wishes.keepsFixed && fixed.count < teams.count && (wishes.teams ?? teams.count) == teams.count,
            try fixed.isEmpty || !hasLooseTargets(round, db)
        else { throw Rule.illegalState.refused("teamsFixed", ["teams": .text(fixed.joined(separator: ", "))]) }
    }

    /// Whether a target is in no team: sharing it out would change them all.
    private static func hasLooseTargets(_ round: Round, _ db: Database) throws -> Bool {
        try Rounds.targets(of: round, in: db).contains { $0.teamId == nil }
    }

    /// Puts a choice in the place of the round's drafts; who was set by hand stays so, and so do teams that are no drafts any more.
    static func replace(_ model: TeamModel, _ seats: [TeamSeat], _ round: Round, _ context: WriteContext) throws {
        let before = try Row.fetchAll(
            context.db, sql: "SELECT code, ordinal FROM inspection_team WHERE roundId = ?", arguments: [round.id])
        let ordinals = Dictionary(before.map { ($0[0] as String, $0[1] as Int) }) { first, _ in first }
        try context.db.execute(
            sql: "DELETE FROM inspection_team WHERE roundId = ? AND state = 'proposed'", arguments: [round.id])
        let index = TeamIndex(model)
        for (place, team) in model.teams.enumerated() {
            let own = seats.filter { $0.team == team.id }
            try save(team, own, ordinal: ordinals[team.id] ?? place + 1, round, index, context)
        }
    }

    private static func save(
        _ place: TeamPlace, _ seats: [TeamSeat], ordinal: Int, _ round: Round, _ index: TeamIndex, _ context: WriteContext
    ) throws {
        let deputies = place.deputies.low == place.deputies.high ? place.deputies.low : nil
        let team = Team(
            id: context.nextID(), version: 1, code: place.id, roundId: round.id, ordinal: ordinal, state: .proposed,
            authorisation: nil, authorisedOn: nil, vettedBy: nil, reviewedBy: nil, size: place.size.low, deputies: deputies)
        try context.insert(team, as: "team", team.id)
        for role in PoolKind.allCases {
            let own = seats.filter { $0.role == role }.sorted { (index.rank[$0.person] ?? 0) < (index.rank[$1.person] ?? 0) }
            for seat in own { try insert(seat, into: team, isPinned: index.model.pins.contains(seat), index, context) }
        }
        for target in place.targets {
            try context.db.execute(
                sql: "UPDATE inspection_target SET teamId = ?, version = version + 1 WHERE roundId = ? AND unitId = ?",
                arguments: [team.id, round.id, target.unit])
        }
    }

    static func insert(
        _ seat: TeamSeat, into team: Team, isPinned: Bool, _ index: TeamIndex, _ context: WriteContext
    ) throws {
        let remarks = index.softBars(seat).map { "\($0.rule) \($0.target)" }.joined(separator: "; ")
        try Member(
            id: context.nextID(), teamId: team.id, cadreId: seat.person, role: TeamRole(seat.role), state: .nominated,
            declaration: nil, remarks: remarks, isPinned: isPinned
        ).insert(context.db)
    }

    // MARK: - By hand

    /// A team that may still be changed, with the drafts of its round.
    static func open(_ code: String, _ context: WriteContext) throws -> (Team, TeamDraft) {
        let team = try Teams.team(code, in: context.db)
        let draft = try TeamDraft.around(team, in: context)
        try requireEditable(draft.round, isOnSiteToo: true)
        try requireDraft(team)
        return (team, draft)
    }

    /// The place of somebody in a team.
    static func seat(of text: String, in team: Team, _ draft: TeamDraft, _ context: WriteContext) throws -> TeamSeat {
        let cadre = try Cadres.cadre(text, in: context.db)
        guard let seat = draft.seats.first(where: { $0.person == cadre.id && $0.team == team.code }) else {
            throw Rule.notFound.refused("member", field: "cadre", ["cadre": .text(cadre.name), "team": .text(team.code)])
        }
        return seat
    }

    /// Frees the place that somebody has in a draft of the round.
    /// - Throws: `E-STATE` when that team was vetted already.
    static func vacate(_ person: UniqueID, _ draft: TeamDraft, _ context: WriteContext) throws {
        for code in draft.seats.filter({ $0.person == person }).map(\.team) {
            let team = try Teams.team(code, in: context.db)
            try requireDraft(team)
            try context.db.execute(
                sql: "DELETE FROM inspection_member WHERE teamId = ? AND cadreId = ?", arguments: [team.id, person])
        }
    }

    static func withdraw(_ person: UniqueID, from round: Round, because reason: String?, _ context: WriteContext) throws {
        guard let reason = reason?.trimmed, !reason.isEmpty else { return }
        try Withdrawal(roundId: round.id, cadreId: person, reason: reason).insert(
            context.db, onConflict: .replace)
        context.reason = reason
    }
}
