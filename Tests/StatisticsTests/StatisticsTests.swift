import Foundation
import GRDB
import Operations
import Persistence
import PluginKit
import PluginTestKit
import Synchronization
import Testing

@testable import Statistics

/// Brings figures whose parts a test can set, and archives rounds.
private enum FiguresPlugin: Plugin {
    static let manifest = PluginManifest(
        id: "figures", version: Version(1), requires: [.init("statistics")], capabilities: ["operations", "indicators"])

    /// What the share is computed from; each test runs in its own task.
    @TaskLocal static var share = (part: 2, whole: 3)

    static func register(with registrar: inout Registrar) {
        registrar.add(
            Indicator(id: "figures.share", unit: .percent, position: 9) { _, _ in .share(share.part, of: share.whole) },
            to: Indicators.self)
        registrar.add(
            Indicator(id: "figures.roles", unit: .items, position: 3) { scope, _ in .count(scope.principal.roles.count) },
            to: Indicators.self)
        registrar.add(
            Indicator(id: "figures.round", unit: .items, position: 3) { scope, _ in Figure(value: .text(scope.round ?? "*")) },
            to: Indicators.self)
        registrar.add(Archive.self)
        registrar.add(
            StringTable(
                plugin: "figures",
                """
                figures.archive = 归档 || archive
                figures.archive.help = 归档 || archive
                figures.archive.round = 轮次 || round
                figures.archive.round.help = 轮次 || round
                figures.archive.done = 完成 || done
                indicator.figures.share = 比例 || share
                indicator.figures.share.definition = 部分除以整体 || part by whole
                indicator.figures.roles = 角色数 || roles
                indicator.figures.roles.definition = 角色数 || roles
                indicator.figures.round = 轮次 || round
                indicator.figures.round.definition = 轮次 || round
                """))
    }

    struct Archive: Command {
        struct Input: Codable, Sendable {
            var round: String
        }
        static let name: OperationName = "figures.archive"
        static let access = Access.roles([.inspectionOffice])

        func run(_ input: Input, in context: WriteContext) throws -> Done {
            try context.emit("inspection.round.archived", payload: ["round": input.round])
            return Done("figures.archive.done")
        }
    }
}

@Suite struct StatisticsTests {
    let office: TestOffice

    init() throws {
        office = try TestOffice(plugins: [StatisticsPlugin.self, FiguresPlugin.self])
    }

    private func shown(_ line: FigureLine) -> [Value] { FigureLine.columns.prefix(6).map { $0.value(line) } }
    private func shown(_ line: SnapshotLine) -> [Value] { SnapshotLine.columns.prefix(6).map { $0.value(line) } }

    @Test func theModuleConforms() {
        #expect(PluginConformance.problems(of: [StatisticsPlugin.self, FiguresPlugin.self]) == [])
    }

    @Test func theColumnsAreTheseSeven() {
        #expect(FigureLine.columns.map(\.key) == ["id", "title", "value", "unit", "numerator", "denominator", "figureRows"])
    }

