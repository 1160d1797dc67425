import Operations
import PageKit
import PluginKit

/// `/recruitments` and `/recruitments/2026-1`: the campaigns; one with its steps, signatures and applicants.
enum RecruitmentPages {
    static let list = SitePage("/recruitments", access: .operation(ListRecruitments.name)) { context in
        let answer = try context.run(ListRecruitments.name)
        let words = context.words
        var content = PageContent(title: words("personnel.pages.recruitments"))
        content.lead = "\(words("recruitment.help"))"
        content.actions = context.button(OpenRecruitment.name, isMain: true)
        content.body =
            answer.rows.isEmpty
            ? "<div class=\"empty\"><p>\(words("personnel.pages.recruitments.none"))</p>\(context.button(OpenRecruitment.name))</div>"
            : AnswerTable(answer, of: ListRecruitments.name, context: context).html(
                caption: words("personnel.pages.recruitments"))
        return .page(content)
    }

    static let campaign = SitePage("/recruitments/{campaign}", access: .operation(ShowRecruitment.name)) { context in
        let detail = try context.dispatcher.run(ShowRecruitment.self, .init(campaign: context["campaign"]), as: context.principal)
        let outlook = try context.dispatcher.run(
            RecruitmentSteps.self, .init(campaign: context["campaign"]), as: context.principal
        ).rows
        let words = context.words
        let key: [(String, String?)] = [("campaign", detail.campaign.code)]
        let steps = StepList(outlook, words: words) { line in
            context.form(AdvanceRecruitment.name, settled: key + [("to", line.to)])
        }
        var page = RecordPage(detail.answer, of: ShowRecruitment.name, title: detail.campaign.title, context: context)
        page.kicker = detail.campaign.code
        page.breadcrumb = [(words("personnel.pages.recruitments"), "/recruitments")]
        page.steps = steps
        page.actions = actions(detail.campaign.stage, key, context) + withdrawal(detail.campaign.stage, key, context)
        page.top = line(detail.campaign.stage, words)
        page.hidden = ["campaign", "campaignTitle"]
        return .page(page.content())
    }

    /// What is done in the present step.
    private static func actions(_ stage: CampaignStage, _ key: [(String, String?)], _ context: PageContext) -> HTML {
        switch stage {
        case .screening: context.button(ScreenApplicant.name, settled: key)
        case .recommendation: context.button(RecommendApplicant.name, settled: key)
        case .jointDocument: context.button(SignRecruitment.name, settled: key)
        case .mobilisation: context.button(MobiliseRecruitment.name, settled: key, suggested: [("on", "\(context.today)")])
        case .appraisal: context.button(AppraiseApplicant.name, settled: key)
        case .shortlist: context.button(ShortlistApplicant.name, settled: key)
        case .approval, .closed: HTML()
        }
    }

    private static func withdrawal(_ stage: CampaignStage, _ key: [(String, String?)], _ context: PageContext) -> HTML {
        stage == .closed ? HTML() : context.button(WithdrawApplicant.name, settled: key)
    }

    /// The steps as a line, those behind marked.
    private static func line(_ stage: CampaignStage, _ words: Words) -> HTML {
        let here = CampaignStage.allCases.firstIndex(of: stage) ?? 0
        let items = CampaignStage.allCases.enumerated().map { index, step -> HTML in
            let mark: HTML = index == here ? " aria-current=\"step\"" : index < here ? " class=\"past\"" : ""
            return "<li\(mark)>\(words("campaignStage.\(step.rawValue)"))</li>"
        }.joined()
        return "<ol class=\"steps\">\(items)</ol>"
    }
}
