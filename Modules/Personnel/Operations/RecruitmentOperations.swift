import GRDB
import Operations
import Persistence
import PluginKit

/// Opens a campaign of joint recruitment.
struct OpenRecruitment: Command {
    struct Input: Codable, Sendable {
        var campaign: String
        var title: String
    }
    static let name: OperationName = "recruitment.open"
    static let access = Access.roles([.inspectionOffice])

    func run(_ input: Input, in context: WriteContext) throws -> CampaignDetail {
        var checks = Checks()
        checks.require(!input.campaign.trimmed.isEmpty, Rule.invalid.refused("empty", field: "campaign"))
        checks.require(!input.title.trimmed.isEmpty, Rule.invalid.refused("empty", field: "title"))
        try checks.finish()
        let campaign = Campaign(
            id: context.nextID(), version: 1, code: input.campaign.trimmed, title: input.title.trimmed, stage: .screening,
            openedOn: context.today)
        try context.insert(campaign, as: "campaign", campaign.id)
        return try Campaigns.answer(campaign.code, "recruitment.open.done", context)
    }
}

/// Screens somebody: the stationed group's entry is the only way into a campaign.
struct ScreenApplicant: Command {
    struct Input: Codable, Sendable {
        var campaign: String
        var cadre: String
        /// 摸排意见
        var opinion: String
    }
    static let name: OperationName = "recruitment.screen"
    static let access = Access.roles([.residentGroup])

    func run(_ input: Input, in context: WriteContext) throws -> CampaignDetail {
        let campaign = try Campaigns.campaign(input.campaign, at: .screening, in: context.db)
        let cadre = try Cadres.cadre(input.cadre, in: context.db)
        var checks = Checks()
        checks.require(!input.opinion.trimmed.isEmpty, Rule.invalid.refused("empty", field: "opinion"))
        for obstacle in try Campaigns.obstacles(cadre, in: context) { checks.add(obstacle) }
        try checks.finish()
        let applicant = Applicant(
            id: context.nextID(), campaignId: campaign.id, cadreId: cadre.id, state: .screened, screening: input.opinion.trimmed,
            screenedBy: context.principal.account)
        try Campaigns.save(applicant, was: nil, context)
        return try Campaigns.answer(campaign.code, "recruitment.screen.done", context)
    }
}

/// Recommends somebody who was screened.
struct RecommendApplicant: Command {
    struct Input: Codable, Sendable {
        var campaign: String
        var cadre: String
        /// 推荐意见
        var opinion: String
    }
    static let name: OperationName = "recruitment.recommend"
    static let access = Access.roles([.residentGroup])

    func run(_ input: Input, in context: WriteContext) throws -> CampaignDetail {
        try Campaigns.step(
            input.campaign, at: .recommendation, of: input.cadre, "recruitment.recommend.done", context
        ) { applicant, _ in
            var checks = Checks()
            checks.require(!input.opinion.trimmed.isEmpty, Rule.invalid.refused("empty", field: "opinion"))
            checks.require(applicant.state != .declined, Rule.illegalState.refused("applicantOut", field: "cadre"))
            try checks.finish()
            applicant.recommendation = input.opinion.trimmed
            applicant.recommendedBy = context.principal.account
            applicant.state = .recommended
        }
    }
}

/// Signs the joint document for one of the four bodies, which the account's role names.
struct SignRecruitment: Command {
    struct Input: Codable, Sendable {
        var campaign: String
        /// 联合发文文号; the first to sign names it.
        var document: String?
    }
    static let name: OperationName = "recruitment.sign"
    static let access = Access.roles(RecruitingBody.roles)

