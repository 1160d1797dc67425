import GRDB
import Operations
import Organization
import Persistence
import Personnel
import PluginKit

/// One line of a round's targets.
package struct TargetLine: Tabular, FetchableRecord {
    var unitCode: String
    var unit: String
    var linkageRole: LinkageRole
    var upper: String?
    var team: String?
    var kind: TargetKind
    var state: TargetState
    var entryDate: CalendarDate?
    var exitDate: CalendarDate?
    var feedbackDate: CalendarDate?

    package init(row: Row) {
        unitCode = row["unitCode"]
        unit = row["unit"]
        linkageRole = row["linkageRole"]
        upper = row["upper"]
        team = row["team"]
        kind = row["kind"]
        state = row["state"]
        entryDate = row["entryDate"]
        exitDate = row["exitDate"]
        feedbackDate = row["feedbackDate"]
    }

    package static let columns: [TableColumn<TargetLine>] = [
        .text("unitCode") { $0.unitCode },
        .text("unit") { $0.unit },
        .word("linkageRole") { $0.linkageRole },
        .text("upperUnit") { $0.upper },
        .text("team") { $0.team },
        .word("targetKind") { $0.kind },
        .word("targetState") { $0.state },
        .date("entryDate") { $0.entryDate },
        .date("exitDate") { $0.exitDate },
        .date("feedbackDate") { $0.feedbackDate },
    ]
    package static let briefColumns: [String]? = ["unitCode", "unit", "linkageRole", "team", "targetState"]

    /// The targets of a round that a person may see: all of them for whoever handles recusal, which is about them.
    static func of(_ round: Round, for context: ReadContext) throws -> [TargetLine] {
        var filter = Filter("x.roundId = ?", round.id)
        Visibility.restrict(
            &filter, alias: "x", issued: "x.feedbackDate IS NOT NULL", readers: cadreReaders, for: context.principal)
        return try fetchAll(
            context.db,
            sql: """
                SELECT u.code AS unitCode, u.name AS unit, up.name AS upper, m.code AS team, t.* FROM
                    (SELECT t.*, t.id AS targetId FROM inspection_target t) x
                    JOIN inspection_target t ON t.id = x.id
                    JOIN organization_unit u ON u.id = t.unitId
                    LEFT JOIN inspection_target ut ON ut.id = t.upperTargetId
                    LEFT JOIN organization_unit up ON up.id = ut.unitId
                    LEFT JOIN inspection_team m ON m.id = t.teamId
                WHERE \(filter.sql)
                ORDER BY coalesce(up.code, u.code), t.upperTargetId IS NOT NULL, u.code
                """, arguments: filter.arguments)
    }
}

/// Puts a unit on a round's list, with its subordinate units where it is inspected 巡上带下.
struct AddTarget: Command {
    struct Input: Codable, Sendable {
        var round: String
        /// Code of the unit.
        var unit: String
        var kind: TargetKind?
        var withSubordinates: Bool?
        /// Codes of the subordinate units to take along; all of them when not given.
        var subordinates: [String]?
        /// Code of the team that takes them, where teams are formed already.
        var team: String?
    }
    static let name: OperationName = "target.add"
    static let access = Access.roles([.inspectionOffice])

    func run(_ input: Input, in context: WriteContext) throws -> Page<TargetLine> {
        let round = try Rounds.round(input.round, in: context.db)
        guard [.draft, .submitted, .approved, .preparing].contains(round.stage) else {
            throw Rule.illegalState.refused(
                "roundStage",
                [
                    "round": .text(round.code), "stage": .key("roundStage.\(round.stage.rawValue)"),
                    "needed": .key("roundStage.preparing"),
                ])
        }
        let team = try input.team.map { try Teams.team($0, of: round, in: context.db) }
        if let team { try TeamDrafts.requireDraft(team) }
        let upper = try Units.unit(code: input.unit, in: context.db)
        let lowers = try lowerUnits(of: upper, input, context)
        var checks = Checks()
        for unit in [upper] + lowers { try check(unit, input.kind ?? .regular, round, &checks, context) }
        try checks.finish()
        let takesAlong = !lowers.isEmpty
        let top = try insert(upper, input, round, takesAlong ? .upper : .none, under: nil, team, context)
        for unit in lowers { _ = try insert(unit, input, round, .lower, under: top, team, context) }
        let asked = try team.map { try DeclaredMembers.askAgain(in: $0, context) } ?? 0
        return Page(
            rows: try TargetLine.of(round, for: context),
            sentence: Message(
                asked == 0 ? "target.add.done" : "target.add.asked",
                [
                    "unit": .text(upper.name), "lowers": "\(lowers.count)", "round": .text(round.code),
                    "team": .text(team?.code ?? ""), "members": "\(asked)",
                ]))
    }

    /// R-LNK-01: only true subordinates may be taken along.
    private func lowerUnits(of upper: Unit, _ input: Input, _ context: WriteContext) throws -> [Unit] {
        guard input.withSubordinates == true || input.subordinates != nil else { return [] }
        let below = try Units.descendants(of: upper.id, in: context.db)
        guard let wanted = input.subordinates else { return below.filter(\.inScope) }
        var checks = Checks()
        let chosen = wanted.compactMap { code in below.first { $0.code == code } }
        for code in wanted where !below.contains(where: { $0.code == code }) {
            checks.add(
                InspectionRules.onlySubordinates.refused(field: "subordinates", ["code": .text(code), "unit": .text(upper.name)]))
        }
        try checks.finish()
        return chosen
    }

