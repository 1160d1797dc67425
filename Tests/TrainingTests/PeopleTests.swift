import Foundation
import GRDB
import Operations
import Persistence
import Personnel
import PluginKit
import Statistics
import Testing

@testable import Training

@Suite struct PeopleTests {
    // MARK: Levels

    @Test(arguments: [
        (LearnerFacts(hours: 200, hasGeneral: true), LearnerLevel.intermediate),
        (LearnerFacts(hours: 199, hasGeneral: true), .beginner),
        (LearnerFacts(hours: 900, hasGeneral: false), .beginner),
        (LearnerFacts(hours: 400, hasGeneral: true, specialistPasses: 4, rounds: 1), .advanced),
        (LearnerFacts(hours: 900, hasGeneral: true, specialistPasses: 9, rounds: 3), .expert),
    ])
    func levelsFollowTheRules(facts: LearnerFacts, level: LearnerLevel) {
        #expect(facts.level(from: .beginner, by: LevelRule.standard) == level)
    }

    @Test func nobodyFallsBack() {
        #expect(LearnerFacts().level(from: .advanced, by: LevelRule.standard) == .advanced)
    }

    @Test func advancingKeepsItsEvidence() throws {
        let training = try TrainingOffice(sample: true)
        #expect(try training.office.run(AdvanceLevels.self, .init()).rows.isEmpty)
        try training.office.run(SetLevelRule.self, .init(level: .intermediate, hours: 28, general: false))
        let tried = try training.office.run(AdvanceLevels.self, .init(dryRun: true)).rows
        #expect(try training.office.run(ListLevels.self, .init(level: .intermediate)).rows.isEmpty)
        let rows = try training.office.run(AdvanceLevels.self, .init()).rows
        #expect(rows.map(\.cadre) == tried.map(\.cadre))
        #expect(rows.contains { $0.cadre == "侯霞" && $0.evidence?.contains("累计学时 32") == true })
        #expect(try training.office.run(ListLevels.self, .init(level: .intermediate)).rows.count == rows.count)
        #expect(try training.office.run(AdvanceLevels.self, .init()).rows.isEmpty)
    }

