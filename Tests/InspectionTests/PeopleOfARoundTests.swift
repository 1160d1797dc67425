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

/// What a round leaves in people's records, and what recusal closes in a round.
@Suite struct PeopleOfARoundTests {
    private let office: TestOffice
    private let group = Principal(account: "lg", roles: [.leadingGroup])
    private let committee = Principal(account: "dc", roles: [.districtCommittee])
    private let organisation = Principal(account: "od", roles: [.organisationDepartment])
    private let unit = "330106J05"

    init() throws {
        office = try TestOffice(
            plugins: [
                InterchangePlugin.self, OrganizationPlugin.self, StatisticsPlugin.self, PersonnelPlugin.self,
                InspectionPlugin.self,
            ], today: try #require(CalendarDate("2024-07-01")), jurisdiction: "杭州市西湖区")
        try perform("term.open", ["number": 14, "name": "第十四届", "start": "2022-01-01", "satisfactionThreshold": "90.00"])
        try perform("unit.import", [:], file: sample("units/hangzhou-xihu.csv"))
        try office.run(ImportCadres.self, .init(file: sample("cadres/pool-sample.csv")))
        let start = try #require(CalendarDate("2024-07-10")), end = try #require(CalendarDate("2025-06-30"))
        try office.run(CreateRound.self, .init(number: 3, title: "第三轮", start: start, end: end))
        try office.run(AddTarget.self, .init(round: "14-3", unit: unit))
        try office.run(ProposeTeams.self, .init(round: "14-3"))
        try office.run(DeclareTeam.self, .init(team: "14-3-1", reference: "申报表"))
        try office.run(ConfirmTeamDeclarations.self, .init(team: "14-3-1"))
        try office.run(AdvanceTeam.self, .init(team: "14-3-1", to: .vetted), as: organisation)
        try office.run(AdvanceTeam.self, .init(team: "14-3-1", to: .reviewed), as: group)
        try office.run(AdvanceTeam.self, .init(team: "14-3-1", to: .authorised, document: "西委巡授〔2024〕1号"), as: committee)
    }

    private func perform(_ name: String, _ input: [String: any Sendable], file: Upload? = nil) throws {
        let operation = try #require(office.registry.operation(OperationName(name)))
        _ = try operation.run(office.dispatcher, PlainSource(values: input, file: file), office.office)
    }

    private func sample(_ path: String) throws -> Upload {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return Upload(name: "sample.csv", data: try Data(contentsOf: root.appendingPathComponent("Data/\(path)")))
    }

    private func activate() throws {
        try office.run(RecordTeamPledges.self, .init(team: "14-3-1", reference: "保密承诺书"))
        try office.run(AdvanceTeam.self, .init(team: "14-3-1", to: .active))
    }

    private func report() throws {
        try office.dispatcher.store.write(owner: "inspection") { db in
            try db.execute(sql: "UPDATE inspection_target SET state = 'reported'")
        }
    }

    private func members() throws -> [MemberLine] { try office.run(ListTeams.self, .init(round: "14-3")).rows }

    private func count(_ sql: String) throws -> Int { try office.read { try Int.fetchOne($0, sql: sql) ?? -1 } }

    @Test func recordsAreAboutRoundsAndTeamsThatExist() throws {
        func evaluate(_ team: String, _ round: String) -> [String] {
            office.refusals {
                try office.run(OpenEvaluation.self, .init(team: team, round: round, issued: 20, returned: 18))
            }.map(\.message.key)
        }
        #expect(evaluate("14-3-9", "14-3") == ["E-NOTFOUND.refusal.teamUnknown"])
        #expect(evaluate("14-3-1", "14-4") == ["E-VAL.refusal.teamOtherRound"])
        #expect(evaluate("14-3-1", "14-3") == [])
        let member = try #require(try members().first).cadreId
        func declare(_ round: String, _ unit: String) -> [String] {
            office.refusals {
                try office.run(
                    MakeDeclaration.self, .init(cadre: "\(member)", round: round, units: [unit], reference: "申报表"))
            }.map(\.message.key)
        }
        #expect(declare("99-1", unit) == ["E-NOTFOUND.refusal.roundUnknown"])
        #expect(declare("14-3", "330106J31") == ["E-VAL.refusal.unitNotOfTeam"])
        #expect(declare("14-3", unit) == [])
    }

    @Test func anUnknownRoundIsNotAnEmptyList() throws {
        let lists: [() throws -> Void] = [
            { try office.run(ListDeclarations.self, .init(round: "99-1")) },
            { try office.run(ListServices.self, .init(round: "99-1")) },
            { try office.run(ListAppraisals.self, .init(round: "99-1")) },
            { try office.run(ListEvaluations.self, .init(round: "99-1")) },
            { try office.run(ExportForm.self, .init(form: .authorisation, out: DownloadName("f.csv"), round: "99-1")) },
        ]
        for list in lists { #expect(office.refusals { try list() }.map(\.rule.id) == ["E-NOTFOUND"]) }
        #expect(try office.run(ListAppraisals.self, .init(round: "14-3")).rows.isEmpty)
        #expect(try office.run(ListServices.self, .init(round: "上一轮（2023.12）")).rows.count == 19)
    }

    @Test func aSheetIsWrittenWhenTheWorkIsOver() throws {
        let member = try #require(try members().first).cadreId
        let draft = {
            try office.run(
                DraftAppraisal.self,
                .init(cadre: "\(member)", team: "14-3-1", performance: "好", grade: .competent, opinion: "称职"))
        }
        #expect(office.refusals { _ = try draft() }.map(\.message.key) == ["E-STATE.refusal.serviceRuns"])
        try activate()
        try report()
        try office.run(AdvanceTeam.self, .init(team: "14-3-1", to: .dissolved, reason: "任务完成"))
        _ = try draft()
    }

    /// RC11 is about who inspected: not about who left before the team went on site.
    @Test(arguments: [false, true]) func onlyWhoWentOnSiteInspected(goesOnSite: Bool) throws {
        if goesOnSite { try activate() }
        let inspector = try #require(members().first { $0.role == .inspector }).cadreId
        try office.run(
            ReleaseMember.self, .init(team: "14-3-1", cadre: "\(inspector)", reason: "调任", handover: "移交单"))
        let lines = try office.run(CheckRecusal.self, .init(cadre: "\(inspector)", unit: unit, role: .inspector)).rows
        #expect(lines.first { $0.rule.id == "RC11" }?.verdict == (goesOnSite ? .soft : .clear))
    }

    @Test func nobodyAssessesThemselves() throws {
        try activate()
        try report()
        try office.run(AdvanceTeam.self, .init(team: "14-3-1", to: .dissolved, reason: "任务完成"))
        let leader = try #require(members().first { $0.role == .leader })
        let inspector = try #require(members().first { $0.role == .inspector })
        let draft = { (cadre: UniqueID, roles: Set<Role>) in
            office.refusals {
                try office.run(
                    DraftAppraisal.self,
                    .init(cadre: "\(cadre)", team: "14-3-1", performance: "好", grade: .competent, opinion: "称职"),
                    as: Principal(account: "tl", roles: roles, cadre: leader.cadreId))
            }.map(\.message.key)
        }
        #expect(draft(leader.cadreId, [.teamLeader]) == ["R-SEP-01.refusal.own"])
        #expect(draft(leader.cadreId, [.inspectionOffice]) == ["R-SEP-01.refusal.own"])
        #expect(draft(inspector.cadreId, [.teamLeader]) == [])
    }

    @Test func anAuthorisationIsInEverybodysRecordForThisRoundOnly() throws {
        let services = try office.run(ListServices.self, .init(round: "14-3")).rows
        #expect(services.count == 6)
        #expect(services.allSatisfy { $0.service.authorisation == "西委巡授〔2024〕1号" && $0.service.endedOn == nil })
        #expect(try count("SELECT count(*) FROM personnel_pool_membership WHERE state = 'onAssignment'") >= 6)
        #expect(try office.read { try Candidates.serving(outside: "14-4", in: $0) }.count == 6)
        #expect(try office.read { try Candidates.serving(outside: "14-3", in: $0) }.isEmpty)
        let free = try office.read { try Candidates.inPool(.leader, in: $0) }.map(\.id)
        #expect(!free.contains(try #require(members().first { $0.role == .leader }).cadreId))
        try activate()
        try report()
        try office.run(AdvanceTeam.self, .init(team: "14-3-1", to: .dissolved, reason: "任务完成"))
        #expect(try count("SELECT count(*) FROM personnel_pool_membership WHERE state = 'onAssignment'") == 0)
        let ended = try office.run(ListServices.self, .init(round: "14-3")).rows
        #expect(ended.allSatisfy { $0.service.endedOn != nil })
        let leader = try #require(members().first { $0.role == .leader })
        let target = try office.run(CheckRecusal.self, .init(cadre: "\(leader.cadreId)", unit: unit, role: .leader)).rows
        #expect(target.contains { $0.rule.id == "RC11" && $0.verdict == .soft })
    }

    /// 4.21: a team's authorisation and its end move people, not the office; whoever serves leaves the team before the pool.
    @Test func whoServesIsReleasedBeforeAnythingElse() throws {
        let inspector = try #require(members().first { $0.role == .inspector })
        func move(_ to: PoolState, _ exit: ExitReason? = nil, of cadre: String = "\(inspector.cadreId)") -> [String] {
            office.refusals {
                try office.run(
                    AdvancePool.self,
                    .init(cadre: cadre, pool: .inspector, to: to, document: "函〔2024〕1号", exit: exit, reason: "调任"))
            }.map(\.message.key)
        }
        for refused in [move(.admitted), move(.exited, .postChange), move(.exited, .discipline)] {
            #expect(refused == ["E-STATE.refusal.inTeam"])
        }
        // Whoever is in no team is not on assignment either.
        let free = try #require(
            try office.run(ListPool.self, .init(pool: .inspector, state: .admitted, limit: 1)).rows.first)
        #expect(move(.onAssignment, of: "\(free.cadre.id)") == ["E-STATE.refusal.notServing"])
        try office.run(
            ReleaseMember.self, .init(team: "14-3-1", cadre: "\(inspector.cadreId)", reason: "调任", handover: "移交单"))
        #expect(move(.exited, .postChange) == [])
    }

    /// Form F3 with its joins: post, political status, specialties and what came of the recusal check; nothing of it for whoever is
    /// recused from the team's unit.
    @Test func theAuthorisationIsAWholeForm() throws {
        func form(as principal: Principal? = nil) throws -> SourceTable {
            let out = try office.run(
                ExportForm.self, .init(form: .authorisation, out: DownloadName("f.csv"), round: "14-3"), as: principal)
            return try CSV.read(out.document.data).withHeader(matching: [FieldName("cadre", ["姓名"])])
        }
        let table = try form()
        #expect(table.rows.count == 6)
        for column in ["职务", "工作单位", "政治面貌", "授权文号", "授权日期", "回避审核结果"] {
            let place = try #require(table.header.firstIndex(of: column))
            #expect(table.rows.allSatisfy { !$0[place].isEmpty }, "\(column)")
        }
        let result = try #require(table.header.firstIndex(of: "回避审核结果"))
        #expect(Set(table.rows.map { $0[result] }).contains("已审核，无需回避"))
        let remarks = table.remarks.flatMap(\.cells)
        #expect(remarks.contains("文号：西委巡授〔2024〕1号") && remarks.contains("（盖章处）"))
        #expect(remarks.contains("范围：轮次 14-3；共 6 行"))
        let leader = try #require(members().first { $0.role == .leader })
        try office.run(RaiseRecusal.self, .init(cadre: "\(leader.cadreId)", unit: unit, reason: "接到反映"))
        let own = try form().rows.first { $0.cells.contains(leader.cadre) }
        #expect(own?[result].contains("待核实") == true)
        let recused = Principal(account: "io", roles: [.inspectionOffice], cadre: leader.cadreId)
        #expect(try form(as: recused).rows.isEmpty)
        let shown = try office.run(ShowCadre.self, .init(cadre: "\(leader.cadreId)"), as: recused).services
        #expect(!shown.contains { $0.service.round == "14-3" })
    }

    /// A leader reads the sheets of the own team's members, and cannot tell other people from people who do not exist.
    @Test func aLeaderListsTheSheetsOfTheOwnTeamOnly() throws {
        try activate()
        try report()
        try office.run(AdvanceTeam.self, .init(team: "14-3-1", to: .dissolved, reason: "任务完成"))
        let people = try members()
        let leader = try #require(people.first { $0.role == .leader }), deputy = try #require(people.first { $0.role == .deputy })
        let own = Principal(account: "tl", roles: [.teamLeader], cadre: leader.cadreId)
        func draft(_ cadre: String, _ team: String, as principal: Principal? = nil) throws {
            try office.run(
                DraftAppraisal.self,
                .init(cadre: cadre, team: team, performance: "扎实", grade: .competent, opinion: "称职"), as: principal)
        }
        try draft(deputy.cadre, "14-3-1", as: own)
        try draft("\(leader.cadreId)", "14-3-1")
        let earlier = try office.run(ListServices.self, .init(round: "上一轮（2023.12）")).rows
        let other = try #require(earlier.first { line in !people.contains { $0.cadreId == line.service.cadreId } })
        try draft("\(other.service.cadreId)", other.service.team)
        #expect(try office.run(ListAppraisals.self, .init()).rows.count == 3)
        func seen(_ input: ListAppraisals.Input, as principal: Principal) throws -> [String] {
            try office.run(ListAppraisals.self, input, as: principal).rows.map(\.cadre)
        }
        #expect(try seen(.init(), as: own) == [deputy.cadre])
        #expect(try seen(.init(round: "14-3", cadre: deputy.cadre), as: own) == [deputy.cadre])
        for cadre in [other.cadre, "\(other.service.cadreId)", leader.cadre, "没有此人"] {
            #expect(try seen(.init(cadre: cadre), as: own) == [], "\(cadre)")
        }
        #expect(try seen(.init(round: "99-9"), as: own) == [])
        let stranger = Principal(account: "tl2", roles: [.teamLeader], cadre: other.service.cadreId)
        #expect(try seen(.init(), as: stranger) == [])
        #expect(try seen(.init(), as: Principal(account: "tl3", roles: [.teamLeader])) == [])
        #expect(
            office.refusals { _ = try seen(.init(), as: Principal(account: "in", roles: [.inspector], cadre: deputy.cadreId)) }
                .map(\.rule.id) == ["E-PERM"])
        try office.run(RaiseRecusal.self, .init(cadre: "\(leader.cadreId)", unit: unit, reason: "接到反映"))
        #expect(try seen(.init(), as: own) == [])
    }