    func run(_ input: Input, in context: WriteContext) throws -> CampaignDetail {
        try Campaigns.step(input.campaign, at: .jointDocument, "recruitment.sign.done", context) { campaign in
            guard let body = RecruitingBody.of(context.principal) else {
                throw Rule.notPermitted.refused("noRecruitingBody", ["account": .text(context.principal.account)])
            }
            let signer = try String.fetchOne(
                context.db, sql: "SELECT body FROM personnel_campaign_signature WHERE campaignId = ? AND account = ?",
                arguments: [campaign.id, context.principal.account])
            guard signer == nil else { throw Rule.duplicate.refused("signature") }
            let document = input.document?.trimmed ?? ""
            if let named = campaign.document, !document.isEmpty, document != named {
                throw Rule.invalid.refused("otherDocument", field: "document", ["document": .text(named)])
            }
            campaign.document = campaign.document ?? document
            guard campaign.document?.isEmpty == false else { throw Rule.invalid.refused("empty", field: "document") }
            try context.db.execute(
                sql: "INSERT INTO personnel_campaign_signature VALUES (?, ?, ?, ?)",
                arguments: [campaign.id, body, context.principal.account, context.today])
            try context.noteChange(of: "campaignSignature", campaign.id, to: body)
        }
    }
}

/// Records the joint mobilisation.
struct MobiliseRecruitment: Command {
    struct Input: Codable, Sendable {
        var campaign: String
        var on: CalendarDate
        /// Place and who was there.
        var record: String
    }
    static let name: OperationName = "recruitment.mobilise"
    static let access = Access.roles([.inspectionOffice])

    func run(_ input: Input, in context: WriteContext) throws -> CampaignDetail {
        try Campaigns.step(input.campaign, at: .mobilisation, "recruitment.mobilise.done", context) { campaign in
            var checks = Checks()
            checks.require(!input.record.trimmed.isEmpty, Rule.invalid.refused("empty", field: "record"))
            checks.require(
                input.on <= context.today,
                Rule.invalid.refused("future", field: "on", ["date": "\(input.on)", "today": "\(context.today)"]))
            checks.require(
                input.on >= campaign.openedOn,
                Rule.invalid.refused("beforeCampaign", field: "on", ["day": "\(input.on)", "opened": "\(campaign.openedOn)"]))
            try checks.finish()
            campaign.mobilisedOn = input.on
            campaign.mobilisation = input.record.trimmed
        }
    }
}

/// Gives a body's opinion in the joint appraisal.
struct AppraiseApplicant: Command {
    struct Input: Codable, Sendable {
        var campaign: String
        var cadre: String
        var favourable: Bool
        var opinion: String
    }
    static let name: OperationName = "recruitment.appraise"
    static let access = Access.roles(RecruitingBody.roles)

    func run(_ input: Input, in context: WriteContext) throws -> CampaignDetail {
        try Campaigns.step(
            input.campaign, at: .appraisal, of: input.cadre, "recruitment.appraise.done", context
        ) { applicant, _ in
            guard let body = RecruitingBody.of(context.principal) else {
                throw Rule.notPermitted.refused("noRecruitingBody", ["account": .text(context.principal.account)])
            }
            var checks = Checks()
            checks.require(!input.opinion.trimmed.isEmpty, Rule.invalid.refused("empty", field: "opinion"))
            checks.require(applicant.state == .recommended, Rule.illegalState.refused("notRecommended", field: "cadre"))
            let given = try Row.fetchOne(
                context.db,
                sql: "SELECT isFavourable, opinion, account FROM personnel_applicant_opinion WHERE applicantId = ? AND body = ?",
                arguments: [applicant.id, body])
            if let given {
                checks.add(
                    Rule.duplicate.refused(
                        (given[0] as Bool) ? "opinionFor" : "opinionAgainst", field: "cadre",
                        [
                            "body": .key("recruitingBody.\(body.rawValue)"), "opinion": .text(given[1]),
                            "account": .text(given[2]),
                        ]))
            }
            try checks.finish()
            try context.db.execute(
                sql: "INSERT INTO personnel_applicant_opinion VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [
                    applicant.id, body, input.favourable, input.opinion.trimmed, context.principal.account, context.today,
                ])
            try context.noteChange(of: "applicant", applicant.id, to: [body.rawValue: input.opinion.trimmed])
        }
    }
}

