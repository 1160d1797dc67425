import GRDB
import Interchange
import Operations
import Persistence
import PluginKit
import PluginTestKit
import Testing

@testable import Personnel

/// Joint recruitment asks whatever a nomination asks, at the shortlist and again at the approval (R-POL-02, R-POL-05).
@Suite struct RecruitmentGuardTests {
    private let district: SampleDistrict
    private var office: TestOffice { district.office }
    private let organisation = Principal(account: "od", roles: [.organisationDepartment])
    private let discipline = Principal(account: "cd", roles: [.disciplineCommission])
    private let group = Principal(account: "lg", roles: [.leadingGroup])
    private let stationed = Principal(account: "rg", roles: [.residentGroup])
    private let hr = Principal(account: "hr", roles: [.hrBureau])

    init() throws { district = try SampleDistrict(roster: "cadres/pool-sample.csv") }

    private func add(_ names: String...) throws {
        for name in names {
            try office.run(
                AddCadre.self, .init(name: name, birthMonth: "1985.05", unit: "330106J33", since: "2010.01", source: "履历"))
        }
    }

    /// A campaign in which these people have been appraised by all four bodies.
    private func appraised(_ first: String, _ others: [String] = []) throws {
        let people = [first] + others
        try office.run(OpenRecruitment.self, .init(campaign: "c", title: "联合选调"))
        for cadre in people {
            try office.run(ScreenApplicant.self, .init(campaign: "c", cadre: cadre, opinion: "好"), as: stationed)
        }
        try advance(.recommendation)
        for cadre in people {
            try office.run(RecommendApplicant.self, .init(campaign: "c", cadre: cadre, opinion: "推荐"), as: stationed)
        }
        try advance(.jointDocument)
        let bodies = [discipline, organisation, hr, office.office]
        for body in bodies { try office.run(SignRecruitment.self, .init(campaign: "c", document: "联发1号"), as: body) }
        try advance(.mobilisation)
        try office.run(MobiliseRecruitment.self, .init(campaign: "c", on: CalendarDate(office.clock.now), record: "区委党校"))
        try advance(.appraisal)
        for cadre in people {
            for body in bodies {
                try office.run(
                    AppraiseApplicant.self, .init(campaign: "c", cadre: cadre, favourable: true, opinion: "同意"), as: body)
            }
        }
        try advance(.shortlist)
    }

    private func advance(_ stage: CampaignStage) throws {
        try office.run(AdvanceRecruitment.self, .init(campaign: "c", to: stage))
    }

    private func shortlist(_ cadre: String) throws {
        try office.run(
            ShortlistApplicant.self, .init(campaign: "c", cadre: cadre, standard: .backbone, evidence: "注册会计师证书"))
    }

    private func close(_ document: String? = "纪要〔2026〕3号") throws {
        try office.run(AdvanceRecruitment.self, .init(campaign: "c", to: .closed, document: document), as: group)
    }

    private func leave(_ cadre: String, for reason: ExitReason) throws {
        try office.run(
            AdvancePool.self,
            .init(cadre: cadre, pool: .inspector, to: .exited, document: "西纪〔2026〕9号", exit: reason, reason: "见文件"), as: group)
    }

    private func membership(_ cadre: String) throws -> PoolMembership? {
        let id = try district.cadre(cadre).id
        return try office.read { try Pools.membership(of: id, in: .inspector, $0) }
    }

    private func state(_ cadre: String) throws -> ApplicantState? {
        let id = try district.cadre(cadre).id
        return try office.run(ShowRecruitment.self, .init(campaign: "c")).applicants.first { $0.applicant.cadreId == id }?
            .applicant
            .state
    }

    @Test func whoLeftForDisciplineIsNeitherScreenedNorShortlistedNorAdmitted() throws {
        try leave("江洋", for: .discipline)
        try office.run(OpenRecruitment.self, .init(campaign: "first", title: "联合选调"))
        let screened = office.refusals {
            try office.run(ScreenApplicant.self, .init(campaign: "first", cadre: "江洋", opinion: "好"), as: stationed)
        }
        #expect(screened.map(\.rule.id) == ["R-POL-05"])
        try appraised("彭华", ["石浩"])
        try leave("彭华", for: .discipline)
        #expect(office.refusals { try shortlist("彭华") }.map(\.rule.id) == ["R-POL-05"])
        try shortlist("石浩")
        try leave("石浩", for: .discipline)
        try advance(.approval)
        let closing = office.refusals { try close(nil) }
        #expect(closing.map(\.rule.id) == ["E-VAL", "R-POL-05"])
        #expect(closing.last.map { office.text($0.message) } == "石浩曾因违纪出库")
        for cadre in ["彭华", "石浩"] {
            let left = try #require(try membership(cadre))
            #expect(left.state == .exited && left.exitReason == .discipline)
        }
        #expect(try state("石浩") == .shortlisted, "nothing is half done")
    }

