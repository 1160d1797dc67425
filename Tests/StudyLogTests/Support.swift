import Deadlines
import Foundation
import GRDB
import Interchange
import Operations
import PageKit
import Persistence
import PluginKit
import PluginTestKit
import Statistics
import StudyPlatforms
import Testing
import Transfer

@testable import Inspection
@testable import Organization
@testable import Personnel
@testable import Rectification
@testable import StudyLog

/// Files of the sample data.
enum Sample {
    static func upload(_ path: String) throws -> Upload { Upload(name: path, data: try data(path)) }

    static func data(_ path: String) throws -> Data {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return try Data(contentsOf: tests.appending(path: "Data").appending(path: path))
    }

    static func export(_ header: String, _ rows: [String]) -> Upload {
        Upload(name: "export.csv", data: Data(([header] + rows).joined(separator: "\n").utf8))
    }

    static func xuexi(_ rows: String...) -> Upload { export("姓名,手机号后四位,日期,登录,阅读文章,视听学习,答题,积分", rows) }
    static func xihu(_ rows: String...) -> Upload { export("姓名,活动,日期,学时", rows) }
}

/// An office with the sample district and its roster, on 1 July 2024.
struct StudyOffice {
    let office: TestOffice
    /// The trainer, who is also behind no cadre.
    let trainer = Principal(account: "trainer", roles: [.trainer])

    static let plugins: [any Plugin.Type] = [
        InterchangePlugin.self, OrganizationPlugin.self, PersonnelPlugin.self, DeadlinesPlugin.self, StatisticsPlugin.self,
        InspectionPlugin.self, RectificationPlugin.self, TransferPlugin.self, StudyLogPlugin.self, StudyPlatformsPlugin.self,
        PagesPlugin.self,
    ]

    init(roster: Bool = true, also: [any Plugin.Type] = []) throws {
        office = try TestOffice(
            plugins: Self.plugins + also, today: CalendarDate(year: 2024, month: 7, day: 1) ?? .earliest, jurisdiction: "杭州市西湖区")
        try office.run(ImportUnits.self, .init(file: try Sample.upload("units/hangzhou-xihu.csv")))
        if roster { try office.run(ImportCadres.self, .init(file: try Sample.upload("cadres/pool-sample.csv"))) }
    }

    static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    @discardableResult
    func take(_ file: Upload, _ platform: String = "xuexi-qiangguo", partial: Bool? = nil, dryRun: Bool? = nil) throws
        -> ImportOutcome
    {
        try office.run(ImportStudy.self, .init(file: file, platform: platform, dryRun: dryRun, partial: partial), as: trainer)
    }

    /// A person of the roster as somebody who asks.
    func learner(_ name: String, roles: Set<Role> = [.learner]) throws -> Principal {
        let cadre = try office.read { try Cadres.cadre(name, in: $0) }
        return Principal(account: "account-\(name)", roles: roles, cadre: cadre.id)
    }

    func count(_ table: String) throws -> Int {
        try office.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") ?? -1 }
    }

    /// Records one study of somebody, self study unless said otherwise.
    @discardableResult
    func add(
        _ cadre: String?, _ date: String, topic: String? = "巡察条例", minutes: Int? = 60, points: Int? = nil,
        platform: String? = nil,
        material: String? = nil, mode: StudyMode = .inDepth, application: String? = nil, appliedTo: String? = nil,
        as principal: Principal? = nil
    ) throws -> StudyEntry {
        try office.run(
            AddStudy.self,
            .init(
                cadre: cadre, date: try Self.day(date), platform: platform, material: material, topic: topic, minutes: minutes,
                points: points, mode: mode, application: application, appliedTo: appliedTo), as: principal ?? trainer
        ).row.entry
    }

    /// The keys of what something is refused with, and the fields.
    func refused(_ body: () throws -> Void) -> [String] {
        office.refusals(body).map { "\($0.message.key) \($0.field ?? "-")" }
    }

    /// `SELECT`s run while the body runs.
    func queries(_ body: () throws -> Void) throws -> Int {
        let counter = Counter()
        try office.read { db in
            db.trace(options: .statement) { event in
                if case .statement(let statement) = event, !statement.sql.hasPrefix("PRAGMA") { counter.add() }
            }
        }
        try body()
        try office.read { db in db.trace() }
        return counter.value
    }
}

/// Counts from wherever it is called.
final class Counter: @unchecked Sendable {
    private let lock = NSLock()
    private var count = 0
    func add() { lock.withLock { count += 1 } }
    var value: Int { lock.withLock { count } }
}

extension ImportOutcome {
    subscript(place: String) -> Int? {
        guard case .text(let text)? = sentence.arguments[place] else { return nil }
        return Int(text)
    }

    /// What was said of each row.
    var notes: [String] { faults.map { "\($0.row) \($0.column) \($0.severity.code) \($0.message.key)" } }
}
