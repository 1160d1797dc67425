import GRDB
import Operations
import PageKit
import Persistence
import PluginKit

/// What of rounds and drafts waits for somebody.
enum InspectionWork {
    /// Rounds that are not over, for those who move them on.
    static let rounds = WorkSource("inspection.rounds") { limit, context in
        guard context.principal.hasAny(of: Role.districtWide) else { return [] }
        let rounds = try Round.fetchAll(
            context.db,
            sql:
                "SELECT * FROM inspection_round WHERE stage NOT IN ('archived', 'cancelled') ORDER BY termNumber DESC, number DESC LIMIT ?",
            arguments: [limit])
        return rounds.map { round in
            // Before the plan is approved, the leading group reviews it first.
            let isUnreviewed = round.stage == .submitted && round.reviewedBy == nil
            let roles =
                isUnreviewed ? [.leadingGroup] : RoundStages.table.steps.first { $0.from == round.stage }.map { $0.forward } ?? []
            return WorkItem(
                title: Message("inspection.pages.work.round", ["round": round.code, "title": round.title]),
                path: SitePath.of("rounds", round.code), state: round.stage.value,
                due: round.stage == .onSite ? round.endDate : nil, holder: .holders(roles),
                isMine: context.principal.hasAny(of: roles))
        }
    }

    /// Targets of somebody's own team that they have not declared for (R-RCU-02).
    static let declarations = WorkSource("inspection.declarations") { limit, context in
        guard context.principal.hasAny(of: Role.team) else { return [] }
        let open = try OpenTargets().run(.init(), in: context).rows
        return Dictionary(grouping: open, by: \.team).sorted { $0.key < $1.key }.prefix(limit).map { team, targets in
            WorkItem(
                title: Message("inspection.pages.work.declare", ["team": team, "count": "\(targets.count)"]),
                path: SitePath.of("declare", team), state: MemberState.nominated.value,
                holder: Message("inspection.pages.work.yourself"), isMine: true)
        }
    }

    /// Drafts that are not issued, for the team and for those who approve them.
    static let findings = WorkSource("inspection.findings") { limit, context in
        guard context.principal.hasAny(of: findingReaders.subtracting(Role.unit)) else { return [] }
        var filter = Filter("f.state NOT IN ('issued', 'withdrawn')")
        Visibility.restrict(&filter, alias: "f", issued: "0", for: context.principal)
        let drafts = try FindingLine.fetchAll(
            context.db, sql: "\(FindingLine.selection) WHERE \(filter.sql) ORDER BY f.seq LIMIT \(limit)",
            arguments: filter.arguments)
        return drafts.map { draft in
            let roles = FindingStates.table.steps.first { $0.from == draft.state }?.by ?? []
            return WorkItem(
                title: Message("inspection.pages.work.finding", ["no": draft.no, "unit": draft.unit, "wording": draft.wording]),
                path: SitePath.of("findings", draft.no), state: draft.state.value, holder: .holders(roles),
                isMine: context.principal.hasAny(of: roles))
        }
    }
}

extension StateTable.Step where State == RoundStage {
    /// Who moves a round on: not those who may only send it back.
    fileprivate var forward: Set<Role> { from == .submitted ? [.districtCommittee] : by }
}

extension Message {
    /// Those whose turn it is, by role.
    fileprivate static func holders(_ roles: Set<Role>) -> Message {
        Message("inspection.pages.holders", ["roles": .keys(Role.all.filter(roles.contains).map { "role.\($0.rawValue)" })])
    }
}
