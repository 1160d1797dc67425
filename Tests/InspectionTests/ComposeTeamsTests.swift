import Foundation
import GRDB
import Operations
import Persistence
import Personnel
import PluginKit
import Testing

@testable import Inspection

/// Composing the teams of a round by hand, with what is broken said at once.
@Suite struct ComposeTeamsTests {
    let world: TeamOffice
    private let organisation = Principal(account: "organisation", roles: [.organisationDepartment])

    init() throws {
        world = try TeamOffice()
        try world.office.run(ProposeTeams.self, .init(round: "14-3"))
    }

    @Test func withoutASolverTheFirstWhoFitAreProposedAndSaidToBeNoMore() throws {
        let answer = try world.office.run(ProposeTeams.self, .init(round: "14-3")).answer
        #expect(answer.columns == ["status", "objective", "bound", "gap", "conflicts", "isMinimal", "waysOut"])
        #expect(answer.text("status") == "bounded")
        let teams = try #require(answer.sections.first?.answer)
        #expect(teams.columns == ["team", "targets", "members"] && teams.rows.count == 2)
        guard case .list(let members) = teams.rows[0][2], case .object(_, let parts) = members.first else {
            Issue.record("members are no list of objects")
            return
        }
        #expect(members.count == 6 && parts.map(\.key) == ["cadre", "name", "role", "reasons"])
        #expect(try world.violations().filter(\.violation.isHard).isEmpty)
    }

    @Test func aModelOfTeamsThatNoRoundCouldHaveIsRefused() {
        let refusals = world.office.refusals {
            _ = try world.office.run(
                WriteTeamModel.self,
                .init(round: "14-3", out: DownloadName("m.json"), teams: .max, size: 2, deputies: -1))
        }
        #expect(refusals.compactMap(\.field) == ["teams", "size", "deputies"])
    }

    @Test func everybodyInATeamIsThereForAReason() throws {
        let lines = try world.office.run(ExplainTeams.self, .init(round: "14-3")).rows
        #expect(lines.count == 12 && lines.allSatisfy { !$0.reasons.isEmpty })
    }

