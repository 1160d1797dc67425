import Foundation
import GRDB
import Inspection
import Interchange
import Operations
import Persistence
import PluginKit
import Synchronization
import Testing

@testable import Rectification
@testable import Statistics

/// Lists, exports, reconciliation and figures, and who sees what in them.
@Suite struct LedgerQueryTests {
    let world: World

    init() throws {
        world = try World(findings: [])
        let rows = (1...7).map { number in
            let unit = number <= 4 ? "区教育局" : "区财政局"
            let status = ["已完成", "整改中", "基本完成"][number % 3]
            return "N\(number),\(unit),,政治建设,第\(number)个问题：党费收缴,,2,2026-04-0\(number),\(status),,"
        }
        let file = Upload(name: "a.csv", data: Data(([LedgerImportTests.header] + rows).joined(separator: "\n").utf8))
        try world.office.run(
            ImportLedger.self,
            .init(file: file, round: "14-3", createUnits: nil, findingsOnly: nil, dryRun: nil, partial: nil, rejects: nil),
            as: world.io)
    }

    private func numbers(_ input: ListLedger.Input = .init(), as person: Principal) throws -> [String] {
        try world.office.run(ListLedger.self, input, as: person).rows.map { String($0.no.suffix(1)) }
    }

    private func export(_ name: String = "台账.csv", as person: Principal, language: FormLanguage? = nil) throws -> SourceTable {
        let input = ExportLedger.Input(
            out: DownloadName(name), round: "14-3", unit: nil, status: nil, words: nil, language: language)
        return try CSV.read(try world.office.run(ExportLedger.self, input, as: person).document.data)
    }

    @Test func filtersNarrowTheList() throws {
        #expect(try numbers(as: world.io) == ["1", "2", "3", "4", "5", "6", "7"])
        #expect(try numbers(.init(unit: World.otherCode), as: world.io) == ["5", "6", "7"])
        #expect(try numbers(.init(status: .closed), as: world.io) == ["3", "6"])
        #expect(try numbers(.init(round: "14-3", words: "党 个"), as: world.io).count == 7)
        #expect(try numbers(.init(words: "第3个"), as: world.io) == ["3"])
        #expect(try numbers(.init(words: "没有"), as: world.io) == [])
        #expect(world.rules { _ = try numbers(.init(round: "14-9"), as: world.io) } == ["E-NOTFOUND"])
    }

    @Test func pagesFollowOneAnother() throws {
        var found: [String] = []
        var after: String?
        repeat {
            let page = try world.office.run(ListLedger.self, .init(limit: 3, after: after), as: world.io)
            #expect(page.rows.count <= 3)
            found += page.rows.map { String($0.no.suffix(1)) }
            after = page.next
        } while after != nil
        #expect(found == ["1", "2", "3", "4", "5", "6", "7"])
    }

