import Foundation
import GRDB
import Interchange
import Operations
import Persistence
import PluginKit
import PluginTestKit
import Testing

@testable import Personnel
@testable import Statistics

/// Service, assessment sheets, career moves, honours, evaluations, forms and the figures that count people.
@Suite struct OutcomeTests {
    private let district: SampleDistrict
    private var office: TestOffice { district.office }
    private let other = Principal(account: "io2", roles: [.inspectionOffice])

    init() throws {
        district = try SampleDistrict(roster: "cadres/pool-sample.csv")
    }

    private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    private func move(_ cadre: String, _ kind: MoveKind, _ on: String, rounds: [String]? = nil, document: String = "西委干〔2023〕1号")
        throws
    {
        try office.run(
            AddMove.self,
            .init(
                cadre: cadre, kind: kind, fromPost: "原单位 科长", toPost: "新单位 副局长", on: try day(on), document: document,
                rounds: rounds))
    }

    private func honour(
        _ title: String, _ level: HonourLevel, _ on: String, cadre: String? = nil, group: String? = nil, members: [String]? = nil
    ) throws {
        try office.run(
            AddHonour.self,
            .init(
                title: title, level: level, cadre: cadre, group: group, members: members, issuer: "省委组织部", on: try day(on),
                document: "浙组〔2021〕9号"))
    }

    private func figure(_ id: String, round: String? = nil, year: Int? = nil, as principal: Principal? = nil) throws -> Figure {
        let lines = try office.run(ShowStatistics.self, .init(id: id, round: round, year: year), as: principal).rows
        return try #require(lines.first).figure
    }

    @Test func personsCountOncePerKindAndPeriod() throws {
        try move("彭华", .promotion, "2020-05-01")
        try move("彭华", .promotion, "2022-05-01", document: "西委干〔2022〕5号")
        try move("彭华", .lateralUse, "2023-05-01")
        try move("江洋", .lateralUse, "2016-05-01")
        let page = try office.run(ListMoves.self, .init())
        #expect(page.rows.count == 3)
        let counts = page.sentence?.arguments
        #expect(counts?["lateral"] == "1" && counts?["promoted"] == "1" && counts?["persons"] == "1")
        let early = try office.run(ListMoves.self, .init(from: try day("2016-01-01"))).sentence?.arguments
        #expect(early?["lateral"] == "2" && early?["persons"] == "2")
        let reversed = office.refusals {
            _ = try office.run(ListMoves.self, .init(from: try day("2024-01-01"), to: try day("2020-01-01")))
        }
        #expect(reversed.map(\.message.key) == ["E-VAL.refusal.period"])
        let twice = office.refusals { try move("彭华", .promotion, "2020-05-01") }
        #expect(twice.map(\.rule.id) == ["R-PRO-01"])
        let told = office.text(try #require(twice.first).message)
        #expect(told.contains("2020-05-01") && told.contains("原单位 科长 → 新单位 副局长") && !told.contains("{"), "\(told)")
        #expect(office.refusals { try move("彭华", .promotion, "2999-05-01") }.map(\.field) == ["on"])
    }

    @Test func aLinkedRoundWasServedInBefore() throws {
        #expect(office.refusals { try move("彭华", .promotion, "2023-05-01", rounds: ["14-1"]) }.map(\.rule.id) == ["R-PRO-02"])
        try office.run(
            RecordService.self,
            .init(
                cadre: "彭华", round: "14-1", role: .inspector, from: try day("2022-03-01"), to: try day("2022-06-01"),
                source: "旧档案"))
        let again = office.refusals {
            try office.run(
                RecordService.self,
                .init(
                    cadre: "彭华", round: "14-1", role: .deputy, from: try day("2022-03-01"), to: try day("2022-06-01"),
                    source: "旧档案"))
        }
        #expect(again.map(\.message.key) == ["E-DUP.refusal.service"])
        let known = office.text(try #require(again.first).message)
        #expect(known.contains("2022-03-01 至 2022-06-01") && known.contains("service void") && !known.contains("{"), "\(known)")
        try move("彭华", .promotion, "2023-05-01", rounds: ["14-1"])
        #expect(
            office.refusals { try move("彭华", .promotion, "2022-01-01", rounds: ["14-1"], document: "x") }.map(\.rule.id) == [
                "R-PRO-02"
            ])
    }

    @Test func aServiceRecordedByHandIsARoundServed() throws {
        func record(_ round: String, team: String? = nil) throws {
            try office.run(
                RecordService.self,
                .init(
                    cadre: "彭华", round: round, team: team, role: .inspector, from: try day("2022-03-01"),
                    to: try day("2022-06-01"), source: "旧档案"))
        }
        func served(_ pool: PoolKind = .inspector) throws -> Int? {
            try office.run(ListPool.self, .init(pool: pool, state: pool == .inspector ? nil : .nominated, limit: 1000)).rows
                .first { $0.cadre.name == "彭华" }?.membership.roundsServed
        }
        let before = try #require(try served())
        try record("13-2")
        try record("13-2", team: "13-2-4")
        #expect(try served() == before + 1, "a round is served once")
        try record("13-3")
        #expect(try served() == before + 2)
        let candidate = try office.read { try Candidates.inPool(.inspector, in: $0) }.first { $0.name == "彭华" }
        #expect(candidate?.roundsServed == before + 2)
        try office.run(AddCadre.self, .init(name: "丁某", birthMonth: "1985.05", unit: "330106J33", since: "2010.01", source: "履历"))
        try office.run(
            RecordService.self,
            .init(
                cadre: "丁某", round: "13-2", role: .inspector, from: try day("2022-03-01"), to: try day("2022-06-01"),
                source: "档案"))
        try office.run(NominateForPool.self, .init(cadre: "丁某", pool: .inspector, route: .selfNomination, basis: "自荐信"))
        #expect(
            try office.run(ListPool.self, .init(pool: .inspector, state: .nominated)).rows.map(\.membership.roundsServed) == [1])
    }

