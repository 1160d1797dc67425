import Foundation
import Interchange
import Operations
import PluginKit
import PluginTestKit
import Testing

@testable import Organization

@Suite struct CountUnitsTests {
    let office: TestOffice

    init() throws {
        office = try TestOffice(plugins: [InterchangePlugin.self, OrganizationPlugin.self])
        let rows = "code,name,level,parent_code\n1,示范区,district,\n2,甲街道,street,1\n3,乙街道,street,1\n4,丙社区,community,2\n"
        try office.run(ImportUnits.self, .init(file: Upload(name: "units.csv", data: Data(rows.utf8))))
    }

    @Test(arguments: [(nil, ["street 2", "community 1", "district 1"]), ("1", ["street 2"]), ("4", [])])
    func unitsAreCountedByLevel(parent: String?, expected: [String]) throws {
        let page = try office.run(CountUnits.self, .init(parent: parent))
        #expect(page.rows.map { "\($0.level.rawValue) \($0.units)" } == expected)
    }

    @Test func anUnknownParentIsRefused() {
        let refusals = office.refusals { _ = try office.run(CountUnits.self, .init(parent: "9")) }
        #expect(refusals.map(\.rule) == [.notFound])
        #expect(refusals.map(\.field) == ["parent"])
    }
}