    @Test func whatAChangeBreaksIsSaidAtOnceAndStandsInTheWay() throws {
        let gone = try #require(try world.members("14-3-1").last)
        let removed = try world.office.run(RemoveMember.self, .init(team: "14-3-1", cadre: gone.cadreId.description))
        #expect(removed.violations.map(\.violation.rule) == ["R-SEL-11"])
        let leader = try #require(try world.candidates(.inspector, .free).first)
        let changed = try world.office.run(
            AssignMember.self, .init(team: "14-3-1", cadre: leader.person.id.description, role: .leader))
        #expect(Set(changed.violations.map(\.violation.rule)) == ["R-SEL-12", "R-SEL-15"])
        try world.office.run(DeclareTeam.self, .init(team: "14-3-1", reference: "表一"))
        try world.confirm("14-3-1")
        let refused = world.rules { try world.office.run(AdvanceTeam.self, .init(team: "14-3-1", to: .vetted), as: organisation) }
        #expect(refused == ["R-SEL-01", "R-SEL-01"])
        try world.office.run(RemoveMember.self, .init(team: "14-3-1", cadre: leader.person.id.description))
        try world.office.run(AssignMember.self, .init(team: "14-3-1", cadre: gone.cadreId.description, role: .inspector))
        try world.office.run(DeclareTeam.self, .init(team: "14-3-1", reference: "表一"))
        try world.confirm("14-3-1")
        try world.office.run(AdvanceTeam.self, .init(team: "14-3-1", to: .vetted), as: organisation)
        #expect(
            world.rules { try world.office.run(RemoveMember.self, .init(team: "14-3-1", cadre: gone.cadreId.description)) } == [
                "E-STATE"
            ])
    }

    @Test func aPersonMovesFromOneTeamToAnother() throws {
        let person = try #require(try world.members("14-3-2").last)
        try world.office.run(AssignMember.self, .init(team: "14-3-1", cadre: person.cadreId.description))
        #expect(try world.members("14-3-1").map(\.cadreId).contains(person.cadreId))
        #expect(try !world.members("14-3-2").map(\.cadreId).contains(person.cadreId))
    }

    @Test func theBestFiveAreNamedAndOneTakesThePlace() throws {
        let gone = try #require(try world.members("14-3-1").last)
        let named = try world.office.run(ReplaceMember.self, .init(team: "14-3-1", cadre: gone.cadreId.description))
        #expect(named.rows.count == 5 && named.rows.allSatisfy { !$0.reasons.isEmpty })
        #expect(named.rows.map(\.gain) == named.rows.map(\.gain).sorted(by: >))
        #expect(try world.members("14-3-1").map(\.cadreId).contains(gone.cadreId))
        // Nobody takes their own place.
        #expect(!named.rows.contains { $0.person?.id == gone.cadreId })
        #expect(
            try !world.candidates(.inspector, .free, leaving: gone.cadreId.description).contains { $0.person.id == gone.cadreId })
        let best = try #require(named.rows.first?.person)
        try world.office.run(
            ReplaceMember.self,
            .init(team: "14-3-1", cadre: gone.cadreId.description, with: best.id.description, withdrawal: "病假"))
        #expect(try world.members("14-3-1").map(\.cadreId).contains(best.id))
        #expect(try world.violations("14-3-1").filter(\.violation.isHard).isEmpty)
        let excluded = try world.candidates(.inspector, .excluded).first { $0.person.id == gone.cadreId }
        #expect(excluded?.against.map(\.rule) == ["R-SEL-19"])
        try world.office.run(ProposeTeams.self, .init(round: "14-3"))
        let all = try world.office.run(ListTeams.self, .init(round: "14-3")).rows.map(\.cadreId)
        #expect(!all.contains(gone.cadreId) && all.contains(best.id))
    }

    /// 江洋 works in 西湖区国库支付中心, which stands below 西湖区财政局: RC1 closes the team, and everybody is told so.
    @Test func whoWorksBelowTheTargetIsExcluded() throws {
        let world = try TeamOffice(targets: ["330106J33"])
        try world.office.run(BeginTeams.self, .init(round: "14-3"))
        let line = try #require(
            try world.office.run(TeamCandidates.self, .init(team: "14-3-1", role: .inspector, words: "江洋")).rows.first)
        #expect(line.verdict == .excluded && line.against.map(\.evidence.key) == ["RC1.refusal.subordinate"])
        let cadre = line.person.id.description
        let change = try world.office.run(AssignMember.self, .init(team: "14-3-1", cadre: cadre, role: .inspector))
        let found = try #require(change.violations.map(\.violation).first { $0.rule == "RC1" })
        #expect(found.isHard && found.target == "西湖区财政局")
        let why = try world.office.run(ExplainTeams.self, .init(round: "14-3")).rows.flatMap(\.reasons).map(\.key)
        #expect(why.contains("RC1.refusal.subordinate"))
    }

    /// Somebody with a soft recusal may take the place, and it is said before, not only after.
    @Test func softRecusalsOfCandidatesAreTold() throws {
        let free = try world.candidates(.inspector, .free)
        let soft = try #require(free.first { line in line.against.contains { $0.rule == "RC2" } })
        #expect(soft.against.allSatisfy { !$0.isHard })
        #expect(free.contains { $0.against.isEmpty })
        try world.office.run(
            AssignMember.self, .init(team: "14-3-1", cadre: soft.person.id.description, role: .inspector))
        let found = try world.violations("14-3-1").filter { $0.violation.person == soft.person.id && !$0.violation.isHard }
        #expect(found.map(\.violation.evidence) == soft.against.map(\.evidence))
    }

    /// Who takes a place may break rules: it is done, and said.
    @Test func aReplacementSaysWhatItBreaks() throws {
        let gone = try #require(try world.members("14-3-1").last)
        let clean = try #require(
            try world.candidates(.inspector, .free, leaving: gone.cadreId.description).first { $0.against.isEmpty })
        func replace(_ gone: UniqueID, by next: UniqueID) throws -> TeamReplacement {
            try world.office.run(
                ReplaceMember.self, .init(team: "14-3-1", cadre: gone.description, with: next.description))
        }
        let fine = try replace(gone.cadreId, by: clean.person.id)
        #expect(fine.violations.isEmpty && fine.sentence.key == "team.replace.done")
        #expect(fine.sentence.arguments["other"] == .text(clean.person.name))
        try world.perform(
            "cadre.record", ["cadre": gone.cadreId.description, "fact": "investigation", "value": "立案审查", "source": "通报"],
            as: Principal(account: "cd", roles: [.disciplineCommission]))
        let broken = try replace(clean.person.id, by: gone.cadreId)
        #expect(broken.violations.map(\.violation.rule).contains("R-POL-02"))
        #expect(broken.sentence.key == "team.replace.done.broken")
        #expect(!world.office.text(broken.sentence).contains("{"))
    }

    /// One team is vetted: the others are proposed beside it, without its members.
    @Test func teamsInDraftAreProposedBesideThoseThatStand() throws {
        let fixed = try world.members("14-3-1").map(\.cadreId)
        let other = try world.members("14-3-2").map(\.cadreId)
        try world.office.run(RemoveMember.self, .init(team: "14-3-2", cadre: try #require(other.last).description))
        func set(_ state: String, _ team: String) throws {
            try world.office.dispatcher.store.write(owner: "inspection") {
                try $0.execute(sql: "UPDATE inspection_team SET state = ? WHERE code = ?", arguments: [state, team])
            }
        }
        try set("vetted", "14-3-1")
        let proposal = try world.office.run(ProposeTeams.self, .init(round: "14-3"))
        let sentence = try #require(proposal.answer.sentence)
        #expect(sentence.key.hasSuffix(".beside") && sentence.arguments["fixed"] == .text("14-3-1"))
        #expect(try world.members("14-3-1").map(\.cadreId) == fixed)
        let filled = try world.members("14-3-2")
        #expect(filled.count == 6 && Set(filled.map(\.cadreId)).isDisjoint(with: fixed))
        #expect(try world.violations().filter(\.violation.isHard).isEmpty)
        let units = try world.office.run(ListTargets.self, .init(round: "14-3")).rows
        #expect(Set(units.compactMap(\.team)) == ["14-3-1", "14-3-2"])
        // Another number of teams would share out the targets of the one that stands.
        let shared = world.office.refusals { _ = try world.office.run(ProposeTeams.self, .init(round: "14-3", teams: 1)) }
        #expect(shared.map(\.message.key) == ["E-STATE.refusal.teamsFixed"])
        #expect(shared.first.map { world.office.text($0.message).contains("team advance") } == true)
        try set("authorised", "14-3-2")
        #expect(
            world.office.refusals { _ = try world.office.run(ProposeTeams.self, .init(round: "14-3")) }.map(\.message.key) == [
                "E-STATE.refusal.teamsFixed"
            ])
    }

    @Test func aTargetAddedAfterTheDeclarationsAsksForThemAgain() throws {
        for team in ["14-3-1", "14-3-2"] { try world.office.run(DeclareTeam.self, .init(team: team, reference: "表一")) }
        let added = AddTarget.Input(round: "14-3", unit: "330106J31", team: "14-3-1")
        let answer = try world.office.run(AddTarget.self, added)
        #expect(answer.sentence?.key == "target.add.asked" && answer.sentence?.arguments["members"] == .text("6"))
        #expect(try world.members("14-3-1").allSatisfy { $0.memberState == .nominated })
        #expect(try world.members("14-3-2").allSatisfy { $0.memberState == .declared })
        #expect(
            world.rules { try world.office.run(AdvanceTeam.self, .init(team: "14-3-1", to: .vetted), as: organisation) } == [
                "R-RCU-02"
            ])
        let before = try declarations()
        try world.office.run(DeclareTeam.self, .init(team: "14-3-1", reference: "补充表"))
        // Only what was added is declared anew; what was declared before stays as it was signed.
        let after = try declarations()
        #expect(after.filter { $0.value == "表一" } == before && after.values.count { $0 == "补充表" } == 6)
        try world.confirm("14-3-1")
        // Nobody is without a declaration any more; a matter that the record shows about the added unit is still to be decided.
        let refused = world.office.refusals {
            try world.office.run(AdvanceTeam.self, .init(team: "14-3-1", to: .vetted), as: organisation)
        }
        #expect(refused.map(\.message.key) == ["R-RCU-02.refusal.unconfirmed", "R-RCU-03.refusal.undecided"])
        try world.confirm("14-3-2")
        // A team that was vetted takes no further target, and another round's team is none.
        try world.office.run(AdvanceTeam.self, .init(team: "14-3-2", to: .vetted), as: organisation)
        for (team, rule) in [("14-3-2", "E-STATE"), ("14-9-1", "E-NOTFOUND")] {
            let another = AddTarget.Input(round: "14-3", unit: "330106J32", team: team)
            #expect(world.rules { try world.office.run(AddTarget.self, another) } == [rule])
        }
    }

    /// References of the round's declarations, by person and unit.
    private func declarations() throws -> [String: String] {
        try world.office.read { db in
            try Row.fetchAll(db, sql: "SELECT cadreId, unitId, reference FROM personnel_declaration").reduce(into: [:]) {
                let cadre: UniqueID = $1[0], unit: UniqueID = $1[1]
                $0["\(cadre) \(unit)"] = $1[2]
            }
        }
    }

    @Test func whoDeclaresForAllTargetsOfTheTeamHasDeclared() throws {
        let person = try #require(try world.members("14-3-1").last)
        let units = try world.office.run(ListTargets.self, .init(round: "14-3")).rows.filter { $0.team == "14-3-1" }.map(
            \.unitCode)
        let own = Principal(account: "in", roles: [.inspector], cadre: person.cadreId)
        try world.office.run(AddTarget.self, .init(round: "14-3", unit: "330106J31", team: "14-3-1"))
        try world.perform("declaration.make", ["round": "14-3", "units": units], as: own)
        #expect(try world.members("14-3-1").last?.memberState == .nominated)
        try world.perform("declaration.make", ["round": "14-3", "units": ["330106J31"]], as: own)
        #expect(try world.members("14-3-1").last?.memberState == .declared)
        #expect(try world.members("14-3-1").dropLast().allSatisfy { $0.memberState == .nominated })
    }

    @Test func lookingAtEverybodyTakesNoMoreQueriesThanAtAFew() throws {
        _ = try world.queries { _ = try world.violations() }
        let all = try world.queries { _ = try world.violations() }
        try world.office.dispatcher.store.write(owner: "personnel") { db in
            try db.execute(
                sql: """
                    UPDATE personnel_pool_membership SET state = 'exited'
                    WHERE cadreId NOT IN (SELECT cadreId FROM inspection_member)
                    """)
        }
        #expect(try world.queries { _ = try world.violations() } == all)
        #expect(all < 70)
    }

    @Test func membersOnAssignmentAreLookedUpTogether() throws {
        func assign(_ count: Int) throws -> Int {
            try world.office.dispatcher.store.write(owner: "personnel") { db in
                try db.execute(
                    sql: """
                        UPDATE personnel_pool_membership SET state = 'onAssignment'
                        WHERE cadreId IN (SELECT cadreId FROM inspection_member ORDER BY id LIMIT \(count))
                        """)
            }
            var hard: [ViolationLine] = []
            let count = try world.queries { hard = try world.violations().filter(\.violation.isHard) }
            #expect(hard.isEmpty)
            return count
        }
        #expect(try assign(1) == assign(12))
    }

    @Test func teamsBeginEmpty() throws {
        try world.office.run(BeginTeams.self, .init(round: "14-3", size: 5))
        #expect(
            try world.violations().map(\.violation.rule) == [
                "R-SEL-11", "R-SEL-12", "R-SEL-13", "R-SEL-11", "R-SEL-12", "R-SEL-13",
            ])
        #expect(try world.violations().first?.violation.evidence.arguments["low"] == .text("5"))
    }

    @Test func whoServesInAnOverlappingRoundIsNotAvailable() throws {
        let busy = try Set(world.office.run(ListTeams.self, .init(round: "14-3")).rows.map(\.cadreId))
        try world.addRound(4, "2024-12-31", "2025-06-30", ["330106J31"])
        try world.office.run(ProposeTeams.self, .init(round: "14-4"))
        #expect(try busy.isDisjoint(with: world.members("14-4-1").map(\.cadreId)))
        let person = try #require(busy.first)
        let change = try world.office.run(AssignMember.self, .init(team: "14-4-1", cadre: person.description))
        #expect(change.violations.contains { $0.violation.rule == "R-SEL-04" && $0.violation.person == person })
        try world.addRound(5, "2025-01-01", "2025-06-30", ["330106J32"])
        try world.office.run(BeginTeams.self, .init(round: "14-5"))
        let later = try world.office.run(
            AssignMember.self, .init(team: "14-5-1", cadre: try #require(busy.subtracting([person]).first).description))
        #expect(!later.violations.contains { $0.violation.rule == "R-SEL-04" })
    }

    @Test func settingsAndRulesOfExpertiseAreTheOffices() throws {
        try world.perform("setting.set", ["setting": "team.size", "value": 7, "reason": "本区每组七人"])
        try world.addRound(5, "2025-02-01", "2025-06-30", ["330106J31"])
        try world.office.run(BeginTeams.self, .init(round: "14-5"))
        let size = try world.office.run(CheckTeams.self, .init(round: "14-5")).rows.first?.violation.evidence
        #expect(size?.arguments["low"] == .text("7"))
        let rules = #"[{"specialty": "外语", "names": [], "levels": [], "count": 1, "isRequired": true}]"#
        try world.office.run(SetExpertise.self, .init(file: Upload(name: "rules.json", data: Data(rules.utf8))))
        #expect(try world.violations().map(\.violation.rule).contains("R-SEL-18"))
        #expect(
            world.rules { try world.office.run(SetExpertise.self, .init(file: Upload(name: "x", data: Data("[{}]".utf8)))) } == [
                "E-VAL"
            ])
        let written = try world.office.run(ShowExpertise.self, .init(out: DownloadName("rules.json"))).data
        #expect(try JSONDecoder().decode([ExpertiseRule].self, from: written).map(\.specialty) == ["外语"])
    }

    @Test func theModelIsWrittenWithEverythingInIt() throws {
        let written = try world.office.run(WriteTeamModel.self, .init(round: "14-3", out: DownloadName("m.json"))).data
        let model = try JSONDecoder().decode(TeamModel.self, from: written)
        #expect(model.people.count == 160 && model.teams.count == 2 && model.previous.count == 12)
        #expect(!model.forbidden.isEmpty && !model.apart.isEmpty)
        #expect(model.people.allSatisfy { $0.rank != nil })
    }

    @Test func thoseWhoOnlyReadRoundsDoNotSeeReasons() {
        let inspector = Principal(account: "in", roles: [.inspector])
        #expect(world.rules { _ = try world.office.run(ExplainTeams.self, .init(round: "14-3"), as: inspector) } == ["E-PERM"])
        #expect(world.rules { _ = try world.office.run(CheckTeams.self, .init(round: "14-3"), as: inspector) } == ["E-PERM"])
    }
}

/// What is said where there are no teams.
@Suite struct NoTeamsTests {
    @Test func everyDemandIsARefusalAndTheAnswerNamesTheWaysOut() throws {
        let world = try TeamOffice(also: [HopelessPlugin.self])
        let error = try #require(throws: NoTeams.self) { try world.office.run(ProposeTeams.self, .init(round: "14-3")) }
        #expect(error.refusals.map(\.rule.id) == ["R-SEL-02", "R-SEL-02"])
        #expect(error.refusals.map { world.office.text($0.message) }.first == "第 14-3-1 组须有组长")
        #expect(error.answer.text("status") == "infeasible")
        let json = AnswerJSON(ValueText(strings: world.office.registry.strings, language: .en)).encode(error.answer)
        #expect(json.contains(#""conflicts": [{"kind": "leader", "team": "14-3-1", "demand": "team 14-3-1 needs a leader"}"#))
        #expect(json.contains(#""cost": 20"#) && json.contains(#""teams": []"#))
        #expect(try world.office.run(ListTeams.self, .init(round: "14-3")).rows.isEmpty)
    }
}
