import GRDB
import Operations
import Persistence
import PluginKit
import PluginTestKit
import Testing

@testable import Personnel
@testable import StudyLog

/// A module that held two group studies.
private enum Circle: Plugin {
    static let manifest = PluginManifest(
        id: "circle", version: Version(1), requires: [.init("personnel")], namespaces: [], capabilities: ["groupStudies"])

    static func register(with registrar: inout Registrar) {
        registrar.add(
            StringTable(plugin: "circle", "groupStudySource.circle.meetings = 读书会 || reading circle"))
        registrar.add(GroupStudySource("circle.meetings", held: held), to: GroupStudies.self)
    }

    @Sendable private static func held(_ days: ClosedRange<CalendarDate>, _ db: Database) throws -> [GroupStudy] {
        let people = try UniqueID.fetchAll(db, sql: "SELECT id FROM personnel_cadre WHERE name IN ('王鑫', '江洋', '侯霞') ORDER BY id")
        let studies = [
            GroupStudy(
                code: "1", date: CalendarDate(year: 2024, month: 5, day: 6) ?? .earliest, topic: "巡察条例",
                people: Dictionary(uniqueKeysWithValues: people.map { ($0, 90) })),
            GroupStudy(
                code: "2", date: CalendarDate(year: 2024, month: 6, day: 3) ?? .earliest, topic: "党章",
                people: Dictionary(uniqueKeysWithValues: people.prefix(1).map { ($0, 60) })),
        ]
        return studies.filter { days.contains($0.date) }
    }
}

@Suite struct CollectTests {
    let study: StudyOffice

    init() throws { study = try StudyOffice(also: [Circle.self]) }

    private func collect(_ from: String, _ to: String? = nil, dryRun: Bool? = nil, as who: Principal? = nil) throws -> [String] {
        try study.office.run(
            CollectStudy.self,
            .init(from: try StudyOffice.day(from), to: try to.map(StudyOffice.day), dryRun: dryRun), as: who ?? study.trainer
        ).rows.map { "\($0.study.code) \($0.entries.count) \($0.present) \($0.refused)" }
    }

    @Test func whatOthersHeldIsTakenOnceAndCounts() throws {
        #expect(try collect("2024-05-01", "2024-05-31") == ["1 3 0 0"])
        #expect(try collect("2024-05-01") == ["1 0 3 0", "2 1 0 0"])
        #expect(try collect("2024-05-01") == ["1 0 3 0", "2 0 1 0"])
        let rows = try study.office.run(ListStudy.self, .init(cadre: "江洋"), as: study.trainer).rows
        #expect(rows.first { $0.topic == "巡察条例" }?.minutes == 90)
        #expect(rows.first?.platform == "group")
        #expect(rows.first?.state == .imported, "attendance was recorded by whoever held it, so that it counts")
    }

    @Test func whatIsInTheLogByHandIsLeftAlone() throws {
        try study.office.run(
            RecordGroupStudy.self,
            .init(cadre: ["王鑫"], date: try StudyOffice.day("2024-05-06"), topic: "巡察条例", minutes: 45, mode: .inDepth),
            as: study.trainer)
        #expect(try collect("2024-05-06", "2024-05-06") == ["1 2 1 0"])
    }

    @Test func aDayHasNoMoreThan24Hours() throws {
        try study.add("王鑫", "2024-05-06", topic: "通宵", minutes: 1400)
        #expect(try collect("2024-05-06", "2024-05-06") == ["1 2 0 1"])
    }

    @Test func aDryRunKeepsNothing() throws {
        #expect(try collect("2024-05-01", dryRun: true) == ["1 3 0 0", "2 1 0 0"])
        #expect(try study.count("studylog_entry") == 0)
        #expect(try study.count("studylog_import") == 0)
    }

    @Test func onlyKeepersCollectAndOnlyThePast() throws {
        let learner = try study.learner("王鑫")
        #expect(study.office.refusals { _ = try collect("2024-05-01", as: learner) }.map(\.rule) == [.notPermitted])
        #expect(study.refused { _ = try collect("2024-06-01", "2024-05-01") } == ["E-VAL.refusal.studyDays from"])
        #expect(study.refused { _ = try collect("2024-06-01", "2024-07-02") } == ["R-LOG-01.refusal.future to"])
    }
}
