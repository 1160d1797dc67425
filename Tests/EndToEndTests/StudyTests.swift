import Foundation
import Testing

/// The study log as a trainer works with it, and an export fetched from a server on this machine.
@Suite struct StudyTests {
    let program: Program

    init() throws {
        program = try Program()
        try program.prepare()
        _ = try program.run("cadre", "import", Program.sample("cadres/pool-sample.csv"))
    }

    private func take(_ file: String, _ platform: String, _ options: String...) throws -> Program.Result {
        let words = ["study", "import", Program.sample("study/\(file).csv"), "--platform", platform] + options
        return try program.run(words)
    }

    private func sums() throws -> String { try program.run("study", "sum", "--format", "json").output }

    @Test func bothExportsImportOnceAndSumUp() throws {
        let rejects = program.file("rejects.csv")
        #expect(try take("xuexi-qiangguo", "xuexi-qiangguo").code == 0)
        #expect(try take("xihu-xianfeng", "xihu-xianfeng").code == 2)
        #expect(try take("xihu-xianfeng", "xihu-xianfeng", "--partial", "--rejects", rejects).code == 0)
        #expect(try String(contentsOfFile: rejects, encoding: .utf8).split(separator: "\r\n").count == 34)
        let first = try sums()
        #expect(first.contains(#""platform": "xuexi-qiangguo", "entries": 8, "hours": 0.00, "points": 136"#))
        #expect(try take("xuexi-qiangguo", "xuexi-qiangguo").code == 0)
        #expect(try take("xihu-xianfeng", "xihu-xianfeng", "--partial").code == 0)
        #expect(try sums() == first)
        let short = try program.run("study", "shortfall", "--as-of", "2024-06-30", "--format", "csv", language: "en")
        #expect(short.code == 0)
        #expect(short.output.split(whereSeparator: \.isNewline).count == 161)
        #expect(try program.run("audit", "verify").code == 0)
    }

    @Test func anExportIsFetchedOnlyWhereTheMachineAllows() throws {
        let server = try ExportServer()
        let address = "http://127.0.0.1:\(server.port)/ok"
        let allowed = ["XUNCHA_TRANSFER_ALLOW": "http,private"], plain = ["XUNCHA_TRANSFER_ALLOW": "http"]
        let set = ["platform", "source", "set", "--platform", "xihu-xianfeng", "--address", address]
        #expect(try program.run("platform", "fetch", "--platform", "xihu-xianfeng").code == 4)
        #expect(try program.run(set).code == 6)
        #expect(try program.run(set, environment: plain).code == 0)
        let inward = try program.run("platform", "fetch", "--platform", "xihu-xianfeng", environment: plain)
        #expect(inward.code == 6)
        #expect(inward.errors.contains("[E-TRANSFER-DENIED]"))
        let fetched = try program.run("platform", "fetch", "--platform", "xihu-xianfeng", environment: allowed)
        #expect(fetched.code == 0, "\(fetched.errors)")
        #expect(try sums().contains(#""cadre": "王鑫""#))
        let token = ["XUNCHA_PLATFORM_TOKEN_XIHU_XIANFENG": "top-secret"].merging(allowed) { $1 }
        let refused = try program.run("platform", "fetch", "--platform", "xihu-xianfeng", environment: token)
        #expect(refused.code == 6)
        #expect(!(refused.errors + refused.output).contains("top-secret"))
    }
}

/// The server of `Tests/Data/transfer`.
private final class ExportServer {
    let port: Int
    private let process: Process
    private let input: Pipe

    init() throws {
        let process = Process(), input = Pipe(), output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", Program.repository.appendingPathComponent("Tests/Data/transfer/server.py").path]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        port = try #require(Int(line.trimmingCharacters(in: .whitespacesAndNewlines)))
        self.process = process
        self.input = input
    }

    deinit {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }
}
