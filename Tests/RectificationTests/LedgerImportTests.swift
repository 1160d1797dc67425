import Foundation
import GRDB
import Interchange
import Operations
import PluginKit
import Testing

@testable import Rectification

/// Older ledgers: the sample, faulty files, units that are missing.
@Suite struct LedgerImportTests {
    let world: World

    init() throws { world = try World(findings: []) }

    static func sample() throws -> Upload {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let name = "wucheng-25.synthetic.csv"
        return Upload(name: name, data: try Data(contentsOf: tests.appending(path: "Data/ledgers/\(name)")))
    }

    static let header = "问题编号,被巡察党组织,单位类型,类别,问题,责任人角色,整改措施数,整改期限,状态,完成日期,备注"

    private func upload(_ rows: String...) -> Upload {
        Upload(name: "台账.csv", data: Data(([Self.header] + rows).joined(separator: "\n").utf8))
    }

    @discardableResult
    private func take(
        _ file: Upload, createUnits: Bool = false, dryRun: Bool = false, partial: Bool = false, rejects: String? = nil
    ) throws -> ImportOutcome {
        let input = ImportLedger.Input(
            file: file, round: "14-3", createUnits: createUnits, findingsOnly: nil, dryRun: dryRun, partial: partial,
            rejects: rejects.map { DownloadName($0) })
        return try world.office.run(ImportLedger.self, input, as: world.io)
    }

    private func count(_ sql: String) throws -> Int {
        try world.office.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(sql)") ?? 0 }
    }

    @Test func theSampleIsTakenOver() throws {
        let outcome = try take(Self.sample(), createUnits: true)
        #expect(outcome.faults.isEmpty)
        #expect(outcome.sentence.arguments["added"] == "25")
        #expect(outcome.sentence.arguments["closed"] == "19")
        #expect(try count("rectification_item WHERE status = 'closed'") == 19)
        #expect(try count("rectification_item WHERE status = 'inProgress'") == 6)
        #expect(try count("rectification_item WHERE kindOfFix = 'longTerm' AND status = 'inProgress' AND due IS NULL") == 2)
        #expect(try count("inspection_finding WHERE state = 'issued' AND isImported = 1 AND leaf IS NULL") == 25)
        let first = try world.item("14-3-0001")
        #expect((first.officeNo, first.wording, first.leaderInCharge) == ("0001", "营商环境服务有短板", "支部书记"))
        #expect((first.importedMeasures, first.importedStatus, first.closedOn?.description) == (1, "已完成", "2023-07-16"))
    }

    @Test func missingUnitsAreRefusedAllInOne() throws {
        let refusals = world.office.refusals { try take(Self.sample()) }
        #expect(refusals.map(\.field) == ["file"])
        #expect(refusals.first?.message.arguments["units"] == "区文旅体局党组")
        #expect(try count("rectification_item") == 0)
        let both = world.office.refusals {
            try take(
                upload("1,某局,,政治建设,甲,,,,已完成,,", "2,民政局党组,,政治建设,乙,,,,已完成,,", "3,某镇,,政治建设,丙,,,,已完成,,", "4,某局,,政治建设,丁,,,,已完成,,"))
        }
        #expect(both.map { $0.message.arguments["units"] } == ["某局、某镇", "民政局党组"])
    }

    @Test(arguments: ["西湖区教育局", "西湖区教育局党委", "区教育局", "区教育局党组", "教育局党委"])
    func unitsAreFoundByTheStatedNames(name: String) throws {
        try take(upload("1,\(name),,政治建设,甲,,,,已完成,,"))
        #expect(try world.item("14-3-0001").unitId == world.unit.unit)
    }

    @Test func aNameOfTwoUnitsIsAQuestion() throws {
        let refusals = world.office.refusals { try take(upload("1,横街村党总支,,政治建设,甲,,,,已完成,,"), createUnits: true) }
        #expect(refusals.map(\.message.key) == ["ledger.import.ambiguousUnit"])
        #expect(refusals.first?.message.arguments["codes"] == "V1 横街村, V2 横街村")
    }

