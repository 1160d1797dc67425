import Operations
import PluginKit
import Testing

@testable import Rectification

/// Each guard with facts that fail it alone; that ready facts pass is shown by the tables' own tests.
@Suite struct GuardTests {
    let office = Principal(account: "office", roles: Set(Role.all))

    private func rules(_ body: () throws -> Void) -> [String] {
        do {
            try body()
            return []
        } catch {
            return ((error as? any UserFacingError)?.refusals ?? []).map(\.rule.id)
        }
    }

    private func item(
        _ from: ItemStatus, _ to: ItemStatus, as account: String = "office", _ change: (inout ItemFacts) -> Void
    ) -> [String] {
        let person = Principal(account: account, roles: Set(Role.all))
        var facts = ItemFacts.ready(person)
        change(&facts)
        return rules { try ItemStates.table.check(from: from, to: to, by: person, facts: facts) }
    }

    private func review(
        _ from: ReviewState, _ to: ReviewState, as account: String = "office", _ change: (inout ReviewFacts) -> Void
    ) -> [String] {
        let person = Principal(account: account, roles: Set(Role.all))
        var facts = ReviewFacts.ready(person, to: to)
        change(&facts)
        return rules { try ReviewStates.table.check(from: from, to: to, by: person, facts: facts) }
    }

    @Test func workBeginsWhenThePlanHasPassed() { #expect(item(.open, .inProgress) { $0.planPassed = false } == ["E-STATE"]) }

    @Test(arguments: [ItemStatus.inProgress, .returned, .reopened])
    func nothingIsSubmittedWithoutEvidence(from: ItemStatus) {
        #expect(item(from, .submitted) { $0.evidence = 0 } == ["R-RCT-03"])
    }

    @Test func everythingMissingIsSaidAtOnce() {
        let found = item(.inProgress, .submitted) {
            $0.evidence = 0
            $0.item.lossFen = nil
        }
        #expect(found == ["R-RCT-03", "E-VAL"])
    }

    @Test func numbersAreNeededEvenWhereTheyAreZero() {
        #expect(item(.inProgress, .submitted) { $0.item.systemsNew = nil } == ["E-VAL"])
        #expect(item(.inProgress, .submitted) { $0.item.resultText = "" } == ["E-VAL"])
    }

    @Test func theHandlerDoesNotCheck() {
        #expect(item(.submitted, .checked, as: "unit") { _ in } == ["R-RCT-04"])
        #expect(item(.submitted, .checked, as: "checker") { _ in } == [])
    }

    @Test(arguments: [ItemStatus.checked, .longTerm], ["unit", "checker"])
    func onlyAThirdPersonCloses(from: ItemStatus, account: String) {
        #expect(item(from, .closed, as: account) { _ in } == ["R-RCT-04"])
        #expect(item(from, .closed, as: "third") { _ in } == [])
    }

    @Test func aReconciledItemNeedsAnAgreeingLedgerAndTheCommission() {
        let alone = item(.checked, .closed) { $0.item.isReconciled = true }
        let differing = item(.checked, .closed) {
            $0.item.isReconciled = true
            $0.confirmation = "纪〔2026〕7号"
            $0.differences = 1
        }
        let both = item(.checked, .closed) {
            $0.item.isReconciled = true
            $0.confirmation = "纪〔2026〕7号"
        }
        #expect((alone, differing, both) == (["R-RCT-05"], ["R-RCT-05"], []))
    }

    @Test(arguments: [
        (ItemStatus.submitted, ItemStatus.returned), (.checked, .returned), (.longTerm, .inProgress), (.closed, .reopened),
    ])
    func someStepsNeedAReason(from: ItemStatus, to: ItemStatus) {
        #expect(item(from, to) { $0.reason = "　" } == ["E-VAL"])
    }

    @Test func theLongTermListNeedsMeasuresAndANextCheck() {
        #expect(item(.inProgress, .longTerm) { $0.measures = 0 } == ["E-STATE"])
        #expect(
            item(.inProgress, .longTerm) {
                $0.measures = 0
                $0.item.importedMeasures = 2
            } == [])
        #expect(item(.inProgress, .longTerm) { $0.nextCheck = nil } == ["E-VAL"])
        #expect(item(.inProgress, .longTerm) { $0.nextCheck = $0.today } == ["E-VAL"])
    }

