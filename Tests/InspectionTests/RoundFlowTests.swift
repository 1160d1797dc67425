import Foundation
import GRDB
import Interchange
import Operations
import Organization
import Persistence
import Personnel
import PluginKit
import PluginTestKit
import Statistics
import Testing

@testable import Inspection

/// A district with its units and its people, and a round that moves through its stages.
@Suite struct RoundFlowTests {
    static let town = "330106110"

    let office: TestOffice
    let leadingGroup = Principal(account: "leading-group", roles: [.leadingGroup])
    let committee = Principal(account: "committee", roles: [.districtCommittee])
    let organisation = Principal(account: "organisation", roles: [.organisationDepartment])

    init() throws {
        office = try TestOffice(
            plugins: [
                InterchangePlugin.self, OrganizationPlugin.self, PersonnelPlugin.self, StatisticsPlugin.self,
                InspectionPlugin.self,
            ], today: try #require(CalendarDate("2024-07-01")), jurisdiction: "杭州市西湖区")
        try perform(
            "term.open", ["number": 14, "name": "第十四届", "start": "2022-01-01", "satisfactionThreshold": "90.00"])
        try importFile("unit.import", "units/hangzhou-xihu.csv")
        try importFile("cadre.import", "cadres/pool-sample.csv")
        try office.run(CreateRound.self, .init(number: 3, title: "第三轮", start: day("2024-07-10"), end: day("2025-06-30")))
    }

    private func day(_ text: String) -> CalendarDate { CalendarDate(text) ?? CalendarDate(dayNumber: 0) }

    /// Runs an operation of another module through the door that hosts use.
    private func perform(_ name: String, _ input: [String: any Sendable], file: Upload? = nil) throws {
        let operation = try #require(office.registry.operation(OperationName(name)))
        _ = try operation.run(office.dispatcher, PlainSource(values: input, file: file), office.office)
    }

    private func importFile(_ name: String, _ path: String) throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let data = try Data(contentsOf: root.appendingPathComponent("Data/\(path)"))
        try perform(name, [:], file: Upload(name: "sample.csv", data: data))
    }

    private func rules(_ body: () throws -> Void) -> [String] { office.refusals(body).map(\.rule.id) }

