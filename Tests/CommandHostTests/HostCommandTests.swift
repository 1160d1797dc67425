import Foundation
import Operations
import PluginKit
import Testing

@Suite struct HostCommandTests {
    @Test func initMakesTheFileOnce() throws {
        let terminal = try Terminal(initialised: false)
        let made = terminal.run("init", "--jurisdiction", "示范区")
        #expect(made.code == 0)
        #expect(made.out.hasPrefix("已为“示范区”建立数据库 "))
        #expect(terminal.run("shelf", "list").out.contains("示范区档案"))
        let again = terminal.run("init", "--jurisdiction", "别区")
        #expect(again.code == 5)
        #expect(again.error.contains("[E-FILE-EXISTS]"))
        #expect(terminal.run("shelf", "list").out.contains("示范区档案"))
    }

    @Test func aFailedInitLeavesNothingBehind() throws {
        let terminal = try Terminal(initialised: false)
        let failed = terminal.run("init", "--jurisdiction", "禁区")
        #expect(failed.code == 6)
        #expect(failed.error.hasPrefix("错误 [E-RULE] 区名（--jurisdiction）："))
        #expect(try FileManager.default.contentsOfDirectory(atPath: terminal.folder) == [])
        #expect(terminal.run("init", "--jurisdiction", "示范区").code == 0)
    }

    @Test func withoutAFileTheWayIsShown() throws {
        let result = try Terminal(initialised: false).run("shelf", "list", "--lang", "en")
        #expect(result.code == 4)
        #expect(result.error.contains("[E-FILE-ABSENT]") && result.error.contains("a new database is made with init"))
    }

    @Test func backupsAreMadeVerifiedAndRestored() throws {
        let terminal = try Terminal()
        let copy = terminal.path("copy.sqlite")
        #expect(terminal.run("backup", "create", "--out", copy).code == 0)
        #expect(terminal.run("backup", "create", "--out", copy).code == 5)
        #expect(terminal.run("backup", "verify", copy).out.hasSuffix("备份完好：\(copy)\n"))
        _ = terminal.run("shelf", "add", "B2", "--title", "乙", "--size", "1")
        let refused = terminal.run("backup", "restore", copy)
        #expect(refused.code == 2)
        #expect(refused.error.hasPrefix("错误 [E-VAL] 确认（--yes）："))
        let restored = terminal.run("backup", "restore", copy, "--yes")
        #expect(restored.code == 0)
        #expect(restored.out.contains("原文件保留为 \(terminal.path("office.sqlite")).before-"))
        #expect(!terminal.run("shelf", "list").out.contains("B2"))
    }

    @Test(arguments: [("y", 0), ("n", 2), (nil, 2)] as [(String?, Int32)])
    func restoringAsksOnATerminal(_ answer: String?, _ code: Int32) throws {
        let terminal = try Terminal()
        let copy = terminal.path("copy.sqlite")
        _ = terminal.run("backup", "create", "--out", copy)
        let result = terminal.run("backup", "restore", copy, answer: answer, isErrorTerminal: true)
        #expect(result.code == code)
        #expect(result.error.hasPrefix("用“\(copy)”替换当前数据库"))
    }

    @Test func aDamagedBackupIsRefusedAndNothingIsTouched() throws {
        let terminal = try Terminal()
        let junk = try terminal.write(String(repeating: "junk", count: 2000), to: "junk.sqlite")
        for words in [["backup", "verify", junk], ["backup", "restore", junk, "--yes"]] {
            let result = terminal.runWords(words)
            #expect(result.code == 7)
            #expect(result.error.contains("[R-SEC-02]"))
        }
        #expect(terminal.run("shelf", "list").code == 0)
    }

    @Test func pluginsAreListedAndChecked() throws {
        let terminal = try Terminal()
        #expect(terminal.run("plugin", "list").out.contains("shelf   1.2.0"))
        #expect(terminal.run("plugin", "check").out == "3 个插件全部正常。\n")
    }

    @Test func theCheckFindsWhatAnOrdinaryStartLeavesOut() throws {
        let terminal = try Terminal(plugins: [ShelfPlugin.self, WordlessPlugin.self])
        #expect(terminal.run("shelf", "list").code == 0)
        let result = terminal.run("plugin", "check", "--lang", "en")
        #expect(result.code == 6)
        #expect(
            result.error.split(separator: "\n").contains(
                #"error The plugin "wordless" lacks the text "wordless.do" (en); write it"#))
    }

    @Test func aFaultyProgramDoesNotStart() throws {
        let result = try Terminal(plugins: [ShelfPlugin.self, ShelfPlugin.self], initialised: false).run("shelf", "list")
        #expect(result.code == 6)
        #expect(result.error.hasPrefix("错误 插件“shelf”出现了两次；只保留一个\n"))
    }

    @Test func accountsDecideWhoMayDoWhat() throws {
        let terminal = try Terminal()
        let denied = terminal.run("shelf", "show", "A1", "--as", "guest")
        #expect(denied.code == 3)
        #expect(denied.error == "错误 [E-PERM] 账号“guest”无权办理“查看档案架”。处理办法：请改用有权限的账号，或向系统管理员申请。\n")
        #expect(terminal.run("audit", "list", "--actor", "guest").out.contains("已拒绝"))
        #expect(terminal.run("shelf", "list", "--as", "nobody").code == 3)
    }

    @Test func aFailedFollowUpIsAWarning() throws {
        let result = try Terminal().run("shelf", "plan", "submit-all")
        #expect(result.code == 0)
        #expect(result.out == "完成。\n")
        #expect(result.error.hasPrefix("注意 已保存，但后续处理“shelf.failing”未完成"))
    }

    @Test func verboseTellsWhere() throws {
        let terminal = try Terminal()
        #expect(terminal.run("shelf", "list", "--verbose").error.contains(terminal.path("office.sqlite")))
        let twice = terminal.run("shelf", "add", "A1", "--title", "t", "--size", "1", "--verbose")
        #expect(twice.code == 5)
        #expect(twice.error.contains("[E-DUP]") && twice.error.contains("UNIQUE constraint failed"))
    }

    @Test(arguments: [("E-VAL", 0), ("r-sec-02", 0), ("R-XXX-99", 4)] as [(String, Int32)])
    func rulesAreExplained(_ id: String, _ code: Int32) throws {
        let result = try Terminal().run("rule", "explain", id)
        #expect(result.code == code)
        #expect(code != 0 || result.out.contains(id.uppercased()))
    }
}

/// Works, but has no words.
private enum WordlessPlugin: Plugin {
    static let manifest = PluginManifest(id: "wordless", version: Version(1), capabilities: ["operations"])
    static func register(with registrar: inout Registrar) { registrar.add(DoNothing.self) }
}

private struct DoNothing: Query {
    static let name: OperationName = "wordless.do"
    static let access = Access.everyone(reason: "a sample")
    func run(_ input: NoInput, in context: ReadContext) throws -> Done { Done("wordless.do") }
}
