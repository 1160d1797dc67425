import Foundation

/// The server of `Tests/Data/transfer`, started for one test and ended with it.
final class MisbehavingServer {
    let port: Int
    /// Its certificate, where it speaks TLS.
    let certificate: String?
    private let process: Process
    private let input: Pipe
    private let folder: URL

    /// - Parameter name: for TLS, the host that the certificate is made out to; without it the server speaks plain HTTP.
    init(certifiedFor name: String? = nil) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("transfer-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let certificate = try name.map { try Self.makeCertificate(for: $0, in: folder) }
        let process = Process(), input = Pipe()
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Data/transfer/server.py").path
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            ["python3", script] + (certificate.map { [$0, folder.appendingPathComponent("key.pem").path] } ?? [])
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        guard let port = Int(line.trimmingCharacters(in: .whitespacesAndNewlines)) else { throw Failure.notStarted(line) }
        self.port = port
        self.certificate = certificate
        self.folder = folder
        self.process = process
        self.input = input
    }

    enum Failure: Error {
        case notStarted(String)
        case noCertificate
    }

    func address(_ path: String, host: String = "127.0.0.1") -> String {
        "\(certificate == nil ? "http" : "https")://\(host):\(port)/\(path)"
    }

    private static func makeCertificate(for name: String, in folder: URL) throws -> String {
        let path = folder.appendingPathComponent("certificate.pem").path
        let openssl = Process()
        openssl.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        openssl.arguments = [
            "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=\(name)", "-addext",
            "subjectAltName=DNS:\(name)", "-keyout", folder.appendingPathComponent("key.pem").path, "-out", path,
        ]
        openssl.standardError = FileHandle.nullDevice
        try openssl.run()
        openssl.waitUntilExit()
        guard openssl.terminationStatus == 0 else { throw Failure.noCertificate }
        return path
    }

    deinit {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: folder)
    }
}
