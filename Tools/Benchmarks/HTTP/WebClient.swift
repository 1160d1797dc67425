import Foundation

/// One connection to a server on this machine, kept open from request to request, with as little of its own work as possible.
final class WebConnection {
    private let socket: Int32
    private var buffer = [UInt8](repeating: 0, count: 1 << 18)

    init(port: UInt16) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else {
            close(socket)
            throw RawError("nobody listens at \(port)")
        }
        var isOn: Int32 = 1
        setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &isOn, socklen_t(MemoryLayout<Int32>.size))
    }

    deinit { close(socket) }

    /// Sends a request and reads the whole answer.
    /// - Returns: the head and the body.
    /// - Throws: ``RawError`` for a status of 400 or more, or a connection that ends.
    @discardableResult
    func send(_ request: [UInt8]) throws -> (head: String, body: ArraySlice<UInt8>) {
        guard write(socket, request, request.count) == request.count else { throw RawError("the server takes no request") }
        var filled = 0
        var bodyStart: Int?
        var end = Int.max
        while filled < end {
            if filled == buffer.count { buffer.append(contentsOf: [UInt8](repeating: 0, count: buffer.count)) }
            let count = buffer.withUnsafeMutableBytes { bytes in
                bytes.baseAddress.map { read(socket, $0 + filled, bytes.count - filled) } ?? 0
            }
            guard count > 0 else { throw RawError("the server hung up") }
            filled += count
            if bodyStart == nil, let start = headEnd(filled) {
                bodyStart = start
                end = start + length(buffer[..<start])
            }
        }
        let start = bodyStart ?? filled
        let head = String(decoding: buffer[..<start], as: UTF8.self)
        guard let status = Int(head.split(separator: " ").dropFirst().first ?? ""), status < 400 else {
            throw RawError(head + String(decoding: buffer[start..<filled], as: UTF8.self))
        }
        return (head, buffer[start..<filled])
    }

    private func headEnd(_ filled: Int) -> Int? {
        var index = 3
        while index < filled {
            if buffer[index] == 0x0A, buffer[index - 1] == 0x0D, buffer[index - 2] == 0x0A { return index + 1 }
            index += 1
        }
        return nil
    }

    private func length(_ head: ArraySlice<UInt8>) -> Int {
        let name = "content-length:"
        for line in String(decoding: head, as: UTF8.self).split(separator: "\r\n") where line.lowercased().hasPrefix(name) {
            return Int(line.dropFirst(name.count).trimmingCharacters(in: .whitespaces)) ?? 0
        }
        return 0
    }
}

/// Requests as they go over the wire.
enum WebRequest {
    static func get(_ path: String, _ headers: [String] = []) -> [UInt8] { bytes("GET", path, headers, "") }

    static func post(_ path: String, _ headers: [String], _ body: String) -> [UInt8] {
        bytes("POST", path, headers + ["Content-Length: \(body.utf8.count)"], body)
    }

    private static func bytes(_ method: String, _ path: String, _ headers: [String], _ body: String) -> [UInt8] {
        let lines = ["\(method) \(path) HTTP/1.1", "Host: 127.0.0.1"] + headers
        return Array((lines.map { $0 + "\r\n" }.joined() + "\r\n" + body).utf8)
    }
}

/// Many connections at once, each asking its share.
struct WebLoad {
    let connections: [WebConnection]

    init(port: UInt16, connections: Int) throws {
        self.connections = try (0..<connections).map { _ in try WebConnection(port: port) }
    }

    /// Sends all requests, spread over the connections, and waits for the last answer.
    func send(_ requests: [[UInt8]]) throws -> Lap {
        let faults = Faults()
        let lap = Stopwatch.time {
            let group = DispatchGroup()
            for (index, connection) in connections.enumerated() {
                nonisolated(unsafe) let connection = connection
                let share = stride(from: index, to: requests.count, by: connections.count).map { requests[$0] }
                group.enter()
                Thread.detachNewThread {
                    do {
                        for request in share { try connection.send(request) }
                    } catch {
                        faults.note(error)
                    }
                    group.leave()
                }
            }
            group.wait()
        }
        if let fault = faults.first { throw fault }
        return lap
    }

    private final class Faults: @unchecked Sendable {
        private let lock = NSLock()
        private(set) var first: (any Error)?

        func note(_ error: any Error) { lock.withLock { first = first ?? error } }
    }
}
