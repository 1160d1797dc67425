import Foundation
import GRDB
import Interchange
import Operations
import Persistence
import PluginKit
import PluginTestKit
import Statistics
import Synchronization
import Testing

@testable import Organization
@testable import Personnel

#if Spreadsheets
    import Spreadsheets
#endif

/// Files of the sample data.
enum Sample {
    static func upload(_ path: String) throws -> Upload {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let data = try Data(contentsOf: tests.appending(path: "Data").appending(path: path))
        return Upload(name: path, data: data)
    }

    /// A roster of the usual columns.
    static func roster(_ rows: String..., header: String = header) -> Upload {
        Upload(name: "roster.csv", data: Data(([header] + rows).joined(separator: "\n").utf8))
    }

    static let header = "姓名,性别,出生年月,政治面貌,入党时间,学历,单位,职务,职级,任现职时间,工作经历,专业特长,推荐单位,库别,亲属回避信息,联系方式,备注"
}

/// An office with the sample district and, where wanted, its roster.
struct SampleDistrict {
    let office: TestOffice

    private static let shared = Result { try SampleDistrict(roster: "cadres/pool-sample.csv") }
    /// The district with its roster, made once, for tests that only look.
    static func toLookAt() throws -> SampleDistrict { try shared.get() }

    static var plugins: [any Plugin.Type] {
        var plugins: [any Plugin.Type] = [
            InterchangePlugin.self, OrganizationPlugin.self, StatisticsPlugin.self, PersonnelPlugin.self,
        ]
        #if Spreadsheets
            plugins.append(SpreadsheetsPlugin.self)
        #endif
        return plugins
    }

    init(roster: String? = nil) throws {
        office = try TestOffice(plugins: Self.plugins, jurisdiction: "杭州市西湖区")
        try office.run(ImportUnits.self, .init(file: try Sample.upload("units/hangzhou-xihu.csv")))
        if let roster { try importRoster(try Sample.upload(roster)) }
    }

    @discardableResult
    func importRoster(
        _ file: Upload, partial: Bool? = nil, dryRun: Bool? = nil, rejects: DownloadName? = nil, rosterDate: CalendarDate? = nil
    ) throws -> ImportOutcome {
        try office.run(
            ImportCadres.self, .init(file: file, dryRun: dryRun, partial: partial, rejects: rejects, rosterDate: rosterDate))
    }

    func count(_ table: String) throws -> Int {
        try office.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") ?? -1 }
    }

    /// Each criterion of somebody's eligibility with its verdict.
    func verdicts(_ cadre: String, _ pool: PoolKind = .leader) throws -> [String] {
        try office.run(CheckEligibility.self, .init(cadre: cadre, pool: pool)).rows.map {
            "\($0.criterion.rawValue) \($0.verdict.rawValue)"
        }
    }

    /// What the sample roster does not say of somebody who may lead.
    func qualify(_ cadre: String) throws {
        try office.run(DecideSetting.self, .init(setting: "personnel.leaderAgeCeiling", value: 57, reason: "区委研究"))
        try office.run(AmendCadre.self, .init(cadre: cadre, managedBy: .district, inService: true, source: "区管干部名册"))
    }

    func cadre(_ name: String) throws -> Cadre { try office.read { try Cadres.cadre(name, in: $0) } }

    /// Queries run while the body runs.
    func queries(_ body: () throws -> Void) throws -> Int {
        let counter = Mutex(0)
        let tracer = Tracer { counter.withLock { $0 += 1 } }
        try office.read { db in
            db.trace(options: .statement) { event in
                if case .statement(let statement) = event, statement.sql.hasPrefix("SELECT") { tracer.note() }
            }
        }
        try body()
        let total = counter.withLock { $0 }
        try office.read { db in db.trace() }
        return total
    }
}

private struct Tracer: Sendable {
    let note: @Sendable () -> Void
}

/// What an import said as the texts of its sentence's places.
extension ImportOutcome {
    subscript(place: String) -> Int? {
        guard case .text(let text)? = sentence.arguments[place] else { return nil }
        return Int(text)
    }
}
