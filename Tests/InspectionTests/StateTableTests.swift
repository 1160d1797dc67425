import Operations
import Persistence
import PluginKit
import Testing

@testable import Inspection

/// Every pair of states, against the tables of the domain reference written down here a second time.
@Suite struct StateTableTests {
    static let roundSteps: Set<String> = [
        "draft>submitted", "submitted>draft", "submitted>approved", "approved>preparing", "preparing>onSite", "onSite>reporting",
        "reporting>feedback", "feedback>rectifying", "rectifying>evaluating", "evaluating>closing", "closing>archived",
        "draft>cancelled", "submitted>cancelled", "approved>cancelled", "preparing>cancelled",
    ]
    static let teamSteps: Set<String> = [
        "proposed>vetted", "vetted>reviewed", "reviewed>authorised", "vetted>proposed", "reviewed>proposed", "authorised>active",
        "active>dissolved", "authorised>proposed", "active>proposed",
    ]
    static let findingSteps: Set<String> = [
        "drafting>submitted", "submitted>deputyReviewed", "deputyReviewed>meetingApproved", "meetingApproved>signed",
        "signed>inReport",
        "inReport>approved", "approved>issued", "submitted>drafting", "deputyReviewed>drafting", "meetingApproved>drafting",
        "drafting>withdrawn", "submitted>withdrawn", "deputyReviewed>withdrawn",
        "meetingApproved>withdrawn", "signed>withdrawn", "inReport>withdrawn",
    ]

    private func steps<State, Facts>(_ table: StateTable<State, Facts>) -> Set<String> {
        Set(table.steps.map { "\($0.from.rawValue)>\($0.to.rawValue)" })
    }

    @Test func roundsMoveOnlyAlongTheTable() { #expect(steps(RoundStages.table) == Self.roundSteps) }
    @Test func teamsMoveOnlyAlongTheTable() { #expect(steps(TeamStates.table) == Self.teamSteps) }
    @Test func findingsMoveOnlyAlongTheTable() { #expect(steps(FindingStates.table) == Self.findingSteps) }

    @Test(arguments: FindingState.allCases, FindingState.allCases)
    func aStepOutsideTheTableNamesTheStepsThatAre(from: FindingState, to: FindingState) throws {
        guard !Self.findingSteps.contains("\(from.rawValue)>\(to.rawValue)") else { return }
        let facts = FindingFacts(finding: .sample(from), principal: .all, reason: "因为如此")
        let refusal = try #require(throws: Refusal.self) {
            try FindingStates.table.check(from: from, to: to, by: .all, facts: facts)
        }
        #expect(refusal.rule == .illegalState)
        let next = FindingStates.table.next(after: from).map { "findingState.\($0.rawValue)" }
        #expect(refusal.message.arguments["next"] == (next.isEmpty ? .text("—") : .keys(next)))
    }

    @Test(arguments: FindingStates.table.steps.map { ($0.from, $0.to, $0.by) }, Role.all)
    func onlyTheNamedRolesTakeAStep(step: (from: FindingState, to: FindingState, by: Set<Role>), role: Role) {
        let person = Principal(account: "somebody", roles: [role])
        let facts = FindingFacts(finding: .sample(step.from), principal: person, reason: "因为如此")
        var kind: RefusalKind?
        do {
            try FindingStates.table.check(from: step.from, to: step.to, by: person, facts: facts)
        } catch {
            kind = (error as? Refusal)?.kind
        }
        #expect((kind == .permission) == !step.by.contains(role))
    }
}

extension Principal {
    /// Somebody in every role, to look at the table alone.
    static let all = Principal(account: "everybody", roles: Set(Role.all))
}

extension Finding {
    /// A complete draft in a state; changed by tests where they need a gap.
    static func sample(_ state: FindingState) -> Finding {
        let id = UniqueID(milliseconds: 1, counter: 1, random: 1)
        return Finding(
            seq: nil, id: id, version: 1, no: "14-3-0001", roundId: id, targetId: id, unitId: id, wording: "党费缴纳不规范",
            category: .organisational, leaf: "3.6", taxonomy: Taxonomy.current, phenomenon: "现象", basis: "依据",
            responsibility: "责任",
            politicalDeviation: "偏差", focus: .grassRoots, rootCauses: "governanceLax", amountFen: 0, evidence: "佐证一",
            firstHandler: id, secondHandler: UniqueID(milliseconds: 2, counter: 1, random: 1), state: state, issuedOn: nil,
            isImported: false, draftedBy: "drafter", reviewedBy: nil, signedBy: nil)
    }
}
