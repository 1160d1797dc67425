import Foundation
import Operations
import PluginKit
import Testing

@testable import PageKit

/// What stands on paper, and the pages that are made to be printed or worked through.
@Suite struct PaperTests {
    private let office: Office

    init() throws {
        office = try Office()
        try office.seed()
    }

    @Test(arguments: [
        (Language.zhHans, "中共杭州市西湖区委巡察工作领导小组办公室", "2026年3月1日"),
        (.en, "Inspection Office of the CPC Committee of 杭州市西湖区", "2026-3-1"),
    ])
    func everyPageHasTheOfficesHeadAndTheDayOnPaper(language: Language, issuer: String, day: String) {
        for path in ["/", "/rounds/14-3", "/coverage", "/op/unit.list"] {
            let html = office.html(path, language: language)
            #expect(html.contains("<p class=\"letterhead\">\(issuer)</p>"), "\(path)")
            #expect(html.contains("<p class=\"issued\">\(day)</p>"), "\(path)")
        }
        #expect(!office.html("/nowhere", language: language).contains("letterhead"))
    }

    @Test func theHeadIsForPaperOnly() {
        let css = StyleSheet.all
        let parts = css.components(separatedBy: "@media print")
        #expect(parts[0].contains(".letterhead, .issued { display: none; }"))
        #expect(parts[1].contains(".letterhead { display: block;"))
    }

    /// What a printed list is about stands under it, in words.
    @Test func aPrintedListSaysWhatItIsAbout() throws {
        func foot(_ path: String, _ language: Language = .zhHans) throws -> String {
            try #require(office.html(path, language: language).between("<footer class=\"paper-only\">", "</footer>"))
        }
        #expect(try foot("/op/unit.list") == "范围：全部可查看内容　密级：内部　生成时间：2026-03-01 09:00　打印人：巡察办")
        #expect(try foot("/op/unit.list?level=organ&limit=5").hasPrefix("范围：层级 区直部门　密级："))
        #expect(try foot("/findings?round=14-3", .en).hasPrefix("Scope: round 14-3"))
        #expect(try foot("/rounds/14-3") == "密级：内部　生成时间：2026-03-01 09:00　打印人：巡察办", "a record is about itself")
    }

    /// A list taken away as a file carries the same; columns and filters are as shown.
    @Test(arguments: ["csv", "html"]) func aListTakenAwayCarriesItsImprint(format: String) throws {
        guard
            case .document(let file) = office.site.respond(
                to: office.request("/op/unit.list?level=organ&_col=name&_col=code&_format=\(format)")
            ).body
        else { return #expect(Bool(false), "no file") }
        let text = String(decoding: file.data, as: UTF8.self)
        for said in ["范围：层级 区直部门；共 1 行", "密级：内部", "生成时间：2026-03-01 09:00", "区民政局"] {
            #expect(text.contains(said), "\(said)")
        }
    }

    @Test func coverageIsAMatrixInWords() throws {
        try office.run("round.create", ["number": "4", "title": "第四轮", "start": "2026-07-01", "end": "2026-12-31"])
        let html = office.html("/coverage")
        let head = try #require(html.between("<thead>", "</thead>"))
        #expect(try head.all("<a href=\"/rounds/(14-[0-9])\">") == ["14-3", "14-4"])
        let row = try #require(html.between("北山街道", "</tr>"))
        #expect(try row.all("<td data-label=\"(14-[0-9])\">") == ["14-3", "14-4"])
        #expect(row.contains("已列入") && row.contains("<span class=\"remark\">未列入</span>"))
        #expect(html.contains("覆盖率 0.00%"))
        #expect(office.html("/coverage?coverage=gap").contains("区民政局"))
        let gaps = try #require(office.html("/coverage?coverage=gap").between("<tbody>", "</tbody>"))
        #expect(!gaps.contains("北山街道"))
    }

    @Test func aTaskListSaysWhatIsDoneAndWhatIsMissing() throws {
        let html = office.html("/rounds/14-3/tasks")
        #expect(try html.all("<li(?: aria-current=\"step\")?>(<h2>)").count == 11)
        #expect(html.contains("确定巡察对象（2 个）"))
        #expect(try html.all("href=\"(/rounds/14-3[^\"]*)\"").contains("/rounds/14-3#targets"))
        #expect(office.html("/rounds/14-3").contains("href=\"/rounds/14-3/tasks\""))
        try office.run("round.advance", ["round": "14-3", "to": "submitted"])
        let later = office.html("/rounds/14-3/tasks", language: .en)
        #expect(later.contains("class=\"missing\"") && later.contains("/rule/"))
        #expect(try later.all("<h2>[^<]*<span class=\"tag ([a-z]*)\">").prefix(2) == ["done", "progress"])
    }
}
