import GRDB
import Inspection
import Operations
import Persistence
import Personnel
import PluginKit
import Testing

@testable import Training

/// Time on site comes in through the slot that Inspection fills.
@Suite struct OnSiteTests {
    /// A source that says that one person is on site on given days.
    enum OnSitePlugin: Plugin {
        static let manifest = PluginManifest(
            id: "onsite", version: Version(1), requires: [.init("training")], capabilities: ["duties"])
        static func register(with registrar: inout Registrar) {
            registrar.add(
                DutySource("onsite.test") { db in
                    guard let first = CalendarDate("2024-07-01"), let last = CalendarDate("2024-07-10"),
                        let cadre = try UniqueID.fetchOne(db, sql: "SELECT id FROM personnel_cadre WHERE name = '戴梦瑶'")
                    else { return [] }
                    return [Duty(cadre: cadre, round: "14-9", roundStart: first, onSite: first...last)]
                }, to: Duties.self)
        }
    }

    @Test(arguments: [("2024-06-28", true), ("2024-07-01", false), ("2024-07-10", false), ("2024-07-11", true)])
    func nobodyIsOnSiteAndInTraining(day: String, isFree: Bool) throws {
        let training = try TrainingOffice(also: [OnSitePlugin.self])
        try training.open("C001", "\(day) 09:00", "\(day) 12:00", code: "A")
        let refusals = training.office.refusals { try training.enrol("戴梦瑶", "A") }
        #expect(refusals.isEmpty == isFree)
        if !isFree {
            #expect(refusals.map(\.message.key) == ["R-CRS-03.refusal.onSite"])
            #expect(refusals.first?.message.arguments["round"] == .text("14-9"))
        }
    }

    @Test func movingIntoTimeOnSiteIsRefused() throws {
        let training = try TrainingOffice(also: [OnSitePlugin.self])
        try training.open("C001", "2024-06-20 09:00", "2024-06-20 12:00", code: "A")
        try training.enrol("戴梦瑶", "A")
        let refusals = training.office.refusals {
            try training.office.run(MoveSession.self, .init(session: "A", start: training.time("2024-07-05 09:00")))
        }
        #expect(refusals.map(\.message.key) == ["R-CRS-03.refusal.onSite"])
        #expect(
            refusals.first?.message.arguments["free"]
                == .text("2024-07-11 09:00–12:00；2024-07-11 14:30–17:30；2024-07-12 09:00–12:00"))
    }
}