    @Test func whoeverIsTakenOffLeavesTheOthersTheirWay() throws {
        try add("丁某", "戊某")
        try appraised("丁某", ["戊某"])
        try shortlist("丁某")
        try shortlist("戊某")
        try office.run(
            RecordFact.self, .init(cadre: "丁某", fact: .investigation, value: "立案审查", source: "通报"), as: discipline)
        try advance(.approval)
        let closing = office.refusals { try close() }
        #expect(closing.map(\.rule.id) == ["R-POL-02"] && closing.map(\.field) == ["campaign"])
        #expect(closing.allSatisfy { office.text($0.message).contains("丁某") && !office.text($0.message).contains("审查") })
        let withdraw = { (reason: String) in
            try office.run(WithdrawApplicant.self, .init(campaign: "c", cadre: "丁某", reason: reason), as: group)
        }
        #expect(office.refusals { _ = try withdraw(" ") }.map(\.field) == ["reason"])
        _ = try withdraw("廉政情况")
        #expect(office.refusals { _ = try withdraw("again") }.map(\.message.key) == ["E-STATE.refusal.applicantOut"])
        try close()
        #expect(try state("丁某") == .declined && state("戊某") == .admitted)
        #expect(try membership("丁某") == nil)
        #expect(try membership("戊某")?.state == .admitted)
        let line = try office.run(ShowRecruitment.self, .init(campaign: "c")).applicants.first { $0.cadre == "丁某" }
        #expect(line?.applicant.conclusion == "廉政情况")
    }

    @Test func whoWasTakenOffIsNotRecommendedAgain() throws {
        try add("丁某")
        try office.run(OpenRecruitment.self, .init(campaign: "c", title: "联合选调"))
        try office.run(ScreenApplicant.self, .init(campaign: "c", cadre: "丁某", opinion: "好"), as: stationed)
        try advance(.recommendation)
        try office.run(WithdrawApplicant.self, .init(campaign: "c", cadre: "丁某", reason: "本人不愿意"))
        let refusals = office.refusals {
            try office.run(RecommendApplicant.self, .init(campaign: "c", cadre: "丁某", opinion: "推荐"), as: stationed)
        }
        #expect(refusals.map(\.message.key) == ["E-STATE.refusal.applicantOut"])
    }

    @Test func anOpinionAgainstANominationHoldsInACampaignToo() throws {
        try add("丁某")
        try appraised("丁某")
        try office.run(NominateForPool.self, .init(cadre: "丁某", pool: .inspector, route: .recommendation, basis: "推荐信"))
        try office.run(
            GiveOpinion.self, .init(cadre: "丁某", pool: .inspector, opinion: .unsuitable, document: "廉复1号"), as: discipline)
        #expect(office.refusals { try shortlist("丁某") }.map(\.rule.id) == ["R-POL-02"])
    }

    @Test func whoLeftForAnotherReasonComesBackAndWhoRestsGoesOnResting() throws {
        let rest = CalendarDate(office.clock.now).adding(days: 30)
        try leave("彭华", for: .workload)
        try office.run(AdvancePool.self, .init(cadre: "石浩", pool: .inspector, to: .cooling, until: rest))
        try appraised("彭华", ["石浩"])
        try shortlist("彭华")
        try shortlist("石浩")
        try advance(.approval)
        try close()
        let back = try #require(try membership("彭华")), resting = try #require(try membership("石浩"))
        #expect(back.state == .admitted && back.exitReason == nil && back.admittedOn == CalendarDate(office.clock.now))
        #expect(resting.state == .cooling && resting.coolingUntil == rest && resting.standard == .backbone)
    }

    @Test func roundsServedBeforeCountForWhoeverIsRecruited() throws {
        try add("丁某")
        try office.run(
            RecordService.self,
            .init(
                cadre: "丁某", round: "13-2", role: .inspector, from: try #require(CalendarDate("2020-03-01")),
                to: try #require(CalendarDate("2020-06-01")), source: "档案"))
        try appraised("丁某")
        try shortlist("丁某")
        try advance(.approval)
        try close()
        #expect(try membership("丁某")?.roundsServed == 1)
    }

    /// R-POL-03: an earlier campaign opens the pool once only.
    @Test func whoComesBackIsRecruitedAnew() throws {
        try add("丁某")
        try appraised("丁某")
        try shortlist("丁某")
        try advance(.approval)
        try close()
        try leave("丁某", for: .postChange)
        try office.run(AdvancePool.self, .init(cadre: "丁某", pool: .inspector, to: .nominated))
        let nominated = try #require(try membership("丁某"))
        #expect(nominated.campaignId == nil && nominated.vettedBy == nil && nominated.exitReason == nil)
        try office.run(
            GiveOpinion.self, .init(cadre: "丁某", pool: .inspector, opinion: .clear, document: "廉复1号"), as: discipline)
        try office.run(AdvancePool.self, .init(cadre: "丁某", pool: .inspector, to: .vetted), as: organisation)
        let refusals = office.refusals {
            try office.run(AdvancePool.self, .init(cadre: "丁某", pool: .inspector, to: .admitted, document: "x"), as: group)
        }
        #expect(refusals.map(\.rule.id) == ["R-POL-03"])
    }

    @Test func askingForEverybodyTakesNoMoreQueriesThanForOne() throws {
        func queries(_ others: [String]) throws -> Int {
            let tests = try RecruitmentGuardTests()
            for name in ["丁某"] + others { try tests.add(name) }
            try tests.appraised("丁某", others)
            for name in ["丁某"] + others { try tests.shortlist(name) }
            try tests.office.run(
                RecordFact.self, .init(cadre: "丁某", fact: .investigation, value: "立案审查", source: "通报"), as: discipline)
            try tests.advance(.approval)
            return try tests.district.queries {
                #expect(tests.office.refusals { try tests.close() }.map(\.rule.id) == ["R-POL-02"])
            }
        }
        #expect(try queries([]) == queries(["戊某", "己某", "庚某"]))
    }
}
