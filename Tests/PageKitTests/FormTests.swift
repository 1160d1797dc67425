import Foundation
import Operations
import PluginKit
import Testing

@testable import PageKit

@Suite struct FormTests {
    private let typed: [String: [String]] = [
        "_csrf": ["t"], "_once": ["k"], "number": ["三"], "title": ["十四届区委第三轮巡察"], "start": ["2026-13-01"], "end": ["20260630"],
    ]

    @Test func whatWasTypedIsKept() throws {
        let office = try Office()
        let html = office.html("/op/round.create", form: typed)
        for text in ["三", "十四届区委第三轮巡察", "2026-13-01", "20260630"] { #expect(html.contains("value=\"\(text)\""), "\(text)") }
        #expect(html.contains("name=\"_once\" value=\"k\""))
        #expect(html.contains("name=\"_csrf\" value=\"token\""))
    }

    @Test func theSummaryLinksToTheFields() throws {
        let office = try Office()
        let html = office.html("/op/round.create", form: typed)
        let summary = try #require(html.between("<section class=\"faults\"", "</section>"))
        #expect(try summary.all("href=\"#(f-[a-z]+)\"") == ["f-number", "f-start"])
        for id in ["f-number", "f-start"] {
            let control = try #require(try html.all("<input ([^>]*id=\"\(id)\"[^>]*)>").first)
            #expect(control.contains("aria-invalid=\"true\""))
            #expect(control.contains("\(id)-fault"))
            #expect(html.contains("id=\"\(id)-fault\""))
        }
        #expect(!html.contains("f-title-fault"))
        #expect(summary.contains("href=\"/rule/E-VAL\""))
    }

    @Test(arguments: ["20260301", "2026-3-1", "2026年3月1日", "2026/3/1"]) func datesAreTakenAsPeopleWriteThem(_ date: String) throws
    {
        let office = try Office()
        try office.run("term.open", ["number": "14", "name": "十四届", "start": "2026-01-01", "satisfactionThreshold": "90.00"])
        let form = ["number": ["3"], "title": ["第三轮"], "start": [date], "end": ["2026年6月30日"]]
        let response = office.site.respond(to: office.request("/op/round.create", form: form))
        #expect(response.status == 303)
        #expect(try office.run("round.show", ["round": "14-3"]).text("startDate") == "2026-03-01")
    }

    @Test func afterwardsTheRecordIsShownWithWhatWasDone() throws {
        let office = try Office()
        try office.run("term.open", ["number": "14", "name": "十四届", "start": "2026-01-01", "satisfactionThreshold": "90.00"])
        let form = ["number": ["3"], "title": ["第三轮"], "start": ["2026-03-01"], "end": ["2026-06-30"]]
        let response = office.site.respond(to: office.request("/op/round.create", form: form))
        guard case .redirect(let path, let flash) = response.body else { return #expect(Bool(false), "no redirect") }
        #expect(path == "/rounds/14-3")
        #expect(flash?.key == "round.create.done")
        let cookie = try #require(response.headers.first { $0.name == "Set-Cookie" }?.value)
        #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"))
        let value = try #require(cookie.between("\(Flash.cookie)=", ";"))
        let shown = office.site.respond(to: office.request(path, cookies: [Flash.cookie: value]))
        guard case .html(let html) = shown.body else { return #expect(Bool(false), "no page") }
        #expect(html.contains("<p class=\"flash\" role=\"status\">已新建轮次 14-3"))
        #expect(shown.headers.contains { $0.name == "Set-Cookie" && $0.value.contains("Max-Age=0") })
    }

    @Test(arguments: ["", "=", "e30", "%%%", "bm90IGpzb24"]) func aFlashThatIsNotOursIsIgnored(_ cookie: String) throws {
        let office = try Office()
        let response = office.site.respond(to: office.request("/", cookies: [Flash.cookie: cookie]))
        guard case .html(let html) = response.body else { return #expect(Bool(false)) }
        #expect(!html.contains("class=\"flash\""))
    }

    @Test(arguments: ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:x", "/ x", "/\nx"])
    func aFormNeverLeadsToAnotherSite(_ next: String) throws {
        let office = try Office()
        try office.run("term.open", ["number": "14", "name": "十四届", "start": "2026-01-01", "satisfactionThreshold": "90.00"])
        let form = ["number": ["3"], "title": ["第三轮"], "start": ["2026-03-01"], "end": ["2026-06-30"], "_next": [next]]
        guard case .redirect(let path, _) = office.site.respond(to: office.request("/op/round.create", form: form)).body else {
            return #expect(Bool(false))
        }
        #expect(path == "/rounds/14-3")
    }

    @Test func aStaleVersionIsToldAndNothingTypedIsLost() throws {
        let office = try Office()
        try office.seed()
        let committee = Principal(account: "committee", roles: [.districtCommittee])
        let form = [
            "round": ["14-3"], "to": ["approved"], "version": ["7"], "document": ["区委〔2026〕3号"], "_next": ["/rounds/14-3"],
            "_set": ["round", "to"],
        ]
        let response = office.site.respond(to: office.request("/op/round.advance", as: committee, form: form))
        guard case .html(let html) = response.body else { return #expect(Bool(false)) }
        #expect(response.status == 409)
        #expect(html.contains("value=\"区委〔2026〕3号\""))
        #expect(html.contains("name=\"version\" value=\"7\""))
        #expect(html.contains("/rule/E-LOCK"))
        #expect(html.contains("<dd>已批准</dd>"))
    }

    @Test func severalLinesAreSeveralValues() {
        let fields = [Field(name: "handlers", kind: .text, isMany: true), Field(name: "title", kind: .text)]
        let values = FormValues(texts: ["handlers": ["张三\r\n 李四 \n\n"], "title": [" "], "_x": ["y"]])
        #expect(values.decodable(fields)["handlers"] == ["张三", "李四"])
        #expect(values.decodable(fields)["title"] == nil)
    }

    @Test func filesOfAFormReachTheOperationAndWordsDoNot() throws {
        var uploads = FormUploads()
        let word = uploads.add(Upload(name: "a.pdf", data: Data([1])))
        #expect(try uploads.read(word).name == "a.pdf")
        #expect(throws: Refusal.self) { try uploads.read("/etc/passwd") }
    }
}
