import Foundation
import Operations
import PluginKit
import Testing

@testable import PageKit

@Suite struct ListTests {
    private func office(rules count: Int = 0) throws -> Office {
        let office = try Office()
        let rows = (1...120).map { "U\($0 + 1000),单位\($0),organ,A" }.joined(separator: "\n")
        let units = Data("code,name,level,parent_code\nA,西湖区,district,\n\(rows)\n".utf8)
        try office.run("unit.import", [:], file: Upload(name: "units.csv", data: units))
        return office
    }

    @Test func pagesFollowEachOtherThereAndBack() throws {
        let office = try office()
        var path = "/op/unit.list?level=organ"
        var seen: [[String]] = []
        for _ in 0..<3 {
            let html = office.html(path)
            seen.append(try html.all("<a href=\"/units/(U[0-9]+)\""))
            guard let next = try html.all("<a class=\"button\" rel=\"next\" href=\"([^\"]*)\"").first else { break }
            path = next.replacing("&amp;", with: "&")
        }
        #expect(seen.map(\.count) == [50, 50, 20])
        #expect(Set(seen.joined()).count == 120)
        let back = try #require(try office.html(path).all("rel=\"prev\" href=\"([^\"]*)\"").first).replacing("&amp;", with: "&")
        #expect(try office.html(back).all("<a href=\"/units/(U[0-9]+)\"") == seen[1])
        let first = try #require(try office.html(back).all("rel=\"prev\" href=\"([^\"]*)\"").first).replacing("&amp;", with: "&")
        #expect(try office.html(first).all("<a href=\"/units/(U[0-9]+)\"") == seen[0])
        #expect(first.contains("level=organ"))
    }

    @Test func columnsAreChosenInTheAddress() throws {
        let office = try office()
        let html = office.html("/op/unit.list?_col=name&_col=inScope")
        let head = try #require(html.between("<thead>", "</thead>"))
        #expect(try head.all("<th[^>]*>(.*?)</th>") == ["名称", "纳入巡察"])
        #expect(html.contains("name=\"_col\" value=\"name\" checked") || html.contains("value=\"name\" checked"))
    }

    @Test(arguments: ["csv", "xlsx", "json"]) func anExportHoldsEverythingThatIsShown(_ format: String) throws {
        let office = try office()
        let response = office.site.respond(to: office.request("/op/unit.list?level=organ&_col=name&_format=\(format)"))
        guard case .document(let document) = response.body else { return #expect(Bool(false), "no file") }
        #expect(document.name.hasSuffix(".\(format)"))
        if format != "xlsx" {
            let text = String(decoding: document.data, as: UTF8.self)
            #expect(text.contains("单位120"))
            #expect(!text.contains("U1001"))
        }
    }

    @Test func aViewIsKeptForItsAccountOnly() throws {
        let office = try office()
        let form = ["name": ["机关"], "operation": ["unit.list"], "query": ["level=organ&_col=name"], "_next": ["/op/unit.list"]]
        #expect(office.site.respond(to: office.request("/op/view.save", form: form)).status == 303)
        #expect(office.html("/op/unit.list").contains("<a href=\"/op/unit.list?level=organ&amp;_col=name\">机关</a>"))
        let other = Principal(account: "other", roles: [.inspectionOffice])
        #expect(!office.html("/op/unit.list", as: other).contains("机关</a>"))
        let gone = ["name": ["机关"], "operation": ["unit.list"], "_next": ["/op/unit.list"]]
        #expect(office.site.respond(to: office.request("/op/view.delete", as: other, form: gone)).status != 303)
        #expect(office.html("/op/unit.list").contains("机关</a>"))
        #expect(office.site.respond(to: office.request("/op/view.delete", form: gone)).status == 303)
        #expect(!office.html("/op/unit.list").contains("机关</a>"))
    }

    @Test(arguments: ["a=<b>", "\"x", "a b", String(repeating: "a", count: 1001)]) func aViewKeepsPlainQueriesOnly(
        _ query: String
    ) throws {
        let office = try office()
        #expect(
            office.test.refusals { try office.run("view.save", ["name": "v", "operation": "unit.list", "query": query]) }.map(
                \.field) == ["query"])
    }

    @Test func anEmptyListSaysWhy() throws {
        let office = try office()
        #expect(office.html("/op/unit.list?words=没有这样的单位").contains("没有符合条件的记录"))
        #expect(office.html("/people").contains("先导入干部名册"))
    }

    @Test func aFilterThatIsWrongIsShownAtItsField() throws {
        let office = try office()
        let response = office.site.respond(to: office.request("/findings?round=99-9"))
        #expect(response.status == 422)
        guard case .html(let html) = response.body else { return }
        #expect(html.contains("f-round-fault"))
        #expect(html.contains("value=\"99-9\""))
    }
}
