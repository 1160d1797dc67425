import Foundation
import Testing

/// The commands about people, as a person types them.
@Suite struct PeopleTests {
    let program: Program

    init() throws {
        program = try Program()
        try program.prepare()
        #expect(try program.run("cadre", "import", Program.sample("cadres/pool-sample.csv")).code == 0)
    }

    @Test func poolsEligibilityAndRecusalAnswerInBothLanguages() throws {
        for language in ["zh-Hans", "en"] {
            let pool = try program.run("pool", "list", "--pool", "leader", language: language)
            #expect(pool.code == 0 && pool.output.contains("18"), "\(pool.errors)")
            let eligibility = try program.run("eligibility", "check", "--cadre", "郝磊", "--pool", "leader", language: language)
            #expect(eligibility.code == 0 && eligibility.output.contains("西湖区纪委监委"), "\(eligibility.errors)")
            let recusal = try program.run("recusal", "check", "--cadre", "郝磊", "--unit", "330106J02", language: language)
            #expect(recusal.code == 0, "\(recusal.errors)")
            for number in 1...11 { #expect(recusal.output.contains("RC\(number)")) }
            #expect(!(pool.output + eligibility.output + recusal.output).contains("column."))
        }
        let refused = try program.run(
            "pool", "nominate", "--cadre", "彭华", "--pool", "leader", "--route", "recommendation", "--basis", "推荐信")
        #expect(refused.code == 6 && refused.errors.contains("[R-POL-01]"))
    }

    @Test func careersAndHonoursAreFiguresWithTheirRows() throws {
        let move = try program.run(
            "career", "add", "--cadre", "彭华", "--kind", "promotion", "--from-post", "科长", "--to-post", "副局长", "--on",
            "2023-05-01",
            "--document", "西委干〔2023〕1号")
        #expect(move.code == 0, "\(move.errors)")
        let honour = try program.run(
            "honour", "add", "--title", "先进个人", "--level", "city", "--cadre", "彭华", "--issuer", "市委", "--on", "2022-05-01",
            "--document", "杭委〔2022〕3号")
        #expect(honour.code == 0, "\(honour.errors)")
        #expect(try program.run("career", "list").output.contains("提拔任用 1 人"))
        #expect(try program.run("honour", "list").output.contains("市级 1"))
        let figures = try program.run("statistics", "show", "--format", "json").output
        for (id, rows) in [("career.promotion", "career list --kind promotion"), ("honour.city", "honour list --level city")] {
            #expect(figures.contains("\"\(id)\"") && figures.contains(rows))
            #expect(try program.run(rows.split(separator: " ").map(String.init)).code == 0)
        }
    }

    @Test func theKeyLiesBesideTheFileAndItsLossClosesTheNumbersOnly() throws {
        let key = program.database + ".key"
        #expect(FileManager.default.fileExists(atPath: key))
        let file = try Data(contentsOf: URL(fileURLWithPath: program.database))
        #expect(file.range(of: Data("13800001933".utf8)) == nil)
        #expect(try program.run("cadre", "show", "彭华").output.contains("13800001933"))
        try FileManager.default.moveItem(atPath: key, toPath: key + ".away")
        let shown = try program.run("cadre", "show", "彭华")
        #expect(shown.code == 0 && !shown.output.contains("13800001933") && shown.output.contains("••••"))
        let refused = try program.run("cadre", "amend", "彭华", "--phone", "13900000000", "--source", "本人")
        #expect(refused.code == 5 && refused.errors.contains("[E-KEY-MISSING]"))
        #expect(!FileManager.default.fileExists(atPath: key))
        // Who is meant by four digits cannot be told: that is said once, not for every row as if nobody were known.
        let study = try program.run(
            "study", "import", Program.sample("study/xuexi-qiangguo.csv"), "--platform", "xuexi-qiangguo")
        #expect(study.code == 5 && study.errors.components(separatedBy: "[E-KEY-MISSING]").count == 2)
        #expect(try program.run("key", "show").output.contains("缺失"))
        try FileManager.default.moveItem(atPath: key + ".away", toPath: key)
        #expect(try program.run("cadre", "show", "彭华").output.contains("13800001933"))
    }

    @Test func aFormIsWrittenForPrinting() throws {
        let out = program.file("leaders.html")
        #expect(try program.run("personnel", "form", "--form", "pool", "--pool", "leader", "--out", out).code == 0)
        let html = try String(contentsOfFile: out, encoding: .utf8)
        #expect(html.contains("<h1>组长库名册</h1>") && html.contains("郝磊"))
    }
}
