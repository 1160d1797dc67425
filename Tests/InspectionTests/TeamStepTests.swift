import Foundation
import GRDB
import Interchange
import Operations
import Organization
import Persistence
import PluginKit
import PluginTestKit
import Statistics
import Testing

@testable import Inspection
@testable import Personnel

/// A team is looked at again at every step, and can be taken back from anywhere (domain 4.7).
@Suite struct TeamStepTests {
    private let world: TeamOffice
    private let team = "14-3-2"
    private let unit = "330106J05"
    private var office: TestOffice { world.office }
    private let group = Principal(account: "lg", roles: [.leadingGroup])
    private let second = Principal(account: "lg2", roles: [.leadingGroup])
    private let committee = Principal(account: "dc", roles: [.districtCommittee])
    private let organisation = Principal(account: "od", roles: [.organisationDepartment])

    init() throws {
        world = try TeamOffice()
        try office.run(ProposeTeams.self, .init(round: "14-3"))
        try office.run(DeclareTeam.self, .init(team: team, reference: "申报表"))
        try world.confirm(team)
    }

    private func advance(_ states: TeamState..., reason: String? = nil) throws {
        for state in states {
            let who: Principal? =
                switch state {
                case .vetted: organisation
                case .reviewed, .proposed: group
                case .authorised: committee
                case .active, .dissolved: nil
                }
            try office.run(
                AdvanceTeam.self,
                .init(team: team, to: state, document: state == .authorised ? "授〔2024〕1号" : nil, reason: reason),
                as: who)
        }
    }

    private func refused(_ state: TeamState, reason: String? = nil) -> [String] {
        office.refusals { try advance(state, reason: reason) }.map(\.message.key)
    }

    private func pledge() throws { try office.run(RecordTeamPledges.self, .init(team: team, reference: "承诺书")) }

    private func report() throws {
        try office.dispatcher.store.write(owner: "inspection") { db in
            try db.execute(sql: "UPDATE inspection_target SET state = 'reported'")
        }
    }

