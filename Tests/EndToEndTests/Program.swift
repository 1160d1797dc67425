import Foundation

/// Runs the real program as a person would.
struct Program {
    let folder: URL
    let database: String

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("xuncha-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        database = folder.appendingPathComponent("office.sqlite").path
    }

    struct Result {
        var code: Int32
        var output: String
        var errors: String
    }

    /// The program beside the test bundle.
    private static var executable: URL {
        URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent("xuncha")
    }

    static var repository: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    }

    static func sample(_ path: String) -> String { repository.appendingPathComponent("SampleData/\(path)").path }

    func file(_ name: String) -> String { folder.appendingPathComponent(name).path }

    func run(_ words: String..., language: String = "zh-Hans", database: String? = nil) throws -> Result {
        try run(arguments: words, language: language, database: database)
    }

    func run(arguments words: [String], language: String = "zh-Hans", database: String? = nil) throws -> Result {
        let process = Process()
        process.executableURL = Self.executable
        process.arguments = words + ["--database", database ?? self.database, "--lang", language]
        process.currentDirectoryURL = Self.repository
        let output = folder.appendingPathComponent("out-\(UUID().uuidString)")
        let errors = folder.appendingPathComponent("err-\(UUID().uuidString)")
        for file in [output, errors] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return Result(
            code: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
            errors: try String(contentsOf: errors, encoding: .utf8))
    }

    /// An office with a term, the sample units and a round `14-3`.
    func prepare() throws {
        _ = try run("init", "--jurisdiction", "杭州市西湖区")
        _ = try run(
            "term", "open", "--number", "14", "--name", "第十四届", "--start", "2022-01-01", "--satisfaction-threshold", "90.00")
        _ = try run("unit", "import", Self.sample("units/hangzhou-xihu.csv"))
        _ = try run("round", "create", "--number", "3", "--title", "第三轮", "--start", "2022-09-16", "--end", "2023-12-31")
    }
}