    @Test func servicesAndSheetsAreReadPageByPage() throws {
        func pages<Row: Tabular>(_ list: (String?) throws -> Page<Row>) throws -> [Row] {
            var rows: [Row] = [], after: String?
            repeat {
                let page = try list(after)
                rows += page.rows
                after = page.next
            } while after != nil
            return rows
        }
        let whole = try office.run(ListServices.self, .init(limit: 1000)).rows.map(\.service.id)
        #expect(whole.count == 25 && Set(whole).count == 25)
        #expect(try pages { try office.run(ListServices.self, .init(limit: 4, after: $0)) }.map(\.service.id) == whole)
        for line in try office.run(ListServices.self, .init(limit: 1000)).rows.filter({ $0.service.endedOn != nil }).prefix(9) {
            try office.run(
                DraftAppraisal.self,
                .init(
                    cadre: "\(line.service.cadreId)", team: line.service.team, performance: "扎实", grade: .competent,
                    opinion: "称职"))
        }
        let sheets = try office.run(ListAppraisals.self, .init(limit: 1000)).rows.map(\.appraisal.id)
        #expect(sheets.count == 9)
        #expect(try pages { try office.run(ListAppraisals.self, .init(limit: 2, after: $0)) }.map(\.appraisal.id) == sheets)
        #expect(office.refusals { try office.run(ListServices.self, .init(after: "x")) }.map(\.field) == ["after"])
    }

