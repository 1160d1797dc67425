import Operations
import PageKit
import PluginKit
import Testing

@testable import Training

@Suite struct PageTests {
    let training: TrainingOffice
    let site: PageSite

    init() throws {
        training = try TrainingOffice(sample: true)
        site = PageSite(dispatcher: training.office.dispatcher)
    }

    private func respond(_ path: String, as principal: Principal? = nil, form: [String: String]? = nil) -> SiteResponse {
        let parts = path.split(separator: "?", maxSplits: 1)
        let query =
            parts.count < 2
            ? []
            : parts[1].split(separator: "&").map { pair -> (name: String, value: String) in
                let sides = pair.split(separator: "=", maxSplits: 1).map { String($0).removingPercentEncoding ?? "" }
                return (sides[0], sides.count < 2 ? "" : sides[1])
            }
        return site.respond(
            to: SiteRequest(
                method: form == nil ? .get : .post, path: String(parts[0]), query: query, form: (form ?? [:]).mapValues { [$0] },
                principal: principal ?? TrainingOffice.trainer, accountTitle: "培训管理员", csrfToken: "token"))
    }

    private func html(_ path: String, as principal: Principal? = nil, form: [String: String]? = nil) -> String {
        guard case .html(let html) = respond(path, as: principal, form: form).body else { return "" }
        return html
    }

    @Test func theMonthShowsItsSessionsAndMarksClashes() {
        let page = html("/training?month=2024-06")
        #expect(page.contains("2024 年 6 月培训日历"))
        #expect(page.contains("href=\"/training/sessions/S011\""))
        #expect(page.contains("id=\"clashes\""))
        #expect(html("/training?month=2024-07", as: TrainingOffice.trainer).contains("/training/sessions/S022"))
        #expect(!html("/training?month=2030-01").contains("id=\"clashes\""))
    }

