import Foundation
import GRDB
import Operations
import Organization
import Persistence
import Personnel
import PluginKit

/// Makes the model of a round's teams from what the file knows.
struct RoundModel {
    /// What somebody asks of the teams; what the drafts or the settings say where nil.
    struct Wishes {
        var teams: Int?
        var size: Int?
        var deputies: Int?
        /// Whether keeping to the present draft is worth points.
        var keepsDraft = false
        /// Whether teams that are no drafts any more stay as they are: only the others are filled, without their members.
        var keepsFixed = false

        /// Notes what no round could have.
        /// - Parameter tops: how many targets there are to share among the teams.
        func check(tops: Int, _ checks: inout Checks) {
            for (field, value, range) in [
                ("teams", teams, 1...max(1, tops)), ("size", size, 3...20), ("deputies", deputies, 1...3),
            ] where value.map({ !range.contains($0) }) ?? false {
                checks.add(
                    Rule.invalid.refused(
                        "range", field: field,
                        ["low": "\(range.lowerBound)", "high": "\(range.upperBound)", "value": "\(value ?? 0)"]))
            }
        }
    }

    private struct Group {
        var code: String
        var targets: [Target]
        var team: Team?
    }

    let round: Round
    let context: ReadContext
    private var db: Database { context.db }
    private let wishes: Wishes
    private let settings: TeamSettings
    private let teams: [Team]
    private let targets: [Target]

    /// - Throws: `E-VAL` for wishes that no round could have.
    static func of(_ round: Round, _ wishes: Wishes = .init(), in context: ReadContext) throws -> TeamModel {
        try RoundModel(round, wishes, context).model()
    }

    private init(_ round: Round, _ wishes: Wishes, _ context: ReadContext) throws {
        self.round = round
        self.context = context
        self.wishes = wishes
        let db = context.db
        settings = try TeamSettings(in: db)
        teams = try Team.fetchAll(
            db, sql: "SELECT * FROM inspection_team WHERE roundId = ? ORDER BY ordinal", arguments: [round.id])
        targets = try Rounds.targets(of: round, in: db)
        var checks = Checks()
        wishes.check(tops: targets.count { $0.upperTargetId == nil }, &checks)
        try checks.finish()
    }

    private func model() throws -> TeamModel {
        let superiors = try Units.superiors(in: db)
        let names = try unitNames()
        let seated = try DraftSeat.of(round, in: db)
        var pool = try TeamPool(in: context, others: seated.map(\.seat.person))
        let fixed = wishes.keepsFixed ? Set(teams.filter { $0.state != .proposed }.map(\.code)) : []
        try complete(&pool, taken: seated.map(\.seat).filter { fixed.contains($0.team) })
        let groups = groups().filter { !fixed.contains($0.code) }
        let recusal = try PersonnelSettings(db).recusal
        let recusalTargets = try RecusalTargets.of(targets.map(\.unitId), settings: recusal, in: db)
        var model = TeamModel(
            round: round.code, from: round.startDate, to: round.endDate, settings: settings, people: pool.people,
            teams: groups.map { place($0, names) }, forbidden: [], penalties: [], apart: pool.apart(superiors: superiors),
            pins: [], previous: [])
        for group in groups {
            let targets = group.targets.compactMap { recusalTargets[$0.unitId] }
            let bars = pool.bars(
                for: group.code, of: round.code, targets, on: round.startDate, points: settings.points.softRecusal,
                settings: recusal)
            model.gaps += pool.gaps(for: group.code, targets, settings: recusal)
            model.forbidden += bars.forbidden
            model.penalties += bars.penalties
        }
        let codes = Set(groups.map(\.code))
        let draft = seated.filter { codes.contains($0.seat.team) }
        model.pins = draft.filter(\.isPinned).map(\.seat)
        if wishes.keepsDraft { model.previous = draft.map(\.seat) }
        return model
    }

    // MARK: - People

    /// Adds to the pool what rounds know: earlier service, overlapping service, withdrawals, and places in teams of this round that stay.
    private func complete(_ pool: inout TeamPool, taken: [TeamSeat]) throws {
        let service = try Service.all(in: db).filter { $0.round != round.id }
        let byCadre = Dictionary(grouping: service, by: \.cadre)
        let withdrawn = try Withdrawal.fetchAll(
            db, sql: "SELECT * FROM inspection_withdrawal WHERE roundId = ?", arguments: [round.id])
        let reasons = Dictionary(withdrawn.map { ($0.cadreId, $0.reason) }) { first, _ in first }
        pool.complete { person in
            let own = byCadre[person.id] ?? []
            person.roundsThisYear = own.count { $0.from.year == round.startDate.year }
            person.lastService = own.filter(\.isOver).map(\.to).max()
            person.absences = own.filter { !$0.isOver }.map { $0.absence(of: person.name) }
            for seat in taken where seat.person == person.id { person.absences.append(place(of: person.name, in: seat.team)) }
            if let reason = reasons[person.id] { person.absences.append(withdrawal(of: person.name, reason)) }
        }
    }