    @Test func whoIsRecusedSeesNothingOfTheUnitAndCountsNothing() throws {
        let leader = try #require(members().first { $0.role == .leader })
        let deputy = try #require(members().first { $0.role == .deputy })
        let principal = Principal(account: "tl", roles: [.teamLeader], cadre: leader.cadreId)
        try office.run(
            DraftFinding.self,
            .init(
                round: "14-3", unit: unit, wording: "问题", leaf: "1.1", phenomenon: "现象", basis: "依据", responsibility: "责任",
                evidence: "佐证", handlers: [leader.cadre, deputy.cadre]), as: principal)
        func seen(as principal: Principal) throws -> (findings: Int, targets: Int) {
            (
                try office.run(ListFindings.self, .init(round: "14-3"), as: principal).rows.count,
                try office.run(ListTargets.self, .init(round: "14-3"), as: principal).rows.count
            )
        }
        #expect(try seen(as: principal) == (1, 1))
        try office.run(RaiseRecusal.self, .init(cadre: "\(leader.cadreId)", unit: unit, reason: "接到反映"))
        #expect(try seen(as: principal) == (0, 0))
        let inOffice = Principal(account: "io", roles: [.inspectionOffice], cadre: leader.cadreId)
        #expect(try seen(as: inOffice) == (0, 0))
        #expect(try seen(as: Principal(account: "dl", roles: [.deputyLeader], cadre: deputy.cadreId)) == (1, 1))
        let no = try #require(try office.run(ListRecusals.self, .init()).rows.first { $0.recusal.raisedBy == .office }).recusal.no
        try office.run(DecideRecusal.self, .init(no: no, to: .verifying))
        try office.run(DecideRecusal.self, .init(no: no, to: .dismissed, reason: "查无此事"), as: group)
        #expect(try seen(as: principal) == (1, 1))
    }

