import Deadlines
import Foundation
import PluginKit
import Testing

@Suite struct AlertTests {
    let policy = AlertPolicy.standard
    let clock: Clock

    /// Runs from 31 August to 30 November 2026.
    init() throws {
        clock = try DeadlineProfile.county3m.start(.concentrated, on: day("2026-08-31"), calendar: WorkingCalendar([]))
    }

    func sent(_ clock: Clock, after: String, through: String) throws -> [String] {
        try policy.alerts(for: clock, subject: "2026-2-3-07-1", after: day(after), through: day(through))
            .map { "\($0.day) \($0.colour.rawValue)" }
    }

    @Test func threeColours() throws {
        let alerts = policy.alerts(for: clock, subject: "2026-2-3-07-1", after: clock.start, through: try day("2027-12-31"))
        #expect(alerts.map(\.day.description) == ["2026-11-10", "2026-11-20", "2026-12-01"])
        #expect(alerts.map(\.daysLeft) == [20, 10, -1])
        #expect(alerts.map(\.colour) == [.green, .yellow, .red])
        #expect(alerts.map(\.recipients) == [[.handler], [.handler, .leaderInCharge], [.unit, .principal]])
        #expect(alerts.map(\.id).first == "2026-2-3-07-1/concentrated/2026-11-30/20")
    }

    @Test(arguments: [
        ("2026-11-09", "2026-11-10", ["2026-11-10 green"]), ("2026-11-10", "2026-11-11", []),
        ("2026-11-10", "2026-11-10", []), ("2026-11-20", "2026-11-10", []), ("2026-11-29", "2026-11-30", []),
        ("2026-11-30", "2026-12-01", ["2026-12-01 red"]), ("2026-12-01", "2027-12-31", []),
        ("2026-11-01", "2026-12-31", ["2026-11-10 green", "2026-11-20 yellow", "2026-12-01 red"]),
    ])
    func onlyThoseBetweenTwoDays(after: String, through: String, expected: [String]) throws {
        #expect(try sent(clock, after: after, through: through) == expected)
    }

    /// A job that ran daily, one that ran once at the end, and one that ran twice send the same letters.
    @Test func howOftenTheJobRunsDoesNotMatter() throws {
        let clock = try clock.extended(to: day("2026-12-31"), by: "LG", on: day("2026-11-15"))
        let (first, last) = (clock.start, try day("2027-03-01"))
        let once = policy.alerts(for: clock, subject: "a", after: first, through: last)
        var daily: [Alert] = []
        for offset in 0..<last.days(since: first) {
            let yesterday = first.adding(days: offset)
            daily += policy.alerts(for: clock, subject: "a", after: yesterday, through: yesterday.adding(days: 1))
        }
        #expect(daily == once)
        #expect(once.count == 4)
        #expect(Set(once.map(\.id)).count == once.count)
        #expect(policy.alerts(for: clock, subject: "a", after: first, through: last) == once)
        #expect(policy.alerts(for: clock, subject: "b", after: first, through: last).allSatisfy { $0.id.hasPrefix("b/") })
    }

    @Test func anExtensionMovesTheStepsStillToCome() throws {
        let extended = try clock.extended(to: day("2026-12-31"), by: "LG", on: day("2026-11-15"))
        #expect(
            try sent(extended, after: "2026-08-31", through: "2027-12-31")
                == ["2026-11-10 green", "2026-12-11 green", "2026-12-21 yellow", "2027-01-01 red"])
        let short = try clock.extended(to: day("2026-12-02"), by: "LG", on: day("2026-11-28"))
        #expect(
            try sent(short, after: "2026-08-31", through: "2027-12-31")
                == ["2026-11-10 green", "2026-11-20 yellow", "2026-12-03 red"])
        let late = try clock.extended(to: day("2026-12-20"), by: "LG", on: day("2026-12-05"))
        #expect(
            try sent(late, after: "2026-08-31", through: "2027-12-31")
                == ["2026-11-10 green", "2026-11-20 yellow", "2026-12-01 red", "2026-12-10 yellow", "2026-12-21 red"])
    }

    @Test func aShortClockSkipsStepsBeforeItsStart() throws {
        let calendar = try OfficialCalendar.calendar()
        let sign = try DeadlineProfile.county3m.start(.copyNoticeSign, on: day("2026-03-02"), calendar: calendar)
        #expect(try sent(sign, after: "2026-01-01", through: "2026-12-31") == ["2026-03-06 red"])
        #expect(policy.colour(of: sign, on: try day("2026-03-04")) == nil)
    }

    @Test func aWaitingPeriodGivesNoLetters() throws {
        let wait = try DeadlineProfile.county3m.start(.noticeBeforeEntry, on: day("2026-03-02"), calendar: WorkingCalendar([]))
        #expect(try sent(wait, after: "2026-01-01", through: "2026-12-31") == [])
        #expect(policy.colour(of: wait, on: try day("2026-12-01")) == nil)
    }

    @Test(arguments: [
        ("2026-11-09", nil), ("2026-11-10", AlertColour.green), ("2026-11-19", .green), ("2026-11-20", .yellow),
        ("2026-11-30", .yellow), ("2026-12-01", .red), ("2027-11-30", .red),
    ])
    func colourOnADay(on: String, expected: AlertColour?) throws {
        #expect(policy.colour(of: clock, on: try day(on)) == expected)
    }

    @Test func colourFollowsAnExtension() throws {
        let extended = try clock.extended(to: day("2026-12-20"), by: "LG", on: day("2026-12-05"))
        #expect(policy.colour(of: extended, on: try day("2026-12-04")) == .red)
        #expect(policy.colour(of: extended, on: try day("2026-12-05")) == .green)
    }

    @Test func theLadderLeadsUpwards() {
        #expect(policy.document(after: nil) == .supervisionNotice)
        #expect(policy.document(after: .admonition) == .accountability)
        #expect(policy.document(after: .accountability) == nil)
        #expect(policy.document(after: AlertDocument(rawValue: "other")) == nil)
    }

    @Test func anotherPolicyIsData() throws {
        let text = #"""
            {"thresholds": [{"daysLeft": -1, "colour": "red", "recipients": ["unit"]},
            {"daysLeft": 3, "colour": "yellow", "recipients": ["handler", "district"]}], "ladder": ["reminder"]}
            """#
        let three = try JSONDecoder().decode(AlertPolicy.self, from: Data(text.utf8))
        let alerts = three.alerts(for: clock, subject: "a", after: clock.start, through: .latest)
        #expect(alerts.map(\.day.description) == ["2026-11-27", "2026-12-01"])
        #expect(try JSONDecoder().decode(AlertPolicy.self, from: JSONEncoder().encode(three)) == three)
    }

    @Test func everythingWrongWithAPolicyIsSaidAtOnce() {
        let thresholds = [
            AlertThreshold(daysLeft: 5, colour: .green, recipients: []),
            AlertThreshold(daysLeft: 5, colour: .red, recipients: [.unit]),
        ]
        let found = refusals { try AlertPolicy(thresholds: thresholds, ladder: [.reminder, .reminder]) }
        #expect(found.compactMap(\.field) == ["thresholds.0.recipients", "thresholds.1.daysLeft", "ladder"])
        #expect(refusals { try AlertPolicy(thresholds: [], ladder: []) }.count == 1)
    }
}
