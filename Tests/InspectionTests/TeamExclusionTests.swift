import Foundation
import GRDB
import Operations
import Persistence
import Personnel
import PluginKit
import Testing

@testable import Inspection

/// Who may not be in a team, by which rule, and what the record leaves open.
@Suite struct TeamExclusionTests {
    let world: TeamOffice
    private let organisation = Principal(account: "organisation", roles: [.organisationDepartment])

    init() throws {
        world = try TeamOffice()
        try world.office.run(ProposeTeams.self, .init(round: "14-3"))
    }

    @Test func theExcludedAreNamedWithTheirRule() throws {
        let lines = try world.candidates(.inspector, .excluded)
        #expect(!lines.isEmpty && lines.allSatisfy { !$0.against.isEmpty && $0.against.allSatisfy(\.isHard) })
        #expect(Set(lines.flatMap { $0.against.map(\.rule) }).isSuperset(of: ["RC1", "R-SEL-15"]))
    }

    @Test func aCriterionTightenedLaterClosesTheRole() throws {
        let leader = try #require(try world.members("14-3-1").first { $0.role == .leader })
        #expect(try world.violations().filter(\.violation.isHard).isEmpty)
        try world.perform("setting.set", ["setting": "personnel.minimumUnits", "value": 20, "reason": "多岗位锻炼从严"])
        let broken = try world.violations().filter(\.violation.isHard)
        #expect(Set(broken.map(\.violation.rule)) == ["R-POL-01"])
        #expect(broken.contains { $0.violation.person == leader.cadreId && $0.violation.team == "14-3-1" })
        let why = try world.candidates(.leader, .excluded).first { $0.person.obstacles.contains { $0.role == .leader } }
        #expect(why?.against.contains { $0.rule == "R-POL-01" } == true)
        // No leader is left, and the reason is said instead of an empty list.
        let refused = world.rules { try world.office.run(ProposeTeams.self, .init(round: "14-3")) }
        #expect(refused.contains("R-SEL-02"))
        let written = try world.office.run(WriteTeamModel.self, .init(round: "14-3", out: DownloadName("m.json"))).data
        let model = try JSONDecoder().decode(TeamModel.self, from: written)
        #expect(model.people.filter { $0.roles.contains(.leader) }.allSatisfy { !$0.obstacles.isEmpty })
        #expect(model.people.filter { $0.roles == [.inspector] }.allSatisfy { $0.obstacles.isEmpty })
    }

    @Test func whoLeftAPoolForDisciplineIsInNoTeam() throws {
        let leader = try #require(try world.members("14-3-1").first { $0.role == .leader })
        try world.office.dispatcher.store.write(owner: "personnel") { db in
            try db.execute(
                sql: """
                    INSERT INTO personnel_pool_membership (id, version, cadreId, pool, route, state, roundsServed, rosterId, exitReason)
                    SELECT randomblob(16), 1, cadreId, 'deputy', route, 'exited', 0, rosterId, 'discipline'
                    FROM personnel_pool_membership WHERE cadreId = ? AND pool = 'leader'
                    """, arguments: [leader.cadreId])
        }
        let broken = try world.violations("14-3-1").filter(\.violation.isHard)
        #expect(broken.map(\.violation.rule) == ["R-POL-05"] && broken.first?.violation.person == leader.cadreId)
        try world.office.run(ProposeTeams.self, .init(round: "14-3"))
        #expect(try !world.office.run(ListTeams.self, .init(round: "14-3")).rows.map(\.cadreId).contains(leader.cadreId))
    }