    @Test func everythingWrongIsSaidAtOnce() throws {
        let file = upload(
            "1,区教育局,,政治建设,甲,,,2023-13-01,已完成,,", "1,区教育局,,不存在的类别,乙,,,,差不多,,", ",区教育局,,3.3,,,x,,整改中,,",
            "4,区教育局,,3.9,丁,,-1,23-4-5,已完成,,")
        let refusals = world.office.refusals { try take(file) }
        #expect(
            refusals.compactMap(\.field) == [
                "rows.2.整改期限", "rows.3.问题编号", "rows.3.类别", "rows.3.状态", "rows.4.问题编号", "rows.4.问题", "rows.4.整改措施数", "rows.5.类别",
                "rows.5.整改期限", "rows.5.整改措施数",
            ])
        #expect(try count("rectification_item") == 0)
        #expect(try count("inspection_finding") == 0)
    }

    @Test func anUnknownStatusNamesTheAcceptedOnes() throws {
        let refusals = world.office.refusals { try take(upload("1,区教育局,,政治建设,甲,,,,差不多,,")) }
        #expect(refusals.first?.message.arguments["known"] == "已完成、基本完成、整改中")
    }

    @Test func missingColumnsAreNamedTogether() {
        let file = Upload(name: "a.csv", data: Data("编号,备注\n1,无".utf8))
        #expect(world.office.refusals { try take(file) }.compactMap(\.field) == ["unit", "category", "wording", "status"])
    }

    @Test func goodRowsAreTakenWhereThatWasAsked() throws {
        let file = upload("1,区教育局,,政治建设,甲,,,,已完成,,", "2,区教育局,,政治建设,乙,,,,差不多,,", "3,没有的局,,政治建设,丙,,,,已完成,,")
        let outcome = try take(file, partial: true, rejects: "退回.csv")
        #expect(try count("rectification_item") == 1)
        #expect(outcome.sentence.arguments["refused"] == "2")
        let rejects = try CSV.read(try #require(outcome.document).data)
        #expect(rejects.rows.map { $0.cells.prefix(3) } == [["3", "状态", "差不多"], ["4", "被巡察党组织", "没有的局"]])
    }

    @Test func aDryRunKeepsNothing() throws {
        let outcome = try take(Self.sample(), createUnits: true, dryRun: true)
        #expect(outcome.sentence.key == "ledger.import.tried")
        #expect(outcome.sentence.arguments["added"] == "25")
        #expect(try count("rectification_item") == 0)
        #expect(try count("organization_unit WHERE name = '区文旅体局党组'") == 0)
    }

    @Test func aLedgerIsNotTakenOverTwice() throws {
        try take(Self.sample(), createUnits: true)
        let refusals = world.office.refusals { try take(Self.sample(), createUnits: true) }
        #expect(refusals.count == 25)
        #expect(Set(refusals.map(\.rule)) == [.duplicate])
        #expect(try count("rectification_item") == 25)
    }

    @Test func oneUnitIsCreatedForBothSpellings() throws {
        try take(upload("1,区供销社党委,事业单位,政治建设,甲,,,,已完成,,", "2,区供销社,,4.1,乙,,,,基本完成,,"), createUnits: true)
        #expect(try count("organization_unit WHERE name LIKE '%供销社%' AND kind = 'institution' AND inScope = 0") == 1)
        #expect(try count("inspection_target t JOIN organization_unit u ON u.id = t.unitId WHERE u.name = '区供销社党委'") == 1)
        #expect(try count("inspection_finding WHERE leaf = '4.1' AND category = 'integrity'") == 1)
        #expect(try world.item("14-3-0002").status == .longTerm)
    }

    @Test func aUnitOfTheTreeBecomesATargetOnlyWhenAsked() throws {
        let file = upload("1,区民政局,,政治建设,甲,,,立行立改,已完成,2023年5月1日,")
        #expect(world.office.refusals { try take(file) }.map(\.message.key) == ["E-VAL.refusal.unitsNotInRound"])
        try take(file, createUnits: true)
        #expect(
            try count(
                "inspection_target t JOIN organization_unit u ON u.id = t.unitId WHERE u.code = 'J3' AND t.state = 'fedBack'")
                == 1)
        #expect(try world.item("14-3-0001").kindOfFix == .immediate)
    }

    @Test func englishColumnsAndMeasuresAreRead() throws {
        let text = """
            No,Unit,Category,Finding,Leader,Department,Measures,Due,Status,Loss Recovered,Remark
            7,西湖区财政局,integrity,甲,王局长,办公室,一是整改；二是建制,2026-05-01,open,"1,234.50",无
            """
        try take(Upload(name: "ledger.CSV", data: Data(text.utf8)))
        let item = try world.item("14-3-0001")
        #expect((item.lossFen, item.leadDepartment, item.due?.description) == (123_450, "办公室", "2026-05-01"))
        let detail = try world.office.run(ShowItem.self, .init(no: item.no), as: world.otherUnit)
        #expect(detail.measures.map(\.text) == ["一是整改", "二是建制"])
    }

    @Test func onlyTheOfficeImports() throws {
        let input = ImportLedger.Input(
            file: try Self.sample(), round: "14-3", createUnits: true, findingsOnly: nil, dryRun: nil, partial: nil, rejects: nil)
        for person in [world.unit, world.leader, world.leadingGroup] {
            #expect(world.rules { try world.office.run(ImportLedger.self, input, as: person) } == ["E-PERM"])
        }
    }

    @Test func anArchivedRoundTakesNothingMore() throws {
        try world.office.dispatcher.store.write(owner: "inspection") {
            try $0.execute(sql: "UPDATE inspection_round SET stage = 'archived'")
        }
        #expect(world.rules { try take(Self.sample(), createUnits: true) } == ["E-STATE"])
    }
}
