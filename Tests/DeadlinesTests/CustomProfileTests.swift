import Deadlines
import Foundation
import PluginKit
import Testing

@Suite struct CustomProfileTests {
    static let ours = DeadlineTerm(.planSubmit, .workingDays(10), sources: ["区委巡察办〔2026〕3号"])

    @Test func oneTermCanBeReplaced() throws {
        let profile = try DeadlineProfile.county3m.replacing(Self.ours, id: "district-2026", version: 1)
        #expect(profile.term(for: .planSubmit) == Self.ours)
        #expect(profile.term(for: .concentrated) == DeadlineProfile.county3m.term(for: .concentrated))
        #expect(profile.label == "deadlineProfile.district-2026")
    }

    @Test func everythingWrongIsSaidAtOnce() throws {
        var terms = DeadlineProfile.county3m.terms
        terms.removeAll { $0.key == .planSubmit || $0.key == .concentrated || $0.key == .petitionCutoff }
        terms += [
            DeadlineTerm(.planSubmit, .days(0), sources: [" "]), DeadlineTerm(.planSubmit, .days(1), sources: ["x"]),
            DeadlineTerm(.petitionCutoff, .days(7), after: .evaluation, sources: ["x"]),
        ]
        let found = refusals { try DeadlineProfile(id: "P 1", version: 0, extensionsAllowed: 10, terms: terms) }
        #expect(
            found.map { "\($0.field ?? "") \($0.message.key.split(separator: ".").last ?? "")" } == [
                "id profileID", "version profileVersion", "extensionsAllowed profileExtensions",
                "terms.plan.submit termTwice", "terms.concentrated termMissing", "terms.plan.submit termPeriod",
                "terms.plan.submit termSource", "terms.petition.cutoffBeforeExit termBackwards",
            ])
        #expect(found.allSatisfy { $0.rule == .invalid })
    }

    @Test func deadlinesMayNotFollowEachOtherInACircle() throws {
        let term = DeadlineTerm(.concentrated, .months(3), after: .progressReport, sources: ["x"])
        let found = refusals { try DeadlineProfile.county3m.replacing(term, id: "round", version: 1) }
        #expect(Set(found.map(\.message.key)) == ["E-VAL.refusal.termCycle"])
        #expect(found.compactMap(\.field).contains("terms.concentrated"))
        #expect(found.compactMap(\.field).contains("terms.evaluation"))
    }

    @Test(arguments: [("3m", "2m", false), ("3m", "13w", true), ("100d", "3m", false), ("20wd", "1w", true)])
    func aWindowOpensBeforeItEnds(opens: String, period: String, isSound: Bool) throws {
        let opening: Period = try #require(Period(opens))
        let term = DeadlineTerm(.revisitWindow, try #require(Period(period)), opens: opening, sources: ["x"])
        let found = refusals { try DeadlineProfile.county3m.replacing(term, id: "window", version: 1) }
        #expect(found.map(\.field) == (isSound ? [] : ["terms.revisit.window"]))
    }

    @Test func aStoredProfileIsCheckedWhenRead() throws {
        let text = #"{"id": "short", "version": 1, "terms": [{"key": "plan.submit", "period": "15wd", "sources": ["x"]}]}"#
        let found = refusals { try JSONDecoder().decode(DeadlineProfile.self, from: Data(text.utf8)) }
        #expect(found.count == DeadlineKey.allCases.count - 1)
        #expect(found.allSatisfy { $0.message.key == "E-VAL.refusal.termMissing" })
    }

    @Test func aStoredProfileNeedsTheMinimumOnly() throws {
        let terms = DeadlineKey.allCases.map { #"{"key": "\#($0.rawValue)", "period": "1m", "sources": ["x"]}"# }
        let text = #"{"id": "plain", "version": 4, "terms": [\#(terms.joined(separator: ","))]}"#
        let profile = try JSONDecoder().decode(DeadlineProfile.self, from: Data(text.utf8))
        #expect((profile.version, profile.rollForward, profile.extensionsAllowed) == (4, false, 1))
    }
}
