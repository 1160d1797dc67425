import GRDB
import Interchange
import Operations
import Persistence
import PluginKit
import PluginTestKit
import Testing

@testable import Organization
@testable import Personnel

/// Declarations, cases, who decides them, and what a recused person still sees.
@Suite struct RecusalCaseTests {
    private let district: SampleDistrict
    private var office: TestOffice { district.office }
    private let group = Principal(account: "lg", roles: [.leadingGroup])
    private let second = Principal(account: "lg2", roles: [.leadingGroup])
    private let code = "330106J33"

    init() throws {
        district = try SampleDistrict(roster: "cadres/pool-sample.csv")
    }

    private func declare(_ cadre: String, _ units: [String], relations: [String]? = nil, as principal: Principal? = nil) throws {
        try office.run(
            MakeDeclaration.self,
            .init(cadre: principal == nil ? cadre : nil, round: "14-3", units: units, relations: relations), as: principal)
    }

    private func cases() throws -> [RecusalCase] {
        try office.run(ListRecusals.self, .init(limit: 1000)).rows.map(\.recusal)
    }

    private func decide(_ no: String, _ state: RecusalState, _ reason: String? = nil, as principal: Principal? = nil) throws {
        try office.run(DecideRecusal.self, .init(no: no, to: state, reason: reason), as: principal)
    }

    @Test func theRecordOpensPotentialCasesOnlyOnce() throws {
        try declare("江洋", ["330106J33-01", "330106J21"])
        let found = try cases()
        #expect(found.map(\.rule) == ["RC1", "RC2"])
        #expect(found.allSatisfy { $0.raisedBy == .system && $0.state == .raised })
        try declare("江洋", ["330106J33-01", "330106J21"])
        #expect(try cases().count == 2)
    }

    @Test func aChangedFactIsCheckedAgain() throws {
        try declare("江洋", ["330106J21"])
        #expect(try cases().isEmpty)
        try office.run(
            RecordKin.self, .init(cadre: "江洋", relation: "配偶", unit: "330106J21", source: "本人补报"))
        #expect(try cases().map(\.rule) == ["RC4"])
        try office.run(
            RecordFact.self, .init(cadre: "江洋", fact: .matter, value: "经办有关信访", unit: "330106J21", source: "信访台账"))
        #expect(try cases().map(\.rule) == ["RC4", "RC10"])
    }

    @Test func aPersonDeclaresForThemselvesAndDoesNotSeeTheCheck() throws {
        let id = try district.cadre("江洋").id
        let person = Principal(account: "jy", roles: [.inspector], cadre: id)
        let page = try office.run(
            MakeDeclaration.self, .init(round: "14-3", units: ["330106J33-01"], relations: ["330106J33-01：现单位"]), as: person)
        #expect(page.rows.allSatisfy { $0.cases.isEmpty })
        #expect(page.rows.map(\.declaration.relation) == ["现单位"])
        #expect(try cases().map(\.raisedBy) == [.person, .system, .system])
        let other = office.refusals {
            try office.run(MakeDeclaration.self, .init(cadre: "彭华", round: "14-3", units: [code]), as: person)
        }
        #expect(other.map(\.rule.id) == ["E-NOTFOUND"])
    }

    @Test func aHardReasonIsNeitherOverriddenNorDismissed() throws {
        try declare("江洋", ["330106J33-01"])
        let no = try #require(try cases().first { $0.rule == "RC1" }).no
        try decide(no, .verifying)
        #expect(office.refusals { try decide(no, .dismissed, "没有影响", as: group) }.map(\.rule.id) == ["R-RCU-01"])
        #expect(office.refusals { try decide(no, .overrideProposed, "工作需要且无人可替代此人", as: group) }.map(\.rule.id) == ["R-RCU-01"])
        try decide(no, .upheld, "任职回避", as: group)
        #expect(try cases().first { $0.no == no }?.decidedBy == "lg")
    }