    @Test func aUnitSeesItsOwnInListCountExportAndFigures() throws {
        #expect(try numbers(as: world.otherUnit) == ["5", "6", "7"])
        #expect(try numbers(.init(unit: World.code), as: world.otherUnit) == [])
        #expect(try numbers(.init(words: "第3个"), as: world.otherUnit) == [])
        #expect(
            try export(as: world.otherUnit).rows.filter { $0.cells.count > 1 }.map { $0.cells[0] } == [
                "14-3-0005", "14-3-0006", "14-3-0007",
            ])
        let check = try world.office.run(CheckLedger.self, .init(round: "14-3"), as: world.otherUnit)
        #expect(check.rows.map(\.unitCode) == [World.otherCode])
        #expect(try figures(as: world.otherUnit) == ["findings.issued": .integer(3), "rectification.rate": .decimal("33.33")])
        #expect(try figures(as: world.stranger) == ["findings.issued": .integer(0), "rectification.rate": .text("—")])
        #expect(try figures(as: world.leader) == (try figures(as: world.io)))
    }

    private func figures(as person: Principal) throws -> [String: Value] {
        let rows = try world.office.run(ShowStatistics.self, .init(round: "14-3"), as: person).rows
        return Dictionary(uniqueKeysWithValues: rows.map { ($0.indicator.id, $0.figure.shown) })
            .filter { ["findings.issued", "rectification.rate"].contains($0.key) }
    }

    @Test func theSampleHasItsPublishedFigures() throws {
        let fresh = try World(findings: [])
        try fresh.office.run(
            ImportLedger.self,
            .init(
                file: try LedgerImportTests.sample(), round: "14-3", createUnits: true, findingsOnly: nil, dryRun: nil,
                partial: nil, rejects: nil), as: fresh.io)
        let rows = try fresh.office.run(ShowStatistics.self, .init(round: "14-3"), as: fresh.io).rows
        let own = rows.filter { ["findings", "rectification"].contains($0.indicator.id.prefix { $0 != "." }) }
        let shown = own.map { "\($0.indicator.id)=\($0.figure.shown.plain)" }
        #expect(
            shown == [
                "findings.issued=25", "findings.political=8", "findings.ideological=3", "findings.organisational=7",
                "findings.integrity=7", "rectification.closed=19", "rectification.longTerm=0", "rectification.open=6",
                "rectification.rate=76.00",
            ])
        let rate = try #require(own.last?.figure)
        #expect((rate.numerator, rate.denominator) == (19, 25))
    }

    @Test func aCancelledRoundCountsNowhere() throws {
        try world.office.dispatcher.store.write(owner: "inspection") {
            try $0.execute(sql: "UPDATE inspection_round SET stage = 'cancelled'")
        }
        let rows = try world.office.run(ShowStatistics.self, .init(), as: world.io).rows
        #expect(Set(rows.map(\.figure.shown.plain)) == ["0", "—"])
    }

    @Test func theFormHasItsColumns() throws {
        let table = try export(as: world.io)
        #expect(
            table.header == [
                "编号", "反馈问题", "类别", "整改措施", "责任领导", "责任部门", "完成时限", "进展", "佐证", "建章立制(项)", "挽回金额(元)", "状态", "销号人", "销号日期",
                "退回次数", "预警", "被巡察党组织", "原编号",
            ])
        let first = try #require(table.rows.first).cells
        #expect(first[0] == "14-3-0001")
        #expect(Array(first[6...]) == ["2026-04-01", "", "", "", "", "整改中", "", "", "0", "无", "西湖区教育局", "N1"])
        #expect(try export(as: world.io, language: .english).header.first == "Number")
    }

    @Test func theSameDayGivesTheSameFile() throws {
        let input = ExportLedger.Input(out: DownloadName("a.csv"), round: nil, unit: nil, status: nil, words: nil, language: nil)
        let files = try (1...2).map { _ in try world.office.run(ExportLedger.self, input, as: world.io).document.data }
        #expect(files[0] == files[1])
    }

    @Test func anUnknownFormatIsRefused() {
        #expect(world.rules { _ = try export("a.doc", as: world.io) } == ["E-VAL"])
    }

    @Test func whatWasExportedCanBeTakenOver() throws {
        let input = ExportLedger.Input(out: DownloadName("a.csv"), round: nil, unit: nil, status: nil, words: nil, language: nil)
        let file = try world.office.run(ExportLedger.self, input, as: world.io).document.data
        let fresh = try World(findings: [])
        let outcome = try fresh.office.run(
            ImportLedger.self,
            .init(
                file: Upload(name: "a.csv", data: file), round: "14-3", createUnits: nil, findingsOnly: nil, dryRun: nil,
                partial: nil, rejects: nil),
            as: fresh.io)
        #expect(outcome.sentence.arguments["added"] == "7")
    }

    @Test func theLedgerSaysWhatIsMissing() throws {
        let page = try world.office.run(CheckLedger.self, .init(round: "14-3"), as: world.io)
        #expect(
            page.rows.map { [$0.issued, $0.items, $0.closed, $0.longTerm, $0.pending, $0.differences] } == [
                [4, 4, 1, 1, 2, 0], [3, 3, 1, 1, 1, 0],
            ])
        #expect(page.sentence?.key == "ledger.check.no")
        #expect(page.sentence?.arguments["items"] == "14-3-0001、14-3-0004、14-3-0007")
        try world.addFinding(number: 9, wording: "漏建")
        let again = try world.office.run(CheckLedger.self, .init(round: "14-3", unit: World.code), as: world.io)
        #expect(again.rows.map(\.withoutItem) == [1])
    }

    @Test func whenEverythingIsAnsweredItSaysSo() throws {
        try world.office.dispatcher.store.write(owner: "rectification") {
            try $0.execute(sql: "UPDATE rectification_item SET status = 'closed' WHERE status = 'inProgress'")
        }
        let page = try world.office.run(CheckLedger.self, .init(round: "14-3"), as: world.io)
        #expect(page.sentence?.key == "ledger.check.yes")
    }

    @Test(arguments: [1, 3, 7])
    func aPageTakesAsManyStatementsHoweverLongItIs(limit: Int) throws {
        #expect(try statements { _ = try world.office.run(ListLedger.self, .init(limit: limit), as: world.io) } == 2)
        #expect(try statements { _ = try world.office.run(CheckLedger.self, .init(round: "14-3"), as: world.io) } == 3)
    }

    private func statements(_ body: () throws -> Void) throws -> Int {
        let count = Mutex(0)
        world.office.dispatcher.store.writer.writeWithoutTransaction { db in
            db.trace { event in if event.description.uppercased().hasPrefix("SELECT") { count.withLock { $0 += 1 } } }
        }
        try body()
        return count.withLock { $0 }
    }

    @Test(arguments: [
        (ListLedger.Input(round: "14-3"), "rectification_item_round"),
        (ListLedger.Input(round: "14-3", status: .closed), "rectification_item_status"),
        (ListLedger.Input(unit: World.code), "rectification_item_unit"),
    ])
    func anIndexServesFilterAndOrderTogether(input: ListLedger.Input, index: String) throws {
        let plan = try world.office.dispatcher.store.read { db in
            var filter = Filter(input.unit == nil ? "i.roundId = (SELECT id FROM inspection_round)" : "i.unitId = x'00'")
            if let status = input.status { filter.and("i.status = ?", status) }
            return try Row.fetchAll(
                db, sql: "EXPLAIN QUERY PLAN \(ItemLine.selection) WHERE \(filter.sql) ORDER BY i.seq LIMIT 51",
                arguments: filter.arguments
            ).map { $0["detail"] as String }
        }
        #expect(plan.contains { $0.contains(index) })
        #expect(!plan.contains { $0.contains("TEMP B-TREE") })
    }

    @Test func aUnitsOwnListUsesItsIndex() throws {
        let filter = LedgerFilter.visible(to: world.unit)
        let plan = try world.office.dispatcher.store.writer.read { db in
            try Row.fetchAll(
                db, sql: "EXPLAIN QUERY PLAN \(ItemLine.selection) WHERE \(filter.sql) ORDER BY i.seq LIMIT 51",
                arguments: filter.arguments
            ).map { $0["detail"] as String }
        }
        #expect(plan.contains { $0.contains("rectification_item_unit") })
    }
}

extension Value {
    /// The bare text of a figure.
    var plain: String {
        switch self {
        case .integer(let number): "\(number)"
        case .decimal(let text), .text(let text): text
        default: "?"
        }
    }
}