    private func member(_ role: TeamRole) throws -> MemberLine { try #require(world.members(team).first { $0.role == role }) }

    private func served(_ cadre: UniqueID) throws -> Int? {
        try office.read {
            try Int.fetchOne(
                $0, sql: "SELECT max(roundsServed) FROM personnel_pool_membership WHERE cadreId = ?", arguments: [cadre])
        }
    }

    @Test(arguments: [TeamState.reviewed, .authorised, .active])
    func whatComesToLightAfterVettingStandsInTheWayOfEveryLaterStep(last: TeamState) throws {
        try advance(.vetted)
        if last != .reviewed { try advance(.reviewed) }
        if last == .active {
            try advance(.authorised)
            try pledge()
        }
        let leader = try member(.leader).cadreId
        let kin = RecordKin.Input(cadre: "\(leader)", relation: "配偶", unit: unit, source: "本人补报")
        try office.run(RecordKin.self, kin)
        #expect(refused(last).contains { $0.hasPrefix("R-") })
        #expect(try office.read { try Teams.team(team, in: $0) }.state != last)
    }

    @Test func aSoftMatterThatNobodyDecidedStandsInTheWayToo() throws {
        let inspector = try member(.inspector)
        try office.run(RaiseRecusal.self, .init(cadre: "\(inspector.cadreId)", unit: unit, reason: "接到反映"))
        #expect(refused(.vetted) == ["R-RCU-03.refusal.undecided"])
        let no = try #require(try office.run(ListRecusals.self, .init()).rows.first { $0.recusal.raisedBy == .office }).recusal.no
        try office.run(DecideRecusal.self, .init(no: no, to: .verifying))
        try office.run(DecideRecusal.self, .init(no: no, to: .dismissed, reason: "查无此事"), as: group)
        try advance(.vetted)
    }

    @Test func aRuleIsExplainedWithTheFactsOfTheLastRefusalToTheOneWhoWasRefused() throws {
        let inspector = try member(.inspector)
        try office.run(RaiseRecusal.self, .init(cadre: "\(inspector.cadreId)", unit: unit, reason: "接到反映"))
        #expect(refused(.vetted) == ["R-RCU-03.refusal.undecided"])
        func explained(to principal: Principal) throws -> [Value] {
            let line = try office.run(ExplainRule.self, .init(id: "R-RCU-03"), as: principal).row
            return ExplainedRule.columns.suffix(3).map { $0.value(line) }
        }
        let own = try explained(to: organisation)
        guard case .list(let facts) = own[2], case .phrase(let message)? = facts.first else {
            Issue.record("no facts: \(own)")
            return
        }
        #expect(own[1] == .word(code: "team.advance", key: "team.advance") && facts.count == 1)
        #expect(office.text(message).contains(inspector.cadre) && office.text(message).contains("HB-"))
        // Nobody else learns of it.
        #expect(try explained(to: group) == [.none, .none, .list([])])
    }

    @Test func nobodyGoesOnSiteWithoutAPledge() throws {
        try advance(.vetted, .reviewed, .authorised)
        let missing = office.refusals { try advance(.active) }
        #expect(missing.map(\.message.key) == ["E-STATE.refusal.unpledged"])
        let leader = try member(.leader)
        guard case .text(let names) = missing.first?.message.arguments["names"] else {
            Issue.record("no names")
            return
        }
        #expect(names.contains(leader.cadre) && names.split(separator: "、").count == 6)
        try office.run(RecordPledge.self, .init(cadre: "\(leader.cadreId)", team: team, reference: "承诺书一"))
        #expect(refused(.active) == ["E-STATE.refusal.unpledged"])
        #expect(try office.run(RecordTeamPledges.self, .init(team: team, reference: "承诺书")).rows.count == 6)
        #expect(world.rules { try pledge() } == ["E-NOTFOUND"])
        try advance(.active)
        // What each signed is kept; the leader's own sheet is not replaced by the team's.
        let sheets = try office.run(ListServices.self, .init(round: "14-3")).rows.compactMap(\.service.pledge)
        #expect(sheets.filter { $0 == "承诺书一" }.count == 1)
    }

    @Test func whoLeftStaysAwayAndIsCreditedNoRound() throws {
        try advance(.vetted, .reviewed, .authorised)
        try pledge()
        let inspector = try member(.inspector)
        let before = try #require(try served(inspector.cadreId))
        try office.run(
            ReleaseMember.self, .init(team: team, cadre: "\(inspector.cadreId)", reason: "抽调", handover: "移交副组长，清单一"))
        #expect(try world.members(team).first { $0.cadreId == inspector.cadreId }?.memberState == .released)
        // The team is one short now; that is said when it wants to go on.
        #expect(refused(.active).contains("R-SEL-01.refusal"))
        try advance(.proposed, reason: "补员")
        let draft = try TeamFirstPick(office, team: team).inspector()
        let earlier = try #require(try served(draft))
        try office.run(AssignMember.self, .init(team: team, cadre: "\(draft)", role: .inspector))
        try office.run(DeclareTeam.self, .init(team: team, reference: "补充表"))
        try world.confirm(team)
        try advance(.vetted, .reviewed, .authorised)
        try pledge()
        try advance(.active)
        #expect(try world.members(team).first { $0.cadreId == inspector.cadreId }?.memberState == .released)
        try report()
        try advance(.dissolved)
        #expect(try served(inspector.cadreId) == before)
        #expect(try served(draft) == earlier + 1)
    }

    @Test func aLeaderLetsOthersGoAndNobodyOfAnotherTeam() throws {
        let inspector = try member(.inspector), leader = try member(.leader)
        let head = Principal(account: "tl", roles: [.teamLeader], cadre: leader.cadreId)
        let input = ReleaseMember.Input(team: team, cadre: "\(inspector.cadreId)", reason: "抽调", handover: "清单")
        #expect(world.rules { try office.run(ReleaseMember.self, input, as: head) } == ["E-STATE"])
        try advance(.vetted, .reviewed, .authorised)
        let own = ReleaseMember.Input(team: team, cadre: "\(leader.cadreId)", reason: " ", handover: "")
        #expect(world.rules { try office.run(ReleaseMember.self, own, as: head) } == ["E-VAL", "E-VAL", "E-PERM"])
        let stranger = Principal(account: "x", roles: [.teamLeader], cadre: try #require(world.members("14-3-1").first?.cadreId))
        let hidden = office.refusals { try office.run(ReleaseMember.self, input, as: stranger) }
        let absent = office.refusals {
            try office.run(ReleaseMember.self, .init(team: "14-9-9", cadre: "x", reason: "x", handover: "x"), as: stranger)
        }
        #expect(hidden.map(\.message.key) == absent.map(\.message.key))
        try office.run(ReleaseMember.self, input, as: head)
    }

    @Test func aTeamTakenBackLosesItsAuthorisationAndBeginsAnew() throws {
        try advance(.vetted, .reviewed, .authorised)
        #expect(refused(.proposed) == ["E-VAL.refusal.empty"])
        try advance(.proposed, reason: "换人")
        #expect(try world.members(team).allSatisfy { $0.authorisation == nil && $0.memberState == .declared })
        let ended = try office.run(ListServices.self, .init(round: "14-3")).rows
        #expect(ended.count == 6 && ended.allSatisfy { $0.service.endedOn != nil && $0.service.endReason == "换人" })
        try advance(.vetted, .reviewed, .authorised)
        let again = try office.run(ListServices.self, .init(round: "14-3")).rows
        #expect(again.count == 6 && again.allSatisfy { $0.service.endedOn == nil && $0.service.authorisation == "授〔2024〕1号" })
        try pledge()
        try advance(.active)
        #expect(refused(.dissolved) == ["E-STATE.refusal.unreported"])
        try advance(.proposed, reason: "重新组队")
        #expect(try world.members(team).allSatisfy { $0.memberState == .declared })
    }

    @Test func anObjectionClosesTheUnitBeforeTheTeamIsAuthorisedToo() throws {
        try advance(.vetted)
        let leader = try member(.leader)
        let head = Principal(account: "tl", roles: [.teamLeader], cadre: leader.cadreId)
        let own = try office.read { try Units.unit(code: unit, in: $0).id }
        let seen = { try office.run(ListTargets.self, .init(round: "14-3"), as: head).rows.contains { $0.unitCode == unit } }
        #expect(try seen())
        try office.run(
            ObjectToInspector.self, .init(person: leader.cadre, reason: "曾有纠纷"),
            as: Principal(account: "liaison", roles: [.unitLiaison], unit: own))
        #expect(try !seen())
        #expect(refused(.reviewed) == ["R-RCU-03.refusal.undecided"])
    }

    @Test func whoServesIsRecusedOnlyWithSomebodyInTheirPlace() throws {
        try advance(.vetted, .reviewed, .authorised)
        let inspector = try member(.inspector)
        let no = try office.run(RaiseRecusal.self, .init(cadre: "\(inspector.cadreId)", unit: unit, reason: "接到反映"))
            .row.recusal.no
        try office.run(DecideRecusal.self, .init(no: no, to: .verifying))
        let upheld = { (other: String?) in
            _ = try office.run(DecideRecusal.self, .init(no: no, to: .upheld, reason: "属实", replacement: other), as: group)
        }
        #expect(office.refusals { try upheld(nil) }.map(\.field) == ["replacement"])
        try upheld("\(try TeamFirstPick(office, team: team).inspector())")
    }
}

/// Somebody who could take an inspector's place.
private struct TeamFirstPick {
    let office: TestOffice
    let team: String

    init(_ office: TestOffice, team: String) {
        self.office = office
        self.team = team
    }

    func inspector() throws -> UniqueID {
        let rows = try office.run(TeamCandidates.self, .init(team: team, role: .inspector, verdict: .free)).rows
        return try #require(rows.first).person.id
    }
}
