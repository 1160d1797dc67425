import Foundation
import GRDB
import Interchange
import Operations
import Persistence
import PluginKit
import PluginTestKit
import Testing

@testable import Personnel

@Suite struct CadreQueryTests {
    let district: SampleDistrict

    init() throws {
        district = try SampleDistrict.toLookAt()
    }

    private func page(
        pool: PoolKind? = nil, unit: String? = nil, words: String? = nil, limit: Int? = nil, after: String? = nil,
        as role: Role = .inspectionOffice
    ) throws -> Page<CadreLine> {
        try district.office.run(
            ListCadres.self, .init(pool: pool, unit: unit, words: words, limit: limit, after: after),
            as: Principal(account: "x", roles: [role]))
    }

    @Test func pagesTogetherAreTheList() throws {
        let whole = try page(limit: 1000).rows.map(\.cadre.id)
        var after: String?
        var paged: [UniqueID] = []
        repeat {
            let next = try page(limit: 37, after: after)
            paged += next.rows.map(\.cadre.id)
            after = next.next
        } while after != nil
        #expect(paged == whole)
        #expect(Set(whole).count == 160)
        let keys = try page(limit: 1000).rows.map { Array($0.cadre.nameKey) }
        #expect(zip(keys, keys.dropFirst()).allSatisfy { !$1.lexicographicallyPrecedes($0) })
    }

    @Test func filtersNarrowTheList() throws {
        #expect(try page(pool: .leader, limit: 1000).rows.count == 18)
        #expect(try page(unit: "330106J33", limit: 1000).rows.allSatisfy { $0.cadre.unitName == "西湖区财政局" })
        #expect(try page(words: "财务审计", limit: 1000).rows.count == 30)
        #expect(try page(words: "史鹏").rows.count == 2)
        #expect(try page(words: "13800001933").rows.isEmpty)
        #expect(district.office.refusals { _ = try page(unit: "nowhere") }.map(\.kind) == [.notFound])
        #expect(district.office.refusals { _ = try page(after: "???") }.map(\.field) == ["after"])
    }

    @Test(arguments: [
        (Role.inspectionOffice, "13800001933"), (.organisationDepartment, "13800001933"), (.hrBureau, "13800001933"),
        (.leadingGroup, "138****1933"), (.districtCommittee, "138****1933"),
    ])
    func telephonesAreForThoseWhoCall(role: Role, shown: String) throws {
        let row = try #require(try page(words: "彭华", as: role).rows.first)
        #expect(row.phone == shown)
        let detail = try district.office.run(ShowCadre.self, .init(cadre: "彭华"), as: Principal(account: "x", roles: [role]))
        #expect(detail.record.phone == shown)
        #expect("\(detail.answer.rows)".contains("13800001933") == (shown == "13800001933"))
    }

    @Test(arguments: [
        ("13800001933", "138****1933"), ("0571-87654321", "057******4321"), ("1380000477", "********77"), ("1", "*"), ("", ""),
    ])
    func numbersAreMasked(phone: String, masked: String) {
        #expect(PrivateFields.masked(phone) == masked)
    }

    @Test func othersSeeNobody() throws {
        let readers: Set<Role> = [
            .inspectionOffice, .organisationDepartment, .hrBureau, .leadingGroup, .districtCommittee, .disciplineCommission,
        ]
        for role in Role.all where !readers.contains(role) {
            #expect(district.office.refusals { _ = try page(as: role) }.map(\.kind) == [.permission])
            let somebody = Principal(account: "x", roles: [role])
            #expect(
                district.office.refusals { _ = try district.office.run(ShowCadre.self, .init(cadre: "彭华"), as: somebody) }.map(
                    \.kind)
                    == [.permission])
            #expect(
                district.office.refusals {
                    _ = try district.office.run(CheckRecusal.self, .init(cadre: "彭华", unit: "330106J33"), as: somebody)
                }.map(\.kind) == [.permission])
        }
    }

    @Test func aRecordShowsItsSections() throws {
        let detail = try district.office.run(ShowCadre.self, .init(cadre: "江洋"))
        #expect(detail.posts.map(\.post.unitName) == ["留下街道", "灵隐社区卫生服务中心", "沁雅社区", "西湖区国库支付中心"])
        #expect(detail.kin.map(\.relation) == ["堂弟"])
        #expect(detail.pools.map(\.pool) == [.inspector])
        #expect(
            detail.answer.sections.map(\.heading)
                == [
                    "section.posts", "section.kin", "section.pools", "section.facts", "section.services", "section.moves",
                    "section.honours",
                ])
        #expect(detail.record.roster?.fileName == "pool-sample.csv")
    }

    @Test func aNameSeveralPeopleBearAsksForTheId() throws {
        let refusals = district.office.refusals { _ = try district.cadre("史鹏") }
        #expect(refusals.map(\.message.key) == ["E-VAL.refusal.cadreSeveral"])
        let people = try page(words: "史鹏").rows.map(\.cadre)
        for person in people {
            #expect(try district.cadre(person.id.description).birthMonth == person.birthMonth)
            guard case .text(let listed)? = refusals.first?.message.arguments["people"] else {
                Issue.record("nobody is listed")
                continue
            }
            #expect(listed.contains(person.id.description))
        }
        #expect(district.office.refusals { _ = try district.cadre("无此人") }.map(\.kind) == [.notFound])
    }

    @Test func namesAndHomeUnitsAreLookedUpTogether() throws {
        let ids = try page(limit: 1000).rows.map(\.cadre.id)
        let unknown = UniqueID(milliseconds: 9, counter: 9, random: 9)
        let cards = try district.office.read { try Candidates.cards(of: ids + [unknown], in: $0) }
        #expect(cards.count == 160)
        #expect(cards[unknown] == nil)
        let names = try district.office.read { try Candidates.names(of: ids, in: $0) }
        #expect(Set(names.values).count == 156)
    }
}
