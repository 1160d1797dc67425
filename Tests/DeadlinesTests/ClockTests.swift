import Deadlines
import Foundation
import PluginKit
import Testing

@Suite struct ClockTests {
    let calendar: WorkingCalendar
    let none: WorkingCalendar

    init() throws {
        calendar = try OfficialCalendar.calendar()
        none = try WorkingCalendar([])
    }

    /// R-RND-09: fed back on 31 August under P1.
    @Test(arguments: [
        ("2016", "2016-09-22"), ("2017", "2017-09-21"), ("2018", "2018-09-21"), ("2019", "2019-09-23"),
        ("2020", "2020-09-21"), ("2021", "2021-09-22"), ("2022", "2022-09-22"), ("2023", "2023-09-21"),
        ("2024", "2024-09-23"), ("2025", "2025-09-19"), ("2026", "2026-09-20"),
    ])
    func fedBackAtTheEndOfAugust(year: String, planDue: String) throws {
        let feedback = try day("\(year)-08-31")
        let profile = DeadlineProfile.county3m
        let plan = try profile.start(.planSubmit, on: feedback, calendar: calendar)
        let concentrated = try profile.start(.concentrated, on: feedback, calendar: calendar)
        #expect(concentrated.due.description == "\(year)-11-30")
        #expect(plan.due.description == planDue)
        #expect((plan.start, plan.profileID, plan.profileVersion) == (feedback, "county3m", 1))
        #expect(plan.extensions.isEmpty)
    }

