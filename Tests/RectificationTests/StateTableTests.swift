import Inspection
import Operations
import Persistence
import PluginKit
import Testing

@testable import Rectification

/// Every pair of states, against the tables of domain 4.16 and 4.17 written down here a second time.
@Suite struct StateTableTests {
    static let itemSteps: [String: Set<Role>] = [
        "open>inProgress": [.unitPrincipal, .unitLiaison, .inspectionOffice, .leadingGroup],
        "inProgress>submitted": [.unitPrincipal, .inspectionOffice], "returned>submitted": [.unitPrincipal, .inspectionOffice],
        "reopened>submitted": [.unitPrincipal, .inspectionOffice], "submitted>checked": [.inspectionOffice],
        "checked>closed": [.teamLeader, .inspectionOffice], "submitted>returned": [.inspectionOffice],
        "checked>returned": [.inspectionOffice], "inProgress>longTerm": [.inspectionOffice],
        "returned>longTerm": [.inspectionOffice],
        "reopened>longTerm": [.inspectionOffice], "longTerm>closed": [.inspectionOffice],
        "longTerm>inProgress": [.inspectionOffice],
        "closed>reopened": [.inspectionOffice, .leadingGroup],
    ]
    static let reviewSteps: [String: Set<Role>] = [
        "submitted>tier1": [.inspectionOffice], "tier1>tier2": [.teamLeader, .deputyLeader],
        "tier1>returned": [.teamLeader, .deputyLeader], "tier2>tier3": [.inspectionOffice], "tier2>returned": [.inspectionOffice],
        "tier3>passed": [.leadingGroup], "tier3>failed": [.leadingGroup], "tier3>returned": [.leadingGroup],
        "returned>tier1": [.unitPrincipal, .inspectionOffice], "returned>tier2": [.unitPrincipal, .inspectionOffice],
        "returned>tier3": [.unitPrincipal, .inspectionOffice],
    ]

    private func name<State: Choice>(_ from: State, _ to: State) -> String { "\(from.rawValue)>\(to.rawValue)" }

    /// What a person in every role is refused; nil when the step is taken.
    private func refusal(_ body: () throws -> Void) -> RefusalKind? {
        do {
            try body()
            return nil
        } catch {
            return (error as? any UserFacingError)?.refusals.first?.kind
        }
    }

    @Test(arguments: ItemStatus.allCases, ItemStatus.allCases)
    func itemsMoveOnlyAlongTheTable(from: ItemStatus, to: ItemStatus) {
        let all = Principal(account: "somebody", roles: Set(Role.all))
        let kind = refusal { try ItemStates.table.check(from: from, to: to, by: all, facts: .ready(all)) }
        #expect(kind == (Self.itemSteps[name(from, to)] == nil ? .state : nil))
    }

    @Test(arguments: ReviewState.allCases, ReviewState.allCases)
    func reviewsMoveOnlyAlongTheTable(from: ReviewState, to: ReviewState) {
        let all = Principal(account: "somebody", roles: Set(Role.all))
        let kind = refusal { try ReviewStates.table.check(from: from, to: to, by: all, facts: .ready(all, to: to)) }
        #expect(kind == (Self.reviewSteps[name(from, to)] == nil ? .state : nil))
    }

    @Test(arguments: ItemStates.table.steps.map { ($0.from, $0.to) }, Role.all)
    func onlyTheNamedRolesMoveItems(step: (from: ItemStatus, to: ItemStatus), role: Role) throws {
        let person = Principal(account: "somebody", roles: [role])
        let kind = refusal { try ItemStates.table.check(from: step.from, to: step.to, by: person, facts: .ready(person)) }
        let allowed = try #require(Self.itemSteps[name(step.from, step.to)])
        #expect(kind == (allowed.contains(role) ? nil : .permission))
    }

    @Test(arguments: ReviewStates.table.steps.map { ($0.from, $0.to) }, Role.all)
    func onlyTheNamedRolesMoveReviews(step: (from: ReviewState, to: ReviewState), role: Role) throws {
        let person = Principal(account: "somebody", roles: [role])
        let kind = refusal {
            try ReviewStates.table.check(from: step.from, to: step.to, by: person, facts: .ready(person, to: step.to))
        }
        let allowed = try #require(Self.reviewSteps[name(step.from, step.to)])
        #expect(kind == (allowed.contains(role) ? nil : .permission))
    }

