import GRDB
import Operations
import PluginKit
import Testing

@testable import Inspection
@testable import Organization
@testable import Rectification
@testable import StudyLog

@Suite struct EntryTests {
    let study: StudyOffice

    init() throws { study = try StudyOffice() }

    @Test func aStudyIsRecordedAndNumbered() throws {
        let first = try study.add("王鑫", "2024-05-01")
        let second = try study.add("王鑫", "2024-05-02")
        #expect([first.no, second.no] == ["2024-000001", "2024-000002"])
        #expect([first.platform, first.recordedBy] == ["self", "trainer"])
        #expect(StudyState(first) == .recorded)
    }

    @Test func everythingWrongIsSaidAtOnce() throws {
        let refused = study.refused {
            try study.add("王鑫", "2024-07-02", topic: nil, minutes: -5, points: -1, platform: "weixin", appliedTo: "1-1-0001")
        }
        #expect(
            refused == [
                "E-VAL.refusal.choice platform", "R-LOG-01.refusal.future date", "R-LOG-01.refusal.negative minutes",
                "R-LOG-01.refusal.negative points", "E-VAL.refusal.studyApplication application",
                "E-VAL.refusal.studySubject topic",
            ])
        #expect(study.refused { try study.add("王鑫", "2024-05-01", minutes: nil) } == ["E-VAL.refusal.studyAmount minutes"])
        #expect(study.refused { try study.add(nil, "2024-05-01") } == ["E-VAL.refusal.missing cadre"])
    }

    @Test(arguments: [(1440, []), (1441, ["R-LOG-01.refusal.day minutes"])])
    func aDayHasTwentyFourHours(minutes: Int, expected: [String]) throws {
        try study.take(Sample.xihu("王鑫,专题党课,2024-05-01,4"), "xihu-xianfeng")
        #expect(study.refused { try study.add("王鑫", "2024-05-01", minutes: minutes - 240) } == expected)
        #expect(study.refused { try study.add("江洋", "2024-05-01", minutes: minutes - 240) } == [])
    }

    @Test func thePlatformsCapBindsEntriesByHandToo() throws {
        #expect(
            study.refused { try study.add("王鑫", "2024-05-01", minutes: nil, points: 46, platform: "xuexi-qiangguo") }
                == ["R-LOG-01.refusal.cap points"])
        #expect(study.refused { try study.add("王鑫", "2024-05-01", minutes: nil, points: 45, platform: "xuexi-qiangguo") } == [])
    }

    @Test func theSameStudyStandsOnce() throws {
        let entry = try study.add("王鑫", "2024-05-01")
        #expect(study.refused { try study.add("王鑫", "2024-05-01", minutes: 30) } == ["R-LOG-02.refusal topic"])
        #expect(study.refused { try study.add("王鑫", "2024-05-01", topic: "监察法") } == [])
        #expect(study.refused { try study.add("王鑫", "2024-05-02") } == [])
        try study.office.run(VoidStudy.self, .init(no: entry.no, reason: "记错日期"), as: study.trainer)
        #expect(study.refused { try study.add("王鑫", "2024-05-01", minutes: 30) } == [])
    }

    @Test func whatWasVoidedStaysButCountsNowhere() throws {
        let entry = try study.add("王鑫", "2024-05-01")
        #expect(
            study.refused { try study.office.run(VoidStudy.self, .init(no: entry.no, reason: " ")) } == [
                "E-VAL.refusal.missing reason"
            ])
        try study.office.run(VoidStudy.self, .init(no: entry.no, reason: "记错人"), as: study.trainer)
        #expect(try study.office.run(SumStudy.self, .init(), as: study.trainer).rows.isEmpty)
        #expect(try study.office.run(ListStudy.self, .init(), as: study.trainer).rows.isEmpty)
        let shown = try study.office.run(ShowStudy.self, .init(no: entry.no), as: study.trainer).row
        #expect(shown.entry.voidReason == "记错人")
        #expect(
            study.refused { try study.office.run(VerifyStudy.self, .init(no: entry.no)) } == ["E-STATE.refusal.studyVoided no"])
    }

    @Test func anotherPersonVerifies() throws {
        let entry = try study.add("王鑫", "2024-05-01")
        let own = "E-PERM.refusal.ownStudy no"
        #expect(study.refused { try study.office.run(VerifyStudy.self, .init(no: entry.no), as: study.trainer) } == [own])
        let self2 = try study.learner("王鑫", roles: [.trainer])
        #expect(study.refused { try study.office.run(VerifyStudy.self, .init(no: entry.no), as: self2) } == [own])
        let verified = try study.office.run(VerifyStudy.self, .init(no: entry.no)).row.entry
        #expect([verified.verifiedBy, verified.verifiedOn?.description] == ["office", "2024-07-01"])
        #expect(
            study.refused { try study.office.run(VerifyStudy.self, .init(no: entry.no)) } == ["E-STATE.refusal.studyVerified no"])
        #expect(
            study.refused { try study.office.run(VoidStudy.self, .init(no: entry.no, reason: "x", version: 1)) } == [
                "E-LOCK.refusal -"
            ])
    }

    @Test func onePersonsLogIsClosedToOthersAsIfItWereNotThere() throws {
        let entry = try study.add("江洋", "2024-05-01")
        let wang = try study.learner("王鑫")
        try study.add(nil, "2024-05-01", as: wang)
        #expect(try study.office.run(ListStudy.self, .init(), as: wang).rows.map(\.cadre) == ["王鑫"])
        #expect(try study.office.run(SumStudy.self, .init(), as: wang).rows.map(\.cadre) == ["王鑫"])
        #expect(try study.office.run(CompareModes.self, .init(), as: wang).rows.map(\.cadre) == ["王鑫"])
        #expect(Set(try study.office.run(ListShortfalls.self, .init(), as: wang).rows.map(\.cadre)) == ["王鑫"])
        #expect(Set(try study.office.run(ListReminders.self, .init(), as: wang).rows.map(\.cadre)) == ["王鑫"])
        let form = try study.office.run(ExportStudy.self, .init(out: DownloadName("log.csv")), as: wang)
        #expect(form.count == 1)
        for name in ["江洋", "没有这人"] {
            #expect(
                study.refused { _ = try study.office.run(ListStudy.self, .init(cadre: name), as: wang) } == [
                    "E-NOTFOUND.refusal.cadre cadre"
                ])
            #expect(study.refused { try study.add(name, "2024-05-03", as: wang) } == ["E-NOTFOUND.refusal.cadre cadre"])
        }
        for no in [entry.no, "2024-009999"] {
            #expect(
                study.refused { _ = try study.office.run(ShowStudy.self, .init(no: no), as: wang) } == [
                    "E-NOTFOUND.refusal.studyEntry no"
                ])
            #expect(
                study.refused { try study.office.run(VoidStudy.self, .init(no: no, reason: "x"), as: wang) } == [
                    "E-NOTFOUND.refusal.studyEntry no"
                ])
            #expect(
                study.refused { try study.office.run(ApplyStudy.self, .init(no: no, application: "x"), as: wang) }
                    == ["E-NOTFOUND.refusal.studyEntry no"])
        }
        let stranger = Principal(account: "stranger", roles: [.learner])
        #expect(try study.office.run(ListStudy.self, .init(), as: stranger).rows.isEmpty)
    }

    @Test func peopleTakeBackWhatTheyEnteredThemselvesUntilItIsVerified() throws {
        let wang = try study.learner("王鑫")
        try study.take(Sample.xihu("王鑫,专题党课,2024-05-01,4"), "xihu-xianfeng")
        let imported = try #require(try study.office.run(ListStudy.self, .init(), as: wang).rows.first)
        #expect(
            study.refused { try study.office.run(VoidStudy.self, .init(no: imported.no, reason: "x"), as: wang) }
                == ["E-PERM.refusal.studyVoid no"])
        let own = try study.add(nil, "2024-05-02", as: wang)
        #expect(study.refused { try study.office.run(VoidStudy.self, .init(no: own.no, reason: "x"), as: wang) } == [])
    }

    @Test func aGroupStudyIsForEverybodyOrForNobody() throws {
        let day = try StudyOffice.day("2024-05-01")
        func group(_ people: [String]) throws -> [StudyLine] {
            try study.office.run(
                RecordGroupStudy.self, .init(cadre: people, date: day, topic: "专题研讨", minutes: 90, mode: .systematic),
                as: study.trainer
            ).rows
        }
        #expect(
            study.refused { _ = try group(["王鑫", "没有这人", "叶凯"]) } == [
                "E-NOTFOUND.refusal.cadre cadre", "E-VAL.refusal.cadreSeveral cadre",
            ])
        #expect(study.refused { _ = try group(["王鑫", "江洋", "王鑫"]) } == ["R-LOG-02.refusal topic"])
        #expect(try study.count("studylog_entry") == 0)
        let lines = try group(["王鑫", "江洋"])
        #expect(lines.map(\.cadre) == ["王鑫", "江洋"])
        #expect(Set(lines.map(\.platform)) == ["group"])
    }

    @Test func anApplicationNamesARecordThatTheCallerMaySee() throws {
        let no = try issuedFinding()
        let linked = try study.add("王鑫", "2024-05-01", application: "用于核查采购", appliedTo: no, as: study.office.office)
        #expect(linked.appliedTo == no)
        // The trainer sees no findings: one that is there and one that is not are the same.
        for number in [no, "1-1-0999"] {
            #expect(
                study.refused { try study.add("王鑫", "2024-05-02", application: "用于核查采购", appliedTo: number) }
                    == ["E-NOTFOUND.refusal.number appliedTo"])
        }
        let later = try study.add("王鑫", "2024-05-03")
        let applied = try study.office.run(ApplyStudy.self, .init(no: later.no, application: "用于谈话提纲", appliedTo: no)).row.entry
        #expect([applied.appliedTo, applied.appliedOn?.description] == [no, "2024-07-01"])
        #expect(
            study.refused {
                try study.office.run(
                    ApplyStudy.self, .init(no: later.no, application: "x", date: try StudyOffice.day("2024-05-02")))
            } == ["R-LOG-01.refusal.applied date"])
    }

    private func issuedFinding() throws -> String {
        try study.office.run(
            OpenTerm.self,
            .init(number: 14, name: "十四届", start: try StudyOffice.day("2022-01-01"), satisfactionThreshold: "90.00"))
        try study.office.run(
            CreateRound.self,
            .init(number: 1, title: "第一轮", start: try StudyOffice.day("2022-03-01"), end: try StudyOffice.day("2022-06-30")))
        let rows = "问题编号,被巡察党组织,类别,问题,状态\n1,西湖区财政局,政治建设,采购程序不规范,整改中\n"
        try study.office.run(
            ImportLedger.self,
            .init(file: Upload(name: "ledger.csv", data: .init(rows.utf8)), round: "14-1", createUnits: true))
        return try study.office.read { try String.fetchOne($0, sql: "SELECT no FROM inspection_finding") ?? "" }
    }
}
