import Foundation
import Testing

@Suite struct EndToEndTests {
    let program: Program

    init() throws { program = try Program() }

    @Test func theDemoDoesTheMainJobAndLeavesTheSameLedgerTwice() throws {
        let other = try Program()
        for office in [program, other] {
            let result = try office.run("demo", "--format", "json")
            #expect(result.code == 0, "\(result.errors)")
            #expect(result.output.contains("发现问题 25 个，完成整改 19 个，整改完成率 76.00%"))
        }
        for name in ["ledger.csv", "ledger.xlsx"] where FileManager.default.fileExists(atPath: program.file(name)) {
            let first = try Data(contentsOf: URL(fileURLWithPath: program.file(name)))
            #expect(try Data(contentsOf: URL(fileURLWithPath: other.file(name))) == first)
        }
        #expect(try String(contentsOfFile: program.file("ledger.csv"), encoding: .utf8).split(separator: "\r\n").count >= 26)
        #expect(try program.run("audit", "verify").code == 0)
        #expect(try program.run("backup", "verify", program.file("backup.sqlite")).code == 0)
    }

    @Test func anOfficesLedgerBecomesItsFigures() throws {
        try program.prepare()
        let ledger = Program.sample("ledgers/wucheng-25.synthetic.csv")
        #expect(try program.run("ledger", "import", ledger, "--round", "14-3").code == 2)
        #expect(try program.run("ledger", "import", ledger, "--round", "14-3", "--create-units").code == 0)
        let figures = try program.run("statistics", "show", "--round", "14-3", "--format", "json").output
        for line in [
            #""id": "findings.issued", "title": "发现问题数", "value": 25"#,
            #""id": "rectification.closed", "title": "已完成整改", "value": 19"#,
            #""id": "rectification.open", "title": "正在整改", "value": 6"#, #""value": 76.00"#,
        ] {
            #expect(figures.contains(line))
        }
        let found = try program.run("finding", "search", "党费", "--format", "csv").output
        #expect(found.split(whereSeparator: \.isNewline).count == 2)
    }

    @Test func everyKindOfRefusalHasItsExitCode() throws {
        try program.prepare()
        let cases: [(Int32, String, Program.Result)] = [
            (
                2, "E-VAL",
                try program.run(
                    "round", "create", "--number", "0", "--title", "x", "--start", "2022-10-01", "--end", "2022-12-01")
            ),
            (3, "E-PERM", try program.run("unit", "list", "--as", "nobody")),
            (4, "E-NOTFOUND", try program.run("unit", "show", "nowhere")),
            (
                5, "R-RND-02",
                try program.run(
                    "round", "create", "--number", "3", "--title", "x", "--start", "2022-10-01", "--end", "2022-12-01")
            ),
            (6, "R-SEL-02", try propose()),
        ]
        for (code, rule, result) in cases {
            #expect(result.code == code, "\(rule)")
            #expect(result.errors.contains("[\(rule)]"))
            #expect(try program.run("rule", "explain", rule, language: "en").code == 0)
        }
    }

    private func propose() throws -> Program.Result {
        _ = try program.run("target", "add", "--round", "14-3", "--unit", "330106110")
        return try program.run("team", "propose", "--round", "14-3")
    }

