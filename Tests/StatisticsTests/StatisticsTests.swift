import Foundation
import GRDB
import Operations
import Persistence
import PluginKit
import PluginTestKit
import Synchronization
import Testing

@testable import Organization
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
        registrar.add(
            Indicator(
                id: "figures.days", unit: .points, position: 4, periods: [.days],
                rows: IndicatorRows("figures.list", ["kind": "x", "isHeld": "true"])
            ) { scope, _ in
                Figure(value: .text("\(scope.days.from?.description ?? "*") \(scope.days.to?.description ?? "*")"))
            }, to: Indicators.self)
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
                indicator.figures.days = 日期 || days
                indicator.figures.days.definition = 日期 || days
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
        office = try TestOffice(plugins: [OrganizationPlugin.self, StatisticsPlugin.self, FiguresPlugin.self])
    }

    private func shown(_ line: FigureLine) -> [Value] { FigureLine.columns.prefix(6).map { $0.value(line) } }
    private func shown(_ line: SnapshotLine) -> [Value] { SnapshotLine.columns.prefix(6).map { $0.value(line) } }

    @Test func theModuleConforms() {
        #expect(PluginConformance.problems(of: [OrganizationPlugin.self, StatisticsPlugin.self, FiguresPlugin.self]) == [])
    }

    @Test func theColumnsAreTheseSeven() {
        #expect(FigureLine.columns.map(\.key) == ["id", "title", "value", "unit", "numerator", "denominator", "figureRows"])
    }

    @Test func figuresStandInTheOrderOfTheForm() throws {
        let page = try office.run(ShowStatistics.self, .init(round: "14-3"))
        #expect(page.rows.map(\.indicator.id) == ["figures.roles", "figures.round", "figures.share"], "not those of days")
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
        let problems = PluginConformance.problems(of: [OrganizationPlugin.self, StatisticsPlugin.self, Speechless.self])
        #expect(problems.count == 6)
        #expect(problems.contains { $0.contains("indicator.speechless.count.definition") })
        #expect(problems.contains { $0.contains("indicatorUnit.apples") })
    }

    // MARK: - what figures are limited to

    private func shown(_ input: ShowStatistics.Input) throws -> [String: Figure.Shown] {
        let lines = try office.run(ShowStatistics.self, input).rows
        return Dictionary(uniqueKeysWithValues: lines.map { ($0.indicator.id, $0.figure.value) })
    }

    @Test func aFigureIsLimitedOrLeftOut() throws {
        let end = try #require(CalendarDate("2026-10-31"))
        let start = try #require(CalendarDate("2021-11-01"))
        try office.run(OpenTerm.self, .init(number: 14, name: "第十四届区委", start: start, satisfactionThreshold: "90"))
        #expect(try shown(.init())["figures.days"] == .text("* *"))
        #expect(try shown(.init(round: "14-3"))["figures.days"] == nil)
        #expect(try shown(.init(year: 2020)) == ["figures.days": .text("2020-01-01 2020-12-31")])
        #expect(try shown(.init(from: start)) == ["figures.days": .text("2021-11-01 *")])
        #expect(try shown(.init(to: end)) == ["figures.days": .text("* 2026-10-31")])
        #expect(try shown(.init(from: start, to: end)) == ["figures.days": .text("2021-11-01 2026-10-31")])
        #expect(try shown(.init(term: 14)) == ["figures.days": .text("2021-11-01 *")])
        let sentence = try #require(try office.run(ShowStatistics.self, .init(year: 2020)).sentence)
        #expect(office.text(sentence) == "2020-01-01 至 2020-12-31，共 1 项；另有 3 项不按日期统计。")
        #expect(try office.run(ShowStatistics.self, .init()).sentence == nil)
    }

    @Test func theRowsAreThoseOfTheSamePeriod() throws {
        let line = try #require(try office.run(ShowStatistics.self, .init(id: "figures.days", year: 2020)).rows.first)
        #expect(FigureLine.columns.last?.value(line) == .text("figures list --isHeld --kind x --from 2020-01-01 --to 2020-12-31"))
        let all = try #require(try office.run(ShowStatistics.self, .init(id: "figures.days")).rows.first)
        #expect(FigureLine.columns.last?.value(all) == .text("figures list --isHeld --kind x"))
    }

    @Test func whatCannotBeAskedForIsRefused() throws {
        let day = try #require(CalendarDate("2020-01-01")), before = try #require(CalendarDate("2019-01-01"))
        func refused(_ input: ShowStatistics.Input) -> [String] {
            office.refusals { _ = try office.run(ShowStatistics.self, input) }.map { "\($0.message.key) \($0.field ?? "")" }
        }
        #expect(refused(.init(round: "14-3", year: 2020)) == ["E-VAL.refusal.onePeriod year"])
        #expect(refused(.init(term: 14, to: day)) == ["E-VAL.refusal.onePeriod to"])
        #expect(refused(.init(from: day, to: before)) == ["E-VAL.refusal.period to"])
        #expect(refused(.init(year: 12)) == ["E-VAL.refusal.range year"])
        #expect(refused(.init(term: 99)) == ["E-NOTFOUND.refusal.term term"])
        #expect(refused(.init(id: "figures.round", year: 2020)) == ["E-VAL.refusal.figurePeriod year"])
        #expect(refused(.init(id: "figures.days", round: "14-3")) == ["E-VAL.refusal.figurePeriod round"])
        #expect(refused(.init(id: "none", year: 2020)) == ["E-NOTFOUND.refusal.indicator id"])
    }
}
