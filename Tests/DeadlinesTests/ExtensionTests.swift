import Deadlines
import PluginKit
import Testing

@Suite struct ExtensionTests {
    let clock: Clock
    let all: Clock

    init() throws {
        let none = try WorkingCalendar([])
        clock = try DeadlineProfile.county3m.start(.concentrated, on: day("2026-08-31"), calendar: none)
        all = try DeadlineProfile.county3m.start(.rectificationAll, on: day("2026-08-31"), calendar: none)
    }

    @Test func movesTheDueDateAndSaysWhoAndWhen() throws {
        let later = try clock.extended(to: day("2026-12-31"), by: "领导小组", on: day("2026-11-20"))
        #expect(later.due.description == "2026-12-31")
        #expect(later.originalDue.description == "2026-11-30")
        #expect(
            later.extensions == [
                ClockExtension(from: try day("2026-11-30"), to: later.due, by: "领导小组", on: try day("2026-11-20"))
            ])
        #expect((later.start, later.profileID, later.profileVersion) == (clock.start, "county3m", 1))
        #expect(later.due(inForceOn: try day("2026-11-19")).description == "2026-11-30")
        #expect(later.due(inForceOn: try day("2026-11-20")).description == "2026-12-31")
    }

    @Test func aSecondExtensionNeedsAnOverride() throws {
        let once = try clock.extended(to: day("2026-12-31"), by: "LG", on: day("2026-11-20"))
        let found = refusals { try once.extended(to: day("2027-01-31"), by: "LG", on: day("2026-12-20")) }
        #expect(found.map(\.rule) == [DeadlineRules.oneExtension])
        #expect(found.first?.rule.isSoft == true)
        let reason = "历史遗留土地权属争议尚在诉讼"
        let twice = try once.extended(to: day("2027-01-31"), by: "LG", on: day("2026-12-20"), override: reason)
        #expect(twice.extensions.map(\.overrideReason) == [nil, reason])
        #expect(twice.originalDue == clock.due)
    }

    @Test(arguments: ["", "确有困难", "九 个 字 不 够 吗 真 的", "         x"])
    func anOverrideNeedsAReason(reason: String) throws {
        let found = refusals { try clock.extended(to: day("2026-12-31"), by: "LG", on: day("2026-11-20"), override: reason) }
        #expect(found.map(\.message.key) == ["E-VAL.refusal.extensionOverride"])
    }

    /// R-RCT-02
    @Test func neverPassesTheEndOfAllRectification() throws {
        #expect(all.latest?.description == "2027-08-31")
        #expect(try all.extended(to: day("2027-08-31"), by: "LG", on: day("2027-02-01")).due.description == "2027-08-31")
        let found = refusals { try all.extended(to: day("2027-09-01"), by: "LG", on: day("2027-02-01")) }
        #expect(found.map(\.rule) == [DeadlineRules.dueBeforeEnd])
        #expect(found.first?.message.arguments["latest"] == "2027-08-31")
    }

    /// R-RCT-02 for an item's own due date.
    @Test func anItemIsDueBeforeTheEndOfAllRectification() throws {
        #expect(all.refusal(forDue: try day("2027-08-31")) == nil)
        let refusal = all.refusal(forDue: try day("2027-09-01"), field: "items.3.due")
        #expect((refusal?.rule, refusal?.field) == (DeadlineRules.dueBeforeEnd, "items.3.due"))
        #expect(clock.refusal(forDue: try day("2026-12-01"))?.message.key == "E-RULE.refusal.afterDeadline")
    }

    @Test func anotherLimitIsRefusedUnderItsOwnName() throws {
        let none = try WorkingCalendar([])
        let fix = try DeadlineProfile.county3m.start(
            .immediateFix, on: day("2026-03-01"), calendar: none, notAfter: day("2026-03-20"))
        let found = refusals { try fix.extended(to: day("2026-03-21"), by: "TL", on: day("2026-03-10")) }
        #expect(found.map(\.message.key) == ["E-RULE.refusal.afterDeadline"])
        let cutoff = try DeadlineProfile.county3m.start(.petitionCutoff, on: day("2026-08-23"), calendar: none)
        #expect(try cutoff.extended(to: day("2026-08-20"), by: "LG", on: day("2026-08-10")).due.description == "2026-08-20")
        #expect(refusals { try cutoff.extended(to: day("2026-08-24"), by: "LG", on: day("2026-08-10")) }.count == 1)
    }

    @Test func everythingWrongIsSaidAtOnce() throws {
        let once = try all.extended(to: day("2027-03-31"), by: "LG", on: day("2027-02-01"))
        let earlier = refusals { try once.extended(to: day("2027-03-31"), by: " ", on: day("2027-01-31")) }
        #expect(
            earlier.map { "\($0.field ?? "") \($0.rule.id)" } == ["to E-VAL", "on E-VAL", "by E-VAL", "to R-RCT-09"])
        let beyond = refusals { try once.extended(to: day("2027-12-31"), by: "LG", on: day("2028-01-01"), override: "x") }
        #expect(beyond.map { "\($0.field ?? "") \($0.rule.id)" } == ["on E-VAL", "to R-RCT-02", "override E-VAL"])
    }
}
