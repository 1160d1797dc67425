import GRDB
import Inspection
import Operations
import PluginKit
import PluginTestKit
import Testing

@testable import Rectification

/// Two nodes, three reviews, from the issued findings to the consequences.
@Suite struct ReviewTests {
    let world: World

    init() throws { world = try World() }

    private func targetState() throws -> TargetState {
        let unit = world.unit.unit
        return try #require(
            try world.office.read {
                try TargetState.fetchOne($0, sql: "SELECT state FROM inspection_target WHERE unitId = ?", arguments: [unit])
            })
    }

    private func consequences() throws -> [Consequence] {
        try world.office.read { try Consequence.fetchAll($0, sql: "SELECT * FROM rectification_consequence ORDER BY seq") }
    }

    @Test func theModuleConforms() { #expect(PluginConformance.problems(of: World.plugins) == []) }

    @Test func aPlanPassesAndTheWorkBegins() throws {
        try world.passPlan()
        #expect(try targetState() == .planApproved)
        #expect(try world.item("14-3-0001").status == .inProgress)
        #expect(try world.item("14-3-0002").status == .inProgress)
    }

    @Test func aPlanListsTheFindingsItLacks() throws {
        try world.open()
        try world.plan("14-3-0001")
        let refusals = world.office.refusals { try world.hand(.plan) }
        #expect(refusals.map(\.rule.id) == ["R-REV-01"])
        #expect(refusals.first?.message.arguments["findings"] == "14-3-0002")
    }

    @Test func withoutAnItemAtAllTheFindingIsListedToo() throws {
        let refusals = world.office.refusals { try world.hand(.plan) }
        #expect(refusals.first?.message.arguments["count"] == "2")
    }

    @Test func anUnsignedPlanIsNotTaken() throws {
        try world.open()
        for no in ["14-3-0001", "14-3-0002"] { try world.plan(no) }
        let refusals = world.office.refusals { try world.hand(.plan, signedBy: "　") }
        #expect(refusals.map(\.field) == ["signedBy"])
    }

    @Test func tiersComeInOrder() throws {
        try world.open()
        for no in ["14-3-0001", "14-3-0002"] { try world.plan(no) }
        try world.hand(.plan)
        #expect(world.rules { try world.decide(.plan, tier: 1) } == ["R-REV-02"])
        try world.accept(.plan)
        #expect(world.rules { try world.decide(.plan, tier: 2) } == ["R-REV-02"])
        #expect(world.rules { try world.decide(.plan, tier: 3) } == ["R-REV-02"])
        try world.decide(.plan, tier: 1)
        #expect(world.rules { try world.decide(.plan, tier: 1) } == ["E-STATE"])
        #expect(world.rules { try world.decide(.plan, tier: 0, as: world.io2) } == ["E-VAL"])
    }

    @Test func nobodySitsInTwoTiersOfOneReview() throws {
        try world.open()
        for no in ["14-3-0001", "14-3-0002"] { try world.plan(no) }
        try world.hand(.plan)
        try world.accept(.plan)
        try world.decide(.plan, tier: 1, panel: ["王五"])
        #expect(world.rules { try world.decide(.plan, tier: 2, panel: ["王五"]) } == ["R-REV-03"])
        #expect(world.rules { try world.decide(.plan, tier: 2, panel: [world.leader.account]) } == ["R-REV-03"])
        try world.decide(.plan, tier: 2, panel: ["赵六"])
    }

    @Test func aReturnedPlanComesBackAsANewVersionToTheSameTier() throws {
        try world.open()
        for no in ["14-3-0001", "14-3-0002"] { try world.plan(no) }
        try world.hand(.plan)
        #expect(world.rules { try world.hand(.plan) } == ["E-STATE"])
        try world.accept(.plan)
        try world.decide(.plan, tier: 1)
        let returned = try world.decide(.plan, tier: 2, .revise, opinions: ["14-3-0002=措施不实"])
        #expect(returned.state == .returned)
        #expect(returned.returnedBy == 2)
        try world.plan("14-3-0002", due: "2026-07-31")
        try world.hand(.plan)
        let passed = try world.decide(.plan, tier: 2)
        #expect(passed.state == .tier3)
        #expect(passed.documentVersion == 2)
        let detail = try world.office.run(ShowReview.self, .init(round: "14-3", unit: nil, node: .plan), as: world.unit)
        #expect(detail.documents.map(\.documentVersion) == [1, 2])
        #expect(detail.tiers.map(\.tier) == [1, 2, 2])
        #expect(detail.opinions.map(\.text) == ["措施不实"])
    }

    @Test func opinionsNameItemsOfTheUnit() throws {
        try world.open()
        for no in ["14-3-0001", "14-3-0002"] { try world.plan(no) }
        try world.hand(.plan)
        try world.accept(.plan)
        let refusals = world.rules {
            try world.decide(.plan, tier: 1, .revise, opinions: ["没有编号", "14-3-0009=不存在", "14-3-0001=甲", "14-3-0001=乙"])
        }
        #expect(refusals == ["E-VAL", "E-VAL", "E-VAL"])
        #expect(world.rules { try world.decide(.plan, tier: 1, .revise) } == ["E-VAL"])
    }

    @Test func aPlanUnderReviewIsFixed() throws {
        try world.passPlan()
        #expect(world.rules { try world.plan("14-3-0001") } == ["E-STATE"])
    }

    @Test func aReportWaitsForThePlan() throws {
        #expect(world.rules { try world.hand(.report) } == ["E-STATE"])
    }

    @Test func atTheThresholdNothingIsDeducted() throws {
        try world.bringReportToThirdTier()
        try world.vote(satisfied: 9, dissatisfied: 1)
        let review = try world.decide(.report, tier: 3)
        #expect((review.state, review.rate) == (.passed, 9000))
        #expect(try consequences().isEmpty)
        #expect(try targetState() == .evaluated)
    }

    @Test func belowTheThresholdEverythingFollowsAtOnce() throws {
        try world.bringReportToThirdTier()
        try world.vote(satisfied: 8999, dissatisfied: 1001)
        let review = try world.decide(.report, tier: 3)
        #expect((review.state, review.rate) == (.failed, 8999))
        let followed = try consequences()
        #expect(followed.map(\.kind) == [.deduction, .reconciledWriteOff, .revisit])
        #expect(followed.map(\.owners) == ["IO OD", "TL CD", "TL CD"])
        #expect(followed.last?.due == World.today.adding(months: 6))
        #expect(try world.item("14-3-0001").isReconciled)
        #expect(try targetState() == .rework)
    }

    @Test func aRejectedReportIsNotDeducted() throws {
        try world.bringReportToThirdTier()
        try world.vote(satisfied: 46, basicallySatisfied: 2, dissatisfied: 2, unknown: 5)
        let review = try world.decide(.report, tier: 3, .reject)
        #expect((review.state, review.rate) == (.failed, 9600))
        #expect(try consequences().map(\.kind) == [.reconciledWriteOff, .revisit])
    }

    @Test func withoutVotesTheReportIsNotDecided() throws {
        try world.bringReportToThirdTier()
        #expect(world.rules { try world.decide(.report, tier: 3) } == ["R-REV-06"])
        try world.vote(satisfied: 0, unknown: 4)
        #expect(world.rules { try world.decide(.report, tier: 3) } == ["R-REV-06"])
        #expect(try world.decide(.report, tier: 3, .reject).rate == nil)
        #expect(try consequences().map(\.kind) == [.reconciledWriteOff, .revisit])
    }

    @Test func votesAreKeptWithTheirWeightsAndCorrectedWithAReason() throws {
        try world.passPlan()
        try world.hand(.report)
        #expect(world.rules { try world.vote(satisfied: 1) } == ["E-STATE"])
        try world.accept(.report)
        for tier in 1...2 { try world.decide(.report, tier: tier) }
        try world.vote(satisfied: 40, dissatisfied: 10)
        #expect(world.rules { try world.vote(satisfied: 46, dissatisfied: 4) } == ["E-DUP"])
        try world.vote(satisfied: 46, dissatisfied: 4, reason: "统计有误")
        #expect(world.rules { try world.vote(.people, satisfied: 3, issued: 2) } == ["R-REV-07"])
        let detail = try world.office.run(ShowReview.self, .init(round: "14-3", unit: World.code, node: .report), as: world.io)
        #expect(detail.ballots.map(\.satisfied) == [46])
        #expect(
            detail.ballots.map { [$0.weightSatisfied, $0.weightBasicallySatisfied, $0.weightDissatisfied] } == [[100, 100, 0]])
    }

    @Test func aChangedThresholdDoesNotReachRunningReviews() throws {
        try world.bringReportToThirdTier()
        try world.office.dispatcher.store.write(owner: "organization") {
            try $0.execute(sql: "UPDATE organization_term SET satisfactionThreshold = 9900")
        }
        try world.vote(satisfied: 46, basicallySatisfied: 2, dissatisfied: 2, unknown: 5)
        let review = try world.decide(.report, tier: 3)
        #expect((review.state, review.threshold) == (.passed, 9000))
    }

    @Test func withoutAThresholdTheReportIsNotDecided() throws {
        let bare = try World(threshold: nil)
        try bare.bringReportToThirdTier()
        try bare.vote(satisfied: 1)
        #expect(bare.rules { try bare.decide(.report, tier: 3) } == ["R-REV-09"])
    }

    @Test func othersDoNotSeeTheReview() throws {
        try world.passPlan()
        for person in [world.otherUnit, world.stranger] {
            #expect(try world.office.run(ListReviews.self, .init(), as: person).rows.isEmpty)
            let refusals = world.rules {
                _ = try world.office.run(ShowReview.self, .init(round: "14-3", unit: World.code, node: .plan), as: person)
            }
            #expect(refusals == ["E-NOTFOUND"])
        }
        #expect(world.rules { try world.hand(.report, as: world.otherUnit) } == ["E-NOTFOUND"])
        #expect(try world.office.run(ListReviews.self, .init(), as: world.unit).rows.count == 1)
    }
}