    /// R-RND-04, R-RND-05.
    private func check(_ unit: Unit, _ kind: TargetKind, _ round: Round, _ checks: inout Checks, _ context: WriteContext) throws {
        if unit.validTo != nil || !unit.inScope {
            let successor = try unit.succeededBy.flatMap { try Units.unit(id: $0, in: context.db)?.name }
            checks.add(
                InspectionRules.targetOutOfScope.refused(
                    field: "unit", ["unit": .text(unit.name), "successor": .text(successor ?? "—")]))
        }
        let elsewhere = try Row.fetchOne(
            context.db,
            sql: """
                SELECT r.code, t.state FROM inspection_target t JOIN inspection_round r ON r.id = t.roundId
                WHERE t.unitId = ? AND r.stage NOT IN ('archived', 'cancelled')
                ORDER BY r.id = ? DESC LIMIT 1
                """, arguments: [unit.id, round.id])
        guard let elsewhere else { return }
        let code: String = elsewhere["code"]
        let state: TargetState = elsewhere["state"]
        let mayLookBack = kind == .lookBack && code != round.code && [.evaluated, .closed].contains(state)
        checks.require(
            mayLookBack, InspectionRules.targetElsewhere.refused(field: "unit", ["unit": .text(unit.name), "round": .text(code)]))
    }

    private func insert(
        _ unit: Unit, _ input: Input, _ round: Round, _ role: LinkageRole, under upper: Target?, _ team: Team?,
        _ context: WriteContext
    ) throws -> Target {
        let target = Target(
            id: context.nextID(), version: 1, roundId: round.id, unitId: unit.id, teamId: team?.id, kind: input.kind ?? .regular,
            linkageRole: role, upperTargetId: upper?.id, state: .planned, noticeDate: nil, entryDate: nil, exitDate: nil,
            feedbackDate: nil)
        try context.insert(target, as: "target", target.id)
        return target
    }
}

/// Lists the targets of a round.
struct ListTargets: Query {
    struct Input: Codable, Sendable {
        var round: String
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "target.list"
    static let access = Access.roles(roundReaders.union(Role.unit))

    func run(_ input: Input, in context: ReadContext) throws -> Page<TargetLine> {
        let targets = try TargetLine.of(try Rounds.round(input.round, in: context.db), for: context)
        return try .part(of: targets, limit: input.limit, after: input.after) { $0.unitCode }
    }
}

/// Records a step of a target: notice sent, entered, left, reported, fed back. With the upper unit, those it takes along follow.
struct RecordTarget: Command {
    struct Input: Codable, Sendable {
        var round: String
        /// Code of the unit.
        var unit: String
        var to: TargetState
        var date: CalendarDate
    }
    static let name: OperationName = "target.record"
    static let access = Access.roles([.inspectionOffice, .teamLeader])

    func run(_ input: Input, in context: WriteContext) throws -> Page<TargetLine> {
        let round = try Rounds.round(input.round, in: context.db)
        let unit = try Units.unit(code: input.unit, in: context.db)
        guard let target = try Rounds.target(of: unit.id, in: round, db: context.db), try isVisible(target, context) else {
            throw Rule.notFound.refused("target", field: "unit", ["unit": .text(input.unit), "round": .text(round.code)])
        }
        let lowers = try Target.fetchAll(
            context.db, sql: "SELECT * FROM inspection_target WHERE upperTargetId = ? AND state = ? ORDER BY id",
            arguments: [target.id, target.state])
        for target in [target] + lowers { try record(target, round, input, context) }
        return Page(
            rows: try TargetLine.of(round, for: context),
            sentence: Message(
                "target.record.done",
                ["unit": .text(unit.name), "lowers": "\(lowers.count)", "state": .key("targetState.\(input.to.rawValue)")]))
    }

    private func isVisible(_ target: Target, _ context: WriteContext) throws -> Bool {
        var filter = Filter("x.targetId = ?", target.id)
        Visibility.restrict(&filter, alias: "x", issued: "0", for: context.principal)
        return try Int.fetchOne(
            context.db, sql: "SELECT 1 FROM (SELECT id AS targetId, unitId FROM inspection_target) x WHERE \(filter.sql)",
            arguments: filter.arguments) != nil
    }

    private func record(_ before: Target, _ round: Round, _ input: Input, _ context: WriteContext) throws {
        let team = try before.teamId.flatMap {
            try Team.fetchOne(context.db, sql: "SELECT * FROM inspection_team WHERE id = ?", arguments: [$0])
        }
        try TargetStates.table.check(
            from: before.state, to: input.to, by: context.principal,
            facts: TargetFacts(target: before, round: round, date: input.date, hasAuthorisedTeam: team?.authorisation != nil))
        var target = before
        target.state = input.to
        target.version += 1
        switch input.to {
        case .notified: target.noticeDate = input.date
        case .onSite: target.entryDate = input.date
        case .exited: target.exitDate = input.date
        case .fedBack: target.feedbackDate = input.date
        default: break
        }
        try target.update(context.db)
        try context.noteChange(of: "target", target.id, from: before, to: target)
    }
}
