import Operations
import PageKit
import PluginKit
import Testing

@testable import StudyLog

@Suite struct StudyPageTests {
    let study: StudyOffice
    let site: PageSite

    init() throws {
        study = try StudyOffice()
        site = PageSite(dispatcher: study.office.dispatcher)
        try study.take(Sample.xuexi("王鑫,0293,2024-05-01,1,8,11,0,20"))
        try study.take(Sample.xihu("王鑫,专题党课,2024-05-02,1.5"), "xihu-xianfeng")
        try study.add("王鑫", "2024-06-03", topic: "<b>监察法</b>", minutes: 45)
    }

    private func response(_ path: String, as principal: Principal, language: Language = .zhHans) -> SiteResponse {
        let parts = path.split(separator: "?", maxSplits: 1).map(String.init)
        let query = (parts.count < 2 ? [] : parts[1].split(separator: "&")).map { pair in
            let sides = pair.split(separator: "=", maxSplits: 1).map(String.init)
            return (name: sides[0], value: sides.count < 2 ? "" : sides[1])
        }
        return site.respond(
            to: SiteRequest(
                method: .get, path: parts[0], query: query, form: [:], uploads: [:], cookies: [:], language: language,
                principal: principal,
                accountTitle: "某人", csrfToken: "token"))
    }

    private func html(_ path: String, as principal: Principal, language: Language = .zhHans) -> String {
        guard case .html(let html) = response(path, as: principal, language: language).body else { return "" }
        return html
    }

    private func path(of name: String) throws -> String {
        "/study/people/\(try #require(try study.learner(name).cadre))"
    }

    @Test func theTrainerSeesWhoLacksWhat() throws {
        let page = html("/study", as: study.trainer)
        #expect(page.contains("截至 2024-07-01，在库 160 人中有 160 人未达到年度要求"))
        #expect(page.contains("本页 50 条") && page.contains("rel=\"next\""), "a list is read page by page")
        let whole = html("/study?limit=1000", as: study.trainer)
        #expect(whole.contains("<a href=\"\(try path(of: "王鑫"))\">王鑫</a>") && !whole.contains("rel=\"next\""))
        #expect(page.contains("/op/study.import"))
        #expect(html("/study", as: study.trainer, language: .en).contains("160 of 160 people"))
    }

    @Test func aPersonSeesModesPlatformsApartAndWhatIsMissing() throws {
        let learner = try study.learner("王鑫")
        #expect(response("/study", as: learner).status == 303)
        let page = html(try path(of: "王鑫"), as: learner)
        #expect(page.contains("学习强国") && page.contains("西湖先锋"))
        for text in ["1.50 学时，1 条", "0.75 学时，1 条", "0.00 学时，1 条", "各平台的积分分开计算", "&lt;b&gt;监察法"] {
            #expect(page.contains(text), "\(text)")
        }
        #expect(!page.contains("<b>监察法"))
        #expect(!page.contains("study.import"))
    }

    @Test func somebodyElsesPageIsAsIfItWereNotThere() throws {
        let learner = try study.learner("江洋")
        let hidden = response(try path(of: "王鑫"), as: learner)
        let absent = response("/study/people/00000000-0000-7000-8000-000000000000", as: learner)
        #expect([hidden.status, absent.status] == [404, 404])
        #expect(!html(try path(of: "王鑫"), as: learner).contains("王鑫"))
    }

    @Test func anEntryOffersWhatMayBeDoneWithIt() throws {
        let no = try #require(try study.office.run(ListStudy.self, .init(unverified: true), as: study.trainer).rows.first?.no)
        let page = html("/study/entries/\(no)", as: study.trainer)
        for name in ["study.verify", "study.apply", "study.void"] { #expect(page.contains(name), "\(name)") }
        let own = html("/study/entries/\(no)", as: try study.learner("王鑫"))
        #expect(!own.contains("study.verify") && own.contains("study.apply"))
        #expect(response("/study/entries/2024-009999", as: study.trainer).status == 404)
    }

    @Test(arguments: ["/study/log", "/study/materials"])
    func listsOpenInBothLanguages(path: String) {
        for language in [Language.zhHans, .en] {
            #expect(response(path, as: study.trainer, language: language).status == 200)
        }
    }
}