    @Test func roundsAreNumberedOncePerTerm() {
        #expect(
            rules {
                try office.run(CreateRound.self, .init(number: 3, title: "又", start: day("2024-07-10"), end: day("2024-12-31")))
            }
                == ["R-RND-02"])
        #expect(
            rules {
                try office.run(CreateRound.self, .init(number: 4, title: "早", start: day("2021-07-10"), end: day("2021-06-01")))
            }
                == ["R-RND-03", "R-RND-03"])
    }

    @Test func aTownTakesItsVillagesAlong() throws {
        let page = try office.run(AddTarget.self, .init(round: "14-3", unit: Self.town, withSubordinates: true))
        #expect(page.rows.count == 33)
        #expect(page.rows.count { $0.linkageRole == .lower } == 32)
        #expect(rules { try office.run(AddTarget.self, .init(round: "14-3", unit: Self.town)) } == ["R-RND-04"])
    }

    @Test func onlyTrueSubordinatesAreTakenAlong() {
        let refused = rules {
            try office.run(AddTarget.self, .init(round: "14-3", unit: Self.town, subordinates: ["330106002901", "nowhere"]))
        }
        #expect(refused == ["R-LNK-01", "R-LNK-01"])
    }

    @Test func theDistrictItselfIsNoTarget() {
        #expect(rules { try office.run(AddTarget.self, .init(round: "14-3", unit: "330106")) } == ["R-RND-05"])
    }

    @Test func theSameTeamsAreProposedTwiceAndNobodyIsUnderHardRecusal() throws {
        try office.run(AddTarget.self, .init(round: "14-3", unit: Self.town, withSubordinates: true))
        try office.run(AddTarget.self, .init(round: "14-3", unit: "330106J05"))
        try office.run(ProposeTeams.self, .init(round: "14-3"))
        let first = try office.run(ListTeams.self, .init(round: "14-3")).rows
        try office.run(ProposeTeams.self, .init(round: "14-3"))
        let second = try office.run(ListTeams.self, .init(round: "14-3")).rows
        #expect(first.map(\.cadreId) == second.map(\.cadreId))
        #expect(first.count == 12)
        #expect(Set(first.map(\.cadreId)).count == 12)
        for team in ["14-3-1", "14-3-2"] {
            let homes = first.filter { $0.team == team }.map(\.homeUnit)
            #expect(Set(homes).count == homes.count)
        }
        try office.read { db in
            for row in try Row.fetchAll(
                db,
                sql: "SELECT m.cadreId, m.role, t.unitId FROM inspection_member m JOIN inspection_target t ON t.teamId = m.teamId"
            ) {
                let role: TeamRole = row["role"]
                let pool: PoolKind = role == .leader ? .leader : role == .deputy ? .deputy : .inspector
                let person = try #require(try Candidates.candidate(id: row["cadreId"], for: pool, in: db))
                let unit = try #require(try Units.unit(id: row["unitId"], in: db))
                let target = try RecusalTarget(unit, in: db)
                let hard = Recusal.check(person, as: pool, for: target, on: day("2024-07-10")).filter(\.isHard)
                #expect(hard.isEmpty)
            }
        }
    }

    @Test func approvalTakesTwoPeopleAndADocument() throws {
        try office.run(AddTarget.self, .init(round: "14-3", unit: Self.town))
        try office.run(AdvanceRound.self, .init(round: "14-3", to: .submitted))
        let both = Principal(account: "both", roles: [.leadingGroup, .districtCommittee])
        #expect(
            rules { try office.run(AdvanceRound.self, .init(round: "14-3", to: .approved), as: committee) } == [
                "E-STATE", "E-VAL",
            ])
        try office.run(ReviewRound.self, .init(round: "14-3"), as: both)
        #expect(
            rules { try office.run(AdvanceRound.self, .init(round: "14-3", to: .approved, document: "一号"), as: both) } == [
                "R-SEP-01"
            ])
        let round = try office.run(AdvanceRound.self, .init(round: "14-3", to: .approved, document: "一号"), as: committee).row
        #expect(round.stage == .approved && round.planDocument == "一号")
    }

    @Test func entryWaitsForTeamsMembersAndNoticesInOneMessage() throws {
        try toPreparing()
        let refusals = office.refusals { try office.run(AdvanceRound.self, .init(round: "14-3", to: .onSite)) }
        #expect(refusals.map(\.rule.id) == ["R-RND-06"])
        #expect(refusals.first?.message.arguments["teams"] == .text("14-3-1"))
        #expect(refusals.first?.message.arguments["notices"] == .text("1"))
    }

    @Test func aTeamIsAuthorisedStepByStep() throws {
        try toPreparing()
        #expect(rules { try office.run(AdvanceTeam.self, .init(team: "14-3-1", to: .vetted), as: organisation) } == ["R-RCU-02"])
        try office.run(DeclareTeam.self, .init(team: "14-3-1", reference: "表一"))
        // Declared is not cleared: the office looks at each.
        let unconfirmed = office.refusals {
            try office.run(AdvanceTeam.self, .init(team: "14-3-1", to: .vetted), as: organisation)
        }
        #expect(unconfirmed.map(\.message.key) == ["R-RCU-02.refusal.unconfirmed"])
        try perform("declaration.team.confirm", ["team": "14-3-1"])
        try office.run(AdvanceTeam.self, .init(team: "14-3-1", to: .vetted), as: organisation)
        #expect(
            rules { try office.run(AdvanceTeam.self, .init(team: "14-3-1", to: .authorised, document: "二号"), as: committee) }
                == ["E-STATE"])
        try office.run(AdvanceTeam.self, .init(team: "14-3-1", to: .reviewed), as: leadingGroup)
        #expect(rules { try office.run(AdvanceTeam.self, .init(team: "14-3-1", to: .authorised), as: committee) } == ["E-VAL"])
        let rows = try office.run(AdvanceTeam.self, .init(team: "14-3-1", to: .authorised, document: "二号"), as: committee).rows
        #expect(rows.allSatisfy { $0.authorisation == "二号" && $0.memberState == .cleared })
        #expect(rules { try office.run(ProposeTeams.self, .init(round: "14-3")) } == ["E-STATE"])
    }

    @Test func aDraftIsSeenByItsOwnTeamOnly() throws {
        try toPreparing()
        let members = try office.run(ListTeams.self, .init(round: "14-3")).rows
        let writer = Principal(account: "writer", roles: [.inspector], cadre: try #require(members.last?.cadreId))
        let stranger = Principal(
            account: "stranger", roles: [.inspector], cadre: UniqueID(milliseconds: 1, counter: 1, random: 1))
        let input = DraftFinding.Input(round: "14-3", unit: Self.town, wording: "党费收缴不规范", leaf: "3.6")
        #expect(rules { try office.run(DraftFinding.self, input, as: stranger) } == ["E-NOTFOUND"])
        let draft = try office.run(DraftFinding.self, input, as: writer).row.finding
        #expect(try office.run(ListFindings.self, .init(), as: writer).rows.map(\.no) == [draft.no])
        #expect(try office.run(ListFindings.self, .init(), as: stranger).rows.isEmpty)
        #expect(try office.run(SearchFindings.self, .init(words: "党费"), as: stranger).rows.isEmpty)
        let absent = office.refusals { _ = try office.run(ShowFinding.self, .init(no: "14-3-9999"), as: stranger) }
        let hidden = office.refusals { _ = try office.run(ShowFinding.self, .init(no: draft.no), as: stranger) }
        #expect(absent.map(\.message.key) == hidden.map(\.message.key))
        let unit = try office.read { try Units.unit(code: Self.town, in: $0).id }
        let liaison = Principal(account: "liaison", roles: [.unitLiaison], unit: unit)
        #expect(try office.run(ListFindings.self, .init(), as: liaison).rows.isEmpty)
    }

    /// What another team lacks, and how many of its units wait, is told to nobody of this one.
    @Test func whatIsMissingIsToldAsFarAsTheReaderSees() throws {
        try office.run(AddTarget.self, .init(round: "14-3", unit: "330106J05"))
        try toPreparing()
        let members = try office.run(ListTeams.self, .init(round: "14-3")).rows
        let leader = try #require(members.first { $0.team == "14-3-1" && $0.role == .leader })
        let own = Principal(account: "tl", roles: [.teamLeader], cadre: leader.cadreId)
        func missing(as principal: Principal?) throws -> Message? {
            try office.run(RoundSteps.self, .init(round: "14-3"), as: principal).rows.first { $0.to == "onSite" }?.missing.first?
                .message
        }
        #expect(try missing(as: nil)?.arguments["teams"] == .text("14-3-1, 14-3-2"))
        #expect(try missing(as: nil)?.arguments["notices"] == .text("2"))
        let seen = try #require(try missing(as: own))
        #expect(seen.arguments["teams"] == .text("14-3-1") && seen.arguments["notices"] == .text("1"))
        let names = members.filter { $0.team == "14-3-2" }.map(\.cadre)
        for language in Language.allCases {
            let text = office.text(seen, in: language)
            #expect(!text.contains("14-3-2") && names.allSatisfy { !text.contains($0) })
        }
        // Those who compose teams but see no targets hear of no notices.
        #expect(try missing(as: organisation)?.arguments["teams"] == .text("14-3-1, 14-3-2"))
        #expect(try missing(as: organisation)?.arguments["notices"] == .text("0"))
        let stranger = Principal(
            account: "in", roles: [.inspector], cadre: UniqueID(milliseconds: 1, counter: 1, random: 1))
        #expect(try missing(as: stranger) == nil)
        let trainer = Principal(account: "tr", roles: [.trainer])
        #expect(try missing(as: trainer) == nil)
    }

    private func toPreparing() throws {
        try office.run(AddTarget.self, .init(round: "14-3", unit: Self.town))
        try office.run(AdvanceRound.self, .init(round: "14-3", to: .submitted))
        try office.run(ReviewRound.self, .init(round: "14-3"), as: leadingGroup)
        try office.run(AdvanceRound.self, .init(round: "14-3", to: .approved, document: "一号"), as: committee)
        try office.run(ProposeTeams.self, .init(round: "14-3"))
        try office.run(AdvanceRound.self, .init(round: "14-3", to: .preparing))
    }
}

/// Input for operations of other modules, whose input types are not ours to see.
struct PlainSource: DecodableSource {
    let values: [String: any Sendable]
    let file: Upload?

    func decode<Input: Decodable>(_ type: Input.Type) throws -> Input {
        var values = values
        if let file { values["file"] = ["name": file.name, "data": file.data.base64EncodedString()] }
        return try JSONDecoder().decode(type, from: try JSONSerialization.data(withJSONObject: values))
    }
}