    @Test func aSoftReasonIsOverriddenByTwoPeopleWithAReason() throws {
        // Left the treasury centre's forerunner less than three years ago by the roster: soft for an inspector.
        try declare("江洋", ["330106J33-01"])
        let soft = try #require(try cases().first { $0.rule == "RC2" })
        #expect(!soft.isHard)
        try decide(soft.no, .verifying)
        #expect(office.refusals { try decide(soft.no, .overrideProposed, "短", as: group) }.map(\.rule.id) == ["R-RCU-01"])
        #expect(
            office.refusals { try decide(soft.no, .overrideProposed, "该同志熟悉业务且已离开", as: nil) }.map(\.rule.id) == ["E-PERM"])
        try decide(soft.no, .overrideProposed, "该同志熟悉业务且已离开原岗位", as: group)
        #expect(office.refusals { try decide(soft.no, .overridden, as: group) }.map(\.rule.id) == ["R-SEP-01"])
        try decide(soft.no, .overridden, as: second)
        let standing = try office.read { try RecusalCases.standing(in: $0) }
        let id = try district.cadre("江洋").id
        #expect(standing[id]?.map(\.rule) == ["RC2"])
        #expect(standing[id]?.map(\.state) == [.overridden])
    }

    @Test func anObjectionHidesTheUnitUntilItIsDecidedAndTellsNothing() throws {
        let cadre = try district.cadre("彭华")
        let unit = try office.read { try Units.unit(code: code, in: $0) }
        let side = Principal(account: "unit", roles: [.unitPrincipal], unit: unit.id)
        try office.run(
            RecordService.self,
            .init(
                cadre: "彭华", round: "14-2", role: .inspector, units: [code], from: try #require(CalendarDate("2026-01-01")),
                to: try #require(CalendarDate("2026-01-31")), source: "旧档案"))
        try office.dispatcher.store.write(owner: "personnel") {
            try $0.execute(sql: "UPDATE personnel_service SET endedOn = NULL")
        }
        let object = { (name: String) in
            try office.run(ObjectToInspector.self, .init(person: name, reason: "与本单位有经济纠纷"), as: side).sentence
        }
        let known = try object("彭华"), unknown = try object("无此人")
        #expect(known.key == unknown.key)
        func seesUnit() throws -> Bool {
            let id = cadre.id
            return try office.read { db in
                let filter = RecusalCases.hides("u.id", from: id)
                return try Int.fetchOne(
                    db, sql: "SELECT count(*) FROM organization_unit u WHERE u.code = '330106J33' AND \(filter.sql)",
                    arguments: filter.arguments) == 1
            }
        }
        #expect(try !seesUnit())
        let no = try #require(try cases().first { $0.cadreId == cadre.id }).no
        let own = Principal(account: "ph", roles: [.inspectionOffice], cadre: cadre.id)
        #expect(try office.run(ListRecusals.self, .init(), as: own).rows.isEmpty)
        #expect(office.refusals { try decide(no, .verifying, as: own) }.map(\.rule.id) == ["E-NOTFOUND"])
        try decide(no, .verifying)
        try decide(no, .dismissed, "经核实无此事", as: group)
        #expect(try seesUnit())
    }

    @Test func whatTheProgramSuspectsHidesNothingBeforeItIsUpheld() throws {
        try declare("江洋", ["330106J33-01"])
        let id = try district.cadre("江洋").id
        let hidden = { () throws -> Int in
            return try office.read { db in
                let filter = RecusalCases.hides("u.id", from: id)
                let seen = try Int.fetchOne(
                    db, sql: "SELECT count(*) FROM organization_unit u WHERE \(filter.sql)", arguments: filter.arguments)
                let all = try Int.fetchOne(db, sql: "SELECT count(*) FROM organization_unit")
                return (all ?? 0) - (seen ?? 0)
            }
        }
        #expect(try hidden() == 0)
        let no = try #require(try cases().first { $0.isHard }).no
        try decide(no, .verifying)
        try decide(no, .upheld, "任职回避", as: group)
        #expect(try hidden() == 1)
    }

    @Test func declarationsAreConfirmedOrFoundUntrue() throws {
        try declare("彭华", [code, "330106J21"])
        let own = Principal(account: "ph", roles: [.inspectionOffice], cadre: try district.cadre("彭华").id)
        #expect(
            office.refusals {
                try office.run(ConfirmDeclaration.self, .init(cadre: "彭华", round: "14-3"), as: own)
            }.map(\.rule.id) == ["R-SEP-01"])
        let page = try office.run(ConfirmDeclaration.self, .init(cadre: "彭华", round: "14-3"))
        #expect(page.rows.map(\.declaration.state) == [.confirmed, .confirmed])
        #expect(
            office.refusals {
                try office.run(ConfirmDeclaration.self, .init(cadre: "彭华", round: "14-3", untrue: code))
            }.map(\.field) == ["reason"])
        try office.run(ConfirmDeclaration.self, .init(cadre: "彭华", round: "14-3", untrue: code, reason: "隐瞒亲属"))
        let id = try district.cadre("彭华").id
        #expect(try office.read { try Declarations.units(declaredBy: id, for: "14-3", in: $0) }.count == 1)
    }

    @Test func targetsAreReadTogether() throws {
        let units = try office.read { try UniqueID.fetchAll($0, sql: "SELECT id FROM organization_unit LIMIT 60") }
        let few = try district.queries {
            _ = try office.read { try RecusalTargets.of(Array(units.prefix(2)), settings: .standard, in: $0) }
        }
        let many = try district.queries { _ = try office.read { try RecusalTargets.of(units, settings: .standard, in: $0) } }
        #expect(many <= 6 && few <= 6)
        let targets = try office.read { try RecusalTargets.of(units, settings: .standard, in: $0) }
        #expect(targets.count == units.count)
        for unit in units.prefix(10) {
            let above = try office.read { try Units.superiors(of: unit, in: $0) }
            #expect(targets[unit]?.superiorIds == above)
            let below = try office.read { try Units.descendants(of: unit, in: $0) }
            #expect(targets[unit]?.subordinateIds == Set(below.map(\.id)))
        }
    }

    @Test(arguments: [
        (RecusalState.raised, [RecusalState.verifying]), (.verifying, [.upheld, .dismissed, .overrideProposed]),
        (.upheld, [.overrideProposed]), (.overrideProposed, [.overridden, .upheld]), (.overridden, [.upheld]), (.dismissed, []),
    ])
    func casesFollowTheTable(from: RecusalState, to: [RecusalState]) {
        #expect(RecusalStates.table.next(after: from) == to)
    }
}
