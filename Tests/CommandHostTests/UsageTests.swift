import Testing

@Suite struct UsageTests {
    @Test(
        arguments: [
            (["shelf", "lst"], "shelf list"), (["shelv", "list"], "shelf list"), (["bakup", "create"], "backup create"),
            (["shelf", "ad", "A1"], "shelf add"), (["initialise"], nil), (["plugin", "chek"], "plugin check"),
        ] as [([String], String?)])
    func unknownCommandsNameTheNearest(_ words: [String], _ nearest: String?) throws {
        let result = try Terminal(initialised: false).runWords(words)
        #expect(result.code == 2)
        #expect(result.error.hasPrefix("错误 [E-VAL] 没有命令“\(words.joined(separator: " "))”"))
        if let nearest { #expect(result.error.contains("您是否要：\(nearest)")) }
    }

    @Test func everyWrongWordIsNamedAtOnce() throws {
        let result = try Terminal().run("shelf", "add", "A1", "B2", "--titel", "x", "--size")
        #expect(result.code == 2)
        #expect(
            result.error == """
                错误 [E-VAL] 多余的内容“B2”。处理办法：请更正后重试。
                错误 [E-VAL] 没有选项“--titel”，您是否要：--title。处理办法：请更正后重试。
                错误 [E-VAL] 多余的内容“x”。处理办法：请更正后重试。
                错误 [E-VAL] 选项 --size 后面缺少内容。处理办法：请更正后重试。
                用法：xuncha shelf add [<选项>] <code> --title <title> --size <number>

                """)
    }

    @Test func everyWrongFieldIsNamedAtOnceInBothLanguages() throws {
        let terminal = try Terminal()
        let wrong = terminal.run("shelf", "add", "--size", "many", "--since", "2026-02-30", "--state", "half")
        #expect(wrong.code == 2)
        #expect(
            wrong.error == """
                错误 [E-VAL] 架号（<code>）：必须填写。处理办法：请更正后重试。
                错误 [E-VAL] 名称（--title）：必须填写。处理办法：请更正后重试。
                错误 [E-VAL] 层数（--size）：应为整数，现为“many”。处理办法：请更正后重试。
                错误 [E-VAL] 启用日期（--since）：应为日期，如 2026-03-01，现为“2026-02-30”。处理办法：请更正后重试。
                错误 [E-VAL] 状态（--state）：没有“half”这一选项，可选：open (开放), closed (关闭)。处理办法：请更正后重试。

                """)
        let choice = terminal.run("--lang", "en", "shelf", "add", "A9", "--title", "t", "--size", "-1", "--state", "half")
        #expect(choice.error.contains("choose one of open (open), closed (closed)"))
        let english = terminal.run("--lang", "en", "shelf", "add", "A9", "--title", "t", "--size", "x")
        #expect(
            english.error
                == "error [E-VAL] size (--size): must be a whole number, but is \"x\". What to do: Correct it and try again.\n")
    }

    @Test(arguments: [
        (["--format", "xml"], "--format"), (["--lang", "fr"], "--lang"), (["--format", "csv", "--format", "json"], "--format"),
    ])
    func wrongGlobalOptionsAreRefused(_ words: [String], _ option: String) throws {
        let result = try Terminal().runWords(["shelf", "list"] + words)
        #expect(result.code == 2)
        #expect(result.error.contains(option))
        #expect(result.out.isEmpty)
    }

    @Test func helpShowsLabelsChoicesAndAnExample() throws {
        let help = try Terminal(initialised: false).run("shelf", "add", "--help")
        #expect(help.code == 0)
        #expect(help.out.hasPrefix("概述：添加档案架\n\n登记一个档案架\n\n用法：xuncha shelf add [<选项>] <code> --title <title> --size <number>\n"))
        #expect(help.out.contains("  --with-lock             带锁：是否带锁\n"))
        #expect(help.out.contains("状态：现状；可选 open（开放）、closed（关闭）"))
        #expect(help.out.hasSuffix("示例：\n  xuncha shelf add … --title … --size 1\n"))
        #expect(!help.out.contains("--force"))
    }

    @Test func helpIsThereInEnglish() throws {
        let terminal = try Terminal(initialised: false)
        let help = terminal.run("help", "shelf", "export", "--lang", "en").out
        #expect(help.hasPrefix("OVERVIEW: export\n\nwrites a file\n\nUSAGE: xuncha shelf export --out <file> [--force]"))
        #expect(help.contains("--force"))
        #expect(help.contains("output format: table if not given; one of table, json\n"))
    }

    @Test(arguments: [["shelf"], ["help", "shelf"], ["shelf", "--help"], ["shelf", "-h"]])
    func groupsListTheirCommands(_ words: [String]) throws {
        let result = try Terminal(initialised: false).runWords(words)
        #expect(result.code == 0)
        #expect(result.out.contains("概述：档案架"))
        #expect(result.out.contains("  add                     添加档案架\n"))
        #expect(result.out.contains("  plan                    计划\n"))
    }

    @Test func aGroupMayBeACommandItself() throws {
        let terminal = try Terminal()
        #expect(terminal.run("shelf", "plan").out == "暂无计划。\n")
        #expect(terminal.run("shelf", "plan", "--help").out.contains("  submit-all              报送全部\n"))
        #expect(terminal.run("shelf", "plan", "submit-all").out == "完成。\n")
        #expect(terminal.run("shelf", "plan", "submitAll").code == 2)
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func completionKnowsCommandsOptionsAndChoices(_ shell: String) throws {
        let script = try Terminal(initialised: false).run("--generate-completion-script", shell)
        #expect(script.code == 0)
        for word in ["shelf", "submit-all", "with-lock", "open", "closed"] { #expect(script.out.contains(word)) }
    }

    @Test func unknownShellsAreRefused() throws {
        #expect(try Terminal(initialised: false).run("--generate-completion-script", "tcsh").code == 2)
    }

    @Test func theProgramSaysWhatItIs() throws {
        let terminal = try Terminal(initialised: false)
        #expect(terminal.run("--version").out == "xuncha 1.0.0\n")
        #expect(terminal.run().out.contains("  shelf                   档案架\n"))
    }
}