/// Puts somebody on the shortlist under a standard, with the written evidence for it (R-POL-04).
struct ShortlistApplicant: Command {
    struct Input: Codable, Sendable {
        var campaign: String
        var cadre: String
        var standard: RecruitmentStandard?
        var evidence: String?
    }
    static let name: OperationName = "recruitment.shortlist"
    static let access = Access.roles([.inspectionOffice])

    func run(_ input: Input, in context: WriteContext) throws -> CampaignDetail {
        try Campaigns.step(
            input.campaign, at: .shortlist, of: input.cadre, "recruitment.shortlist.done", context
        ) { applicant, campaign in
            let opinions = try Campaigns.facts(campaign, in: context).opinions["\(applicant.id)"] ?? []
            let favourable = try Campaigns.favourable(applicant, context.db)
            let needed = try PersonnelSettings(context.db)[PersonnelSettings.favourableOpinions] ?? 3
            let missing = RecruitingBody.allCases.filter { !opinions.contains($0) }
            var checks = Checks()
            checks.require(input.standard != nil, PersonnelRules.standard.refused(field: "standard"))
            checks.require(
                !(input.evidence ?? "").trimmed.isEmpty, PersonnelRules.standard.refused("evidence", field: "evidence"))
            checks.require(applicant.state == .recommended, Rule.illegalState.refused("notRecommended", field: "cadre"))
            if let cadre = try Cadres.cadre(id: applicant.cadreId, in: context.db) {
                for obstacle in try Campaigns.obstacles(cadre, in: context) { checks.add(obstacle) }
            }
            checks.require(
                missing.isEmpty,
                PersonnelRules.signatures.refused(["missing": .keys(missing.map { "recruitingBody.\($0.rawValue)" })]))
            checks.require(
                !missing.isEmpty || favourable >= needed,
                PersonnelRules.signatures.refused(
                    "unfavourable", field: "cadre", ["favourable": "\(favourable)", "needed": "\(needed)"]))
            try checks.finish()
            applicant.standard = input.standard
            applicant.evidence = input.evidence?.trimmed
            applicant.state = .shortlisted
            campaign.shortlistedBy = context.principal.account
        }
    }
}

/// Takes somebody off a campaign that is not closed: what stands against a person must not keep the others out.
struct WithdrawApplicant: Command {
    struct Input: Codable, Sendable {
        var campaign: String
        var cadre: String
        var reason: String
    }
    static let name: OperationName = "recruitment.withdraw"
    static let access = Access.roles([.inspectionOffice, .leadingGroup])

    func run(_ input: Input, in context: WriteContext) throws -> CampaignDetail {
        let campaign = try Campaigns.campaign(input.campaign, in: context.db)
        let before = try Campaigns.applicant(try Cadres.cadre(input.cadre, in: context.db), in: campaign, context.db)
        var checks = Checks()
        checks.require(!input.reason.trimmed.isEmpty, Rule.invalid.refused("empty", field: "reason"))
        checks.require(
            campaign.stage != .closed && before.state != .declined, Rule.illegalState.refused("applicantOut", field: "cadre"))
        try checks.finish()
        var applicant = before
        applicant.state = .declined
        applicant.conclusion = input.reason.trimmed
        context.reason = input.reason.trimmed
        try Campaigns.save(applicant, was: before, context)
        return try Campaigns.answer(campaign.code, "recruitment.withdraw.done", context)
    }
}

/// Moves a campaign on to its next step. Approving it admits the shortlisted to the pool of inspectors.
struct AdvanceRecruitment: Command {
    struct Input: Codable, Sendable {
        var campaign: String
        var to: CampaignStage
        /// The document of the approval.
        var document: String?
    }
    static let name: OperationName = "recruitment.advance"
    static let access = Access.roles([.inspectionOffice, .residentGroup, .leadingGroup])

