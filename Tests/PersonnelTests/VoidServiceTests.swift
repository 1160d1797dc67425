import GRDB
import Interchange
import Operations
import Organization
import Persistence
import PluginKit
import PluginTestKit
import Testing

@testable import Personnel

/// A service that was recorded wrongly is taken back and counts nowhere.
@Suite struct VoidServiceTests {
    private let district: SampleDistrict
    private var office: TestOffice { district.office }
    private let other = Principal(account: "io2", roles: [.inspectionOffice])
    private let unit = "330106J05"

    init() throws { district = try SampleDistrict(roster: "cadres/pool-sample.csv") }

    private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    @discardableResult
    private func record(_ cadre: String = "彭华", _ round: String = "13-2", team: String? = nil) throws -> UniqueID {
        try office.run(
            RecordService.self,
            .init(
                cadre: cadre, round: round, team: team, role: .inspector, units: [unit], from: try day("2022-03-01"),
                to: try day("2022-06-01"), source: "旧档案")
        ).row.service.id
    }

    private func void(_ id: UniqueID, _ reason: String = "登记错人", as principal: Principal? = nil) throws {
        try office.run(VoidService.self, .init(serviceId: id, reason: reason), as: principal)
    }

    private func refused(_ id: UniqueID, _ reason: String = "登记错人", as principal: Principal? = nil) -> [String] {
        office.refusals { try void(id, reason, as: principal) }.map(\.message.key)
    }

    private func served(_ cadre: String = "彭华") throws -> Int? {
        try office.run(ListPool.self, .init(pool: .inspector, limit: 1000)).rows.first { $0.cadre.name == cadre }?.membership
            .roundsServed
    }

    private func draft(_ cadre: String = "彭华", team: String = "13-2") throws {
        try office.run(
            DraftAppraisal.self,
            .init(cadre: cadre, team: team, performance: "发现问题准", grade: .excellent, opinion: "优秀"))
    }

    private func confirm(_ cadre: String = "彭华", team: String = "13-2") throws {
        try office.run(ConfirmAppraisal.self, .init(cadre: cadre, team: team, opinion: "同意"), as: other)
    }

    @Test func itCountsNowhereAndStaysWithItsReason() throws {
        let before = try served()
        let id = try record()
        let target = try office.read { try Units.unit(code: unit, in: $0).id }
        func inspected() throws -> Bool {
            try office.read { try Candidates.inPool(.inspector, in: $0) }.first { $0.name == "彭华" }?.inspected.contains {
                $0.unitId == target
            } ?? false
        }
        func form(_ form: PersonnelForm) throws -> Bool {
            let file = try office.run(ExportForm.self, .init(form: form, out: DownloadName("f.csv"), cadre: "彭华"))
            return String(decoding: file.document.data, as: UTF8.self).contains("13-2")
        }
        func grade() throws -> AppraisalGrade? {
            try office.run(ListPool.self, .init(pool: .inspector, limit: 1000)).rows.first { $0.cadre.name == "彭华" }?.grade
        }
        func shown() throws -> [Bool] {
            [
                try inspected(), try form(.authorisation), try form(.appraisal), try grade() != nil,
                try office.run(ListAppraisals.self, .init(cadre: "彭华")).rows.count == 1,
                try !office.read { try AppraisalGrades.confirmed(in: $0) }.isEmpty,
                try office.run(ShowCadre.self, .init(cadre: "彭华")).services.contains { $0.service.id == id },
                try office.run(ListServices.self, .init(cadre: "彭华")).rows.contains { $0.service.id == id },
                try served() == before.map { $0 + 1 },
            ]
        }
        try draft()
        try confirm()
        #expect(try shown() == Array(repeating: true, count: 9))
        #expect(refused(id, " ") == ["E-VAL.refusal.empty"])
        try void(id)
        #expect(try shown() == Array(repeating: false, count: 9))
        #expect(try served() == before)
        let voided = try office.run(ListServices.self, .init(cadre: "彭华", voided: true)).rows
        #expect(voided.map(\.service.id) == [id] && voided.first?.service.voidReason == "登记错人")
        #expect(voided.first?.service.voidedBy == office.office.account)
        #expect(try district.count("personnel_appraisal") == 1)
        #expect(refused(id) == ["E-NOTFOUND.refusal.outcome"])
    }

    @Test func whatWasTakenBackIsRecordedAnewAndARoundOfTwoTeamsStays() throws {
        let before = try #require(try served())
        let first = try record(), second = try record(team: "13-2-4")
        try void(first)
        #expect(try served() == before + 1, "the round is on record in the other team still")
        try void(second)
        #expect(try served() == before)
        try record()
        #expect(try served() == before + 1)
        try draft()
        #expect(try office.run(ListAppraisals.self, .init(cadre: "彭华")).rows.count == 1)
    }