    @Test func teamsAreProposedReplacedAndExplainedWhereThereAreNone() throws {
        try program.prepare()
        _ = try program.run("cadre", "import", Program.sample("cadres/pool-sample.csv"))
        for unit in ["330106110", "330106J05"] { _ = try program.run("target", "add", "--round", "14-3", "--unit", unit) }
        let proposed = try program.run("team", "propose", "--round", "14-3", "--size", "8", "--format", "json")
        #expect(proposed.code == 0, "\(proposed.errors)")
        for part in [
            #""status": ""#, #""objective": "#, #""bound": "#, #""gap": "#, #""conflicts": []"#,
            #""role": "leader", "reasons": [""#,
        ] {
            #expect(proposed.output.contains(part))
        }
        #expect(try program.run("team", "check", "--round", "14-3", "--format", "json").output.contains("true") == false)
        let model = program.file("model.json")
        #expect(try program.run("team", "model", "--round", "14-3", "--out", model).code == 0)
        #expect(try String(contentsOfFile: model, encoding: .utf8).contains(#""forbidden" : ["#))
        let impossible = try program.run("team", "propose", "--round", "14-3", "--size", "20", "--deputies", "3", "--teams", "2")
        #expect(impossible.code == 0)
        for unit in 1...20 where unit != 5 {
            let code = unit < 10 ? "330106J0\(unit)" : "330106J\(unit)"
            _ = try program.run("target", "add", "--round", "14-3", "--unit", code)
        }
        let many = try program.run("team", "propose", "--round", "14-3", "--teams", "21", "--size", "8", "--format", "json")
        #expect(many.code == 6 && many.errors.contains("[R-SEL-02]"))
    }

    @Test func bothLanguagesSayTheSameRule() throws {
        let chinese = try program.run("unit", "list")
        let english = try program.run("unit", "list", language: "en")
        #expect([chinese.code, english.code] == [4, 4])
        #expect(chinese.errors.hasPrefix("错误 [E-FILE-ABSENT]"))
        #expect(english.errors.hasPrefix("error [E-FILE-ABSENT]"))
    }

    @Test func aSecondInitNeverOverwrites() throws {
        #expect(try program.run("init", "--jurisdiction", "甲区").code == 0)
        let before = try Data(contentsOf: URL(fileURLWithPath: program.database))
        #expect(try program.run("init", "--jurisdiction", "乙区").code == 5)
        #expect(try Data(contentsOf: URL(fileURLWithPath: program.database)) == before)
    }

    @Test func aRefusedRosterSavesNobodyAndNamesEveryone() throws {
        try program.prepare()
        let rejects = program.file("rejects.csv")
        let result = try program.run("cadre", "import", Program.sample("cadres/pool-sample-dirty.csv"), "--rejects", rejects)
        #expect(result.code == 2)
        #expect(
            try program.run("cadre", "list", "--format", "json").output.trimmingCharacters(in: .whitespacesAndNewlines) == "[]")
        #expect(try String(contentsOfFile: rejects, encoding: .utf8).contains("13,单位,"))
    }

    @Test func aRestoreKeepsWhatWasThere() throws {
        try program.prepare()
        let backup = program.file("backup.sqlite")
        #expect(try program.run("backup", "create", "--out", backup).code == 0)
        _ = try program.run("round", "create", "--number", "4", "--title", "第四轮", "--start", "2023-09-16", "--end", "2023-12-31")
        #expect(try program.run("backup", "restore", backup, "--yes").code == 0)
        #expect(try program.run("round", "show", "14-4").code == 4)
        #expect(try program.run("audit", "verify").code == 0)
        let kept = try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
            .filter { $0.hasPrefix("office.sqlite.") && !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") }
        #expect(kept.count == 1)
        #expect(try program.run("round", "show", "14-4", database: program.file(kept.first ?? "")).code == 0)
    }

    @Test func aDamagedBackupIsRefusedAndTheFileStays() throws {
        try program.prepare()
        let backup = program.file("backup.sqlite")
        _ = try program.run("backup", "create", "--out", backup)
        var bytes = try Data(contentsOf: URL(fileURLWithPath: backup))
        bytes.replaceSubrange(4096..<12_288, with: Data(repeating: 0xA5, count: 8192))
        try bytes.write(to: URL(fileURLWithPath: backup))
        #expect(try program.run("backup", "verify", backup).code == 7)
        #expect(try program.run("backup", "restore", backup, "--yes").code == 7)
        #expect(try program.run("round", "show", "14-3").code == 0)
    }
}
