import Foundation
import GRDB
import Interchange
import Operations
import PluginKit
import Testing

@testable import StudyLog

@Suite struct StudyImportTests {
    let study: StudyOffice

    init() throws { study = try StudyOffice() }

    /// Sums taken from the files by arithmetic of the test's own: cells split at commas, people told apart by name and digits.
    @Test func bothExportsImportAndTheSumsAreThoseOfTheFiles() throws {
        #expect(try study.take(try Sample.upload("study/xuexi-qiangguo.csv"))["saved"] == 2400)
        let xihu = try Sample.upload("study/xihu-xianfeng.csv")
        #expect(study.office.refusals { try study.take(xihu, "xihu-xianfeng") }.count == 33)
        #expect(try study.take(xihu, "xihu-xianfeng", partial: true)["saved"] == 567)
        let lines = try study.office.run(SumStudy.self, .init(), as: study.trainer).rows
        #expect(
            try expectedSums()
                == Set(lines.map { "\($0.cadre) \($0.unit) \($0.platform) \($0.entries) \($0.minutes) \($0.points ?? 0)" }))
    }

    private func expectedSums() throws -> Set<String> {
        func cells(_ path: String) throws -> [[String]] {
            String(decoding: try Sample.data(path), as: UTF8.self).split(whereSeparator: \.isNewline).dropFirst()
                .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        }
        let roster = try cells("cadres/pool-sample.csv")
        var sums: [String: (entries: Int, minutes: Int, points: Int)] = [:]
        for row in try cells("study/xuexi-qiangguo.csv") {
            let person = try #require(roster.first { $0[0] == row[0] && $0[15].hasSuffix(row[1]) })
            sums["\(row[0]) \(person[6]) xuexi-qiangguo", default: (0, 0, 0)].entries += 1
            sums["\(row[0]) \(person[6]) xuexi-qiangguo"]?.points += try #require(Int(row[7]))
        }
        for row in try cells("study/xihu-xianfeng.csv") {
            let people = roster.filter { $0[0] == row[0] }
            guard people.count == 1 else { continue }
            sums["\(row[0]) \(people[0][6]) xihu-xianfeng", default: (0, 0, 0)].entries += 1
            sums["\(row[0]) \(people[0][6]) xihu-xianfeng"]?.minutes += try #require(
                ["0.5": 30, "1": 60, "2": 120, "3": 180, "4": 240][row[3]])
        }
        #expect(sums.count > 300)
        return Set(sums.map { "\($0.key) \($0.value.entries) \($0.value.minutes) \($0.value.points)" })
    }

    @Test func theSameFileTwiceChangesNothing() throws {
        let file = try Sample.upload("study/xuexi-qiangguo.csv")
        try study.take(file)
        func state() throws -> [String] {
            try study.office.read { db in
                try ["studylog_entry", "studylog_import", "kernel_sequence"].flatMap { table in
                    try Row.fetchAll(db, sql: "SELECT * FROM \(table) ORDER BY 1").map(\.description)
                }
            }
        }
        let before = try state()
        let again = try study.take(file)
        #expect(again["saved"] == 0)
        #expect(again["present"] == 2400)
        #expect(Set(again.faults.map(\.message.key)) == ["R-LOG-02.refusal.stored"])
        #expect(again.faults.count == 2400, "programs get every row")
        #expect(again.answer.excerpt?.rows.map { $0[0] } == [.text("2–2401")], "a person at a terminal is told once")
        #expect(try state() == before)
    }

    @Test(arguments: [
        ("王鑫,0293,2024-05-01,1,8,11,0,20", nil),
        ("王鑫,293,2024-05-01,1,8,11,0,20", "手机号后四位 normalised studyplatforms.zerosRestored"),
        ("王大鑫,0293,2024-05-01,1,8,11,0,20", "姓名 refused study.import.unknownPerson"),
        ("王鑫,9999,2024-05-01,1,8,11,0,20", "手机号后四位 question study.import.otherDigits"),
        ("王鑫,29x3,2024-05-01,1,8,11,0,20", "手机号后四位 refused studyplatforms.phoneTail"),
        ("王鑫,0293,2024-05-01,1,8,11,0,21", "积分 refused studyplatforms.wrongSum"),
        ("王鑫,0293,2024-05-01,1,-8,11,0,4", "阅读文章 refused studyplatforms.count"),
        ("王鑫,0293,2024-05-01,1,13,11,0,25", "阅读文章 refused study.import.overPart"),
        ("王鑫,0293,2024-05-01,2,8,11,0,21", "登录 refused study.import.overPart"),
        ("王鑫,0293,2024-07-02,1,8,11,0,20", "日期 refused R-LOG-01.refusal.future"),
        ("王鑫,0293,2024-02-30,1,8,11,0,20", "日期 refused interchange.cell.noSuchDay"),
        ("王鑫,0293,2024-05-01,1,8,11,,20", "答题 refused interchange.cell.missing"),
    ])
    func whatIsWrongWithARowIsSaid(row: String, note: String?) throws {
        let outcome = try study.take(Sample.xuexi(row), partial: true)
        #expect(outcome.notes == (note.map { ["2 \($0)"] } ?? []))
        let isSaved = note == nil || note?.contains("normalised") == true
        #expect(outcome["saved"] == (isSaved ? 1 : 0))
        #expect(outcome["refused"] == (isSaved ? 0 : 1))
    }

    @Test func aNameThatSeveralBearIsAskedAboutUnlessTheDigitsTell() throws {
        let asked = try study.take(Sample.xihu("叶凯,专题党课,2024-05-01,2", "王鑫,专题党课,2024-05-01,2"), "xihu-xianfeng", partial: true)
        #expect(asked.notes == ["2 姓名 question study.import.sameName"])
        #expect(asked["saved"] == 1)
        let roster = String(decoding: try Sample.data("cadres/pool-sample.csv"), as: UTF8.self).split(whereSeparator: \.isNewline)
        let row = try #require(roster.first { $0.hasPrefix("叶凯,") })
        let digits = row.split(separator: ",", omittingEmptySubsequences: false)[15].suffix(4)
        let told = try study.take(
            Sample.export("姓名,活动,日期,学时,手机号后四位", ["叶凯,专题党课,2024-05-01,2,\(digits)"]), "xihu-xianfeng")
        #expect(told["saved"] == 1)
    }

    @Test func oneBadRowKeepsAllOutUnlessTheGoodOnesAreTaken() throws {
        let file = Sample.xuexi("王鑫,0293,2024-05-01,1,8,11,0,20", "王鑫,0293,2024-05-02,1,8,11,0,99")
        #expect(study.refused { try study.take(file) } == ["studyplatforms.wrongSum rows.3.积分"])
        #expect(try study.count("studylog_entry") == 0)
        #expect(try study.take(file, partial: true, dryRun: true)["saved"] == 1)
        #expect(try study.count("studylog_entry") == 0)
        #expect(try study.take(file, partial: true)["saved"] == 1)
        #expect(try study.count("studylog_entry") == 1)
    }

    @Test func aDayOverTheCapIsHandedBackWithThePartThatMakesItSo() throws {
        let rows = (1...5).map { "王鑫,活动\($0),2024-05-01,2" }
        let outcome = try study.take(Sample.export("姓名,活动,日期,学时", rows), "xihu-xianfeng", partial: true)
        #expect(outcome.notes == ["6 学时 refused R-LOG-01.refusal.cap"])
        #expect(outcome["saved"] == 4)
        try study.office.run(
            DecideSetting.self, .init(setting: "platform.cap.xihu-xianfeng.minutes", value: 600, reason: "平台规则已变"))
        #expect(try study.take(Sample.export("姓名,活动,日期,学时", rows), "xihu-xianfeng")["saved"] == 1)
    }

    @Test func twiceInAFileIsSkippedAndOtherFiguresAreAskedAbout() throws {
        let same = "王鑫,0293,2024-05-01,1,8,11,0,20", other = "王鑫,0293,2024-05-01,1,8,10,0,19"
        let outcome = try study.take(Sample.xuexi(same, same, other), partial: true)
        #expect(
            outcome.notes == [
                "3 日期 notice R-LOG-02.refusal.twice", "4 日期 question R-LOG-02.refusal.twiceDiffers",
            ])
        #expect([outcome["saved"], outcome["present"], outcome["refused"]] == [1, 1, 1])
        let later = try study.take(Sample.xuexi(other), partial: true)
        #expect(later.notes == ["2 日期 question R-LOG-02.refusal.storedDiffers"])
    }

    @Test func rowsThatRepeatTheFileItselfAreToldOnce() throws {
        let row = "王鑫,0293,2024-05-01,1,8,11,0,20"
        let outcome = try study.take(Sample.export("姓名,手机号后四位,日期,登录,阅读文章,视听学习,答题,积分", Array(repeating: row, count: 30)))
        #expect(outcome.faults.map(\.message.key) == Array(repeating: "R-LOG-02.refusal.twice", count: 29))
        let told = try #require(outcome.answer.excerpt?.rows)
        #expect(told.map { $0[0] } == [.text("3–31")])
        #expect(told.map { $0[4] } == [.phrase(Message("R-LOG-02.refusal.twiceMany"))])
    }

    @Test func aFileOfAnotherEncodingIsReadAndAnUnreadableOneNamesTheByte() throws {
        let text = "姓名,活动,日期,学时\n王鑫,专题党课,2024-05-01,2\n"
        // The same text in GB18030.
        let gbk = try #require(Data(base64Encoded: "0NXD+yy77ravLMjVxtos0afKsQrN9fbOLNeozOK1s7/OLDIwMjQtMDUtMDEsMgo="))
        #expect(try study.take(Upload(name: "a.csv", data: gbk), "xihu-xianfeng")["saved"] == 1)
        let bom = Data([0xEF, 0xBB, 0xBF]) + Data(text.utf8)
        #expect(try study.take(Upload(name: "a.csv", data: bom), "xihu-xianfeng")["present"] == 1)
        let broken = Data(text.utf8) + Data([0xFF, 0xFF, 0xFF])
        let refusals = study.office.refusals { try study.take(Upload(name: "a.csv", data: broken), "xihu-xianfeng") }
        #expect(refusals.map(\.rule.id) == ["R-LOG-04"])
    }

    @Test func halfMinutesAreNotRoundedAway() throws {
        let outcome = try study.take(Sample.xihu("王鑫,专题党课,2024-05-01,0.33"), "xihu-xianfeng", partial: true)
        #expect(outcome.notes == ["2 学时 refused studyplatforms.wholeMinutes"])
        #expect(try study.take(Sample.xihu("王鑫,专题党课,2024-05-01,0.75"), "xihu-xianfeng")["saved"] == 1)
    }

    @Test func anUnknownPlatformNamesThoseThereAre() throws {
        let refusals = study.office.refusals { try study.take(Sample.xihu(), "weixin") }
        #expect(refusals.map(\.field) == ["platform"])
        #expect(study.office.text(try #require(refusals.first).message).contains("xihu-xianfeng, xuexi-qiangguo"))
    }

    @Test func theNumberOfQueriesDoesNotGrowWithTheFile() throws {
        let small = try study.queries { try study.take(Sample.xuexi("王鑫,0293,2024-05-01,1,8,11,0,20"), dryRun: true) }
        let file = try Sample.upload("study/xuexi-qiangguo.csv")
        let large = try study.queries { try study.take(file, dryRun: true) }
        // One insert for each row, and nothing else.
        #expect(large - small == 2399)
    }
}