    /// R-SEL-14
    private func place(of name: String, in team: String) -> TeamAbsence {
        TeamAbsence(
            from: round.startDate, to: round.endDate, rule: TeamRules.once.id,
            evidence: Message("\(TeamRules.once.id).refusal.taken", ["name": name, "team": team]))
    }

    private func withdrawal(of name: String, _ reason: String) -> TeamAbsence {
        TeamAbsence(
            from: round.startDate, to: round.endDate, rule: TeamRules.withdrawn.id,
            evidence: Message("\(TeamRules.withdrawn.id).refusal", ["name": name, "round": round.code, "reason": reason]))
    }

    // MARK: - Teams

    /// The targets as the present drafts share them; where there is no draft, or another number of teams is wanted, upper targets
    /// in turn. Lower ones go with theirs.
    private func groups() -> [Group] {
        let tops = targets.filter { $0.upperTargetId == nil }
        let count = wishes.teams ?? (teams.isEmpty ? tops.count : teams.count)
        let isShared = count == teams.count && targets.allSatisfy { target in teams.contains { $0.id == target.teamId } }
        guard !isShared else {
            return teams.map { team in Group(code: team.code, targets: targets.filter { $0.teamId == team.id }, team: team) }
        }
        return (0..<count).map { place in
            let own = tops.enumerated().filter { $0.offset % count == place }.map(\.element)
            return Group(
                code: "\(round.code)-\(place + 1)",
                targets: own.flatMap { top in [top] + targets.filter { $0.upperTargetId == top.id } },
                team: teams.first { $0.ordinal == place + 1 })
        }
    }

    private func place(_ group: Group, _ names: [UniqueID: UnitName]) -> TeamPlace {
        let size = wishes.size ?? group.team?.size ?? settings.size
        let deputies = wishes.deputies ?? group.team?.deputies
        let units = group.targets.compactMap { names[$0.unitId] }
        return TeamPlace(
            id: group.code, targets: group.targets.map { .init(unit: $0.unitId, name: names[$0.unitId]?.name ?? "") },
            size: TeamSpan(size, size), deputies: deputies.map { TeamSpan($0, $0) } ?? settings.deputies, wants: wants(units))
    }

    /// What the targets of a team call for, each specialty once.
    private func wants(_ units: [UnitName]) -> [TeamWant] {
        var wants: [TeamWant] = []
        for rule in settings.expertise {
            let because = units.filter { rule.fits(name: $0.name, level: $0.level) }.map(\.name)
            guard !because.isEmpty else { continue }
            let weight = rule.weight ?? settings.points.expertise
            if let place = wants.firstIndex(where: { $0.specialty == rule.specialty }) {
                wants[place].count = max(wants[place].count, rule.count)
                wants[place].weight = max(wants[place].weight, weight)
                wants[place].isRequired = wants[place].isRequired || rule.isRequired
                wants[place].because += because.filter { !wants[place].because.contains($0) }
            } else {
                wants.append(
                    TeamWant(
                        specialty: rule.specialty, count: rule.count, weight: weight, isRequired: rule.isRequired,
                        because: because))
            }
        }
        return wants
    }

    private struct UnitName {
        var name: String
        var level: String
    }

    private func unitNames() throws -> [UniqueID: UnitName] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT u.id, u.name, u.level FROM organization_unit u JOIN inspection_target t ON t.unitId = u.id
                WHERE t.roundId = ?
                """, arguments: [round.id])
        return rows.reduce(into: [:]) { $0[$1[0]] = UnitName(name: $1[1], level: $1[2]) }
    }
}

/// Somebody's place in a team of some round.
private struct Service: FetchableRecord {
    var cadre: UniqueID
    var round: UniqueID
    var code: String
    var from: CalendarDate
    var to: CalendarDate
    /// Whether the person is free again, or the round never came about.
    var isOver: Bool

    init(row: Row) {
        cadre = row["cadreId"]
        round = row["id"]
        code = row["code"]
        from = row["startDate"]
        to = row["endDate"]
        isOver = row["isOver"]
    }

    static func all(in db: Database) throws -> [Service] {
        try fetchAll(
            db,
            sql: """
                SELECT m.cadreId, r.id, r.code, r.startDate, r.endDate,
                    m.state = 'released' OR t.state = 'dissolved' OR r.stage IN ('archived', 'cancelled') AS isOver
                FROM inspection_member m JOIN inspection_team t ON t.id = m.teamId JOIN inspection_round r ON r.id = t.roundId
                WHERE r.stage <> 'cancelled' ORDER BY r.startDate, m.id
                """)
    }

    /// R-SEL-04
    func absence(of name: String) -> TeamAbsence {
        TeamAbsence(
            from: from, to: to, rule: TeamRules.overlap.id,
            evidence: Message(
                "\(TeamRules.overlap.id).refusal", ["name": name, "round": code, "from": "\(from)", "to": "\(to)"]))
    }
}
