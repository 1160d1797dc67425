import Foundation
import Operations
import PluginKit
import Testing

@testable import Inspection
@testable import Organization
@testable import StudyLog

@Suite struct MaterialTests {
    let study: StudyOffice

    init() throws {
        study = try StudyOffice()
        try study.office.run(
            OpenTerm.self,
            .init(number: 14, name: "十四届", start: try StudyOffice.day("2022-01-01"), satisfactionThreshold: "90.00"))
        try study.office.run(
            CreateRound.self,
            .init(number: 1, title: "第一轮", start: try StudyOffice.day("2024-03-01"), end: try StudyOffice.day("2024-06-30")))
    }

    @discardableResult
    private func add(
        _ title: String, _ issuer: MaterialIssuer = .central, _ issuedOn: String = "2024-05-01", round: String? = "14-1",
        need: String? = "基层治理"
    ) throws -> String {
        try study.office.run(
            AddMaterial.self,
            .init(title: title, issuer: issuer, issuedOn: try StudyOffice.day(issuedOn), round: round, need: need),
            as: study.trainer
        ).row.material.code
    }

    private func list() throws -> [MaterialLine] { try study.office.run(ListMaterials.self, .init(), as: study.trainer).rows }

    @Test func materialsStandByWhoIssuedThem() throws {
        for (title, issuer) in [
            ("法", MaterialIssuer.regulation), ("区", .district), ("中", .central), ("省", .province), ("市", .city),
        ] {
            try add(title, issuer)
        }
        #expect(try list().map(\.material.title) == ["中", "省", "市", "区", "法"])
        #expect(try list().map(\.material.code) == ["2024-03", "2024-04", "2024-05", "2024-02", "2024-01"])
        var titles: [String] = []
        var after: String?
        repeat {
            let page = try study.office.run(ListMaterials.self, .init(limit: 2, after: after), as: study.trainer)
            titles += page.rows.map(\.material.title)
            after = page.next
        } while after != nil
        #expect(titles == ["中", "省", "市", "区", "法"])
    }

    @Test func aMaterialOfARoundNamesTheNeedAndTheRoundIsThere() throws {
        #expect(study.refused { try add("甲", need: nil) } == ["E-VAL.refusal.studyNeed need"])
        #expect(study.refused { try add("甲", round: "14-9") } == ["E-NOTFOUND.refusal.number round"])
        #expect(study.refused { try add("甲", .central, "2024-07-02") } == ["R-LOG-01.refusal.future issuedOn"])
        try add("甲")
        #expect(study.refused { try add("甲") } == ["E-DUP.refusal.studyMaterial title"])
    }

    /// Issued on day 0, studied on day 3, used on day 10.
    @Test func latencyRunsFromIssueToFirstStudyAndFirstUse() throws {
        let code = try add("甲")
        try study.add("王鑫", "2024-05-06", topic: nil, material: code)
        try study.add("江洋", "2024-05-04", topic: nil, material: code)
        try study.add("江洋", "2024-05-11", topic: nil, material: code, application: "用于谈话")
        let line = try #require(try list().first)
        #expect([line.studyLatency, line.useLatency, line.people, line.expected] == [3, 10, 2, 160])
        #expect(
            study.refused { try study.add("王鑫", "2024-04-30", topic: nil, material: code) } == [
                "R-LOG-01.refusal.beforeIssue date"
            ])
        #expect(
            study.refused { try study.add("王鑫", "2024-05-10", topic: "甲", material: code) } == [
                "E-VAL.refusal.studySubjects topic"
            ])
        #expect(
            study.refused { try study.add("王鑫", "2024-05-10", topic: nil, material: "2024-99") } == [
                "E-NOTFOUND.refusal.studyMaterial material"
            ])
    }

    @Test(arguments: [([], nil), ([4], 8), ([3, 1], 4), ([3, 0], 3), ([9, 1, 2], 4), ([1, 2, 3, 4], 5)] as [([Int], Int?)])
    func theMedianOfSomeDays(days: [Int], halves: Int?) {
        #expect(Median.halves(days) == halves)
    }

    @Test func eachRoundHasItsMedian() throws {
        for (index, day) in ["2024-05-02", "2024-05-04", "2024-05-31"].enumerated() {
            try study.add("王鑫", day, topic: nil, material: try add("文件\(index)"))
        }
        try add("没有学的")
        try study.add("王鑫", "2024-05-03", topic: nil, material: try add("日常", round: nil, need: nil))
        let lines = try study.office.run(MeasureLatency.self, .init(), as: study.trainer).rows
        #expect(
            lines.map { "\($0.round ?? "-") \($0.materials) \($0.studied) \($0.studyHalves ?? -1) \($0.used)" } == [
                "- 1 1 4 0", "14-1 4 3 6 0",
            ])
    }

    @Test func theUnreadAreListedByPerson() throws {
        let first = try add("甲"), second = try add("乙")
        try study.add("王鑫", "2024-05-06", topic: nil, material: first)
        func unread(_ cadre: String) throws -> [String] {
            try study.office.run(ListUnread.self, .init(round: "14-1", cadre: cadre), as: study.trainer).rows.map(\.titles)
        }
        #expect(try unread("王鑫") == ["乙"])
        #expect(try unread("江洋") == ["甲\u{1F}乙"])
        try study.add("王鑫", "2024-05-07", topic: nil, material: second)
        #expect(try unread("王鑫") == [])
        #expect(try study.office.run(ListUnread.self, .init(), as: study.trainer).rows.count == 159)
        let own = try study.office.run(ListUnread.self, .init(), as: try study.learner("江洋")).rows
        #expect(own.map(\.cadre) == ["江洋"])
    }

    @Test func theLogIsWrittenAsItsForm() throws {
        let code = try add("巡视巡察工作规划")
        try study.add("王鑫", "2024-05-06", topic: nil, minutes: 45, material: code, application: "写入方案")
        try study.take(Sample.xuexi("王鑫,0293,2024-05-01,1,8,11,0,20"))
        let chinese = try study.office.run(ExportStudy.self, .init(out: DownloadName("log.csv")), as: study.trainer)
        let lines = String(decoding: chinese.document.data, as: UTF8.self).split(separator: "\r\n")
        #expect(lines.first?.hasSuffix("日期,姓名,平台,内容,时长（学时）,积分,方式,体会,转化运用,编号") == true)
        #expect(lines[1].hasPrefix("2024-05-01,王鑫,学习强国,每日学习,,20,跟进学,登录 1、阅读文章 8、视听学习 11、答题 0,,2024-0000"))
        #expect(lines[2].hasPrefix("2024-05-06,王鑫,自学,巡视巡察工作规划,0.75,,深入学,,写入方案,2024-0000"))
        let english = try study.office.run(
            ExportStudy.self, .init(out: DownloadName("log.csv"), language: .english), as: study.trainer)
        #expect(String(decoding: english.document.data, as: UTF8.self).contains("date,name,platform,topic"))
    }
}