    @Test func aChangeOfLevelIsNeverRewritten() throws {
        let training = try TrainingOffice()
        try training.office.run(
            SetLevel.self, .init(cadre: "戴梦瑶", to: .expert, reason: "省级师资库成员，经评定"), as: TrainingOffice.trainer)
        #expect(throws: (any Error).self) {
            try training.office.dispatcher.store.writer.write { try $0.execute(sql: "DELETE FROM training_level") }
        }
    }

    // MARK: Own records

    @Test func learnersSeeThemselvesOnly() throws {
        let training = try TrainingOffice.toLookAt()
        let own = try training.learner("侯霞")
        let rows = try training.office.run(ListEnrolments.self, .init(limit: 1000), as: own).rows
        #expect(Set(rows.map(\.person)) == ["侯霞"])
        #expect(try training.office.run(ShowTrainingRecord.self, .init(), as: own).summary.total == 320)
        #expect(
            try training.office.run(ShowSession.self, .init(session: "S001"), as: own).enrolments.allSatisfy { $0.person == "侯霞" }
        )
        let hidden = training.office.refusals {
            _ = try training.office.run(ShowTrainingRecord.self, .init(cadre: "熊霞"), as: own)
        }
        let absent = training.office.refusals {
            _ = try training.office.run(ShowTrainingRecord.self, .init(cadre: "无此人"), as: own)
        }
        #expect(hidden.map(\.message.key) == absent.map(\.message.key))
        #expect(hidden.map(\.rule) == [.notFound])
    }

    @Test func aCertificateIsItsOwnersAndTheOffices() throws {
        let training = try TrainingOffice.toLookAt()
        let line = try #require(try training.office.run(ListEnrolments.self, .init(cadre: "侯霞", state: .passed)).rows.first)
        let number = try #require(line.enrolment.certificateNo)
        #expect(try training.office.run(ShowCertificate.self, .init(number: number)).row.person == "侯霞")
        let paper = try training.office.run(
            PrintCertificate.self, .init(number: number, out: DownloadName("c.html")), as: try training.learner("侯霞"))
        let html = String(decoding: paper.document.data, as: UTF8.self)
        #expect(html.contains("侯霞") && html.contains(number) && html.contains("杭州市西湖区"))
        let refusals = training.office.refusals {
            _ = try training.office.run(ShowCertificate.self, .init(number: number), as: try training.learner("熊霞"))
        }
        #expect(refusals.map(\.rule) == [.notFound])
    }

    @Test func externalClassesCount() throws {
        let training = try TrainingOffice()
        let input = AddExternalClass.Input(
            cadre: "戴梦瑶", title: "全省巡察干部业务培训班", level: .province, organiser: "省委巡视办",
            from: try #require(CalendarDate("2024-05-06")), to: try #require(CalendarDate("2024-05-10")), hours: 40,
            certificate: "浙巡培2024-118")
        try training.office.run(AddExternalClass.self, input)
        #expect(training.office.refusals { try training.office.run(AddExternalClass.self, input) }.map(\.rule) == [.duplicate])
        #expect(try training.office.run(ShowTrainingRecord.self, .init(cadre: "戴梦瑶")).summary.total == 400)
        #expect(try training.office.run(ListExternalClasses.self, .init(level: .city)).rows.isEmpty)
    }

    // MARK: Forms

    @Test func theFormOfHoursAddsUp() throws {
        let training = try TrainingOffice.toLookAt()
        let file = try training.office.run(ExportTrainingRecord.self, .init(out: DownloadName("f42.csv"), cadre: "侯霞")).document
        let lines = String(decoding: file.data, as: UTF8.self).split(separator: "\r\n")
        #expect(lines.first?.hasSuffix("姓名,课程,学时,成绩,证书号,日期,累计学时") == true)
        #expect(lines.contains { $0.hasPrefix("侯霞") && $0.hasSuffix(",32") })
    }

    @Test func thePlanHasItsRates() throws {
        let training = try TrainingOffice.toLookAt()
        let file = try training.office.run(ExportTrainingPlan.self, .init(out: DownloadName("f41.csv"))).document
        let lines = String(decoding: file.data, as: UTF8.self).split(separator: "\r\n")
        #expect(lines.first?.hasSuffix("课程,层级,方向,学时,时间,地点,讲师,人数,到课率（%）,合格率（%）") == true)
        #expect(lines.contains { $0.hasPrefix("三个聚焦与问题分类,专业,巡察,4,2024-06-10 09:00–12:00") && $0.hasSuffix("—,—") })
    }

    // MARK: Competence

    @Test(arguments: [
        (Competence(exams: 8000, appraisal: 9000, quality: 7000), 8000), (Competence(exams: 8000), 8000),
        (Competence(exams: 8000, quality: 6000), 7500), (Competence(appraisal: 9000), 9000),
    ])
    func partsCountByTheirWeights(competence: Competence, score: Int) {
        #expect(competence.score(TrainingSettings()) == score)
        #expect(Competence().score(TrainingSettings()) == nil)
    }

    @Test func theProfileMovesWithAnExam() throws {
        let training = try TrainingOffice(sample: true)
        let before = try training.office.run(ShowCompetence.self, .init(cadre: "侯霞")).rows.first { $0.track == "general" }
        let passed = try #require(
            try training.office.run(ListEnrolments.self, .init(cadre: "侯霞", state: .passed)).rows.first { $0.courseCode < "C017" }
        )
        try training.score("侯霞", passed.sessionCode, 100)
        let after = try training.office.run(ShowCompetence.self, .init(cadre: "侯霞")).rows.first { $0.track == "general" }
        #expect((after?.competence.exams ?? 0) > (before?.competence.exams ?? 0))
        #expect(after?.competence.examCount == before?.competence.examCount)
    }

    @Test func needsAreComparedWithThosePeopleThereAre() throws {
        let training = try TrainingOffice(sample: true)
        try training.office.run(SetNeed.self, .init(round: "14-4", track: "财务", people: 100))
        try training.office.run(SetNeed.self, .init(round: "14-4", track: "审计", people: 1))
        let rows = try training.office.run(AnalyseNeeds.self, .init(round: "14-4")).rows
        let finance = try #require(rows.first { $0.track == "finance" })
        #expect(finance.needed == 100)
        #expect(finance.skilled < 100)
        #expect(finance.courses.first?.hasPrefix("C036") == true)
        #expect(finance.next?.hasPrefix("S0") == true)
        #expect(try #require(rows.first { $0.track == "audit" }).skilled >= 1)
    }

    // MARK: What is asked of others

    @Test func entryHoursAreOffUntilTheyAreSet() throws {
        let training = try TrainingOffice(sample: true)
        let people = [try training.cadre("侯霞").id, try training.cadre("戴梦瑶").id]
        func missing() throws -> [Refusal] {
            try training.office.look { context in
                try context.registry.values(MemberRequirements.self).flatMap { try $0.missing(people, context.today, context) }
            }
        }
        #expect(try missing().isEmpty)
        try training.office.run(DecideSetting.self, .init(setting: "training.entryHours", value: 30, reason: "进驻前培训要求"))
        let refusals = try missing()
        #expect(refusals.map(\.rule) == [.broken])
        #expect(refusals.first?.message.arguments["count"] == "1")
        #expect(training.office.text(refusals[0].message).contains("戴梦瑶"))
    }

    @Test func eligibilityIsOffUntilItIsSet() throws {
        let training = try TrainingOffice(sample: true)
        let cadre = try training.cadre("戴梦瑶").id
        #expect(try training.office.look { try TrainingRequirements.missing([cadre], in: $0) }.isEmpty)
        try training.office.run(DecideSetting.self, .init(setting: "training.eligibilityHours", value: 300, reason: "入库培训要求"))
        try training.office.run(DecideSetting.self, .init(setting: "training.eligibilityGeneral", value: 1, reason: "入库培训要求"))
        let keys = try training.office.look { try TrainingRequirements.missing([cadre], in: $0) }[cadre]?.map(\.message.key)
        #expect(keys == ["E-RULE.refusal.eligibilityHours", "E-RULE.refusal.eligibilityGeneral"])
    }

    @Test func figuresAreThoseOfTheSample() throws {
        let training = try TrainingOffice.toLookAt()
        let lines = try training.office.look { context in
            try TrainingIndicators.all.map { indicator in
                let figure = try indicator.compute(.init(round: nil, principal: context.principal), context)
                return "\(indicator.id) \(figure.numerator ?? -1)/\(figure.denominator ?? -1) \(figure.value)"
            }
        }
        #expect(lines[0].contains("integer(29)"))
        #expect(lines[1].contains("integer(455)"))
        #expect(lines[2].contains("1416/142"))
        #expect(lines[3].contains("381/455"))
        // Everybody sees the sessions, and only some who was there.
        let unit = try training.office.look { context in
            let scope = IndicatorScope(principal: Principal(account: "u", roles: [.unitLiaison]))
            return try TrainingIndicators.all.map { try $0.compute(scope, context).value }
        }
        #expect(
            unit == [.integer(29), .integer(0), .hundredths(nil), .hundredths(nil), .hundredths(nil)])
    }
}
