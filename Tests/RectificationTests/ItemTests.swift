import GRDB
import Operations
import Persistence
import PluginKit
import Testing

@testable import Rectification

/// The life of an item.
@Suite struct ItemTests {
    let world: World
    let no = "14-3-0001"

    init() throws { world = try World() }

    @Test func everyIssuedFindingGetsOneItemWithItsWording() throws {
        let opened = try world.office.run(OpenLedger.self, .init(round: "14-3"), as: world.io).row
        #expect((opened.issued, opened.created) == (2, 2))
        let again = try world.office.run(OpenLedger.self, .init(round: "14-3"), as: world.io).row
        #expect((again.issued, again.created) == (2, 0))
        #expect(try world.item("14-3-0002").wording.utf8.elementsEqual("党费收缴不及时".utf8))
    }

    @Test func aRoundWithoutIssuedFindingsHasNoLedger() throws {
        let empty = try World(findings: [])
        #expect(empty.rules { try empty.open() } == ["E-STATE"])
    }

    @Test func theWordingNeverChanges() throws {
        try world.open()
        for sql in [
            "UPDATE rectification_item SET wording = wording || '。'", "UPDATE rectification_item SET findingId = randomblob(16)",
        ] {
            let error = #expect(throws: DatabaseError.self) {
                try world.office.dispatcher.store.write(owner: "rectification") { try $0.execute(sql: sql) }
            }
            #expect(error?.message?.contains("R-LST-07") == true)
        }
        #expect(throws: DatabaseError.self) {
            try world.office.dispatcher.store.write(owner: "rectification") {
                try $0.execute(sql: "DELETE FROM rectification_item")
            }
        }
    }

    @Test func aPlanIsCheckedAllAtOnce() throws {
        try world.open()
        let input = PlanItem.Input(
            no: no, goal: " ", measures: ["　"], leaderInCharge: "", leadDepartment: "", due: World.today.adding(months: 24),
            kindOfFix: nil,
            version: nil)
        let refusals = world.office.refusals { try world.office.run(PlanItem.self, input, as: world.unit) }
        #expect(refusals.compactMap(\.field) == ["goal", "leaderInCharge", "leadDepartment", "measures", "due"])
        #expect(refusals.last?.rule.id == "R-RCT-02")
    }

    @Test func nothingBeginsBeforeThePlanHasPassed() throws {
        try world.open()
        #expect(world.rules { try world.office.run(StartItem.self, .init(no: no, version: nil), as: world.unit) } == ["E-STATE"])
        #expect(world.rules { try world.submit(no) } == ["E-STATE"])
    }

    @Test func aLateItemIsStartedByTheUnit() throws {
        try world.passPlan()
        try world.addFinding(number: 3, wording: "补发问题")
        try world.open()
        try world.office.run(StartItem.self, .init(no: "14-3-0003", version: nil), as: world.unit)
        #expect(try world.item("14-3-0003").status == .inProgress)
    }

    @Test func threePeopleWriteAnItemOff() throws {
        try world.passPlan()
        try world.submit(no)
        #expect(world.rules { try world.close(no) } == ["E-STATE"])
        try world.check(no)
        #expect(world.rules { try world.close(no, as: world.io) } == ["R-RCT-04"])
        try world.close(no)
        let item = try world.item(no)
        #expect((item.submittedBy, item.checkedBy, item.closedBy) == ("us", "io", "leader"))
        #expect((item.status, item.closedOn, item.lossFen) == (.closed, World.today, 7_132_050))
    }

    @Test func theOfficeOnPaperIsAPersonToo() throws {
        try world.passPlan()
        try world.submit(no, as: world.io)
        #expect(world.rules { try world.check(no, as: world.io) } == ["R-RCT-04"])
        try world.check(no, as: world.io2)
        for person in [world.io, world.io2] { #expect(world.rules { try world.close(no, as: person) } == ["R-RCT-04"]) }
        try world.close(no, as: world.io3)
    }

    @Test func withoutEvidenceNothingIsSubmittedAndNothingIsKept() throws {
        try world.passPlan()
        #expect(world.rules { try world.submit(no, evidence: nil) } == ["R-RCT-03"])
        #expect(world.rules { try world.submit(no, evidence: [World.file("")]) } == ["E-VAL"])
        #expect(try world.item(no).status == .inProgress)
        #expect(
            try world.office.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM rectification_file WHERE data = x''") } == 0)
    }

    @Test func evidenceHasADayOfItsOwn() throws {
        try world.passPlan()
        let today = World.today
        func report(_ day: CalendarDate, _ files: [Upload]) throws {
            let input = ReportProgress.Input(no: no, progress: "已印发制度", evidence: files, evidenceDate: day, version: nil)
            try world.office.run(ReportProgress.self, input, as: world.unit)
        }
        try report(today.adding(days: -30), [World.file("制度一"), World.file("制度二", name: "制度二.pdf")])
        let evidence = try world.office.run(ShowItem.self, .init(no: no)).evidence
        #expect(evidence.map(\.addedOn) == [today, today])
        #expect(evidence.map(\.effectiveOn) == [today.adding(days: -30), today.adding(days: -30)])
        let later = world.office.refusals { try report(today.adding(days: 1), [World.file("三")]) }
        #expect(later.compactMap(\.field) == ["evidenceDate"])
        #expect(world.office.refusals { try report(today, []) }.compactMap(\.field) == ["evidenceDate"])
    }

    @Test func theSameEvidenceTwiceIsPointedOut() throws {
        try world.passPlan()
        try world.submit(no)
        let input = SubmitItem.Input(
            no: "14-3-0002", result: "已收缴", evidence: [World.file("记录", name: "../../etc/另一份.pdf")], systemsNew: 0,
            systemsRevised: 0,
            loss: "0", personsDisciplined: 0, selfExtend: nil, version: nil)
        let answer = try world.office.run(SubmitItem.self, input, as: world.unit)
        #expect(answer.sentence?.key == "item.submit.done.reused")
        #expect(answer.sentence?.arguments["items"] == .text(no))
        #expect(try world.office.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM rectification_evidence") } == 2)
        #expect(
            try world.office.read {
                try String.fetchAll($0, sql: "SELECT DISTINCT name FROM rectification_evidence ORDER BY name")
            } == ["佐证.pdf", "另一份.pdf"])
    }

    @Test func aReturnedItemIsSubmittedAgainAndCounted() throws {
        try world.passPlan()
        try world.submit(no)
        let input = ReturnItem.Input(no: no, reason: "佐证不足", version: nil)
        try world.office.run(ReturnItem.self, input, as: world.io)
        #expect(try world.item(no).returnTimes == 1)
        try world.submit(no, evidence: nil)
        try world.check(no)
        try world.office.run(ReturnItem.self, input, as: world.io)
        #expect(try world.item(no).returnTimes == 2)
        #expect(try world.item(no).status == .returned)
    }

    @Test func longTermIsNotClosed() throws {
        try world.passPlan()
        let later = World.today.adding(months: 6)
        try world.office.run(HoldItem.self, .init(no: no, nextCheck: later, version: nil), as: world.io)
        #expect(try world.item(no).status == .longTerm)
        #expect(world.rules { try world.close(no, as: world.io) } == ["R-RCT-04"])
        try world.close(no, as: world.io2)
        #expect(try world.item(no).nextCheck == nil)
    }

    @Test func aLongTermItemIsResumedAndAClosedOneReopened() throws {
        try world.passPlan()
        let later = World.today.adding(months: 6)
        try world.office.run(HoldItem.self, .init(no: no, nextCheck: later, version: nil), as: world.io)
        try world.office.run(ResumeItem.self, .init(no: no, reason: "又有反弹", version: nil), as: world.io)
        try world.submit(no)
        try world.check(no)
        try world.close(no)
        try world.office.run(ReopenItem.self, .init(no: no, reason: "信访反映", version: nil), as: world.leadingGroup)
        let item = try world.item(no)
        #expect((item.status, item.closedBy, item.closedOn) == (.reopened, nil, nil))
        let detail = try world.office.run(ShowItem.self, .init(no: no), as: world.unit)
        #expect(detail.steps.map(\.toStatus) == [.inProgress, .longTerm, .inProgress, .submitted, .checked, .closed, .reopened])
        #expect(detail.steps.last?.reason == "信访反映")
        #expect(detail.measures.map(\.text) == ["补齐记录", "每季检查"])
        #expect(detail.evidence.map(\.name) == ["佐证.pdf"])
    }

    @Test func reconciledItemsNeedAnAgreeingLedgerAndTheCommission() throws {
        try world.bringReportToThirdTier()
        try world.vote(satisfied: 1, dissatisfied: 1)
        try world.decide(.report, tier: 3)
        try world.submit(no)
        try world.check(no)
        #expect(world.rules { try world.close(no) } == ["R-RCT-05"])
        try world.addFinding(number: 3, wording: "补发问题")
        #expect(world.rules { try world.close(no, confirmation: "纪〔2026〕7号") } == ["R-RCT-05"])
        try world.open()
        try world.close(no, confirmation: "纪〔2026〕7号")
        #expect(try world.item(no).status == .closed)
    }

    @Test func anOldVersionIsRefused() throws {
        try world.open()
        let input = ReportProgress.Input(no: no, progress: "已完成一半", version: 7)
        #expect(world.rules { try world.office.run(ReportProgress.self, input, as: world.unit) } == ["E-LOCK"])
    }

    @Test func hiddenAndAbsentAreTheSame() throws {
        try world.passPlan()
        for person in [world.otherUnit, world.stranger] {
            #expect(world.rules { _ = try world.office.run(ShowItem.self, .init(no: no), as: person) } == ["E-NOTFOUND"])
        }
        #expect(world.rules { try world.submit(no, as: world.otherUnit) } == ["E-NOTFOUND"])
        #expect(world.rules { try world.close(no, as: world.stranger) } == ["E-NOTFOUND"])
        let absent = world.office.refusals { _ = try world.office.run(ShowItem.self, .init(no: "14-3-9999"), as: world.unit) }
        #expect(absent.map(\.rule.id) == ["E-NOTFOUND"])
    }
}
