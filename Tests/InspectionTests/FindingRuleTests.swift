import Operations
import PluginKit
import Testing

@testable import Inspection

@Suite struct FindingRuleTests {
    private func refused(_ finding: Finding, to state: FindingState, as account: String = "somebody", reason: String? = nil)
        -> [String]
    {
        do {
            try FindingStates.table.check(
                from: finding.state, to: state, by: Principal(account: account, roles: Set(Role.all)),
                facts: FindingFacts(finding: finding, principal: Principal(account: account, roles: []), reason: reason))
            return []
        } catch {
            return ((error as? any UserFacingError)?.refusals ?? []).map(\.rule.id)
        }
    }

    @Test func aCompleteDraftIsSubmitted() { #expect(refused(.sample(.drafting), to: .submitted) == []) }

    @Test(arguments: ["phenomenon", "basis", "responsibility"])
    func eachOfTheThreePartsIsNeeded(part: String) {
        var finding = Finding.sample(.drafting)
        switch part {
        case "phenomenon": finding.phenomenon = "　"
        case "basis": finding.basis = "　"
        default: finding.responsibility = "　"
        }
        #expect(refused(finding, to: .submitted) == ["R-FND-03"])
    }

    @Test func evidenceIsNeeded() {
        var finding = Finding.sample(.drafting)
        finding.evidence = nil
        #expect(refused(finding, to: .submitted) == ["R-FND-04"])
    }

    @Test func twoDifferentHandlersAreNeeded() {
        var finding = Finding.sample(.drafting)
        finding.secondHandler = finding.firstHandler
        #expect(refused(finding, to: .submitted) == ["R-FND-02"])
    }

    @Test func theDrafterDoesNotReview() {
        #expect(refused(.sample(.submitted), to: .deputyReviewed, as: "drafter") == ["R-FND-05"])
        #expect(refused(.sample(.submitted), to: .deputyReviewed, as: "deputy") == [])
    }

    @Test func nobodyTakesTwoStepsInARow() {
        var finding = Finding.sample(.meetingApproved)
        finding.reviewedBy = "deputy"
        #expect(refused(finding, to: .signed, as: "deputy") == ["R-SEP-01"])
        #expect(refused(finding, to: .signed, as: "leader") == [])
    }

    @Test func beforeIssueEverythingPoliticalIsThere() {
        var finding = Finding.sample(.approved)
        #expect(refused(finding, to: .issued) == [])
        finding.rootCauses = ""
        #expect(refused(finding, to: .issued) == ["R-FND-11"])
    }

    @Test(arguments: [FindingState.submitted, .deputyReviewed, .meetingApproved])
    func returningNeedsAReason(state: FindingState) {
        #expect(refused(.sample(state), to: .drafting) == ["E-VAL"])
        #expect(refused(.sample(state), to: .drafting, reason: "证据不足，请补充") == [])
    }

    @Test func aSignedDraftIsNotReturned() { #expect(refused(.sample(.signed), to: .drafting, reason: "重写") == ["E-STATE"]) }

    @Test func withdrawingNeedsAReason() {
        #expect(refused(.sample(.signed), to: .withdrawn) == ["E-VAL"])
        #expect(refused(.sample(.signed), to: .withdrawn, reason: "并入另一问题") == [])
    }

    @Test func theTaxonomyHasFourCategoriesAndSixteenLeaves() {
        #expect(Taxonomy.leaves.mapValues(\.count) == [.political: 3, .ideological: 3, .organisational: 8, .integrity: 2])
        #expect(Taxonomy.category(ofLeaf: "3.6") == .organisational)
    }

    @Test(arguments: ["3", "", "3.9", "4.3", "1.1 ", "党费"])
    func whatIsNoLeafIsNone(code: String) { #expect(Taxonomy.category(ofLeaf: code) == nil) }

    @Test(arguments: [("政治建设", FindingCategory.political), ("党的思想建设", .ideological), ("党风廉政和作风建设", .integrity)])
    func ledgerWordsNameCategories(words: String, category: FindingCategory) {
        #expect(Taxonomy.category(named: words) == category)
    }
}