    @Test func aMoveIsLookedAtFirstAndShowsItsClashesAtOnce() throws {
        let clash = respond("/training?month=2024-06&session=S059&start=2024-06-14T09:30")
        #expect(clash.status == 422)
        guard case .html(let page) = clash.body else { return }
        #expect(page.contains("role=\"alert\""))
        #expect(page.contains("/rule/R-CRS-03"))
        #expect(!page.contains("确认调整"))
        #expect(page.contains("start=2024-06-14%2014%3A30"))
        let free = html("/training?month=2024-06&session=S059&start=2024-06-28T09:00")
        #expect(free.contains("确认调整"))
        #expect(free.contains("拟调整到此"))
        #expect(
            try training.office.run(ShowSession.self, .init(session: "S059")).line.session.span.text == "2024-06-14 09:00–12:00")
    }

    @Test func confirmingMovesIt() throws {
        let done = respond("/training", form: ["session": "S059", "start": "2024-06-28 09:00"])
        #expect(done.status == 303)
        guard case .redirect(let target, _) = done.body else {
            Issue.record("no redirect")
            return
        }
        #expect(target == "/training?month=2024-06")
        #expect(
            try training.office.run(ShowSession.self, .init(session: "S059")).line.session.span.text == "2024-06-28 09:00–12:00")
        let rows = try training.office.run(ListConflicts.self, .init(kind: .room)).rows
        #expect(!rows.contains { $0.clash.second?.code == "S059" })
    }

    @Test func aRefusedMoveChangesNothing() throws {
        #expect(respond("/training", form: ["session": "S059", "start": "2024-06-14 10:00"]).status == 422)
        #expect(respond("/training", form: ["session": "S059", "start": "gestern"]).status == 422)
        #expect(try training.office.run(ShowSession.self, .init(session: "S059")).line.session.version == 1)
    }

    @Test func learnersSeeTheCalendarAndCannotMove() throws {
        let learner = try training.learner("侯霞")
        let page = html("/training?month=2024-06", as: learner)
        #expect(page.contains("/training/sessions/S011"))
        #expect(!page.contains("id=\"move\""))
        #expect(!page.contains("id=\"clashes\""))
        #expect(respond("/training", as: learner, form: ["session": "S059", "start": "2024-06-28 09:00"]).status == 404)
        #expect(try training.office.run(ShowSession.self, .init(session: "S059")).line.session.version == 1)
    }

    @Test func theSessionPageHasItsWaitingListInOrder() throws {
        let page = html("/training/sessions/S058")
        let waiting = try #require(page.range(of: "候补名单"))
        let tail = page[waiting.upperBound...]
        let places = ["彭飞", "乔萍", "万国栋", "江春生", "易天佑", "孟红", "卢建国"].compactMap { tail.range(of: $0)?.lowerBound }
        #expect(places.count == 7)
        #expect(places == places.sorted())
        #expect(html("/training/sessions/S058", as: try training.learner("侯霞")).contains("彭飞") == false)
    }

    @Test func theSheetIsForThoseWhoKeepTraining() throws {
        #expect(html("/training/sessions/S001/sheet").contains("签名"))
        #expect(respond("/training/sessions/S001/sheet", as: try training.learner("侯霞")).status == 404)
        guard case .document(let document) = respond("/training/sessions/S001/sheet?file=1").body else {
            Issue.record("no file")
            return
        }
        #expect(document.name == "S001.csv")
    }

    @Test func theLearnersPageHasHoursShortfallAndCertificates() throws {
        try training.office.run(DecideSetting.self, .init(setting: "training.entryHours", value: 40, reason: "进驻前培训要求"))
        let page = html("/training/mine", as: try training.learner("侯霞"))
        #expect(page.contains(">32<") || page.contains("<dd>32</dd>"))
        #expect(page.contains("尚缺学时"))
        #expect(page.contains("/training/certificates/PX2024-"))
        #expect(respond("/training/people/\(try training.cadre("熊霞").id)", as: try training.learner("侯霞")).status == 404)
        #expect(respond("/training/people/\(try training.cadre("熊霞").id)").status == 200)
    }

    @Test func aPlanThatClashesKeepsWhatWasTypedAndOffersWhatIsFree() throws {
        let typed = ["course": "C002", "day": "2024年6月14日", "from": "10:00", "to": "12:00", "capacity": "8", "code": "N1"]
        let session = try training.office.run(ShowSession.self, .init(session: "S059")).line.session
        let clash = respond("/training/plan", form: typed.merging(["room": session.room ?? ""]) { $1 })
        #expect(clash.status == 422)
        guard case .html(let page) = clash.body else { return }
        #expect(page.contains("role=\"alert\""))
        #expect(page.components(separatedBy: "<a class=\"button\" href=\"/training/plan?course=C002").count == 4, "three offers")
        #expect(page.contains("value=\"N1\""))
        #expect(respond("/training/plan", form: typed).status == 303)
        #expect(
            try training.office.run(ShowSession.self, .init(session: "N1")).line.session.span.text == "2024-06-14 10:00–12:00")
    }

    @Test(arguments: [
        (["day": "32.6."], "E-VAL"), (["from": "25:00"], "E-VAL"), (["capacity": "viele"], "E-VAL"), (["course": ""], "E-VAL"),
        (["course": "C999"], "E-NOTFOUND"),
    ])
    func whatIsNoPlanIsSaid(wrong: [String: String], rule: String) {
        let typed = ["course": "C002", "day": "2024-06-17", "from": "10:00", "to": "12:00", "capacity": "8"]
        let answer = respond("/training/plan", form: typed.merging(wrong) { $1 })
        #expect([422, 404].contains(answer.status))
        guard case .html(let page) = answer.body else { return }
        #expect(page.contains("/rule/\(rule)"))
        #expect(page.contains("10:00") || wrong["from"] != nil, "nothing typed is lost")
    }

    @Test func aClassIsEnteredOnOneSheetAllOrNothing() throws {
        try training.open("C001", "2024-05-30 09:00", "2024-05-30 12:00", code: "P1")
        for name in ["侯霞", "戴梦瑶", "江洋"] { try training.enrol(name, "P1") }
        #expect(respond("/training/sessions/P1/results").status == 200)
        try training.office.run(AdvanceSession.self, .init(session: "P1", to: .finished))
        func id(_ name: String) throws -> String { try training.cadre(name).id.description }
        let page = html("/training/sessions/P1/results")
        #expect(page.contains("aria-label=\"侯霞：成绩\""))
        let wrong = [
            "score.\(try id("侯霞"))": "88.5", "score.\(try id("戴梦瑶"))": "101", "attendance.\(try id("江洋"))": "absent",
            "score.\(try id("江洋"))": "70",
        ]
        let refused = respond("/training/sessions/P1/results", form: wrong)
        #expect(refused.status == 422)
        guard case .html(let sheet) = refused.body else { return }
        #expect(sheet.contains("#score-\(try id("戴梦瑶"))"))
        #expect(sheet.contains("#score-\(try id("江洋"))"), "both at once")
        #expect(sheet.contains("value=\"88.5\""))
        func states() throws -> [EnrolmentState] {
            try training.office.run(ShowSession.self, .init(session: "P1")).enrolments.map(\.enrolment.state)
        }
        #expect(Set(try states()) == [.confirmed], "nothing is half saved")
        let right = wrong.merging(["score.\(try id("戴梦瑶"))": "51", "score.\(try id("江洋"))": ""]) { $1 }
        #expect(respond("/training/sessions/P1/results", form: right).status == 303)
        #expect(try states() == [.passed, .failed, .absent])
        #expect(html("/training/sessions/P1/results").contains("补考"))
        #expect(respond("/training/sessions/P1/results", as: try training.learner("侯霞")).status == 404)
    }

    @Test func aSheetSomebodyElseChangedMeanwhileIsNotSaved() throws {
        try training.open("C001", "2024-05-30 09:00", "2024-05-30 12:00", code: "P1")
        try training.enrol("侯霞", "P1")
        try training.office.run(AdvanceSession.self, .init(session: "P1", to: .finished))
        let id = try training.cadre("侯霞").id
        try training.score("侯霞", "P1", 90)
        let stale = respond("/training/sessions/P1/results", form: ["score.\(id)": "60", "version.\(id)": "1"])
        #expect(stale.status == 409)
        #expect(try training.office.run(ShowSession.self, .init(session: "P1")).enrolments.first?.enrolment.score == 900)
    }

    @Test func theFeedIsACalendarFile() throws {
        guard case .document(let document) = respond("/training/calendar.ics?room=巡察办培训室").body else {
            Issue.record("no file")
            return
        }
        #expect(String(decoding: document.data, as: UTF8.self).hasPrefix("BEGIN:VCALENDAR\r\n"))
    }

    @Test(arguments: [
        "/training", "/training/courses", "/training/courses/C001", "/training/sessions/S001", "/training/sessions/S001/sheet",
        "/training/sessions/S001/results", "/training/plan",
    ])
    func pagesOpenInBothLanguages(path: String) {
        for language in Language.allCases {
            let request = SiteRequest(
                method: .get, path: path, language: language, principal: TrainingOffice.trainer, accountTitle: "x", csrfToken: "t"
            )
            guard case .html(let html) = site.respond(to: request).body else {
                Issue.record("no page")
                return
            }
            #expect(!html.contains("training.pages."))
            #expect(!html.contains(">column."))
        }
    }
}