    func run(_ input: Input, in context: WriteContext) throws -> CampaignDetail {
        let before = try Campaigns.campaign(input.campaign, in: context.db)
        let facts = try Campaigns.facts(before, in: context)
        try CampaignStages.table.check(from: before.stage, to: input.to, by: context.principal, facts: facts)
        if input.to == .closed {
            let document = try approval(of: before, input.document, context)
            for applicant in facts.applicants { try settle(applicant, before, document, context) }
        }
        var campaign = before
        campaign.stage = input.to
        try Campaigns.save(campaign, was: before, context)
        return try Campaigns.answer(campaign.code, "recruitment.advance.done", context)
    }

    /// The document of the approval, once nothing stands against anybody who would come in: facts change while a campaign runs.
    private func approval(of campaign: Campaign, _ document: String?, _ context: WriteContext) throws -> String {
        var checks = Checks()
        let document = document?.trimmed ?? ""
        checks.require(!document.isEmpty, Rule.invalid.refused("empty", field: "document"))
        for obstacle in try Campaigns.obstacles(shortlistOf: campaign, in: context) { checks.add(obstacle) }
        try checks.finish()
        return document
    }

    private func settle(_ before: Applicant, _ campaign: Campaign, _ document: String, _ context: WriteContext) throws {
        var applicant = before
        applicant.state = before.state == .shortlisted ? .admitted : .declined
        if before.state == .shortlisted { applicant.conclusion = document }
        try Campaigns.save(applicant, was: before, context)
        guard applicant.state == .admitted else { return }
        let present = try Pools.membership(of: applicant.cadreId, in: .inspector, context.db)
        let roster = try Roster.entry("\(campaign.title) \(document)", on: nil, in: context)
        var membership =
            try present ?? Pools.place(of: applicant.cadreId, in: .inspector, by: .jointRecruitment, roster, context)
        // Whoever is in the pool already goes on serving, or resting.
        if !membership.state.isPlace {
            membership.state = .admitted
            membership.admittedOn = nil
        }
        membership.admittedOn = membership.admittedOn ?? context.today
        membership.route = .jointRecruitment
        membership.standard = applicant.standard
        membership.evidence = applicant.evidence
        membership.campaignId = campaign.id
        membership.exitReason = nil
        membership.reviewDue = try PersonnelSettings(context.db).review(after: context.today)
        if present != nil { membership.version += 1 }
        if present == nil { try membership.insert(context.db) } else { try membership.update(context.db) }
        try Pools.note(PoolState.admitted.rawValue, of: membership.id, document: document, context)
        try context.noteChange(of: "poolMembership", membership.id, from: present, to: membership)
    }
}

/// Lists campaigns of joint recruitment.
struct ListRecruitments: Query {
    static let name: OperationName = "recruitment.list"
    static let access = Access.roles(Campaigns.readers)

    func run(_ input: ListInput, in context: ReadContext) throws -> Page<Campaign> {
        let rows = try Campaign.fetchAll(context.db, sql: "SELECT * FROM personnel_campaign ORDER BY openedOn DESC, code")
        return try .part(of: rows, limit: input.limit, after: input.after, key: \.code)
    }
}

/// Shows a campaign with its signatures and applicants.
struct ShowRecruitment: Query {
    struct Input: Codable, Sendable {
        var campaign: String
    }
    static let name: OperationName = "recruitment.show"
    static let access = Access.roles(Campaigns.readers)
    static let positional = ["campaign"]

    func run(_ input: Input, in context: ReadContext) throws -> CampaignDetail {
        try CampaignDetail(try Campaigns.campaign(input.campaign, in: context.db), context)
    }
}

/// What a campaign needs before its next step.
struct RecruitmentSteps: Query {
    struct Input: Codable, Sendable {
        var campaign: String
    }
    static let name: OperationName = "recruitment.steps"
    static let access = Access.roles(Campaigns.readers)
    static let positional = ["campaign"]

    func run(_ input: Input, in context: ReadContext) throws -> Page<StepLine> {
        let campaign = try Campaigns.campaign(input.campaign, in: context.db)
        return Page(
            rows: CampaignStages.table.outlook(
                from: campaign.stage, for: context.principal, facts: try Campaigns.facts(campaign, in: context)))
    }
}
