import Foundation
import Operations
import PageKit
import PluginKit
import Testing

/// Steps of pools and of joint recruitment stand in the work of those whose turn it is.
@Suite struct WorkOfPeopleTests {
    private let office: Office

    init() throws {
        office = try Office()
        for (name, path) in [("unit.import", "units/hangzhou-xihu.csv"), ("cadre.import", "cadres/pool-sample.csv")] {
            let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            let data = try Data(contentsOf: root.appendingPathComponent("Data/\(path)"))
            try office.run(name, [:], file: Upload(name: "sample.csv", data: data))
        }
    }

    private func somebody(_ role: Role) -> Principal { Principal(account: role.rawValue.lowercased(), roles: [role]) }

    /// Titles of the work that waits for somebody, of these paths.
    private func mine(_ role: Role, _ path: String) throws -> [String] {
        let answer = try office.run("work.list", [:], as: somebody(role))
        let text = ValueText(strings: office.dispatcher.registry.strings, language: .zhHans)
        return answer.rows.map { row in Dictionary(uniqueKeysWithValues: zip(answer.columns, row)) }.filter { line in
            guard case .text(let to)? = line["workPath"], case .flag(true)? = line["workMine"] else { return false }
            return to.hasPrefix(path) && !to.contains("due=")
        }.compactMap { $0["workTitle"].map { text($0) } }
    }

    @Test func aNominationGoesFromHandToHand() throws {
        let roles: [Role] = [.disciplineCommission, .organisationDepartment, .leadingGroup]
        func turns() throws -> [Role: [String]] {
            try Dictionary(uniqueKeysWithValues: roles.map { ($0, try mine($0, "/pools/")) }).filter { !$0.value.isEmpty }
        }
        #expect(try turns() == [:])
        let added = try office.run(
            "cadre.add",
            ["name": "丁某", "birthMonth": "1985.05", "unit": "330106J33", "since": "2010.01", "source": "履历"])
        #expect(added.rows.count == 1)
        try office.run("pool.nominate", ["cadre": "丁某", "pool": "inspector", "route": "selfNomination", "basis": "自荐信"])
        #expect(try turns() == [.disciplineCommission: ["专员库提名 1 人，待出具廉政意见"]])
        try office.run(
            "pool.opinion", ["cadre": "丁某", "pool": "inspector", "opinion": "clear", "document": "廉政意见1号"],
            as: somebody(.disciplineCommission))
        #expect(try turns() == [.organisationDepartment: ["专员库提名 1 人，待审核"]])
        try office.run(
            "pool.advance", ["cadre": "丁某", "pool": "inspector", "to": "vetted"], as: somebody(.organisationDepartment))
        #expect(try turns() == [.leadingGroup: ["专员库 1 人已审核，待批准入库"]])
    }

    @Test func aCampaignWaitsForWhoeverHasNotSigned() throws {
        func waits(_ role: Role) throws -> Bool { try !mine(role, "/recruitments/2026-1").isEmpty }
        try office.run("recruitment.open", ["campaign": "2026-1", "title": "联合选调"])
        #expect(try waits(.residentGroup) && !waits(.hrBureau) && !waits(.inspectionOffice))
        let stationed = somebody(.residentGroup)
        try office.run("recruitment.screen", ["campaign": "2026-1", "cadre": "彭华", "opinion": "好"], as: stationed)
        try office.run("recruitment.advance", ["campaign": "2026-1", "to": "recommendation"], as: stationed)
        try office.run("recruitment.recommend", ["campaign": "2026-1", "cadre": "彭华", "opinion": "好"], as: stationed)
        try office.run("recruitment.advance", ["campaign": "2026-1", "to": "jointDocument"])
        let bodies: [Role] = [.disciplineCommission, .organisationDepartment, .hrBureau, .inspectionOffice]
        for (place, role) in bodies.enumerated() {
            #expect(try waits(role), "\(role) has not signed")
            let document: [String: String] = place == 0 ? ["document": "联发1号"] : [:]
            try office.run(
                "recruitment.sign", ["campaign": "2026-1"].merging(document) { first, _ in first }, as: somebody(role))
            #expect(try waits(role) == (place == bodies.count - 1), "the office goes on when all have signed")
        }
        #expect(try !waits(.residentGroup))
    }
}
