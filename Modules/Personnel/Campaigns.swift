import GRDB
import Operations
import Persistence
import PluginKit

/// Campaigns inside this module.
enum Campaigns {
    static let readers = cadreReaders.union([.residentGroup])

    static func campaign(_ code: String, in db: Database) throws -> Campaign {
        guard
            let campaign = try Campaign.fetchOne(
                db, sql: "SELECT * FROM personnel_campaign WHERE code = ?", arguments: [code.trimmed])
        else { throw Rule.notFound.refused("campaign", field: "campaign", ["code": .text(code)]) }
        return campaign
    }

    /// - Throws: `E-STATE` unless the campaign is at this step.
    static func campaign(_ code: String, at stage: CampaignStage, in db: Database) throws -> Campaign {
        let campaign = try campaign(code, in: db)
        guard campaign.stage == stage else {
            throw Rule.illegalState.refused(
                "campaignStage", field: "campaign",
                ["stage": .key("campaignStage.\(campaign.stage.rawValue)"), "needed": .key("campaignStage.\(stage.rawValue)")])
        }
        return campaign
    }

    static func applicant(_ cadre: Cadre, in campaign: Campaign, _ db: Database) throws -> Applicant {
        guard
            let applicant = try Applicant.fetchOne(
                db, sql: "SELECT * FROM personnel_applicant WHERE campaignId = ? AND cadreId = ?",
                arguments: [campaign.id, cadre.id])
        else {
            throw Rule.notFound.refused("applicant", field: "cadre", ["cadre": .text(cadre.name), "code": .text(campaign.code)])
        }
        return applicant
    }

    /// One step of a campaign that is at a stage: what the body changes is saved, and the campaign is the answer.
    static func step(
        _ code: String, at stage: CampaignStage, _ sentence: String, _ context: WriteContext,
        _ change: (inout Campaign) throws -> Void
    ) throws -> CampaignDetail {
        let before = try campaign(code, at: stage, in: context.db)
        var campaign = before
        try change(&campaign)
        if campaign != before { try save(campaign, was: before, context) }
        return try answer(code.trimmed, sentence, context)
    }

    /// The same for somebody in a campaign.
    static func step(
        _ code: String, at stage: CampaignStage, of cadre: String, _ sentence: String, _ context: WriteContext,
        _ change: (inout Applicant, inout Campaign) throws -> Void
    ) throws -> CampaignDetail {
        try step(code, at: stage, sentence, context) { campaign in
            let before = try applicant(try Cadres.cadre(cadre, in: context.db), in: campaign, context.db)
            var applicant = before
            try change(&applicant, &campaign)
            if applicant != before { try save(applicant, was: before, context) }
        }
    }

    static func save(_ campaign: Campaign, was before: Campaign, _ context: WriteContext) throws {
        var changed = campaign
        changed.version += 1
        try changed.update(context.db)
        try context.noteChange(of: "campaign", changed.id, from: before, to: changed)
    }

    static func save(_ applicant: Applicant, was before: Applicant?, _ context: WriteContext) throws {
        if before == nil { try applicant.insert(context.db) } else { try applicant.update(context.db) }
        try context.noteChange(of: "applicant", applicant.id, from: before, to: applicant)
    }

    static func facts(_ campaign: Campaign, in context: ReadContext) throws -> CampaignFacts {
        let opinions = try Row.fetchAll(
            context.db,
            sql: """
                SELECT o.applicantId, o.body FROM personnel_applicant_opinion o JOIN personnel_applicant a ON a.id = o.applicantId
                WHERE a.campaignId = ?
                """, arguments: [campaign.id])
        return CampaignFacts(
            campaign: campaign,
            applicants: try Applicant.fetchAll(
                context.db, sql: "SELECT * FROM personnel_applicant WHERE campaignId = ?", arguments: [campaign.id]),
            signatures: try RecruitingBody.fetchSet(
                context.db, sql: "SELECT body FROM personnel_campaign_signature WHERE campaignId = ?", arguments: [campaign.id]),
            opinions: Dictionary(grouping: opinions) { "\($0[0] as UniqueID)" }.mapValues { Set($0.map { $0[1] }) },
            principal: context.principal)
    }

    /// What stands against taking somebody in: what a nomination asks (R-POL-02, R-POL-05), and an opinion of the discipline
    /// commission against a nomination that waits.
    static func obstacles(_ cadre: Cadre, in context: ReadContext) throws -> [Refusal] {
        try obstacles(of: "SELECT ?", [cadre.id], field: "cadre", in: context)
    }

    /// The same for everybody on a campaign's shortlist.
    static func obstacles(shortlistOf campaign: Campaign, in context: ReadContext) throws -> [Refusal] {
        try obstacles(
            of: "SELECT cadreId FROM personnel_applicant WHERE campaignId = ? AND state = 'shortlisted'", [campaign.id],
            field: "campaign", in: context)
    }

    private static func obstacles(
        of ids: String, _ arguments: StatementArguments, field: String, in context: ReadContext
    ) throws -> [Refusal] {
        let lines = try Eligibility.lines(of: ids, arguments, for: .inspector, in: context)
        let unsuitable = try UniqueID.fetchSet(
            context.db,
            sql: """
                SELECT cadreId FROM personnel_pool_membership WHERE cadreId IN (\(ids)) AND state = 'nominated'
                AND opinion = 'unsuitable'
                """, arguments: arguments)
        let people = try Cadre.fetchAll(
            context.db, sql: "SELECT * FROM personnel_cadre WHERE id IN (\(ids)) ORDER BY nameKey, seq", arguments: arguments)
        return people.flatMap { cadre in
            var refusals = Eligibility.obstacles(lines[cadre.id] ?? [], cadre, field: field)
            if unsuitable.contains(cadre.id), !refusals.contains(where: { $0.rule == PersonnelRules.integrity }) {
                refusals.append(PersonnelRules.integrity.refused("of", field: field, ["cadre": .text(cadre.name)]))
            }
            return refusals
        }
    }