    @Test func aPlanNeedsAnItemForEveryFinding() {
        let unplanned = review(.submitted, .tier1) {
            $0.review.node = .plan
            $0.unplanned = ["14-3-0002"]
        }
        #expect(unplanned == ["R-REV-01"])
        #expect(review(.submitted, .tier1) { $0.review.node = .plan } == [])
    }

    @Test func whoHandedItInNeitherAcceptsNorJudges() {
        #expect(review(.submitted, .tier1, as: "unit") { _ in } == ["E-PERM"])
        #expect(review(.tier1, .tier2, as: "unit") { _ in } == ["R-REV-03"])
        #expect(review(.tier1, .tier2) { $0.panel = ["unit"] } == ["R-REV-03"])
    }

    @Test func nobodySitsInTwoTiers() {
        #expect(review(.tier2, .tier3) { $0.seatedElsewhere = ["张三"] } == ["R-REV-03"])
        #expect(review(.tier3, .passed) { $0.seatedElsewhere = ["office"] } == ["R-REV-03"])
        #expect(review(.tier2, .tier3) { $0.seatedElsewhere = ["李四"] } == [])
    }

    @Test func aPanelHasItsQuorum() {
        #expect(review(.tier1, .tier2) { $0.panel = [] } == ["E-VAL"])
        #expect(review(.tier1, .tier2) { $0.panel = ["office"] } == ["E-VAL"])
    }

    @Test(arguments: [ReviewState.tier1, .tier2, .tier3])
    func aReturnNeedsOpinions(from: ReviewState) { #expect(review(from, .returned) { $0.opinions = 0 } == ["E-VAL"]) }

    @Test(arguments: [ReviewState.passed, .failed])
    func aReportNeedsVotesAndAThreshold(to: ReviewState) {
        #expect(review(.tier3, to) { $0.ballots = [] } == ["R-REV-06"])
        #expect(review(.tier3, to) { $0.review.threshold = nil } == ["R-REV-09"])
    }

    @Test func aPlanNeedsNeither() {
        let found = review(.tier3, .passed) {
            $0.review.node = .plan
            $0.ballots = []
            $0.review.threshold = nil
        }
        #expect(found == [])
    }

    @Test func withoutAValidVoteNothingPasses() {
        let none = [Ballot.sample(satisfied: 0, basicallySatisfied: 0, dissatisfied: 0, unknown: 3)]
        #expect(review(.tier3, .passed) { $0.ballots = none } == ["R-REV-06"])
        #expect(review(.tier3, .failed) { $0.ballots = none } == [])
    }

    @Test func aNewVersionGoesToTheTierThatSentItBack() {
        #expect(review(.returned, .tier2) { $0.tier = 1 } == ["E-STATE"])
        #expect(review(.returned, .tier2) { $0.tier = 2 } == [])
    }

    @Test(arguments: [
        (10, 11, 11, 0, ["R-REV-07"]), (10, 9, 8, 0, ["R-REV-07"]), (10, 9, 8, 1, []), (10, 0, 0, 0, []),
        (-1, 0, 0, 0, ["E-VAL"]),
        (10, 5, Int.max, Int.max, ["E-VAL", "E-VAL"]), (10, 11, 10, 0, ["R-REV-07", "R-REV-07"]),
    ])
    func ballotsSumUp(issued: Int, returned: Int, satisfied: Int, unknown: Int, expected: [String]) {
        var ballot = Ballot.sample(satisfied: 0, basicallySatisfied: 0, dissatisfied: 0, unknown: 0)
        ballot.issued = issued
        ballot.returned = returned
        ballot.satisfied = satisfied
        ballot.unknown = unknown
        var checks = Checks()
        BallotSums.check(ballot, &checks)
        #expect(checks.refusals.map(\.rule.id) == expected)
    }
}