    @Test func honoursCountByPersonAndLevel() throws {
        try honour("全省万名好党员", .province, "2021-07-01", cadre: "彭华")
        try honour("先进集体", .city, "2020-07-01", group: "第一巡察组")
        try honour("先进集体", .district, "2022-07-01", group: "第二巡察组", members: ["彭华", "江洋", "石浩"])
        let counts = { (from: String?, to: String?) in
            try office.run(
                ListHonours.self, .init(from: from.flatMap { CalendarDate($0) }, to: to.flatMap { CalendarDate($0) })
            ).sentence?.arguments["persons"]
        }
        #expect(try counts(nil, nil) == "5")
        #expect(try counts("2020-01-01", "2022-01-01") == "2")
        #expect(
            office.refusals { try honour("全省万名好党员", .province, "2021-07-01", cadre: "彭华") }.map(\.rule.id) == ["E-DUP"])
        #expect(office.refusals { try honour("先进集体", .city, "2020-07-01", group: "第一巡察组") }.map(\.rule.id) == ["E-DUP"])
        let city = try office.run(ListHonours.self, .init(level: .city)).sentence
        #expect(city.map { office.text($0) } == "市级 1 人次。")
        #expect(office.refusals { try honour("x", .city, "2020-07-01") }.map(\.rule.id) == ["R-HON-01"])
        #expect(office.refusals { try honour("x", .city, "2020-07-01", cadre: "彭华", group: "组") }.map(\.rule.id) == ["R-HON-01"])
        let own = try office.run(ShowCadre.self, .init(cadre: "江洋")).honours
        #expect(own.map(\.honour.title) == ["先进集体"])
        try office.run(VoidHonour.self, .init(honourId: own[0].honour.id, reason: "重复登记"))
        #expect(try counts(nil, nil) == "2")
    }

    @Test func aSheetIsDraftedConfirmedBySomebodyElseAndSent() throws {
        try office.run(
            RecordService.self,
            .init(
                cadre: "彭华", round: "14-1", team: "14-1-2", role: .inspector, from: try day("2022-03-01"),
                to: try day("2022-06-01"), source: "旧档案"))
        try office.run(
            DraftAppraisal.self,
            .init(
                cadre: "彭华", team: "14-1-2", performance: "发现问题准", grade: .excellent, findings: 12, returnRate: 8.33,
                opinion: "优秀"))
        let confirm = { (principal: Principal?) in
            try office.run(ConfirmAppraisal.self, .init(cadre: "彭华", team: "14-1-2", opinion: "同意"), as: principal)
        }
        #expect(office.refusals { _ = try confirm(nil) }.map(\.rule.id) == ["R-SEP-01"])
        #expect(
            office.refusals { try office.run(SendAppraisal.self, .init(cadre: "彭华", team: "14-1-2")) }.map(\.rule.id) == [
                "E-STATE"
            ])
        _ = try confirm(other)
        let sent = try office.run(SendAppraisal.self, .init(cadre: "彭华", team: "14-1-2")).row
        #expect(sent.appraisal.sentTo == "西湖区工商联")
        #expect(sent.appraisal.returnRate == 833)
        let sheet = try office.run(ExportForm.self, .init(form: .appraisal, out: DownloadName("f.csv"), round: "14-1"))
        let text = String(decoding: sheet.document.data, as: UTF8.self)
        #expect(text.contains("等次") && !text.contains("鉴定等次") && text.contains("巡察专员") && !text.contains("专员库"), "\(text)")
        let stranger = Principal(account: "tl", roles: [.teamLeader], cadre: try district.cadre("江洋").id)
        #expect(
            office.refusals {
                try office.run(
                    DraftAppraisal.self,
                    .init(cadre: "彭华", team: "14-1-2", performance: "x", grade: .basic, opinion: "x"), as: stranger)
            }.map(\.rule.id) == ["E-NOTFOUND"])
    }

    @Test func evaluationsKeepCountsAndNoVoices() throws {
        let open = { (returned: Int) in
            try office.run(OpenEvaluation.self, .init(team: "14-1-2", round: "14-1", issued: 20, returned: returned))
        }
        #expect(office.refusals { _ = try open(2) }.map(\.rule.id) == ["R-EVL-01"])
        _ = try open(18)
        let count = { (excellent: Int) in
            try office.run(
                CountEvaluation.self, .init(team: "14-1-2", item: "依规依纪", excellent: excellent, good: 4, fair: 3, poor: 1))
        }
        #expect(office.refusals { _ = try count(11) }.map(\.field) == ["excellent"])
        let line = try #require(try count(10).rows.first)
        #expect(line.score == 8333)
        let columns = try office.read { db in
            try db.columns(in: "personnel_evaluation").map(\.name) + db.columns(in: "personnel_evaluation_item").map(\.name)
        }
        #expect(!columns.contains { ["account", "voter", "cadreId", "unitId"].contains($0) })
    }

    @Test func anItemCountedAgainIsCorrectedUntilTheConclusion() throws {
        let open = { try office.run(OpenEvaluation.self, .init(team: "14-1-2", round: "14-1", issued: 20, returned: 18)) }
        _ = try open()
        let twice = office.refusals { _ = try open() }
        #expect(twice.map(\.message.key) == ["E-DUP.refusal.evaluation"])
        #expect(twice.first?.message.arguments["returned"] == .text("18"))
        let conclude = { try office.run(ConcludeEvaluation.self, .init(team: "14-1-2", conclusion: "良好")) }
        #expect(office.refusals { _ = try conclude() }.map(\.message.key) == ["E-STATE.refusal.evaluationWithoutItems"])
        let count = { (item: String, excellent: Int) in
            try office.run(
                CountEvaluation.self, .init(team: "14-1-2", item: item, excellent: excellent, good: 4, fair: 3, poor: 1))
        }
        #expect(try count("依规依纪", 9).sentence?.key == "evaluation.count.done")
        _ = try count("工作作风", 8)
        let corrected = try count("依规依纪 ", 10)
        #expect(corrected.rows.map(\.item) == ["依规依纪", "工作作风"])
        #expect(corrected.rows.map(\.counts) == [[10, 4, 3, 1], [8, 4, 3, 1]])
        #expect(corrected.sentence?.key == "evaluation.count.again")
        #expect(corrected.sentence?.arguments["before"] == .text("9/4/3/1"))
        _ = try conclude()
        #expect(office.refusals { _ = try count("依规依纪", 9) }.map(\.message.key) == ["E-STATE.refusal.evaluationConcluded"])
    }

    @Test(arguments: PersonnelForm.allCases, ["csv", "html"]) func everyFormIsWritten(form: PersonnelForm, ending: String) throws
    {
        try office.run(OpenRecruitment.self, .init(campaign: "c", title: "选调"))
        try honour("<b>称号</b>", .province, "2021-07-01", cadre: "彭华")
        let out = try office.run(
            ExportForm.self, .init(form: form, out: DownloadName("form.\(ending)"), pool: .leader, campaign: "c"))
        let text = String(decoding: out.document.data, as: UTF8.self)
        for mark in ["范围：", "；共 \(out.count) 行", "密级：内部", "生成时间：2026-03-01 09:00"] {
            #expect(text.contains(mark), "\(mark)")
        }
        #expect(text.contains("（盖章处）") == [.authorisation, .appraisal, .recruitment].contains(form))
        #expect(!text.contains("column.") && !(ending == "html" && text.contains("<b>称号")))
        if form == .pool { #expect(out.count == 18) }
    }

    @Test func figuresAreOfTheDaysAskedFor() throws {
        try move("彭华", .promotion, "2016-05-01", document: "早")
        try move("彭华", .promotion, "2020-05-01")
        try move("江洋", .lateralUse, "2020-12-31")
        try honour("x", .city, "2020-01-01", cadre: "彭华")
        try honour("y", .province, "2021-07-01", cadre: "彭华")
        // 2016 lies before the year counted from, but is asked for by name.
        for (year, persons, honours) in [(2016, 1, 0), (2019, 0, 0), (2020, 2, 1), (2021, 0, 1)] {
            #expect(try figure("career.total", year: year) == .count(persons), "\(year)")
            #expect(try figure("honour.total", year: year) == .count(honours), "\(year)")
            let rows = try office.run(
                ListMoves.self,
                .init(from: CalendarDate(year: year, month: 1, day: 1), to: CalendarDate(year: year, month: 12, day: 31)))
            #expect(Set(rows.rows.map(\.cadre)).count == persons)
        }
        #expect(try figure("career.total") == .count(2))
        let early = try office.run(ListMoves.self, .init(to: try day("2016-12-31")))
        #expect(early.rows.count == 1, "days that end before the year counted from are days too")
        let ofYear = try office.run(ShowStatistics.self, .init(year: 2020)).rows.map(\.indicator.id)
        #expect(ofYear.contains("honour.city") && !ofYear.contains("pool.leader"), "pools are as they stand now")
        #expect(
            office.refusals { _ = try figure("pool.leader", year: 2020) }.map(\.message.key) == ["E-VAL.refusal.figurePeriod"])
        #expect(office.refusals { _ = try figure("career.total", round: "14-1") }.map(\.field) == ["round"])
    }

    /// Service in teams of this program, as dissolved teams leave it.
    private func serve(_ teams: [(team: String, to: String)]) throws {
        for (team, to) in teams {
            try office.run(
                RecordService.self,
                .init(
                    cadre: "彭华", round: String(team.prefix(4)), team: team, role: .inspector, from: try day("2022-03-01"),
                    to: try day(to), source: "旧档案"))
        }
        try office.dispatcher.store.write(owner: "personnel") {
            try $0.execute(sql: "UPDATE personnel_service SET rosterId = NULL, enteredOn = startsOn WHERE team LIKE '14-%'")
        }
    }

    @Test func evaluationsAreSummedOverTeamsWhoseWorkIsOver() throws {
        try serve([("14-1-1", "2022-06-01"), ("14-1-2", "2022-06-03"), ("14-2-1", "2023-06-01")])
        for (team, excellent) in [("14-1-1", 10), ("14-2-1", 2)] {
            let round = String(team.prefix(4))
            try office.run(OpenEvaluation.self, .init(team: team, round: round, issued: 12, returned: 10))
            try office.run(
                CountEvaluation.self,
                .init(team: team, item: "依规依纪", excellent: excellent, good: 10 - excellent, fair: 0, poor: 0))
        }
        #expect(try figure("evaluation.share") == .share(0, of: 3))
        #expect(try figure("evaluation.score").value == .hundredths(nil), "nothing is concluded")
        for team in ["14-1-1", "14-2-1"] { try office.run(ConcludeEvaluation.self, .init(team: team, conclusion: "良好")) }
        #expect(try figure("evaluation.share") == .share(2, of: 3))
        #expect(try figure("evaluation.share", round: "14-1") == .share(1, of: 2))
        #expect(try figure("evaluation.share", year: 2023) == .share(1, of: 1))
        // 14-1-1: all 优; 14-2-1: 2 优 and 8 良 of 80.
        #expect(try figure("evaluation.score").value == .hundredths(9200))
        #expect(try figure("evaluation.score", round: "14-2").value == .hundredths(8400))
        try office.run(DecideSetting.self, .init(setting: "personnel.goodMark", value: 70, reason: "评估办法"))
        #expect(try figure("evaluation.score", round: "14-2").value == .hundredths(7600))
        let rows = try office.run(ListEvaluatedTeams.self, .init()).rows
        #expect(rows.map(\.team) == ["14-2-1", "14-1-2", "14-1-1"])
        #expect(rows.map(\.score) == [7600, nil, 10000])
        let hr = Principal(account: "hr", roles: [.hrBureau])
        #expect(try figure("evaluation.share", as: hr) == .share(0, of: 0), "who may not see the rows counts none")
    }

    @Test func fewAnswersAreNobodysScore() throws {
        try serve([("14-1-1", "2022-06-01")])
        try office.run(OpenEvaluation.self, .init(team: "14-1-1", round: "14-1", issued: 12, returned: 4))
        try office.run(CountEvaluation.self, .init(team: "14-1-1", item: "x", excellent: 4, good: 0, fair: 0, poor: 0))
        try office.run(ConcludeEvaluation.self, .init(team: "14-1-1", conclusion: "好"))
        #expect(try figure("evaluation.score").value == .hundredths(10000))
        try office.run(DecideSetting.self, .init(setting: "personnel.evaluationMinimum", value: 5, reason: "评估办法"))
        #expect(try figure("evaluation.score").value == .hundredths(nil))
        #expect(try office.run(ListEvaluatedTeams.self, .init()).rows.map(\.score) == [nil])
        #expect(try office.run(ListEvaluations.self, .init()).rows.isEmpty)
    }

    @Test func figuresOpenTheirRows() throws {
        try move("彭华", .promotion, "2020-05-01")
        try honour("x", .city, "2020-07-01", cadre: "彭华")
        let expected = [
            "pool.leader": 18, "pool.deputy": 41, "career.total": 1, "career.promotion": 1, "career.lateralUse": 0,
            "honour.total": 1,
            "honour.city": 1, "honour.province": 0,
        ]
        for (id, count) in expected {
            #expect(try figure(id) == .count(count), "\(id)")
            #expect(try figure(id, as: Principal(account: "u", roles: [.unitPrincipal])) == .count(0))
        }
        let lines = try office.run(ShowStatistics.self, .init(year: 2020)).rows
        let commands = lines.compactMap { $0.indicator.rows?.command(in: $0.scope) }
        #expect(commands.contains("career list --kind promotion --from 2020-01-01 --to 2020-12-31"))
        #expect(commands.count == lines.count)
    }
}