    @Test func aRefusedStepNamesTheOnesThatAre() throws {
        let all = Principal(account: "somebody", roles: Set(Role.all))
        let refusal = try #require(throws: Refusal.self) {
            try ItemStates.table.check(from: .submitted, to: .closed, by: all, facts: .ready(all))
        }
        #expect(refusal.message.arguments["next"] == .keys(["itemStatus.checked", "itemStatus.returned"]))
    }

    @Test(arguments: [
        (1, ReviewVerdict.pass, ReviewState.tier2), (1, .revise, .returned), (1, .reject, .returned), (2, .pass, .tier3),
        (2, .reject, .returned), (3, .pass, .passed), (3, .revise, .returned), (3, .reject, .returned),
    ])
    func aPlanIsPassedOrSentBack(tier: Int, verdict: ReviewVerdict, state: ReviewState) {
        let review = ReviewCase.sample(.plan)
        #expect(ReviewStates.destination(tier: tier, verdict: verdict, review: review, rate: nil) == state)
    }

    @Test(arguments: [
        (ReviewVerdict.pass, 9000, ReviewState.passed), (.pass, 8999, .failed), (.revise, 9500, .returned),
        (.revise, 100, .returned),
        (.reject, 9500, .failed), (.reject, 100, .failed),
    ])
    func aReportFailsBelowTheThresholdOrByVerdict(verdict: ReviewVerdict, rate: Int, state: ReviewState) {
        let review = ReviewCase.sample(.report)
        #expect(ReviewStates.destination(tier: 3, verdict: verdict, review: review, rate: rate) == state)
    }
}

extension ItemFacts {
    /// Facts with which every guard is content.
    static func ready(_ principal: Principal) -> ItemFacts {
        var facts = ItemFacts(item: .sample, principal: principal, today: CalendarDate(dayNumber: 20513))
        facts.reason = "问题反弹"
        facts.planPassed = true
        facts.measures = 1
        facts.evidence = 1
        facts.nextCheck = CalendarDate(dayNumber: 20600)
        return facts
    }
}

extension ReviewFacts {
    /// Facts with which every guard is content.
    static func ready(_ principal: Principal, to state: ReviewState = .tier1) -> ReviewFacts {
        var facts = ReviewFacts(review: .sample(.report), principal: principal)
        facts.panel = ["张三"]
        facts.opinions = 1
        facts.tier = state.tier
        facts.ballots = [.sample(satisfied: 46, basicallySatisfied: 2, dissatisfied: 2, unknown: 5)]
        return facts
    }
}

extension UniqueID {
    static let sample = UniqueID(milliseconds: 1, counter: 1, random: 1)
}

extension Item {
    static let sample = Item(
        seq: 1, id: .sample, version: 1, no: "14-3-0001", officeNo: nil, findingId: .sample, roundId: .sample, targetId: .sample,
        unitId: .sample, wording: "三会一课记录缺失", category: .organisational, status: .open, goal: nil, leaderInCharge: nil,
        leadDepartment: nil, due: nil, kindOfFix: .limited, progress: nil, resultText: "已补齐", systemsNew: 0, systemsRevised: 0,
        lossFen: 0, personsDisciplined: 0, selfExtend: nil, returnTimes: 0, nextCheck: nil, submittedBy: "unit",
        checkedBy: "checker",
        closedBy: nil, closedOn: nil, isReconciled: false, isImported: false, importedStatus: nil, importedMeasures: nil,
        remark: nil)
}

extension ReviewCase {
    static func sample(_ node: ReviewNode) -> ReviewCase {
        ReviewCase(
            seq: 1, id: .sample, version: 1, targetId: .sample, roundId: .sample, unitId: .sample, node: node, state: .submitted,
            returnedBy: nil, documentVersion: 1, documentName: "方案.pdf", documentHash: nil, signedBy: "李书记",
            signedOn: CalendarDate(dayNumber: 20513), submittedBy: "unit", threshold: 9000, score: nil, rate: nil,
            startedOn: CalendarDate(dayNumber: 20513), decidedOn: nil)
    }
}
