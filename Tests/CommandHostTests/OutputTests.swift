import Foundation
import Testing

@Suite struct OutputTests {
    private func filled() throws -> Terminal {
        let terminal = try Terminal()
        _ = terminal.run("shelf", "add", "B2", "--title", "Long title of shelf", "--size", "12")
        _ = terminal.run("shelf", "add", "C3", "--title", "ﾊﾝ字é", "--size", "4")
        return terminal
    }

    @Test func tablesLineUpWithChinese() throws {
        #expect(
            try filled().run("shelf", "list").out == """
                架号  名称                 层数  状态
                ----  -------------------  ----  ----
                A1    示范区档案              3  开放
                B2    Long title of shelf    12  开放
                C3    ﾊﾝ字é                   4  开放

                """)
    }

    @Test(arguments: [28, 30, 40])
    func linesAreCutOnATerminalOnly(_ columns: Int) throws {
        let terminal = try filled()
        let lines = terminal.run("shelf", "list", columns: columns).out.split(separator: "\n")
        #expect(lines.allSatisfy { TextWidthProbe.width(String($0)) <= columns })
        #expect(lines.contains { $0.contains("…") } == (columns < 33))
        #expect(!terminal.run("shelf", "list").out.contains("…"))
    }

    @Test func recordsAreAlignedPairsWithSectionsAndSentence() throws {
        let terminal = try filled()
        #expect(
            terminal.run("shelf", "show", "A1").out == """
                架号  A1
                名称  示范区档案
                层数  3
                占比  30.50
                状态  开放

                同架号
                架号  名称        层数  状态
                ----  ----------  ----  ----
                A1    示范区档案     3  开放

                """)
        let added = terminal.run("shelf", "add", "D4", "--title", "丁", "--size", "1", "--labels", "a,b", "--lang", "en")
        #expect(added.out == "code   D4\ntitle  丁\nsize   1\nshare  10.50\nstate  open\nAdded D4 (a+b).\n")
    }

    @Test(arguments: [([], 21, "还有 5 处"), (["--verbose"], 25, "选项“--x24”")])
    func aLongListOfFaultsIsCutAndCounted(extra: [String], lines: Int, last: String) throws {
        let unknown = (0..<25).map { "--x\($0)" }
        let faults = try filled().runWords(["shelf", "list"] + unknown + extra).error.split(separator: "\n")
            .filter { $0.hasPrefix("错误") || $0.contains("还有") }
        #expect(faults.count == lines)
        #expect(faults.last?.contains(last) == true)
    }

    @Test func jsonKeepsSentencesOutOfTheWay() throws {
        let terminal = try filled()
        let list = terminal.run("shelf", "list", "--limit", "1", "--format", "json")
        #expect(
            list.out == """
                [
                  {"code": "A1", "shelfTitle": "示范区档案", "size": 3, "share": 30.50, "shelfState": "open"}
                ]

                """)
        #expect(list.error == "还有更多，下一页请加：--after QTE\n")
        let record = terminal.run("shelf", "show", "A1", "--format", "json").out
        #expect(record.contains("\n  \"others\": [\n    {\"code\": \"A1\","))
        let done = terminal.run("shelf", "add", "E5", "--title", "戊", "--size", "1", "--format", "json")
        #expect(done.error == "已添加 E5（）。\n")
    }

    @Test func csvHasLabelsAndWords() throws {
        let csv = try filled().run("shelf", "list", "--format", "csv")
        #expect(csv.out.hasPrefix("架号,名称,层数,占比,状态\r\nA1,示范区档案,3,30.50,开放\r\n"))
        #expect(csv.error.isEmpty)
    }

    @Test func pagesFollowEachOther() throws {
        let terminal = try filled()
        let first = terminal.run("shelf", "list", "--limit", "2")
        let hint = try #require(first.out.split(separator: "\n").last)
        let mark = String(try #require(hint.split(separator: " ").last))
        let second = terminal.run("shelf", "list", "--limit", "2", "--after", mark)
        #expect(second.out.contains("C3") && !second.out.contains("B2"))
        #expect(terminal.run("shelf", "list", "--after", "???").error.contains("[E-VAL] 起点（--after）"))
    }

    @Test func signsThatSteerTheTerminalAreNotPassedOn() throws {
        let terminal = try Terminal()
        let title = "a\u{1B}[2Jb\u{9B}31mc\u{7}\u{202E}d\te"
        let added = terminal.run("shelf", "add", "E\u{1B}1", "--title", title, "--size", "1")
        let refused = terminal.run("shelf", "list", "--after", "\u{1B}[2J", "--format", "\u{1B}]0;x\u{7}")
        for text in [added.out, terminal.run("shelf", "list").out, refused.error] {
            #expect(text.contains("\u{FFFD}"))
            #expect(!text.unicodeScalars.contains { ["\u{1B}", "\u{9B}", "\u{7}", "\u{202E}"].contains($0) })
        }
        #expect(terminal.run("shelf", "list").out.contains("a\u{FFFD}[2Jb\u{FFFD}31mc\u{FFFD}\u{FFFD}d e"))
        #expect(terminal.run("shelf", "list", "--format", "csv").out.contains("\u{1B}[2J"))
        #expect(terminal.run("shelf", "list", "--format", "json").out.contains("\\u001b[2J"))
    }

    @Test func colourIsForTerminalsAndNeverAlone() throws {
        let terminal = try filled()
        let coloured = terminal.run("shelf", "show", "Z9", isErrorTerminal: true).error
        #expect(coloured.hasPrefix("\u{1B}[31m错误\u{1B}[0m [E-NOTFOUND] 架号（<code>）："))
        #expect(
            terminal.run("shelf", "show", "Z9", isErrorTerminal: true, environment: ["NO_COLOR": "1"]).error.hasPrefix("错误 [E"))
        #expect(terminal.run("shelf", "show", "Z9").error.hasPrefix("错误 [E"))
    }
}
