import Foundation
import Operations
import PluginKit

@testable import Rectification

/// The usual steps, short.
extension World {
    static func file(_ text: String, name: String = "佐证.pdf") -> Upload { Upload(name: name, data: Data(text.utf8)) }

    func open() throws { try office.run(OpenLedger.self, .init(round: "14-3"), as: io) }

    func plan(_ no: String, due: String = "2026-06-30", as person: Principal? = nil) throws {
        let input = PlanItem.Input(
            no: no, goal: "规范组织生活", measures: ["补齐记录", "每季检查"], leaderInCharge: "李书记", leadDepartment: "办公室",
            due: CalendarDate(due) ?? Self.today, kindOfFix: nil, version: nil)
        try office.run(PlanItem.self, input, as: person ?? unit)
    }

    func hand(_ node: ReviewNode, signedBy: String = "李书记", as person: Principal? = nil) throws {
        let input = SubmitReview.Input(
            round: "14-3", unit: World.code, node: node, document: World.file("方案", name: "整改.pdf"), reference: nil,
            signedBy: signedBy,
            signedOn: nil)
        try office.run(SubmitReview.self, input, as: person ?? unit)
    }

    func accept(_ node: ReviewNode) throws {
        try office.run(AcceptReview.self, .init(round: "14-3", unit: World.code, node: node, version: nil), as: io)
    }

    @discardableResult
    func decide(
        _ node: ReviewNode, tier: Int, _ verdict: ReviewVerdict = .pass, panel: [String]? = nil, opinions: [String]? = nil,
        score: String = "92.5", as person: Principal? = nil
    ) throws -> ReviewCase {
        let chairs = [leader, io2, leadingGroup]
        let input = DecideReview.Input(
            round: "14-3", unit: World.code, node: node, tier: tier, score: score, verdict: verdict,
            panel: panel ?? ["评审\(tier)"],
            opinions: opinions, text: nil, version: nil)
        return try office.run(DecideReview.self, input, as: person ?? chairs[tier - 1]).row.review
    }

    /// From the issued findings to a plan that passed.
    func passPlan() throws {
        try open()
        for no in ["14-3-0001", "14-3-0002"] { try plan(no) }
        try hand(.plan)
        try accept(.plan)
        for tier in 1...3 { try decide(.plan, tier: tier) }
    }

    /// A report that has passed two tiers.
    func bringReportToThirdTier() throws {
        try passPlan()
        try hand(.report)
        try accept(.report)
        for tier in 1...2 { try decide(.report, tier: tier) }
    }

    func vote(
        _ kind: RespondentKind = .cadres, satisfied: Int, basicallySatisfied: Int = 0, dissatisfied: Int = 0, unknown: Int = 0,
        issued: Int? = nil, reason: String? = nil
    ) throws {
        let sum = satisfied + basicallySatisfied + dissatisfied + unknown
        let input = RecordBallot.Input(
            round: "14-3", unit: World.code, respondents: kind, issued: issued ?? sum, returned: sum, satisfied: satisfied,
            basicallySatisfied: basicallySatisfied, dissatisfied: dissatisfied, unknown: unknown, reason: reason)
        try office.run(RecordBallot.self, input, as: io)
    }

    func submit(_ no: String, evidence: [Upload]? = [World.file("记录")], as person: Principal? = nil) throws {
        let input = SubmitItem.Input(
            no: no, result: "已补齐记录", evidence: evidence, systemsNew: 1, systemsRevised: 0, loss: "71320.50",
            personsDisciplined: 0,
            selfExtend: nil, version: nil)
        try office.run(SubmitItem.self, input, as: person ?? unit)
    }

    func check(_ no: String, as person: Principal? = nil) throws {
        try office.run(CheckItem.self, .init(no: no, version: nil), as: person ?? io)
    }

    func close(_ no: String, confirmation: String? = nil, as person: Principal? = nil) throws {
        try office.run(CloseItem.self, .init(no: no, confirmation: confirmation, version: nil), as: person ?? leader)
    }
}
