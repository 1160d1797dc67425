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
