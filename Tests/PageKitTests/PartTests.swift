import Operations
import PluginKit
import PluginTestKit
import StandardPlugins
import Testing

@testable import PageKit

/// Small pieces of HTML, as they are.
@Suite struct PartTests {
    private func words() throws -> Words {
        Words(strings: try TestOffice(plugins: standardPlugins).registry.strings, language: .zhHans)
    }

    @Test func theThreeColoursOfADate() throws {
        let today = try #require(CalendarDate("2026-03-01"))
        let tones: [(Int, Tone?, String)] = [
            (-1, .late, "逾期 1 天"), (0, .due, "今天到期"), (10, .due, "还剩 10 天"), (11, .done, "还剩 11 天"), (20, .done, "还剩 20 天"),
            (21, nil, "还剩 21 天"),
        ]
        for (days, tone, text) in tones {
            let due = DueTone(due: today.adding(days: days), today: today)
            #expect(due.tone == tone, "\(days)")
            #expect(try words()(due.message) == text)
        }
    }

    @Test func aTagSaysItsStateInWords() {
        #expect(Tag.html("已<完成>", .done).text == "<span class=\"tag done\">已&lt;完成&gt;</span>")
        #expect(Tag.html("普通", nil).text == "普通")
    }

    @Test func aChartHasItsTable() throws {
        let chart = BarChart(
            title: "各轮", parts: [("已完成", .done), ("未完成", .due)],
            bars: [.init("第一轮", [3, 1], note: "3 / 4", path: "/x"), .init("第二轮", [0, 0], note: "0 / 0")])
        let html = chart.html(words: try words()).text
        #expect(try html.all("<rect class=\"(done|due)\"") == ["done", "due"])
        #expect(
            html.contains(
                "<th scope=\"row\"><a href=\"/x\">第一轮</a></th><td class=\"number\">3</td><td class=\"number\">1</td><td>3 / 4</td>"
            ))
        #expect(!html.contains("style="))
        #expect(BarChart(title: "x", parts: [], bars: []).html(words: try words()).isEmpty)
    }

    @Test func stepsShowTheMainOneAndWhatIsMissing() throws {
        let missing = Rule.illegalState.refused()
        let list = StepList([
            .init(label: "退回", path: "/back", roles: "领导小组", missing: [], isForward: false),
            .init(label: "批准", path: "/on", roles: "区委", missing: []),
            .init(label: "进驻", path: "/enter", roles: "巡察办", missing: [missing]),
            .init(label: "归档", path: nil, roles: "档案员", missing: []),
        ])
        let html = list.html(try words(), also: "<a href=\"/also\">填报</a>").text
        #expect(
            html.contains("<a class=\"button main\" href=\"/on\">批准</a>\n<a class=\"button\" href=\"/back\">退回</a>\n"))
        #expect(html.contains("/also"))
        #expect(html.contains("<strong>进驻之前：</strong>"))
        #expect(html.contains("/rule/E-STATE"))
        var others = list
        others.isTheirTurn = false
        #expect(!others.html(try words(), also: HTML()).text.contains("button main"))
        #expect(others.html(try words(), also: HTML()).text.contains("现由区委办理"))
        #expect(list.holders == "区委")
    }

    @Test(
        arguments: [
            ("/rounds/{round}", "/rounds/14-3", ["round": "14-3"]), ("/", "/", [:]),
            ("/op/{operation}", "/op/a.b", ["operation": "a.b"]),
        ] as [(String, String, [String: String])])
    func patternsMatch(_ pattern: String, _ path: String, _ values: [String: String]) {
        #expect(PathPattern(pattern).match(path.split(separator: "/")) == values)
        #expect(PathPattern(pattern).match("/other/path/x/y".split(separator: "/")) == nil)
    }

    @Test(arguments: [
        ("/a", true), ("//a", false), ("/\\a", false), ("a", false), ("", false), ("/a b", false), ("https://x", false),
    ])
    func localPaths(_ path: String, _ isLocal: Bool) {
        #expect(SitePath.isLocal(path) == isLocal)
    }

    @Test func addressesAreEncoded() {
        #expect(SitePath.of("units", "A/1 区?") == "/units/A%2F1%20%E5%8C%BA%3F")
        #expect(SitePath.with("/x", [("a", "1&2"), ("b", "=")]) == "/x?a=1%262&b=%3D")
    }

    @Test func choicesOfTheReaderAreKeptInCookies() throws {
        let office = try Office()
        let form = ["language": ["en"], "theme": ["dark"], "rows": ["<x>"], "_next": ["/findings?round=14-3"]]
        let response = office.site.respond(to: office.request("/settings", form: form))
        #expect(response.status == 303)
        #expect(response.headers.map(\.value).map { $0.prefix { $0 != ";" } } == ["xuncha_language=en", "xuncha_theme=dark"])
        guard case .redirect(let path, _) = response.body else { return #expect(Bool(false)) }
        #expect(path == "/findings?round=14-3")
        let page = office.site.respond(
            to: office.request("/help", cookies: ["xuncha_language": "en", "xuncha_theme": "dark", "xuncha_rows": "compact"]))
        guard case .html(let html) = page.body else { return #expect(Bool(false)) }
        #expect(html.contains("<html lang=\"en\" data-theme=\"dark\" data-rows=\"compact\">"))
    }

    @Test func hostPagesDoNotTellWhetherAnAccountExists() throws {
        let office = try Office()
        let frame = PageFrame(strings: office.dispatcher.registry.strings, language: .zhHans, cookies: [:], csrfToken: "t")
        let pages = ["office", "nobody"].map { SignInPage.html(frame, account: $0, notice: .refused).replacing($0, with: "") }
        #expect(pages[0] == pages[1])
        #expect(!SignInPage.html(frame, next: "//evil").contains("evil"))
        #expect(SignInPage.html(frame, next: "/rounds").contains("name=\"next\" value=\"/rounds\""))
    }

    @Test func assetsNameTheirContent() throws {
        let office = try Office()
        #expect(office.site.assets.map(\.path).allSatisfy { $0.hasPrefix("/assets/") })
        let style = try #require(office.site.assets.first { $0.path.hasSuffix(".css") })
        #expect(office.html("/").contains("href=\"\(style.path)\""))
    }
}