    @Test func aYearWithoutTableIsRefusedForWorkingDaysOnly() throws {
        let feedback = try day("2027-08-31")
        let found = refusals { try DeadlineProfile.county3m.start(.planSubmit, on: feedback, calendar: calendar) }
        #expect(found.map(\.rule.id) == ["R-RND-09"])
        #expect(found.first?.message.arguments["year"] == "2027")
        #expect(
            try DeadlineProfile.county3m.start(.concentrated, on: feedback, calendar: none).due.description == "2027-11-30")
    }

    /// All from 31 August 2026, or the day given.
    @Test(arguments: [
        ("county3m", DeadlineKey.progressReport, "2026-08-31", "2026-11-30"),
        ("county3m", .evaluation, "2026-08-31", "2026-12-30"),
        ("county3m", .rectificationAll, "2026-08-31", "2027-02-28"),
        ("county3m", .democraticMeeting, "2026-08-31", "2026-09-30"),
        ("county3m", .postEvaluationSurvey, "2026-08-31", "2026-08-31"),
        ("county3m", .postEvaluationFollow, "2026-08-31", "2026-09-14"),
        ("county3m", .noticeBeforeEntry, "2026-03-01", "2026-03-11"),
        ("county3m", .onsiteRegular, "2026-03-11", "2026-04-20"),
        ("county3m", .midtermReport, "2026-03-11", "2026-04-08"),
        ("county3m", .petitionCutoff, "2025-08-23", "2025-08-16"),
        ("county3m", .feedbackAfterExit, "2025-12-31", "2026-03-01"),
        ("county3m", .archiveFile, "2025-11-30", "2026-02-28"),
        ("county3m", .clueHoldReview, "2023-08-31", "2024-02-29"),
        ("county3m", .copyNoticeSign, "2026-09-30", "2026-10-10"),
        ("county3m", .copyNoticeReply, "2026-09-30", "2026-11-17"),
        ("reg2017", .planSubmit, "2026-08-31", "2026-09-28"),
        ("reg2017", .concentrated, "2026-08-31", "2026-10-31"),
        ("reg2017", .progressReport, "2026-08-31", "2026-10-31"),
        ("reg2017", .evaluation, "2026-08-31", "2026-11-30"),
        ("reg2024", .noticeBeforeEntry, "2026-02-09", "2026-02-28"),
        ("reg2024", .planSubmit, "2026-08-31", "2026-09-30"),
        ("reg2024", .concentrated, "2026-08-31", "2027-02-28"),
        ("reg2024", .progressReport, "2026-08-31", "2027-03-28"),
        ("reg2024", .evaluation, "2026-08-31", "2027-03-28"),
        ("reg2024", .concentrated, "2023-08-31", "2024-02-29"),
    ])
    func dueDates(profileID: String, key: DeadlineKey, start: String, due: String) throws {
        let profile = try #require(DeadlineProfile.standard.first { $0.id == profileID })
        #expect(try profile.start(key, on: day(start), calendar: calendar).due.description == due)
    }

    @Test func aRevisitHasAWindow() throws {
        let clock = try DeadlineProfile.county3m.start(.revisitWindow, on: day("2026-08-31"), calendar: none)
        #expect((clock.opens?.description, clock.due.description) == ("2026-11-30", "2027-02-28"))
        #expect(clock.isTooEarly(on: try day("2026-11-29")))
        #expect(!clock.isTooEarly(on: try day("2026-11-30")))
    }

    /// R-RND-07 rests on this: entry six days after the notice is too early, on the tenth it is not; later is never late.
    @Test func aNoticeIsAWaitingPeriod() throws {
        let clock = try DeadlineProfile.county3m.start(.noticeBeforeEntry, on: day("2026-03-01"), calendar: none)
        #expect(clock.isTooEarly(on: try day("2026-03-07")))
        #expect(clock.isTooEarly(on: try day("2026-03-10")))
        #expect(!clock.isTooEarly(on: try day("2026-03-11")))
        #expect(!clock.isOverdue(on: try day("2026-06-01")))
    }

    @Test(arguments: [("2026-04-20", "2026-03-30"), ("2026-03-25", "2026-03-25"), (nil, "2026-03-30")])
    func anImmediateFixEndsWithTheExit(exit: String?, due: String) throws {
        let clock = try DeadlineProfile.county3m.start(
            .immediateFix, on: day("2026-03-15"), calendar: none, notAfter: exit.map(day))
        #expect(clock.due.description == due)
        #expect(clock.latest?.description == exit)
    }

    @Test func anEndBeforeTheStartIsRefused() throws {
        let (start, exit) = (try day("2026-03-15"), try day("2026-03-14"))
        let found = refusals {
            try DeadlineProfile.county3m.start(.immediateFix, on: start, calendar: none, notAfter: exit)
        }
        #expect(found.map(\.message.key) == ["E-VAL.refusal.boundBeforeStart"])
        let other = try DeadlineProfile.county3m.start(.concentrated, on: start, calendar: none, notAfter: exit)
        #expect(other.due.description == "2026-06-15")
    }

    @Test func whatFollowsAnotherDeadlineTakesItsRealEnd() throws {
        let profile = DeadlineProfile.county3m
        let feedback = try day("2026-08-31")
        let concentrated = try profile.start(.concentrated, on: feedback, calendar: none)
            .extended(to: day("2026-12-31"), by: "LG", on: day("2026-11-20"))
        let evaluation = try profile.start(.evaluation, on: feedback, calendar: none, running: [concentrated])
        #expect(evaluation.due.description == "2027-01-31")
    }

    @Test func aDeadlineExpiresAtTheEndOfItsDay() throws {
        let clock = try DeadlineProfile.county3m.start(.concentrated, on: day("2026-08-31"), calendar: none)
        #expect(!clock.isOverdue(on: try day("2026-11-30")))
        #expect(clock.isOverdue(on: try day("2026-12-01")))
        #expect(clock.daysLeft(on: try day("2026-11-30")) == 0)
        #expect(clock.daysLeft(on: try day("2026-12-01")) == -1)
        #expect(clock.expiry == ISO8601DateFormatter().date(from: "2026-11-30T16:00:00Z"))
    }

    @Test func aChangedProfileLeavesRunningClocksAlone() throws {
        let before = try DeadlineProfile.county3m.start(.planSubmit, on: day("2026-08-31"), calendar: calendar)
        let changed = try DeadlineProfile.county3m.replacing(CustomProfileTests.ours, id: "county3m", version: 2)
        let stored = try JSONDecoder().decode(Clock.self, from: JSONEncoder().encode(before))
        #expect(stored == before)
        #expect((stored.due.description, stored.profileVersion) == ("2026-09-20", 1))
        let after = try changed.start(.planSubmit, on: day("2026-08-31"), calendar: calendar)
        #expect((after.due.description, after.profileVersion) == ("2026-09-14", 2))
    }

    /// Rolled: 2026-10-31 is a Saturday, 2026-10-04 in the holidays, 2026-10-10 a worked Saturday.
    @Test(arguments: [
        (DeadlineKey.concentrated, "2026-07-31", "2026-10-31", "2026-11-02"),
        (.democraticMeeting, "2026-09-04", "2026-10-04", "2026-10-08"),
        (.democraticMeeting, "2026-09-10", "2026-10-10", "2026-10-10"),
        (.midtermReport, "2026-09-05", "2026-10-03", "2026-10-08"),
        (.onsiteRegular, "2026-08-22", "2026-10-01", "2026-10-08"),
        (.progressReport, "2026-07-31", "2026-10-31", "2026-11-02"),
        (.petitionCutoff, "2026-10-08", "2026-10-01", "2026-10-01"),
        (.planSubmit, "2026-08-31", "2026-09-20", "2026-09-20"),
        (.postEvaluationSurvey, "2026-10-01", "2026-10-01", "2026-10-01"),
    ])
    func rollsForwardOnlyIfTheProfileSaysSo(key: DeadlineKey, start: String, plain: String, rolled: String) throws {
        let rolling = try DeadlineProfile(
            id: "rolling", version: 1, rollForward: true, terms: DeadlineProfile.county3m.terms)
        #expect(try DeadlineProfile.county3m.start(key, on: day(start), calendar: calendar).due.description == plain)
        #expect(try rolling.start(key, on: day(start), calendar: calendar).due.description == rolled)
    }

    @Test func rollingNeverPassesALimit() throws {
        let term = DeadlineTerm(.rectificationAll, .months(3), limit: .months(3), sources: ["x"])
        let rolling = try DeadlineProfile(
            id: "rolling", version: 1, rollForward: true,
            terms: DeadlineProfile.county3m.terms.map { $0.key == .rectificationAll ? term : $0 })
        #expect(try rolling.start(.rectificationAll, on: day("2026-07-31"), calendar: calendar).due.description == "2026-10-31")
    }
}
