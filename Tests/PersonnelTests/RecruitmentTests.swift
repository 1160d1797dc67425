import GRDB
import Interchange
import Operations
import Persistence
import PluginKit
import PluginTestKit
import Testing

@testable import Personnel

/// Joint recruitment, the only way into the inspectors' pool (R-POL-03).
@Suite struct RecruitmentTests {
    private let district: SampleDistrict
    private var office: TestOffice { district.office }
    private let organisation = Principal(account: "od", roles: [.organisationDepartment])
    private let discipline = Principal(account: "cd", roles: [.disciplineCommission])
    private let group = Principal(account: "lg", roles: [.leadingGroup])
    private let stationed = Principal(account: "rg", roles: [.residentGroup])
    private let hr = Principal(account: "hr", roles: [.hrBureau])

    init() throws { district = try SampleDistrict(roster: "cadres/pool-sample.csv") }

    @Test func jointRecruitmentSkipsNoStep() throws {
        try office.run(OpenRecruitment.self, .init(campaign: "2026-1", title: "2026年联合选调"))
        func advance(_ stage: CampaignStage, _ document: String? = nil, as principal: Principal? = nil) throws {
            try office.run(AdvanceRecruitment.self, .init(campaign: "2026-1", to: stage, document: document), as: principal)
        }
        #expect(office.refusals { try advance(.jointDocument) }.map(\.rule.id) == ["E-STATE"])
        #expect(office.refusals { try advance(.recommendation) }.map(\.message.key) == ["E-STATE.refusal.nobodyScreened"])
        #expect(
            office.refusals {
                try office.run(ScreenApplicant.self, .init(campaign: "2026-1", cadre: "彭华", opinion: "好"), as: organisation)
            }.map(\.rule.id) == ["E-PERM"])
        try office.run(ScreenApplicant.self, .init(campaign: "2026-1", cadre: "彭华", opinion: "作风正派"), as: stationed)
        try advance(.recommendation, as: stationed)
        try office.run(RecommendApplicant.self, .init(campaign: "2026-1", cadre: "彭华", opinion: "推荐"), as: stationed)
        try advance(.jointDocument)
        for (index, principal) in [discipline, organisation, hr].enumerated() {
            try office.run(
                SignRecruitment.self, .init(campaign: "2026-1", document: index == 0 ? "西组发〔2026〕5号" : nil), as: principal)
        }
        #expect(office.refusals { try advance(.mobilisation) }.map(\.rule.id) == ["R-POL-03"])
        let otherDocument = office.refusals {
            try office.run(SignRecruitment.self, .init(campaign: "2026-1", document: "联发2号"))
        }
        #expect(otherDocument.map(\.message.key) == ["E-VAL.refusal.otherDocument"])
        try office.run(SignRecruitment.self, .init(campaign: "2026-1"))
        try advance(.mobilisation)
        #expect(office.refusals { try advance(.appraisal) }.map(\.message.key) == ["E-STATE.refusal.notMobilised"])
        let today = CalendarDate(office.clock.now)
        for (day, key) in [(today.adding(days: 1), "future"), (today.adding(days: -1), "beforeCampaign")] {
            let refusals = office.refusals {
                try office.run(MobiliseRecruitment.self, .init(campaign: "2026-1", on: day, record: "区委党校"))
            }
            #expect(refusals.map(\.message.key) == ["E-VAL.refusal.\(key)"])
        }
        try office.run(
            MobiliseRecruitment.self, .init(campaign: "2026-1", on: CalendarDate(office.clock.now), record: "区委党校，四部门参加"))
        try advance(.appraisal)
        for principal in [discipline, organisation, hr, office.office] {
            #expect(office.refusals { try advance(.shortlist) }.map(\.rule.id) == ["R-POL-03"])
            try office.run(
                AppraiseApplicant.self, .init(campaign: "2026-1", cadre: "彭华", favourable: true, opinion: "同意"), as: principal)
        }
        let again = office.refusals {
            try office.run(
                AppraiseApplicant.self, .init(campaign: "2026-1", cadre: "彭华", favourable: false, opinion: "改主意"),
                as: discipline)
        }
        #expect(again.map(\.message.key) == ["E-DUP.refusal.opinionFor"])
        #expect(office.text(try #require(again.first).message).contains("纪委监委已登记考察意见（同意：同意；登记人 cd"))
        try advance(.shortlist)
        let shortlist = { (standard: RecruitmentStandard?, evidence: String?) in
            try office.run(
                ShortlistApplicant.self, .init(campaign: "2026-1", cadre: "彭华", standard: standard, evidence: evidence))
        }
        #expect(office.refusals { _ = try shortlist(nil, nil) }.map(\.rule.id) == ["R-POL-04", "R-POL-04"])
        #expect(office.refusals { _ = try shortlist(.backbone, " ") }.map(\.rule.id) == ["R-POL-04"])
        _ = try shortlist(.backbone, "注册会计师证书")
        try advance(.approval)
        let same = Principal(account: office.office.account, roles: [.leadingGroup])
        #expect(office.refusals { try advance(.closed, "x", as: same) }.map(\.rule.id) == ["R-SEP-01"])
        try advance(.closed, "领导小组纪要〔2026〕3号", as: group)
        let line = try #require(
            try office.run(ListPool.self, .init(pool: .inspector, limit: 1000)).rows.first { $0.cadre.name == "彭华" })
        #expect(line.membership.route == .jointRecruitment)
        #expect(line.membership.standard == .backbone)
        let sheet = try office.run(
            ExportForm.self, .init(form: .recruitment, out: DownloadName("f.csv"), campaign: "2026-1"))
        let text = String(decoding: sheet.document.data, as: UTF8.self)
        let places = ["纪委监委：同意", "组织部：同意", "巡察办：同意", "人社局：同意"].map { text.range(of: $0)?.lowerBound }
        #expect(places.allSatisfy { $0 != nil } && places.compactMap(\.self) == places.compactMap(\.self).sorted(), "\(text)")
    }

    @Test(arguments: [0, 2, 3]) func whoIsNotFavouredIsNotShortlisted(favourable: Int) throws {
        try office.run(OpenRecruitment.self, .init(campaign: "c", title: "联合选调"))
        func advance(_ stage: CampaignStage) throws {
            try office.run(AdvanceRecruitment.self, .init(campaign: "c", to: stage))
        }
        try office.run(ScreenApplicant.self, .init(campaign: "c", cadre: "彭华", opinion: "好"), as: stationed)
        try advance(.recommendation)
        try office.run(RecommendApplicant.self, .init(campaign: "c", cadre: "彭华", opinion: "推荐"), as: stationed)
        try advance(.jointDocument)
        let bodies = [discipline, organisation, hr, office.office]
        for body in bodies { try office.run(SignRecruitment.self, .init(campaign: "c", document: "联发1号"), as: body) }
        try advance(.mobilisation)
        try office.run(MobiliseRecruitment.self, .init(campaign: "c", on: CalendarDate(office.clock.now), record: "区委党校"))
        try advance(.appraisal)
        for (index, body) in bodies.enumerated() {
            try office.run(
                AppraiseApplicant.self, .init(campaign: "c", cadre: "彭华", favourable: index < favourable, opinion: "意见"),
                as: body)
        }
        try advance(.shortlist)
        let refusals = office.refusals {
            try office.run(
                ShortlistApplicant.self, .init(campaign: "c", cadre: "彭华", standard: .backbone, evidence: "证书"))
        }
        #expect(refusals.map(\.message.key) == (favourable < 3 ? ["R-POL-03.refusal.unfavourable"] : []))
    }

    @Test func aNominatedInspectorIsNotAdmittedWithoutRecruitment() throws {
        try office.run(AddCadre.self, .init(name: "丁某", birthMonth: "1985.05", unit: "330106J33", since: "2010.01", source: "履历"))
        try office.run(NominateForPool.self, .init(cadre: "丁某", pool: .inspector, route: .selfNomination, basis: "自荐信"))
        try office.run(
            GiveOpinion.self, .init(cadre: "丁某", pool: .inspector, opinion: .clear, document: "x"), as: discipline)
        try office.run(AdvancePool.self, .init(cadre: "丁某", pool: .inspector, to: .vetted), as: organisation)
        let refusals = office.refusals {
            try office.run(AdvancePool.self, .init(cadre: "丁某", pool: .inspector, to: .admitted, document: "x"), as: group)
        }
        #expect(refusals.map(\.rule.id) == ["R-POL-03"])
    }
}
