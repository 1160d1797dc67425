import Deadlines
import Foundation
import PluginKit
import Testing

@Suite struct StandardProfileTests {
    /// The table of the domain reference, section 3.1, column by column; `>` marks what is counted from the end of the
    /// concentrated period, `…` a window, `≤` a limit or an ending event.
    static let table: [(key: String, p1: String, p2: String, p3: String)] = [
        ("notice.beforeEntry", "10d", "10d", "10wd"),
        ("onsite.regular", "40d", "30d", "60d"),
        ("onsite.special", "30d", "30d", "30d"),
        ("onsite.lookBack", "25d", "20d", "25d"),
        ("petition.cutoffBeforeExit", "7d", "7d", "7d"),
        ("midterm.report", "4w", "4w", "6w"),
        ("report.toSecretaryMeeting", "1m", "1m", "1m"),
        ("feedback.afterExit", "60d", "60d", "60d"),
        ("plan.submit", "15wd", "20wd", "1m"),
        ("democraticMeeting", "1m", "1m", "1m"),
        ("concentrated", "3m", "2m", "6m"),
        ("progress.report", ">same-day", ">same-day", ">1m"),
        ("rectification.all", "6m≤12m", "6m≤12m", "6m≤12m"),
        ("evaluation", ">1m", ">1m", ">1m"),
        ("revisit.window", "3m…6m", "3m…6m", "6m…12m"),
        ("immediateFix", "15d≤exit", "15d≤exit", "15d≤exit"),
        ("clue.opinion", "1m", "1m", "1m"),
        ("clue.enquiryReply", "15wd", "15wd", "15wd"),
        ("clue.feedback", "3m", "3m", "3m"),
        ("clue.holdReview", "6m", "6m", "6m"),
        ("copyNotice.sign", "3wd", "3wd", "3wd"),
        ("copyNotice.reply", "30wd", "30wd", "30wd"),
        ("postEval.survey", "same-day", "same-day", "same-day"),
        ("postEval.follow", "10wd", "10wd", "10wd"),
        ("archive.file", "3m≤next-04-30", "3m≤next-04-30", "3m≤next-04-30"),
    ]

    static func written(_ term: DeadlineTerm) -> String {
        (term.after == .concentrated ? ">" : "") + (term.opens.map { "\($0)…" } ?? "") + "\(term.period)"
            + (term.limit.map { "≤\($0)" } ?? "") + (term.endsBy.map { "≤\($0.rawValue)" } ?? "")
    }

    @Test func reproducesTheTable() {
        #expect(DeadlineKey.allCases.map(\.rawValue) == Self.table.map(\.key))
        #expect(DeadlineProfile.county3m.terms.map(Self.written) == Self.table.map(\.p1))
        #expect(DeadlineProfile.reg2017.terms.map(Self.written) == Self.table.map(\.p2))
        #expect(DeadlineProfile.reg2024.terms.map(Self.written) == Self.table.map(\.p3))
    }

    @Test(arguments: DeadlineProfile.standard)
    func isSound(profile: DeadlineProfile) {
        #expect(profile.refusals.isEmpty)
        #expect(profile.version == 1)
        #expect(!profile.rollForward)
        #expect(profile.extensionsAllowed == 1)
        #expect(profile.terms.map(\.key) == DeadlineKey.allCases)
    }

    @Test func theCountyProfileIsTheDefault() {
        #expect(DeadlineProfile.standard.map(\.id) == ["county3m", "reg2017", "reg2024"])
    }

    @Test func unverifiedValuesSaySo() {
        let unverified = DeadlineProfile.standard.map { $0.terms.filter(\.isUnverified).map(\.key.rawValue) }
        #expect(unverified[0] == ["clue.opinion", "clue.enquiryReply"])
        #expect(unverified[1] == ["plan.submit", "clue.opinion", "clue.enquiryReply"])
        #expect(
            unverified[2] == ["plan.submit", "concentrated", "progress.report", "clue.opinion", "clue.enquiryReply"])
        #expect(DeadlineProfile.county3m.term(for: .planSubmit)?.sources == ["S7"])
    }

    @Test(arguments: DeadlineProfile.standard)
    func survivesBeingStored(profile: DeadlineProfile) throws {
        let stored = try JSONEncoder().encode(profile)
        #expect(try JSONDecoder().decode(DeadlineProfile.self, from: stored) == profile)
    }
}
