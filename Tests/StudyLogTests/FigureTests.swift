import GRDB
import Operations
import PluginKit
import Testing

@testable import Statistics
@testable import StudyLog

@Suite struct FigureTests {
    let study: StudyOffice

    init() throws { study = try StudyOffice() }

    /// 彭华 and 江洋 are in the pool of inspectors and owe 32 hours.
    private func standing(_ cadre: String, _ day: String) throws -> Standing? {
        try study.office.run(ListShortfalls.self, .init(asOf: try StudyOffice.day(day), cadre: cadre), as: study.trainer).rows
            .first
    }

    private func verified(_ cadre: String, _ date: String, topic: String, minutes: Int) throws {
        let entry = try study.add(cadre, date, topic: topic, minutes: minutes)
        try study.office.run(VerifyStudy.self, .init(no: entry.no))
    }

    @Test func whatIsEnteredCountsOnceItIsVerified() throws {
        #expect(try standing("江洋", "2024-06-30")?.missing == 32 * 60)
        let entry = try study.add("江洋", "2024-05-01", minutes: 90)
        #expect(try standing("江洋", "2024-06-30")?.done == 0)
        try study.office.run(VerifyStudy.self, .init(no: entry.no))
        #expect(try standing("江洋", "2024-06-30")?.done == 90)
        try study.take(Sample.xihu("江洋,专题党课,2024-05-01,2"), "xihu-xianfeng")
        #expect(try standing("江洋", "2024-06-30")?.done == 210)
    }

    @Test func aShortfallIsThatOfItsDayAndItsYear() throws {
        for (date, hours) in [("2023-12-31", 8), ("2024-01-01", 8), ("2024-03-01", 8), ("2024-03-02", 8), ("2024-06-30", 8)] {
            try verified("江洋", date, topic: "学习\(date)", minutes: hours * 60)
        }
        let done = try ["2023-12-31", "2024-01-01", "2024-03-01", "2024-06-29", "2024-06-30"].map {
            try standing("江洋", $0)?.done ?? 32 * 60
        }
        #expect(done == [480, 480, 960, 1440, 1920])
        #expect(try standing("江洋", "2024-06-30") == nil)
        #expect(try standing("彭华", "2024-06-30") != nil)
    }

