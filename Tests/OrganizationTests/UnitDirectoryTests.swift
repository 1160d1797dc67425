import GRDB
import Interchange
import Operations
import Persistence
import PluginKit
import PluginTestKit
import Testing

@testable import Organization

@Suite struct UnitDirectoryTests {
    private static func id(_ number: UInt16) -> UniqueID { UniqueID(milliseconds: 1, counter: number, random: 0) }

    private static func entry(_ number: UInt16, _ name: String) -> UnitDirectory.Entry {
        UnitDirectory.Entry(id: id(number), code: "U\(number)", name: name)
    }

    static let finance = entry(1, "西湖区财政局")
    static let office = entry(2, "西湖区委办公室")
    static let eastCommunity = entry(3, "西湖社区")
    static let directory = UnitDirectory(
        units: [finance, office, eastCommunity, entry(4, "古荡街道"), entry(5, "和平社区"), entry(6, "和平社区")],
        former: ["区财税局": [finance], "老机关": [finance, office]], district: "杭州市西湖区")

    @Test(arguments: [
        ("西湖区财政局", UnitDirectory.Match.exact(finance)), ("区财政局", .form(finance)), ("财政局", .form(finance)),
        ("杭州市西湖区财政局", .form(finance)), ("区委办公室", .form(office)), ("区财税局", .form(finance)), ("西湖社区", .exact(eastCommunity)),
        ("区经贸委", .none), ("", .none), ("区", .none), ("财政", .none), ("滨江区财政局", .none),
        ("老机关", .several([finance, office])), ("和平社区", .several([entry(5, "和平社区"), entry(6, "和平社区")])),
    ])
    func namesLeadToUnits(name: String, match: UnitDirectory.Match) {
        #expect(Self.directory.match(name) == match)
    }

    @Test(arguments: [("杭州市西湖区", "西湖区"), ("西湖区", "西湖区"), ("嵊州市", "嵊州市"), ("台州市天台县", "天台县"), ("", "")])
    func theDistrictHasAShortName(full: String, short: String) {
        #expect(UnitNameForms.shortName(ofDistrict: full) == short)
    }

    @Test func unitsThatWereSucceededAreFoundByTheirOldName() throws {
        let office = try TestOffice(plugins: [InterchangePlugin.self, OrganizationPlugin.self], jurisdiction: "杭州市西湖区")
        try office.run(ImportUnits.self, .init(file: Upload(name: "u.csv", data: try SampleFiles.units())))
        try office.dispatcher.store.write(owner: "organization") { db in
            for (old, next) in [("330106J39", "330106J40"), ("330106J40", "330106J41")] {
                try db.execute(
                    sql: """
                        UPDATE organization_unit SET validTo = '2024-01-01',
                            succeededBy = (SELECT id FROM organization_unit WHERE code = ?) WHERE code = ?
                        """, arguments: [next, old])
            }
        }
        let directory = try office.read { try UnitDirectory($0) }
        for old in ["西湖区商务局", "西湖区文化和旅游局"] {
            guard case .form(let unit) = directory.match(old) else {
                Issue.record("\(old) leads nowhere")
                continue
            }
            #expect(unit.name == "西湖区卫生健康局")
        }
    }
}