    @Test func figuresStandInTheOrderOfTheForm() throws {
        let page = try office.run(ShowStatistics.self, .init(round: "14-3"))
        #expect(page.rows.map(\.indicator.id) == ["figures.roles", "figures.round", "figures.share"])
        #expect(
            shown(page.rows[2]) == [
                .text("figures.share"), .phrase(Message("indicator.figures.share")), .decimal("66.67"),
                .word(code: "percent", key: "indicatorUnit.percent"), .integer(2), .integer(3),
            ])
        #expect(page.rows[1].figure.value == .text("14-3"))
    }

    @Test(arguments: [
        (1, 8, "12.50"), (1, 3, "33.33"), (2, 3, "66.67"), (1, 800, "0.13"), (1, 1600, "0.06"), (3, 1600, "0.19"), (0, 5, "0.00"),
        (19, 25, "76.00"), (25, 25, "100.00"), (1, 16000, "0.01"), (1, 20000, "0.01"), (1, 20001, "0.00"),
    ])
    func sharesAreRoundedHalfUp(part: Int, whole: Int, text: String) {
        #expect(Figure.share(part, of: whole).shown == .decimal(text))
    }

    @Test func aShareOfNothingIsADash() throws {
        try FiguresPlugin.$share.withValue((0, 0)) {
            let line = try #require(try office.run(ShowStatistics.self, .init()).rows.last)
            #expect(shown(line)[2] == .text("—"))
            #expect(shown(line)[5] == .integer(0))
        }
    }

    @Test func anArchivedRoundKeepsItsFigures() throws {
        try office.run(FiguresPlugin.Archive.self, .init(round: "14-3"))
        let lines = try office.run(ShowSnapshot.self, .init(round: "14-3")).rows
        let live = try office.run(ShowStatistics.self, .init(round: "14-3")).rows
        #expect(lines.map(\.indicator) == live.map(\.indicator.id))
        #expect(shown(lines[2]) == shown(live[2]))
        // Not the system's empty roles but the office's view of the whole round.
        #expect(lines[0].figure.value == .integer(1))
    }

    @Test func aSnapshotNeverChanges() throws {
        try office.run(FiguresPlugin.Archive.self, .init(round: "14-3"))
        try FiguresPlugin.$share.withValue((1, 1)) {
            try office.run(FiguresPlugin.Archive.self, .init(round: "14-3"))
        }
        let lines = try office.run(ShowSnapshot.self, .init(round: "14-3")).rows
        #expect(lines.count == 3)
        #expect(lines[2].figure.shown == .decimal("66.67"))
        for sql in ["UPDATE statistics_snapshot SET number = 1", "DELETE FROM statistics_snapshot"] {
            let error = #expect(throws: DatabaseError.self) {
                try office.dispatcher.store.write(owner: "statistics") { try $0.execute(sql: sql) }
            }
            #expect(error?.message?.contains("R-STA-02") == true)
        }
    }

    @Test func aRoundThatIsNotArchivedHasNoSnapshot() {
        let refusals = office.refusals { _ = try office.run(ShowSnapshot.self, .init(round: "14-3")) }
        #expect(refusals.map(\.rule) == [.notFound])
    }

    @Test func aUnitsAccountDoesNotSeeTheWholeRoundsSnapshot() throws {
        try office.run(FiguresPlugin.Archive.self, .init(round: "14-3"))
        let unit = Principal(account: "unit", roles: [.unitPrincipal])
        let refusals = office.refusals { _ = try office.run(ShowSnapshot.self, .init(round: "14-3"), as: unit) }
        #expect(refusals.map(\.rule) == [.notPermitted])
    }

    @Test func definitionsCanBeLookedUp() throws {
        let line = try #require(try office.run(ExplainStatistics.self, .init(id: "figures.share")).rows.first)
        #expect(office.text(try #require(phrase(line.indicator.definition)), in: .en) == "part by whole")
        #expect(office.refusals { _ = try office.run(ExplainStatistics.self, .init(id: "none")) }.map(\.rule) == [.notFound])
    }

    private func phrase(_ value: Value) -> Message? {
        if case .phrase(let message) = value { return message }
        return nil
    }

    @Test func anIndicatorWithoutItsStringsIsReported() {
        enum Speechless: Plugin {
            static let manifest = PluginManifest(
                id: "speechless", version: Version(1), requires: [.init("statistics")], capabilities: ["indicators"])
            static func register(with registrar: inout Registrar) {
                registrar.add(
                    Indicator(id: "speechless.count", unit: IndicatorUnit(rawValue: "apples"), position: 1) { _, _ in .count(1) },
                    to: Indicators.self)
            }
        }
        let problems = PluginConformance.problems(of: [StatisticsPlugin.self, Speechless.self])
        #expect(problems.count == 6)
        #expect(problems.contains { $0.contains("indicator.speechless.count.definition") })
        #expect(problems.contains { $0.contains("indicatorUnit.apples") })
    }
}