    @Test func aReturnedDraftIsRememberedAndCountsInTheQualityOfItsHandlers() throws {
        let leader = try #require(members().first { $0.role == .leader })
        let deputy = try #require(members().first { $0.role == .deputy })
        let head = Principal(account: "tl", roles: [.teamLeader], cadre: leader.cadreId)
        let second = Principal(account: "dl", roles: [.deputyLeader], cadre: deputy.cadreId)
        func advance(_ no: String, _ state: FindingState, _ reason: String? = nil, as who: Principal) throws {
            try office.run(AdvanceFinding.self, .init(no: no, to: state, reason: reason), as: who)
        }
        func quality() throws -> CompetencePoint? {
            try office.read { try MemberSources.drafts.points([deputy.cadreId], $0) }[deputy.cadreId]
        }
        func draft() throws -> String {
            try office.run(
                DraftFinding.self,
                .init(
                    round: "14-3", unit: unit, wording: "问题", leaf: "1.1", phenomenon: "现象", basis: "依据", responsibility: "责任",
                    evidence: "佐证", handlers: [leader.cadre, deputy.cadre]), as: head
            ).row.finding.no
        }
        let no = try draft()
        try advance(no, .submitted, as: head)
        try advance(no, .drafting, "证据与现象对不上", as: second)
        #expect(try quality() == nil, "nothing is decided yet")
        try advance(no, .submitted, as: head)
        try advance(no, .deputyReviewed, as: second)
        try advance(no, .drafting, "组务会要求补充责任", as: head)
        let returned = try office.run(ShowFinding.self, .init(no: no), as: head)
        #expect(returned.record.finding.reviewedBy == nil, "it has to be reviewed again")
        #expect(
            returned.steps.filter { $0.word == FindingSteps.returned }.map(\.reason) == ["证据与现象对不上", "组务会要求补充责任"])
        try advance(no, .submitted, as: head)
        try advance(no, .deputyReviewed, as: second)
        try advance(no, .meetingApproved, as: head)
        try advance(no, .signed, as: head)
        #expect(try quality()?.points == 3333, "one of three hand-ins passed")
        let other = try draft()
        try advance(other, .withdrawn, "并入前一问题", as: head)
        #expect(try quality()?.points == 2500)
        #expect(try quality().map { office.text($0.evidence) } == "经手且已有结论的底稿 2 份，通过 1 份，退回 2 次")
    }

    @Test func anUntrueDeclarationReleasesThePersonAndMarksTheirDrafts() throws {
        let leader = try #require(members().first { $0.role == .leader })
        let deputy = try #require(members().first { $0.role == .deputy })
        let principal = Principal(account: "tl", roles: [.teamLeader], cadre: leader.cadreId)
        try office.run(
            DraftFinding.self,
            .init(
                round: "14-3", unit: unit, wording: "问题", leaf: "1.1", phenomenon: "现象", basis: "依据", responsibility: "责任",
                evidence: "佐证", handlers: [leader.cadre, deputy.cadre]), as: principal)
        try office.run(
            ConfirmDeclaration.self, .init(cadre: "\(deputy.cadreId)", round: "14-3", untrue: unit, reason: "隐瞒亲属关系"))
        let states = try members()
        #expect(states.first { $0.cadreId == deputy.cadreId }?.memberState == .released)
        #expect(states.first { $0.cadreId == leader.cadreId }?.memberState != .released)
        #expect(try count("SELECT count(*) FROM inspection_finding WHERE recheck = 'R-RCU-04'") == 1)
    }
}
