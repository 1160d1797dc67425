import GRDB
import Operations
import PageKit
import Persistence
import PluginKit

/// Pools, recruitment and assessment sheets: whose step comes next. One line for each pool, campaign and team, in so many queries
/// whatever their number.
extension PersonnelWork {
    /// People on their way into a pool: 廉政意见, 审核, 入库.
    static let memberships = WorkSource("personnel.memberships") { limit, context in
        guard context.principal.hasAny(of: cadreReaders) else { return [] }
        let rows = try Row.fetchAll(
            context.db.cachedStatement(
                sql: """
                    SELECT m.pool, m.state, m.opinion IS NULL, count(*) FROM personnel_pool_membership m
                    JOIN personnel_cadre c ON c.id = m.cadreId WHERE c.mergedInto IS NULL
                    AND (m.state = 'vetted' OR m.state = 'nominated' AND coalesce(m.opinion, 'clear') = 'clear')
                    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
                    """))
        return rows.prefix(limit).map { row in
            let pool: PoolKind = row[0], state: PoolState = row[1], lacksOpinion: Bool = row[2], people: Int = row[3]
            let (step, role): (String, Role) =
                switch state {
                case .nominated: lacksOpinion ? ("opinion", .disciplineCommission) : ("vet", .organisationDepartment)
                default: ("admit", pool == .inspector ? .leadingGroup : .districtCommittee)
                }
            return WorkItem(
                title: Message(
                    "personnel.pages.work.pool.\(step)",
                    ["pool": .key("poolKind.\(pool.rawValue)"), "people": "\(people)"]),
                path: SitePath.with(SitePath.of("pools", pool.rawValue), [("state", state.rawValue)]), state: state.value,
                holder: .waiting(for: [role]), isMine: context.principal.has(role))
        }
    }

    /// Campaigns of joint recruitment that are not closed.
    static let campaigns = WorkSource("personnel.campaigns") { limit, context in
        guard context.principal.hasAny(of: Campaigns.readers) else { return [] }
        let missing = try BodiesMissing(context.db)
        return try Campaign.fetchAll(
            context.db,
            sql: "SELECT * FROM personnel_campaign WHERE stage <> 'closed' ORDER BY openedOn, code LIMIT ?", arguments: [limit]
        ).map { campaign in
            let roles = missing.turn(of: campaign)
            return WorkItem(
                title: Message(
                    "personnel.pages.work.campaign", ["campaign": .text(campaign.code), "title": .text(campaign.title)]),
                path: SitePath.of("recruitments", campaign.code), state: campaign.stage.value, holder: .waiting(for: roles),
                isMine: context.principal.hasAny(of: roles))
        }
    }

    /// Assessment sheets of people whose team is done: to be drafted by the leader, the leader's own by the office, then confirmed and
    /// sent by the office.
    static let appraisals = WorkSource("personnel.appraisals") { limit, context in
        let principal = context.principal
        let isOffice = principal.has(.inspectionOffice)
        guard isOffice || principal.has(.teamLeader) else { return [] }
        var filter = Services.valid(for: principal)
        // Who never went on site did nothing that could be assessed.
        filter.and("s.endedOn IS NOT NULL AND s.enteredOn IS NOT NULL AND coalesce(a.state, '') <> 'sent'")
        if !isOffice {
            filter.and(Appraisals.assessed(by: principal.cadre))
            filter.and("a.state IS NULL")
        }
        let rows = try Row.fetchAll(
            context.db.cachedStatement(
                sql: """
                    SELECT s.round, s.team, a.state, s.role = 'leader', count(*) FROM personnel_service s
                    LEFT JOIN personnel_appraisal a ON a.serviceId = s.id
                    WHERE \(filter.sql) GROUP BY 1, 2, 3, 4 ORDER BY max(s.endedOn), 2, 3, 4 LIMIT \(limit)
                    """), arguments: filter.arguments)
        return rows.map { row in
            let round: String = row[0], team: String = row[1], state: AppraisalState? = row[2]
            let isLeader: Bool = row[3], people: Int = row[4]
            // Nobody assesses themselves: the office writes the leader's.
            let roles: Set<Role> = state == nil && !isLeader ? [.teamLeader] : [.inspectionOffice]
            return WorkItem(
                title: Message(
                    "personnel.pages.work.appraisal.\(state?.rawValue ?? "none")", ["team": .text(team), "people": "\(people)"]),
                path: state.map { SitePath.with("/appraisals", [("round", round), ("state", $0.rawValue)]) }
                    ?? SitePath.with("/op/\(DraftAppraisal.name)", [("team", team)]),
                state: state?.value ?? .none, holder: .waiting(for: roles), isMine: principal.hasAny(of: roles))
        }
    }
}

/// Which of the four bodies have not signed a campaign's document, or not given their opinion of somebody recommended.
private struct BodiesMissing {
    private let signed: [UniqueID: Set<RecruitingBody>]
    /// Bodies whose opinion of everybody recommended is there.
    private let appraised: [UniqueID: Set<RecruitingBody>]

    init(_ db: Database) throws {
        signed = Self.sets(
            try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT s.campaignId, s.body FROM personnel_campaign_signature s
                        JOIN personnel_campaign c ON c.id = s.campaignId WHERE c.stage = 'jointDocument'
                        """)))
        appraised = Self.sets(
            try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT a.campaignId, o.body FROM personnel_applicant a JOIN personnel_campaign c ON c.id = a.campaignId
                        JOIN personnel_applicant_opinion o ON o.applicantId = a.id
                        WHERE c.stage = 'appraisal' AND a.state = 'recommended' GROUP BY 1, 2
                        HAVING count(*) = (SELECT count(*) FROM personnel_applicant r
                            WHERE r.campaignId = a.campaignId AND r.state = 'recommended')
                        """)))
    }

    private static func sets(_ rows: [Row]) -> [UniqueID: Set<RecruitingBody>] {
        Dictionary(grouping: rows) { $0[0] as UniqueID }.mapValues { Set($0.map { $0[1] as RecruitingBody }) }
    }

    /// Whose turn it is; the office's once the bodies are done.
    func turn(of campaign: Campaign) -> Set<Role> {
        switch campaign.stage {
        case .screening, .recommendation: [.residentGroup]
        case .jointDocument: left(signed[campaign.id])
        case .appraisal: left(appraised[campaign.id])
        case .approval: [.leadingGroup]
        case .mobilisation, .shortlist, .closed: [.inspectionOffice]
        }
    }

    private func left(_ done: Set<RecruitingBody>?) -> Set<Role> {
        let roles = Set(RecruitingBody.allCases.filter { !(done ?? []).contains($0) }.map(\.role))
        return roles.isEmpty ? [.inspectionOffice] : roles
    }
}
