import Foundation
import GRDB
import Operations
import Persistence
import PluginKit
import PluginTestKit
import Testing

@testable import Organization
@testable import Personnel

/// Changing the key of private fields: all of them at once, or none (decision 0047).
@Suite struct KeyChangeTests {
    let district: SampleDistrict
    private let number = "11010519491231002X"

    init() throws {
        district = try SampleDistrict(roster: "cadres/pool-sample.csv")
        try district.office.run(
            AddCadre.self,
            .init(
                name: "钱老", birthMonth: "1949.12", unit: "330106J05", phone: "13800009999", idNumber: number, source: "履历表"))
    }

    private func sealed() throws -> [Data] {
        try district.office.read { db in
            try Data.fetchAll(
                db,
                sql: """
                    SELECT phone FROM personnel_cadre WHERE phone IS NOT NULL UNION ALL
                    SELECT idNumber FROM personnel_cadre WHERE idNumber IS NOT NULL
                    """)
        }
    }

    private func change() throws { try district.office.run(ChangeKey.self, .init(reason: "经办人离岗")) }

    @Test func everyPrivateValueIsUnderTheNewKeyAndReadsAsBefore() throws {
        let before = try sealed()
        let keys = { (values: [Data]) in Set(values.map { $0.dropFirst().prefix(8) }) }
        try change()
        let after = try sealed()
        #expect(after.count == before.count && keys(before).count == 1 && keys(after).count == 1)
        #expect(keys(before).isDisjoint(with: keys(after)))
        let organisation = Principal(account: "od", roles: [.organisationDepartment])
        let record = try district.office.run(ShowCadre.self, .init(cadre: "钱老"), as: organisation).record
        #expect(record.phone == "13800009999" && record.idNumber == number)
        // The number is still found again.
        let twice = AddCadre.Input(name: "钱某", birthMonth: "1949.12", unit: "330106J05", idNumber: number, source: "履历表")
        #expect(district.office.refusals { _ = try district.office.run(AddCadre.self, twice) }.map(\.rule) == [.duplicate])
    }

    @Test func oneValueThatDoesNotOpenLeavesEverythingAsItWas() throws {
        try district.office.dispatcher.store.write(owner: "personnel") { db in
            try db.execute(
                sql: """
                    UPDATE personnel_cadre SET phone = (SELECT phone FROM personnel_cadre WHERE name = '彭华')
                    WHERE name = '石浩'
                    """)
        }
        let before = try sealed()
        #expect(district.office.refusals { try change() }.map(\.rule) == [.integrity])
        #expect(try sealed() == before)
    }

    @Test func theKeyIsNotForEverybody() {
        let clerk = Principal(account: "io", roles: [.inspectionOffice])
        let refusals = district.office.refusals {
            _ = try district.office.run(ChangeKey.self, .init(reason: "x"), as: clerk)
        }
        #expect(refusals.map(\.rule) == [.notPermitted])
    }
}
