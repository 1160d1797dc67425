import Foundation
import Interchange
import Operations
import PluginKit
import PluginTestKit
import Testing

@testable import Organization
@testable import Personnel

@Suite struct RosterImportTests {
    static let clean = "cadres/pool-sample.csv"
    static let dirty = "cadres/pool-sample-dirty.csv"

    @Test func theModuleConforms() {
        #expect(
            PluginConformance.problems(of: SampleDistrict.plugins) == [])
    }

    @Test func theSampleRosterComesInWhole() throws {
        let district = try SampleDistrict()
        let outcome = try district.importRoster(try Sample.upload(Self.clean))
        #expect(outcome["saved"] == 160)
        #expect(outcome["refused"] == 0)
        #expect(outcome.faults.allSatisfy { $0.message.key == "personnel.roster.namesake" }, "\(outcome.faults)")
        #expect(try district.count("personnel_cadre") == 160)
        #expect(try district.count("personnel_cadre WHERE unitId IS NULL") == 0)
        #expect(try district.count("personnel_post WHERE unitId IS NULL") == 0)
        #expect(try district.count("personnel_kin WHERE unitId IS NULL") == 0)
        #expect(try district.count("personnel_pool_membership WHERE pool = 'leader'") == 18)
        #expect(try district.count("personnel_pool_membership WHERE pool = 'deputy'") == 41)
        #expect(try district.count("personnel_pool_membership WHERE pool = 'inspector'") == 101)
        #expect(try district.count("personnel_cadre WHERE kinStated = 0") == outcome["unstated"])
    }

    @Test func whoServedInTheLastRoundIsNoNewcomer() throws {
        let district = try SampleDistrict()
        #expect(try district.importRoster(try Sample.upload(Self.clean))["served"] == 19)
        #expect(try district.count("personnel_pool_membership WHERE roundsServed = 1") == 19)
        #expect(try district.count("personnel_service WHERE round = '上一轮（2023.12）' AND rosterId IS NOT NULL") == 19)
        let served = try district.office.run(ListServices.self, .init(cadre: "石浩")).rows
        #expect(served.count == 1 && served.first?.service.endedOn != nil)
        #expect(try district.count("personnel_service WHERE endedOn IS NULL") == 0)
    }

    @Test func fullerRostersTellSchoolsRelativesPostsAndHowOftenSomebodyServed() throws {
        let district = try SampleDistrict()
        let header = "姓名,出生年月,单位,工作经历,学习经历,亲属回避信息,参加巡察次数,库别"
        let row = "赵测试,1980.01,灵隐街道,2004.01-至今 灵隐街道 科员,1998.09-2002.06 浙江大学 法学,堂弟:西湖区司法局 副局长 钱测试,3,专员库"
        #expect(try district.importRoster(Sample.roster(row, header: header))["served"] == 1)
        #expect(try district.count("personnel_fact WHERE kind = 'education' AND unitName = '浙江大学' AND detail = '法学'") == 1)
        #expect(try district.count("personnel_kin WHERE kinPost = '副局长' AND kinName = '钱测试' AND unitId IS NOT NULL") == 1)
        #expect(try district.count("personnel_pool_membership WHERE roundsServed = 3") == 1)
    }

    /// R-POL-06: a number belongs to one person, in the register and within a roster.
    @Test func anIdentityNumberIsTakenOnce() throws {
        let district = try SampleDistrict()
        let header = "姓名,出生年月,单位,联系方式,身份证号"
        let first = "赵测试,1980.01,灵隐街道,13911110000,E12345678"
        try district.importRoster(Sample.roster(first, header: header))
        let file = Sample.roster(
            "钱测试,1981.01,灵隐街道,13911110001,E12345678", "孙测试,1982.01,灵隐街道,13911110002,E87654321",
            "李测试,1983.01,灵隐街道,13911110003,E87654321", header: header)
        let refusals = district.office.refusals { try district.importRoster(file) }
        #expect(refusals.count == 2 && refusals.allSatisfy { $0.message.key == "E-DUP.refusal.identity" })
        let outcome = try district.importRoster(file, partial: true)
        #expect(outcome["saved"] == 1 && outcome["refused"] == 2)
        let faults = outcome.faults.filter { $0.message.key == "E-DUP.refusal.identity" }
        #expect(faults.map(\.row) == [2, 4] && faults.allSatisfy { $0.column == "身份证号" && $0.severity == .refused })
    }

    @Test func peopleWhoShareANameStayApart() throws {
        let district = try SampleDistrict.toLookAt()
        for name in ["史鹏", "孔庆丰", "常明哲", "叶凯"] {
            #expect(try district.count("personnel_cadre WHERE name = '\(name)'") == 2)
        }
    }

    @Test func aRosterImportedAgainAddsNobody() throws {
        let district = try SampleDistrict(roster: Self.clean)
        let again = try district.importRoster(try Sample.upload(Self.clean))
        #expect(again["present"] == 160)
        #expect(again["saved"] == 0)
        #expect(again.faults.count { $0.message.key == "personnel.roster.present" } == 160)
        #expect(try district.count("personnel_cadre") == 160)
        #expect(try district.count("personnel_roster") == 1)
    }

    @Test func aDryRunKeepsNothing() throws {
        let district = try SampleDistrict()
        let outcome = try district.importRoster(try Sample.upload(Self.clean), dryRun: true)
        #expect(outcome["saved"] == 160)
        #expect(outcome.sentence.key == "cadre.import.rehearsed")
        #expect(try district.count("personnel_cadre") == 0)
    }

    @Test func goodRowsCanBeTakenAndTheOthersComeBack() throws {
        let district = try SampleDistrict()
        let outcome = try district.importRoster(
            try Sample.upload(Self.dirty), partial: true, rejects: DownloadName("rejects.csv"))
        let blocked = Set(outcome.faults.filter { RosterReader.blocking.contains($0.severity) }.map(\.row))
        #expect(outcome["read"] == 80)
        #expect(outcome["merged"] == 6)
        #expect(outcome["refused"] == blocked.count)
        #expect(outcome["saved"] == 80 - 6 - blocked.count)
        #expect(try district.count("personnel_cadre") == outcome["saved"])
        let rejects = try CSV.read(try #require(outcome.document).data)
        #expect(Set(rejects.rows.map { Int($0[0]) }) == Set(blocked.map(Optional.some)))
        #expect(rejects.rows.allSatisfy { !$0[3].isEmpty })
    }

    @Test func rejectsAreHandedOutWhenEverythingIsRefused() throws {
        let district = try SampleDistrict()
        do {
            try district.importRoster(try Sample.upload(Self.dirty), rejects: DownloadName("rejects.csv"))
            Issue.record("nothing was refused")
        } catch let error as ImportRefused {
            let rejects = try CSV.read(try #require(error.document).data)
            #expect(rejects.rows.count == error.refusals.count)
        }
    }

    @Test func aRepairedPartIsRecognised() throws {
        let district = try SampleDistrict()
        try district.importRoster(try Sample.upload(Self.dirty), partial: true)
        let before = try district.count("personnel_cadre")
        let again = try district.importRoster(try Sample.upload(Self.dirty), partial: true)
        #expect(again["saved"] == 0)
        #expect(try district.count("personnel_cadre") == before)
    }

    @Test func textIsKeptAsItIs() throws {
        let district = try SampleDistrict()
        try district.importRoster(try Sample.upload(Self.dirty), partial: true)
        let remarks = ["高振宇": "=1+1", "赖秀英": "@SUM(1,2)", "于海涛": "-2+3", "孟萍": "逗号,与\"引号\""]
        for (name, remark) in remarks { #expect(try district.cadre(name).remark == remark) }
        #expect(try district.office.run(ShowCadre.self, .init(cadre: "万国栋")).record.phone == "13800006807")
        #expect(try district.cadre("余冬梅").birthMonth == YearMonth("1978.10"))
    }

    @Test func theRosterAndItsFileAreRemembered() throws {
        let district = try SampleDistrict.toLookAt()
        let rosters = try district.office.read { try Roster.fetchAll($0) }
        #expect(rosters.map(\.fileName) == ["pool-sample.csv"])
        #expect(rosters.map(\.saved) == [160])
        #expect(rosters.first?.fingerprint.count == 64)
        #expect(try district.count("personnel_post WHERE rosterId IS NOT (SELECT id FROM personnel_roster)") == 0)
    }

    @Test func onlyTheKeepersOfTheRegisterImport() throws {
        let district = try SampleDistrict()
        let file = try Sample.upload(Self.clean)
        for role in Role.all where !cadreKeepers.contains(role) {
            let refusals = district.office.refusals {
                try district.office.run(ImportCadres.self, .init(file: file), as: Principal(account: "x", roles: [role]))
            }
            #expect(refusals.map(\.kind) == [.permission], "\(role.rawValue)")
        }
    }
}
