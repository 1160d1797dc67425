import Foundation
import Testing

/// Training by the real program, on the sample data.
@Suite struct TrainingTests {
    let program: Program

    init() throws {
        program = try Program()
        try program.prepare()
        #expect(try program.run("cadre", "import", Program.sample("cadres/pool-sample.csv")).code == 0)
        for noun in ["course", "session", "enrolment"] {
            let result = try program.run(noun, "import", Program.sample("training/\(noun)s.csv"))
            #expect(result.code == 0, "\(result.errors)")
        }
    }

    @Test func theConflictsAreThoseOfTheSample() throws {
        let result = try program.run("session", "conflicts", "--format", "json")
        let rows = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]])
        let counts = Dictionary(grouping: rows) { $0["kind"] as? String ?? "" }.mapValues(\.count)
        #expect(counts == ["room": 3, "teacher": 4, "learner": 12, "capacity": 1])
        #expect(rows.contains { $0["session"] as? String == "S021" && $0["otherSession"] as? String == "S060" })
    }

    @Test func aClashIsRefusedInBothLanguagesWithAlternatives() throws {
        for (language, word) in [("zh-Hans", "可改为"), ("en", "free:")] {
            let result = try program.run("session", "move", "S059", "--start", "2024-06-14 09:30", language: language)
            #expect(result.code == 6)
            #expect(result.errors.contains("[R-CRS-03]"))
            #expect(result.errors.contains(word))
        }
        #expect(try program.run("session", "move", "S059", "--start", "2024-06-28 09:00").code == 0)
    }

    @Test func theCalendarIsWritten() throws {
        let file = program.file("training.ics")
        #expect(try program.run("training", "calendar", "--out", file).code == 0)
        let text = try String(contentsOfFile: file, encoding: .utf8)
        #expect(text.hasPrefix("BEGIN:VCALENDAR\r\n"))
        #expect(text.components(separatedBy: "BEGIN:VEVENT").count == 61)
    }

    @Test func theTimetableSaysHowGoodItIs() throws {
        let result = try program.run(
            "training", "timetable", "--from", "2026-03-02", "--to", "2026-07-31", "--out", program.file("plan.csv"))
        #expect(result.code == 0, "\(result.errors)")
        #expect((result.output + result.errors).contains("已证明不能更少"))
        #expect(try program.run("session", "import", program.file("plan.csv")).code == 0)
    }
}