    @Test func whoStandsInNoPoolOwesNothing() throws {
        let all = try study.office.run(ListShortfalls.self, .init(), as: study.trainer).rows
        #expect(all.count == 160)
        #expect(
            Dictionary(grouping: all, by: \.requirement.tier).mapValues(\.count) == [.leader: 18, .deputy: 41, .inspector: 101])
        #expect(Set(all.filter { $0.requirement.tier != .inspector }.map(\.requirement.amount)) == [56 * 60])
    }

    @Test func anOfficeSetsItsOwnRequirementsFromAYearOn() throws {
        try study.office.run(SetRequirement.self, .init(tier: .inspector, year: 2024, hours: 40, basis: "区委组〔2024〕3号"))
        try study.office.run(SetRequirement.self, .init(tier: .inspector, year: 2024, points: 3000, platform: "xuexi-qiangguo"))
        try study.office.run(SetRequirement.self, .init(tier: .inspector, year: 2025, hours: 0))
        func amounts(_ year: Int) throws -> [String] {
            try study.office.run(ListRequirements.self, .init(year: year), as: study.trainer).rows.map(\.requirement)
                .filter { $0.tier == .inspector }.map { "\($0.platform ?? "hours") \($0.amount)" }
        }
        #expect(try amounts(2023) == ["hours 1920"])
        #expect(try amounts(2024) == ["hours 2400", "xuexi-qiangguo 3000"])
        #expect(try amounts(2026) == ["xuexi-qiangguo 3000"])
        try study.take(try Sample.upload("study/xuexi-qiangguo.csv"))
        let wang = try study.office.run(ListShortfalls.self, .init(asOf: nil, cadre: "江洋"), as: study.trainer).rows
        let sum = try study.office.run(SumStudy.self, .init(cadre: "江洋"), as: study.trainer).rows.first?.points
        #expect(wang.map(\.done) == [0, try #require(sum)])
        #expect(wang.map(\.missing) == [2400, 3000 - (sum ?? 0)])
    }

    @Test func pointsAreNeverAddedOverPlatforms() throws {
        #expect(
            study.refused { try study.office.run(SetRequirement.self, .init(tier: .leader, year: 2024, points: 10)) }
                == ["R-LOG-03.refusal platform"])
        #expect(
            study.refused { try study.office.run(SetRequirement.self, .init(tier: .leader, year: 2024, hours: 1, points: 1)) }
                == ["E-VAL.refusal.studyMeasure hours", "R-LOG-03.refusal platform"])
        try study.add("江洋", "2024-05-01", minutes: nil, points: 7, platform: "xuexi-qiangguo")
        try study.add("江洋", "2024-05-01", minutes: nil, points: 5, platform: "other")
        let lines = try study.office.run(SumStudy.self, .init(), as: study.trainer).rows
        #expect(lines.map { "\($0.platform) \($0.points ?? 0)" } == ["other 5", "xuexi-qiangguo 7"])
        // No answer of the module holds their sum.
        #expect(!lines.contains { $0.points == 12 })
    }

    @Test func theThreeModesStandBesideEachOther() throws {
        try study.add("江洋", "2024-05-01", topic: "甲", minutes: 30, mode: .followUp)
        try study.add("江洋", "2024-05-02", topic: "乙", minutes: 60, mode: .systematic, application: "写入谈话提纲")
        try study.add("江洋", "2024-05-03", topic: "丙", minutes: 90, mode: .inDepth)
        let line = try #require(try study.office.run(CompareModes.self, .init(), as: study.trainer).rows.first)
        #expect(
            [line.followUp.minutes, line.systematic.minutes, line.inDepth.minutes, line.applied, line.entries] == [
                30, 60, 90, 1, 3,
            ])
        let answer = Answer(list: [line])
        #expect(answer.rows[0].last == .decimal("33.33"))
    }

    @Test(
        arguments: [
            ("2024-01-05", [:]), ("2024-06-30", ["behind": 160]), ("2024-11-01", ["behind": 160]),
            ("2024-11-02", ["yearEnd": 160]),
        ] as [(String, [String: Int])])
    func peopleAreRemindedWhenTheyFallBehindAndBeforeTheYearEnds(day: String, expected: [String: Int]) throws {
        // Early in January an even pace asks for less than half an hour, which nobody has, but somebody already behind is told at once.
        let lines = try study.office.run(ListReminders.self, .init(asOf: try StudyOffice.day(day)), as: study.trainer).rows
        let counts = Dictionary(grouping: lines, by: \.kind.rawValue).mapValues(\.count)
        #expect(day == "2024-01-05" ? counts["behind"] == 160 : counts == expected)
    }

    @Test func entriesThatWaitForConfirmationAreListedAfterAWeek() throws {
        let entry = try study.add("江洋", "2024-06-20")
        try study.add("江洋", "2024-06-28")
        func waiting() throws -> [String] {
            try study.office.run(ListReminders.self, .init(), as: study.trainer).rows.filter { $0.kind == .unverified }.map {
                study.office.text($0.message, in: .en)
            }
        }
        #expect(try waiting() == ["\(entry.no) (2024-06-20, 巡察条例) waits for another person's confirmation"])
        try study.office.run(VerifyStudy.self, .init(no: entry.no))
        #expect(try waiting() == [])
    }

    @Test func theNumberOfQueriesDoesNotGrowWithThePeople() throws {
        let empty = try StudyOffice(roster: false)
        let few = try empty.queries { _ = try empty.office.run(ListShortfalls.self, .init(), as: empty.trainer) }
        try study.take(try Sample.upload("study/xuexi-qiangguo.csv"))
        let many = try study.queries { _ = try study.office.run(ListShortfalls.self, .init(), as: study.trainer) }
        #expect(many == few)
    }

    @Test func listsArePagedByTheirIndex() throws {
        try study.take(try Sample.upload("study/xuexi-qiangguo.csv"))
        var seen: [String] = []
        var after: String?
        repeat {
            let page = try study.office.run(ListStudy.self, .init(limit: 500, after: after), as: study.trainer)
            seen += page.rows.map(\.no)
            after = page.next
        } while after != nil
        #expect(seen.count == 2400 && Set(seen).count == 2400)
        let plan = try study.office.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    EXPLAIN QUERY PLAN \(StudyLine.selection) WHERE e.voidedOn IS NULL AND (e.date, e.seq) < ('2024-05-10', 5)
                    ORDER BY e.date DESC, e.seq DESC LIMIT 51
                    """
            ).map { row -> String in row["detail"] }
        }
        #expect(plan.contains { $0.contains("studylog_entry_day") })
        #expect(!plan.contains { $0.contains("TEMP B-TREE") })
    }

    @Test func theFiguresAreThoseOfTheLog() throws {
        try study.take(try Sample.upload("study/xuexi-qiangguo.csv"))
        try study.take(try Sample.upload("study/xihu-xianfeng.csv"), "xihu-xianfeng", partial: true)
        let figures = try study.office.run(ShowStatistics.self, .init()).rows.filter { $0.indicator.id.hasPrefix("study.") }
        let points = try study.office.read { try Int.fetchOne($0, sql: "SELECT sum(points) FROM studylog_entry") }
        #expect(
            figures.map { "\($0.indicator.id) \($0.figure.value)" } == [
                "study.entries integer(2967)", "study.hours hundredths(Optional(103550))", "study.materials integer(0)",
                "study.applied hundredths(Optional(0))", "study.points.xuexi-qiangguo integer(\(points ?? 0))",
            ])
    }
}