    @Test func anUpheldRecusalForbidsAndAnOpenOneIsSaid() throws {
        let person = try #require(try world.members("14-3-1").last)
        let raise: [String: any Sendable] = [
            "cadre": person.cadreId.description, "unit": "330106110", "reason": "曾因工作纠纷投诉", "round": "14-3",
        ]
        let team = try #require(
            try world.office.run(ListTargets.self, .init(round: "14-3")).rows.first { $0.unitCode == "330106110" }?.team)
        let member = team == "14-3-1" ? person : try #require(try world.members(team).last)
        try world.perform("recusal.raise", raise.merging(["cadre": member.cadreId.description]) { _, own in own })
        #expect(try world.violations(team).map(\.violation.rule) == ["R-RCU-03"])
        #expect(try world.violations(team).allSatisfy { !$0.violation.isHard })
        #expect(try remarks(of: member)?.contains("R-RCU-03 HB-1 ") == true)
        try world.perform("recusal.decide", ["no": "HB-1", "to": "verifying"])
        let group = Principal(account: "lg", roles: [.leadingGroup])
        try world.perform("recusal.decide", ["no": "HB-1", "to": "upheld", "reason": "情况属实，应当回避"], as: group)
        let hard = try world.violations(team).filter(\.violation.isHard)
        #expect(hard.map(\.violation.rule) == ["R-RCU-01"] && hard.first?.violation.person == member.cadreId)
        #expect(try remarks(of: member)?.contains("R-RCU-01 HB-1 ") == true)
        #expect(try remarks(of: member, as: Principal(account: "tl", roles: [.inspector], cadre: member.cadreId)) == "")
        let why = try world.office.run(ExplainTeams.self, .init(round: "14-3")).rows.first { $0.seat.person == member.cadreId }
        #expect(why?.reasons.map(\.key).contains("R-RCU-01.refusal.upheld") == true)
        #expect(why?.reasons.map(\.key).contains("team.why.clear") == false)
        try world.office.run(ProposeTeams.self, .init(round: "14-3"))
        #expect(try !world.members(team).map(\.cadreId).contains(member.cadreId))
    }

    private func remarks(of member: MemberLine, as principal: Principal? = nil) throws -> String? {
        try world.office.run(ListTeams.self, .init(round: "14-3"), as: principal).rows.first { $0.cadreId == member.cadreId }?
            .remarks
    }

    /// The sample knows no education of anybody and no leadership of the targets: `recusal check` says so, and so do the reasons.
    @Test func whatTheRecordLeavesOpenIsNotCalledClear() throws {
        let explained = try world.office.run(ExplainTeams.self, .init(round: "14-3")).rows
        let line = try #require(explained.first { $0.seat.role == .leader })
        let unit = try #require(
            try world.office.run(ListTargets.self, .init(round: "14-3")).rows.first { $0.team == line.seat.team }?.unitCode)
        try world.perform("recusal.check", ["cadre": line.seat.person.description, "unit": unit, "role": "leader"])
        #expect(line.reasons.map(\.key).contains("team.why.gaps") && !line.reasons.map(\.key).contains("team.why.clear"))
        let gaps = try #require(line.reasons.first { $0.key == "team.why.gaps" })
        #expect(world.office.text(gaps).contains("RC8"))
        #expect(world.office.text(gaps, in: .en).contains("for want of records"))
        let gone = try #require(try world.members("14-3-1").first { $0.role == .deputy })
        let named = try world.office.run(ReplaceMember.self, .init(team: "14-3-1", cadre: gone.cadreId.description)).rows
        #expect(named.allSatisfy { $0.reasons.map(\.key).contains("team.why.gaps") })
        let written = try world.office.run(WriteTeamModel.self, .init(round: "14-3", out: DownloadName("m.json"))).data
        let model = try JSONDecoder().decode(TeamModel.self, from: written)
        #expect(model.gaps.contains { $0.person == line.seat.person && $0.team == line.seat.team && $0.rules.contains("RC8") })
    }

    @Test func aTeamThatIsOverIsNotAccusedOfItsOwnRound() throws {
        let committee = Principal(account: "dc", roles: [.districtCommittee])
        let group = Principal(account: "lg", roles: [.leadingGroup])
        try world.office.run(DeclareTeam.self, .init(team: "14-3-1", reference: "表一"))
        try world.confirm("14-3-1")
        try world.office.run(AdvanceTeam.self, .init(team: "14-3-1", to: .vetted), as: organisation)
        try world.office.run(AdvanceTeam.self, .init(team: "14-3-1", to: .reviewed), as: group)
        try world.office.run(AdvanceTeam.self, .init(team: "14-3-1", to: .authorised, document: "一号"), as: committee)
        try world.perform("service.team.pledge", ["team": "14-3-1", "reference": "承诺书"])
        try world.office.run(AdvanceTeam.self, .init(team: "14-3-1", to: .active))
        try world.office.dispatcher.store.write(owner: "inspection") { db in
            try db.execute(sql: "UPDATE inspection_target SET state = 'reported'")
        }
        try world.office.run(AdvanceTeam.self, .init(team: "14-3-1", to: .dissolved, reason: "任务完成"))
        #expect(try world.violations("14-3-1").map(\.violation.rule) == [])
    }

    @Test func whatNobodyCanBringExcludesNobodyAndEveryExclusionHasARule() throws {
        var rule = ExpertiseRule("核物理")
        rule.count = 2
        rule.isRequired = true
        let data = try JSONEncoder().encode([rule])
        try world.perform("team.expertise.set", [:], file: Upload(name: "rules.json", data: data))
        #expect(try world.violations("14-3-1").map(\.violation.rule) == ["R-SEL-18"])
        let free = try world.candidates(
            .inspector, .free, leaving: try #require(try world.members("14-3-1").last).cadreId.description)
        #expect(!free.isEmpty)
        #expect(try world.candidates(.inspector, .excluded).allSatisfy { !$0.against.isEmpty })
    }
}