    @Test func aConfirmedServiceIsTakenBackByASecondPerson() throws {
        let id = try record()
        try draft()
        try confirm()
        #expect(refused(id, as: other) == ["R-SEP-01.refusal"])
        try void(id)
    }

    @Test func aSheetThatWasSentIsTakenBackFirst() throws {
        let id = try record()
        try draft()
        try confirm()
        try office.run(SendAppraisal.self, .init(cadre: "彭华", team: "13-2"))
        #expect(refused(id) == ["E-STATE.refusal.sheetSent"])
        #expect(refused(id, " ", as: other) == ["E-VAL.refusal.empty", "E-STATE.refusal.sheetSent", "R-SEP-01.refusal"])
        let recall = { (reason: String) in
            try office.run(RecallAppraisal.self, .init(cadre: "彭华", team: "13-2", reason: reason)).row.appraisal
        }
        #expect(office.refusals { _ = try recall(" ") }.map(\.field) == ["reason"])
        let sheet = try recall("服务登记错人")
        #expect(sheet.state == .drafted && sheet.confirmedBy == nil && sheet.sentOn == nil && sheet.sentTo == nil)
        #expect(office.refusals { _ = try recall("again") }.map(\.message.key) == ["E-STATE.refusal.appraisalState"])
        // It can be corrected, and is confirmed anew.
        try draft()
        try confirm()
        try void(id)
    }

    @Test func aLinkedMoveKeepsItUntilItIsTakenBack() throws {
        let id = try record()
        func promote() throws -> UniqueID {
            try office.run(
                AddMove.self,
                .init(
                    cadre: "彭华", kind: .promotion, fromPost: "科员", toPost: "科长", on: try day("2023-05-01"),
                    document: "西委干〔2023〕1号", rounds: ["13-2"])
            ).row.move.id
        }
        let move = try promote()
        #expect(refused(id) == ["R-PRO-02.refusal.linked"])
        let twin = try record(team: "13-2-4")
        try void(id)
        #expect(refused(twin) == ["R-PRO-02.refusal.linked"], "the other service carried the link")
        try office.run(VoidMove.self, .init(moveId: move, reason: "文号写错"))
        try void(twin)
        #expect(office.refusals { _ = try promote() }.map(\.rule.id) == ["R-PRO-02"])
        try record()
        #expect(try promote() != move, "what was taken back may be recorded again")
    }

    @Test func whatATeamDidIsNoEntry() throws {
        let cadre = try district.cadre("彭华").id
        let place = try office.read { try Units.unit(code: unit, in: $0).id }
        try office.dispatcher.store.write(owner: "personnel") { db in
            var service = Service(
                id: UniqueID(milliseconds: 1, counter: 1, random: 1), version: 1, cadreId: cadre, round: "14-3", team: "14-3-1",
                role: .inspector, startsOn: try day("2022-03-01"))
            service.endedOn = try day("2022-06-01")
            try service.insert(db)
            try db.execute(sql: "INSERT INTO personnel_service_unit VALUES (?, ?)", arguments: [service.id, place])
        }
        let id = try #require(try office.run(ListServices.self, .init(round: "14-3")).rows.first).service.id
        #expect(refused(id) == ["E-STATE.refusal.serviceOfTeam"])
    }

    /// `石浩` served in the last round by the roster's remark (decision 0060).
    @Test func anExactRecordAndTheRemarkAreOneRound() throws {
        #expect(try served("石浩") == 1)
        let exact = try record("石浩")
        #expect(try served("石浩") == 1)
        let told = try #require(
            try office.run(ListServices.self, .init(cadre: "石浩")).rows.first { $0.service.id != exact }?.service.id)
        try void(told)
        #expect(try served("石浩") == 1, "the exact record stands")
        try void(exact)
        #expect(try served("石浩") == 0)
    }

    @Test func anInspectedUnitThatBecomesKnownRaisesAPotentialRecusal() throws {
        try office.run(
            MakeDeclaration.self, .init(cadre: "彭华", round: "14-3", units: [unit], role: .inspector, reference: "表1"))
        let before = try district.count("personnel_recusal WHERE rule = 'RC11'")
        try record()
        #expect(try district.count("personnel_recusal WHERE rule = 'RC11'") == before + 1)
    }

    @Test func onlyThoseWhoRecordTakeBack() throws {
        let id = try record()
        let hr = Principal(account: "hr", roles: [.hrBureau])
        #expect(office.refusals { try void(id, as: hr) }.map(\.rule.id) == ["E-PERM"])
    }
}
