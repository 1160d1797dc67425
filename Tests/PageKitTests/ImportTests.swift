import Foundation
import Operations
import Persistence
import PluginKit
import Testing

@testable import PageKit

@Suite struct ImportTests {
    private let good = "code,name,level,parent_code\nA,西湖区,district,\nA1,区民政局,organ,A\n"
    private let mixed = "code,name,level,parent_code\nA,西湖区,district,\nA1,区民政局,不知道,A\nA2,<b>区财政局</b>,organ,A\n"

    private func upload(_ text: String, to office: Office, as principal: Principal? = nil) throws -> String {
        let files = ["file": [Upload(name: "units.csv", data: Data(text.utf8))]]
        let response = office.site.respond(
            to: office.request("/import/unit.import", as: principal, form: ["_csrf": ["t"]], uploads: files))
        guard case .redirect(let path, _) = response.body else { throw Rule.invalid.refused() }
        #expect(path.hasSuffix("?_step=columns"))
        return String(path.prefix { $0 != "?" })
    }

    /// Waits for the import's own thread without sleeping: every look is a page.
    private func end(_ path: String, _ office: Office) -> (status: Int, html: String) {
        var html = ""
        for _ in 0..<200_000 {
            let response = office.site.respond(to: office.request(path))
            guard case .html(let page) = response.body else { break }
            html = page
            if !page.contains("http-equiv=\"refresh\"") { return (response.status, page) }
        }
        return (0, html)
    }

    @Test func theStepsFromFileToResult() throws {
        let office = try Office()
        #expect(office.html("/op/unit.import") == "" && office.html("/import/unit.import").contains("type=\"file\""))
        let path = try upload(good, to: office)
        let preview = office.html(path)
        #expect(preview.contains("内容没有问题"))
        #expect(try office.run("unit.list", [:]).rows.isEmpty)
        #expect(office.site.respond(to: office.request(path, form: ["_confirm": ["1"]])).status == 303)
        let end = end(path, office)
        #expect(end.status == 200)
        #expect(end.html.contains("导入完成"))
        #expect(try office.run("unit.list", [:]).rows.count == 2)
    }

    @Test func faultsStandInPlaceAndGoodRowsMayBeTaken() throws {
        let office = try Office()
        let path = try upload(mixed, to: office)
        let preview = office.html(path)
        let cell = try #require(preview.between("<td class=\"wrong\">", "</td>"))
        #expect(cell.hasPrefix("不知道<span class=\"why\">"))
        #expect(preview.contains("只导入正确的行"))
        _ = office.site.respond(to: office.request(path, form: ["_confirm": ["1"], "partial": ["true"]]))
        let end = end(path, office)
        #expect(end.html.contains("下载退回的行"))
        #expect(try office.run("unit.list", [:]).rows.count == 2)
        guard case .document(let rejects) = office.site.respond(to: office.request("\(path)?_format=rejects")).body else {
            return #expect(Bool(false), "no rejects")
        }
        #expect(String(decoding: rejects.data, as: UTF8.self).contains("不知道"))
    }

    /// The end is read in the language of whoever looks at it, not in that of the one who started it.
    @Test func theResultIsInTheReadersLanguage() throws {
        let office = try Office()
        for (form, chinese, english) in [
            (["_confirm": ["1"], "partial": ["true"]], "导入完成", "Imported"), (["_confirm": ["1"]], "没有导入", "Not imported"),
        ] {
            let path = try upload(mixed, to: office)
            _ = office.site.respond(to: office.request(path, form: form))
            let own = end(path, office).html, other = office.html(path, language: .en)
            #expect(own.contains(chinese) && other.contains(english), "\(other)")
            let said = try #require(other.between("<ul class=\"plain", "</ul>"))
            let rest = said.replacing("不知道", with: "").replacing("层级", with: "")
            #expect(rest.unicodeScalars.allSatisfy { $0.value < 0x2E80 }, "\(said)")
            if let faults = other.between("<tbody>", "</tbody>") { #expect(!faults.contains("退回"), "\(faults)") }
        }
    }

    @Test func allOrNothingUnlessTheGoodRowsAreAskedFor() throws {
        let office = try Office()
        let path = try upload(mixed, to: office)
        _ = office.site.respond(to: office.request(path, form: ["_confirm": ["1"]]))
        let end = end(path, office)
        #expect(end.status == 422)
        #expect(end.html.contains("没有导入"))
        #expect(try office.run("unit.list", [:]).rows.isEmpty)
    }

    @Test func columnsMayBeNamedByHand() throws {
        let office = try Office()
        let path = try upload("号,什么,level,parent_code\nA,西湖区,district,\nA1,区民政局,organ,A\n", to: office)
        let first = office.html("\(path)?_step=columns")
        #expect(try first.all("<label for=\"f-column-[0-9]\">(.*?)</label>") == ["号", "什么", "level", "parent_code"])
        #expect(first.contains("还没有对应的必需列"))
        let columns = [
            "_columns": ["1"], "column.0": ["code"], "column.1": ["name"], "column.2": ["level"], "column.3": ["parentCode"],
        ]
        #expect(office.site.respond(to: office.request(path, form: columns)).status == 303)
        #expect(office.html(path).contains("内容没有问题"))
        _ = office.site.respond(to: office.request(path, form: ["_confirm": ["1"]]))
        #expect(end(path, office).status == 200)
        #expect(try office.run("unit.show", ["code": "A1"]).text("name") == "区民政局")
    }

    @Test func anUploadBelongsToItsAccount() throws {
        let office = try Office()
        let path = try upload(good, to: office)
        let other = Principal(account: "other", roles: [.inspectionOffice])
        #expect(office.site.respond(to: office.request(path, as: other)).status == 404)
        #expect(office.site.respond(to: office.request(path, as: other, form: ["_confirm": ["1"]])).status == 404)
    }

    @Test func anUploadIsGoneAfterADay() throws {
        let office = try Office()
        let path = try upload(good, to: office)
        office.test.clock.advance(days: 2)
        #expect(office.site.respond(to: office.request(path)).status == 404)
    }

    @Test func aFormSentTwiceImportsOnce() throws {
        let office = try Office()
        let path = try upload(good, to: office)
        _ = office.site.respond(to: office.request(path, form: ["_confirm": ["1"]]))
        _ = office.site.respond(to: office.request(path, form: ["_confirm": ["1"]]))
        #expect(end(path, office).status == 200)
        #expect(try office.run("audit.list", ["action": "unit.import"]).rows.count == 1)
    }

    @Test(arguments: ["units.docx", "units"]) func aFormatNobodyReadsIsToldAtOnce(_ name: String) throws {
        let office = try Office()
        let files = ["file": [Upload(name: name, data: Data([1]))]]
        let response = office.site.respond(to: office.request("/import/unit.import", form: [:], uploads: files))
        #expect(response.status == 422)
    }
}
