import GRDB
import Operations
import Persistence
import PluginKit
import Testing

@testable import Training

/// The sample catalogue, sessions and enrolments. Expected figures were computed from the CSV files by another program
/// (`Tests/TrainingChecks/expected.py`).
@Suite struct SampleImportTests {
    @Test func everythingIsTakenOver() throws {
        let training = try TrainingOffice()
        let sessions = try training.office.run(ImportSessions.self, .init(file: try Sample.upload("training/sessions.csv")))
        #expect([sessions["read"], sessions["added"], sessions["refused"], sessions["clashes"]] == ["60", "60", "0", "7"])
        let enrolments = try training.office.run(
            ImportEnrolments.self, .init(file: try Sample.upload("training/enrolments.csv")))
        #expect([enrolments["read"], enrolments["added"], enrolments["refused"]] == ["982", "982", "0"])
        #expect(enrolments["waiting"] == "7")
        #expect(enrolments["hours"] == "1416")
        #expect(try training.office.run(ListCourses.self, .init()).rows.count == 40)
    }

    @Test func importingAgainChangesNothing() throws {
        let training = try TrainingOffice(sample: true)
        let courses = try training.office.run(ImportCourses.self, .init(file: try Sample.upload("training/courses.csv")))
        let sessions = try training.office.run(ImportSessions.self, .init(file: try Sample.upload("training/sessions.csv")))
        let enrolments = try training.office.run(
            ImportEnrolments.self, .init(file: try Sample.upload("training/enrolments.csv")))
        #expect([courses["same"], sessions["same"], enrolments["same"]] == ["40", "60", "982"])
        #expect(enrolments["hours"] == "0")
    }

    @Test func theOverflowWaitsInOrder() throws {
        let rows = try TrainingOffice.toLookAt().office.run(ListEnrolments.self, .init(session: "S058")).rows
        #expect(
            rows.map(\.person) == [
                "常明哲", "谢春梅", "高凯", "熊霞", "江刚", "彭飞", "乔萍", "万国栋", "江春生", "易天佑", "孟红", "卢建国",
            ])
        #expect(rows.map(\.enrolment.state) == Array(repeating: .confirmed, count: 5) + Array(repeating: .waitlisted, count: 7))
        #expect(rows.compactMap(\.waitingPlace) == [1, 2, 3, 4, 5, 6, 7])
    }

    @Test func resultsAreThoseOfTheFile() throws {
        let counts = try TrainingOffice.toLookAt().office.read { db in
            try Row.fetchAll(db, sql: "SELECT state, count(*) FROM training_enrolment GROUP BY state ORDER BY state")
                .map { "\($0[0] as String) \($0[1] as Int)" }
        }
        #expect(counts == ["absent 17", "confirmed 477", "excused 26", "failed 74", "passed 381", "waitlisted 7"])
    }

    @Test func aRepeatEarnsNothingAndSaysSo() throws {
        let repeated = try TrainingOffice.toLookAt().office.read { db in
            try Int.fetchOne(db, sql: "SELECT count(*) FROM training_enrolment WHERE creditNote = 'repeated' AND credited = 0")
        }
        #expect(repeated == 6)
    }

    @Test func certificatesAreNumberedWithoutGaps() throws {
        let numbers = try TrainingOffice.toLookAt().office.read { db in
            try String.fetchAll(
                db, sql: "SELECT certificateNo FROM training_enrolment WHERE certificateNo IS NOT NULL ORDER BY certificateNo")
        }
        #expect(numbers.count == 375)
        #expect(numbers.first == "PX2024-0001")
        #expect(numbers.last == "PX2024-0375")
    }

    @Test(arguments: [
        ("S001,无此人,0000,,", "E-NOTFOUND", "姓名"), ("S999,常波,5826,,", "E-NOTFOUND", "场次编号"),
        ("S001,常波,5826,已签到,100.5", "R-CRS-05", "成绩"), ("S001,常波,5826,已签到,88.55", "R-CRS-05", "成绩"),
        ("S001,常波,5826,已签到,-1", "R-CRS-05", "成绩"), ("S001,常波,5826,缺席,80", "E-VAL", "成绩"),
        ("S001,常波,5826,也许,", "E-VAL", "签到"), ("S001,史鹏,,,", "E-VAL", "姓名"),
    ])
    func aWrongRowIsRefusedByItsRule(row: String, rule: String, column: String) throws {
        let training = try TrainingOffice()
        try training.office.run(ImportSessions.self, .init(file: try Sample.upload("training/sessions.csv")))
        let file = Sample.csv("enrolments", "场次编号,姓名,手机号后四位,签到,成绩", row)
        let refusals = training.office.refusals { try training.office.run(ImportEnrolments.self, .init(file: file)) }
        #expect(refusals.map(\.rule.id) == [rule])
        #expect(refusals.first?.field == "rows.2.\(column)")
    }

    @Test func aSignInSheetIsReadAgain() throws {
        let training = try TrainingOffice(sample: true)
        let sheet = try training.office.run(ExportSignInSheet.self, .init(session: "S001", out: DownloadName("sheet.csv")))
        let outcome = try training.office.run(
            ImportEnrolments.self, .init(file: Upload(name: "sheet.csv", data: sheet.document.data)))
        #expect([outcome["read"], outcome["same"], outcome["refused"]] == ["22", "22", "0"])
    }
}