    /// How many bodies are in favour of somebody.
    static func favourable(_ applicant: Applicant, _ db: Database) throws -> Int {
        try Int.fetchOne(
            db, sql: "SELECT count(*) FROM personnel_applicant_opinion WHERE applicantId = ? AND isFavourable",
            arguments: [applicant.id]) ?? 0
    }

    static func answer(_ code: String, _ sentence: String, _ context: WriteContext) throws -> CampaignDetail {
        var detail = try CampaignDetail(try campaign(code, in: context.db), context)
        detail.sentence = Message(
            sentence,
            ["campaign": .text(detail.campaign.code), "stage": .key("campaignStage.\(detail.campaign.stage.rawValue)")])
        return detail
    }
}

/// A campaign with its signatures and its applicants.
struct CampaignDetail: Answerable {
    var campaign: Campaign
    var signatures: [SignatureLine]
    var applicants: [ApplicantLine]
    var sentence: Message?

    init(_ campaign: Campaign, _ context: ReadContext) throws {
        self.campaign = campaign
        signatures = try SignatureLine.fetchAll(
            context.db, sql: "SELECT * FROM personnel_campaign_signature WHERE campaignId = ? ORDER BY signedOn, body",
            arguments: [campaign.id])
        applicants = try ApplicantLine.of(campaign, context)
    }

    static var columnKeys: [String] {
        Campaign.columns.map(\.key) + SignatureLine.columns.map(\.key) + ApplicantLine.columns.map(\.key)
    }
    var answer: Answer {
        var answer = Answer(record: campaign, sentence: sentence)
        answer.sections = [
            ("section.signatures", Answer(list: signatures)), ("section.applicants", Answer(list: applicants)),
        ]
        return answer
    }
}

extension Campaign: Tabular {
    package static let columns: [TableColumn<Campaign>] = [
        .text("campaign") { $0.code },
        .text("campaignTitle") { $0.title },
        .word("campaignStage") { $0.stage },
        .date("openedOn") { $0.openedOn },
        .text("document") { $0.document },
        .date("mobilisedOn") { $0.mobilisedOn },
    ]
}

/// A body's signature under the joint document.
struct SignatureLine: Tabular, FetchableRecord, Decodable {
    var body: RecruitingBody
    var account: String
    var signedOn: CalendarDate

    static let columns: [TableColumn<SignatureLine>] = [
        .word("body") { $0.body },
        .account("account") { $0.account },
        .date("day") { $0.signedOn },
    ]
}

/// Somebody in a campaign with all opinions: form F37.
struct ApplicantLine: Tabular, FetchableRecord {
    var applicant: Applicant
    var cadre: String
    var unit: String
    var favourable: Int
    /// In the order of the form, each with its body.
    var opinions: [Message]

    init(row: Row) throws {
        applicant = try Applicant(row: row)
        cadre = row["cadreName"]
        unit = row["cadreUnit"]
        favourable = row["favourable"]
        let given: String = row["opinions"] ?? ""
        let byBody = given.split(separator: "\u{1E}").map { $0.split(separator: "\u{1F}", maxSplits: 2).map(String.init) }
        opinions = RecruitingBody.allCases.compactMap { body in
            guard let parts = byBody.first(where: { $0.first == body.rawValue }), parts.count == 3 else { return nil }
            return Message(
                parts[1] == "1" ? "recruitment.opinion.favourable" : "recruitment.opinion.unfavourable",
                ["body": .key("recruitingBody.\(body.rawValue)"), "opinion": .text(parts[2])])
        }
    }

    static let columns: [TableColumn<ApplicantLine>] = [
        .text("cadre") { $0.cadre },
        .text("homeUnit") { $0.unit },
        .word("applicantState") { $0.applicant.state },
        .text("screening") { $0.applicant.screening },
        .text("recommendation") { $0.applicant.recommendation },
        .integer("favourable") { $0.favourable },
        TableColumn("opinions") { .list($0.opinions.map(Value.phrase)) },
        .word("standard") { $0.applicant.standard },
        .text("standardEvidence") { $0.applicant.evidence },
        .text("conclusion") { $0.applicant.conclusion },
        .text("cadreId") { "\($0.applicant.cadreId)" },
    ]
    static let briefColumns: [String]? = ["cadre", "homeUnit", "applicantState", "favourable", "standard", "conclusion"]

    /// Ranked as they may be chosen: more favourable opinions first, then by name. A stationed group sees those it screened.
    static func of(_ campaign: Campaign, _ context: ReadContext) throws -> [ApplicantLine] {
        var filter = Filter("a.campaignId = ?", campaign.id)
        if !context.principal.hasAny(of: cadreReaders) { filter.and("a.screenedBy = ?", context.principal.account) }
        return try fetchAll(
            context.db,
            sql: """
                SELECT a.*, c.name AS cadreName, c.unitName AS cadreUnit,
                    (SELECT count(*) FROM personnel_applicant_opinion o WHERE o.applicantId = a.id AND o.isFavourable) AS favourable,
                    (SELECT group_concat(o.body || char(31) || o.isFavourable || char(31) || o.opinion, char(30))
                        FROM personnel_applicant_opinion o WHERE o.applicantId = a.id) AS opinions
                FROM personnel_applicant a JOIN personnel_cadre c ON c.id = a.cadreId
                WHERE \(filter.sql) ORDER BY favourable DESC, c.nameKey, c.id
                """, arguments: filter.arguments)
    }
}
