import Foundation
import Operations
import Persistence
import PluginKit
import Synchronization

@testable import CommandHost

/// A command line in a folder of its own, with everything that was written caught.
final class Terminal: Sendable {
    private struct Caught {
        var out = ""
        var error = ""
        var data = Data()
    }

    let folder: String
    private let caught = Mutex(Caught())
    private let plugins: [any Plugin.Type]

    init(plugins: [any Plugin.Type] = [ShelfPlugin.self], initialised: Bool = true) throws {
        self.plugins = plugins
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("xuncha-\(UUID())").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        if initialised { _ = run("init", "--jurisdiction", "示范区") }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    struct Result: Equatable {
        var code: Int32
        var out: String
        var error: String
        var data = Data()
    }

    func path(_ name: String) -> String { "\(folder)/\(name)" }

    func write(_ text: String, to name: String) throws -> String {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
        return path(name)
    }

    func read(_ name: String) -> String? { try? String(contentsOfFile: path(name), encoding: .utf8) }

    /// Runs the program in Chinese unless the words say otherwise.
    func run(
        _ words: String..., input: String = "", answer: String? = nil, columns: Int? = nil, isErrorTerminal: Bool = false,
        environment: [String: String] = [:]
    ) -> Result {
        runWords(
            words, input: input, answer: answer, columns: columns, isErrorTerminal: isErrorTerminal, environment: environment)
    }

    func runWords(
        _ words: [String], input: String = "", answer: String? = nil, columns: Int? = nil, isErrorTerminal: Bool = false,
        environment: [String: String] = [:]
    ) -> Result {
        caught.withLock { $0 = Caught() }
        let console = Console(
            write: { text in self.caught.withLock { $0.out += text } }, writeError: { text in self.caught.withLock { $0.error += text } },
            writeData: { data in self.caught.withLock { $0.data += data } }, readLine: { answer },
            readAll: { Data(input.utf8) }, isTerminal: columns != nil, isErrorTerminal: isErrorTerminal, columns: columns)
        let place = ["XUNCHA_DATABASE": path("office.sqlite")].merging(environment) { $1 }
        let code = CommandHost(plugins: plugins).run(words, environment: place, console: console)
        return caught.withLock { Result(code: code, out: $0.out, error: $0.error, data: $0.data) }
    }
}
