import Foundation
import Testing

@Suite struct DocumentTests {
    @Test func aDocumentGoesWhereTheCallerSaid() throws {
        let terminal = try Terminal()
        let result = terminal.run("shelf", "export", "--out", terminal.path("a.csv"))
        #expect(result == .init(code: 0, out: "完成。\n", error: ""))
        #expect(terminal.read("a.csv") == "code\nA1\n")
        #expect(try FileManager.default.contentsOfDirectory(atPath: terminal.folder).filter { $0.contains("partial") } == [])
    }

    @Test func nothingIsReplacedWithoutForce() throws {
        let terminal = try Terminal()
        let path = try terminal.write("mine", to: "a.csv")
        let refused = terminal.run("shelf", "export", "--out", path)
        #expect(refused.code == 5)
        #expect(refused.error == "错误 [E-FILE-EXISTS] 输出文件（--out）：文件“\(path)”已经存在，覆盖请加 --force。处理办法：请另取文件名，或先移走原文件。\n")
        #expect(terminal.read("a.csv") == "mine")
        #expect(terminal.run("shelf", "export", "--out", path, "--force").code == 0)
        #expect(terminal.read("a.csv") == "code\nA1\n")
    }

    /// Names of the office's own data, and of links to it.
    private static let own = [
        "office.sqlite", "office.sqlite-wal", "office.sqlite-shm", "office.sqlite-journal", "office.sqlite.key", "given.key",
        "link.csv", "hard.csv", "folder/office.sqlite", "../@/office.sqlite",
    ]

    @Test(arguments: own)
    func theOfficesOwnFilesAreNeverReplaced(name: String) throws {
        let terminal = try Terminal()
        let database = terminal.path("office.sqlite")
        let files = FileManager.default
        try files.createSymbolicLink(atPath: terminal.path("link.csv"), withDestinationPath: database)
        try files.createSymbolicLink(atPath: terminal.path("folder"), withDestinationPath: terminal.folder)
        try files.linkItem(atPath: database, toPath: terminal.path("hard.csv"))
        let last = URL(fileURLWithPath: terminal.folder).lastPathComponent
        let path = terminal.path(name.replacingOccurrences(of: "@", with: last))
        let before = try Data(contentsOf: URL(fileURLWithPath: database))
        let existed = files.fileExists(atPath: path)
        for words in [["shelf", "export", "--out", path, "--force"], ["backup", "create", "--out", path]] {
            let result = terminal.runWords(words, environment: ["XUNCHA_FIELD_KEY_FILE": terminal.path("given.key")])
            #expect(result.code == 5)
            #expect(result.error.contains("[E-FILE-EXISTS]") && result.error.contains("任何时候都不覆盖"), "\(result.error)")
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: database)) == before)
        #expect(files.fileExists(atPath: path) == existed)
        #expect(!terminal.run("audit", "list").out.contains("shelf.export"))
    }

    @Test func aRejectsFileIsNoExceptionAndOthersAreReplaced() throws {
        let terminal = try Terminal()
        let file = try terminal.write("abc", to: "units.csv")
        let refused = terminal.run("shelf", "import", file, "--rejects", terminal.path("office.sqlite"), "--force")
        #expect(refused.code == 5)
        #expect(terminal.run("shelf", "list").code == 0)
        #expect(terminal.run("shelf", "export", "--out", file, "--force").code == 0)
    }

    @Test func aMissingFolderIsSaidBeforeAnythingIsDone() throws {
        let terminal = try Terminal()
        let result = terminal.run("shelf", "export", "--out", terminal.path("none/a.csv"))
        #expect(result.code == 4)
        #expect(result.error.contains("[E-FILE-ABSENT] 输出文件（--out）：文件夹"))
        #expect(terminal.run("audit", "list").out.contains("shelf.export") == false)
    }

    @Test func theStandardOutputCanTakeIt() throws {
        let terminal = try Terminal()
        let result = terminal.run("shelf", "export", "--out", "-")
        #expect(result == .init(code: 0, out: "", error: "完成。\n", data: Data("code\nA1\n".utf8)))
    }

    @Test func aRefusedImportStillHandsBackItsRows() throws {
        let terminal = try Terminal()
        let file = try terminal.write("abc", to: "units.csv")
        let result = terminal.run("shelf", "import", file, "--rejects", terminal.path("rejects.csv"))
        #expect(result.code == 2)
        #expect(result.error.hasPrefix("错误 [E-VAL] 文件（<file>）：必须填写"))
        #expect(terminal.read("rejects.csv") == "row\n7\n")
        #expect(terminal.run("shelf", "import", file).code == 2)
    }

    @Test func filesAndTheStandardInputAreRead() throws {
        let terminal = try Terminal()
        let file = try terminal.write("abcdef", to: "units.csv")
        #expect(terminal.run("shelf", "import", file).out == "读取 units.csv，6 字节。\n")
        #expect(terminal.run("shelf", "import", "-", input: "1234567").out == "读取 stdin，7 字节。\n")
    }

    /// What cannot be read is told in the reader's language, by our own words.
    @Test(
        arguments: [
            ("none.csv", 4, "错误 [E-FILE-ABSENT] 文件（<file>）：文件“", "”不存在", "does not exist"),
            ("", 2, "错误 [E-VAL] 文件（<file>）：“", "”是文件夹，不是文件", "is a folder, not a file"),
        ] as [(String, Int32, String, String, String)])
    func aFileThatCannotBeReadIsToldInOwnWords(
        name: String, code: Int32, start: String, chinese: String, english: String
    ) throws {
        let terminal = try Terminal()
        let result = terminal.run("shelf", "import", terminal.path(name))
        #expect(result.code == code)
        #expect(result.error.hasPrefix(start) && result.error.contains(chinese), "\(result.error)")
        #expect(terminal.run("shelf", "import", terminal.path(name), "--lang", "en").error.contains(english))
        let json = terminal.run("shelf", "add", "--json", terminal.path(name))
        #expect(json.code == code)
        #expect(json.error.contains("（--json）") && json.error.contains(chinese))
        #expect(!json.error.contains("operation could not"))
    }

    @Test func aWholeInputComesFromJSON() throws {
        let terminal = try Terminal()
        let file = try terminal.write(
            #"{"code": "J1", "title": "甲", "size": 2, "withLock": true, "labels": ["a"]}"#, to: "in.json")
        #expect(terminal.run("shelf", "add", "--json", file).out.hasSuffix("已添加 J1（a）。\n"))
        let piped = terminal.run("shelf", "export", "--json", "-", input: "{\"out\": \"\(terminal.path("j.csv"))\"}")
        #expect(piped.code == 0)
        #expect(terminal.read("j.csv") != nil)
        let mixed = terminal.run("shelf", "add", "K1", "--json", file)
        #expect(mixed.code == 2)
        #expect(mixed.error.contains("（--json）") && mixed.error.contains("不能再写其他填写项"))
        let wrong = terminal.run("shelf", "add", "--json", "-", input: #"{"code": 1, "titel": "x"}"#)
        #expect(wrong.error.split(separator: "\n").count == 5)
    }
}
