import Foundation

/// A server in a process of its own, started and watched until it says where it listens.
final class ServerProcess {
    let port: UInt16
    /// From its start to its first proper answer.
    let toReady: Lap
    private let process: Process

    /// - Parameter ready: the path that answers when the server is ready.
    init(_ program: String, _ arguments: [String], ready: String) throws {
        let pipe = Pipe()
        process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        let clock = ContinuousClock()
        let start = clock.now
        try process.run()
        port = try Self.port(pipe.fileHandleForReading)
        try WebConnection(port: port).send(WebRequest.get(ready))
        toReady = Lap(wall: (clock.now - start) / .seconds(1), processor: 0)
    }

    /// The port in the first line the server writes, `http://127.0.0.1:40123`.
    private static func port(_ output: FileHandle) throws -> UInt16 {
        var said = ""
        while !said.contains("\n") {
            let data = output.availableData
            guard !data.isEmpty else { throw RawError("the server ended: \(said)") }
            said += String(decoding: data, as: UTF8.self)
        }
        let digits = said.split(separator: "127.0.0.1:").last?.prefix { $0.isNumber } ?? ""
        guard let port = UInt16(digits) else { throw RawError("no port in: \(said)") }
        return port
    }

    /// Resident memory in bytes.
    var memory: Int {
        let text = (try? String(contentsOfFile: "/proc/\(process.processIdentifier)/statm", encoding: .utf8)) ?? ""
        return (Int(text.split(separator: " ").dropFirst().first ?? "") ?? 0) * 4096
    }

    func stop() {
        process.terminate()
        process.waitUntilExit()
    }
}
