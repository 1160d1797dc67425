import GRDB
import Operations
import PageKit
import Persistence
import PluginKit

/// What of people waits for somebody.
enum PersonnelWork {
    /// Declarations to be confirmed, in one line for each team.
    static let declarations = WorkSource("personnel.declarations") { limit, context in
        guard context.principal.hasAny(of: cadreReaders) else { return [] }
        return try DeclarationGroups.waiting(in: context).prefix(limit).map { group in
            WorkItem(
                title: title(of: group), path: path(to: group), state: DeclarationState.made.value,
                holder: .waiting(for: [.inspectionOffice]), isMine: context.principal.has(.inspectionOffice))
        }
    }

    private static func title(of group: DeclarationGroup) -> Message {
        let kind = group.team == nil ? "person" : group.matters == 0 ? "team" : "team.matters"
        return Message(
            "personnel.pages.work.declarations.\(kind)",
            [
                "team": .text(group.team ?? ""), "round": .text(group.round), "cadre": .text(group.people.first?.name ?? ""),
                "people": "\(group.people.count)", "count": "\(group.declarations)", "matters": "\(group.matters)",
            ])
    }

    /// The list in which they are confirmed, together or one by one.
    private static func path(to group: DeclarationGroup) -> String {
        let whose =
            group.team.map { [(name: "team", value: $0)] }
            ?? [("round", group.round), ("cadre", group.people.first.map { "\($0.id)" } ?? "")]
        return SitePath.with("/declarations", whose + [("state", DeclarationState.made.rawValue)])
    }

    /// Recusal cases that are not decided.
    static let recusals = WorkSource("personnel.recusals") { limit, context in
        guard context.principal.hasAny(of: cadreReaders) else { return [] }
        var filter = Filter("r.state IN ('raised', 'verifying', 'overrideProposed')")
        if let own = context.principal.cadre { filter.and(RecusalCases.hides("r.unitId", from: own)) }
        return try RecusalCaseLine.fetch(filter, limit: limit, in: context.db).map { line in
            let roles: Set<Role> = line.recusal.state == .raised ? [.inspectionOffice] : [.leadingGroup]
            return WorkItem(
                title: Message(
                    "personnel.pages.work.recusal",
                    ["no": line.recusal.no, "cadre": line.recusal.named, "unit": line.unit, "facts": line.recusal.facts]),
                path: SitePath.of("recusals", line.recusal.no), state: line.recusal.state.value,
                holder: .waiting(for: roles), isMine: context.principal.hasAny(of: roles))
        }
    }

    /// Reviews due within a month, in one line for each pool: a whole roster may be due on one day.
    static let reviews = WorkSource("personnel.reviews") { limit, context in
        guard context.principal.hasAny(of: cadreReaders) else { return [] }
        let until = context.today.adding(months: 1)
        let keepers: Set<Role> = [.inspectionOffice, .organisationDepartment]
        return try Pools.due(by: until, in: context.db).prefix(limit).map { pool, people, first in
            WorkItem(
                title: Message(
                    "personnel.pages.work.review", ["pool": .key("poolKind.\(pool.rawValue)"), "people": "\(people)"]),
                path: SitePath.with(SitePath.of("pools", pool.rawValue), [("due", "\(until)")]),
                state: PoolState.admitted.value, due: first, holder: .waiting(for: keepers),
                isMine: context.principal.hasAny(of: keepers))
        }
    }
}

extension Message {
    /// Those whose turn it is, by role.
    static func waiting(for roles: Set<Role>) -> Message {
        Message("personnel.pages.holders", ["roles": .keys(Role.all.filter(roles.contains).map { "role.\($0.rawValue)" })])
    }
}
