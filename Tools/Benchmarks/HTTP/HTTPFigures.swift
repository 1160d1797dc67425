import Foundation
import Operations

/// The served program over real connections, against a bare server with the same rows.
struct HTTPFigures {
    let bench: Workbench
    /// A file with the large ledger.
    let path: String
    /// What serves ours: the program, or this one.
    let program: String
    let turns: Int
    /// Connections that ask at the same time.
    private let connections = 16
    private let writers = 32
    private static let password = "Kestrel-47-river"

    func measure() throws -> (figures: [Figure], levels: [Level]) {
        let token = try token()
        let start = try Trial(turns: min(turns, 10)) { _ in
            try lap { try serve() }
        } floor: { _ in
            try lap { try bare() }
        }
        let ours = try serve()
        let floor = try bare()
        defer {
            ours.stop()
            floor.stop()
        }
        let bearer = ["Authorization: Bearer \(token)"]
        let figures = [
            Figure(
                "http-start", "serve until /ready answers; floor: a bare server", start, goal: nil, goalSeconds: 0.5,
                hasProcessorTime: false),
            try list(ours, floor, bearer),
            try page(ours, bearer),
            try write("http-write", "one audited account.add; floor: the same rows by a bare server", ours, floor, bearer, 1),
            try write("http-writers", "32 at once, each write", ours, floor, bearer, writers),
        ]
        let megabytes = Double(ours.memory) / 1e6
        return (figures, [Level("http-memory", "resident after the load", megabytes, unit: "MB", most: 100)])
    }

    // MARK: - Figures

    private func list(_ ours: ServerProcess, _ floor: ServerProcess, _ headers: [String]) throws -> Figure {
        let asked = try marks(ours, headers).map { WebRequest.get("/api/v1/ledger/list?limit=50\($0)", headers) }
        let rows = (0..<asked.count).map { WebRequest.get("/rows?after=\($0 * 50)") }
        let trial = try alternate(
            WebLoad(port: ours.port, connections: connections), asked, WebLoad(port: floor.port, connections: connections), rows)
        return Figure(
            "http-list", "ledger.list as JSON, 50 of many, for each request; floor: a bare Hummingbird and GRDB route", trial,
            goal: 1 / 0.7, hasProcessorTime: false)
    }

    private func page(_ ours: ServerProcess, _ headers: [String]) throws -> Figure {
        let cookie = try signIn(ours)
        let marks = try marks(ours, headers)
        let pages = marks.map { WebRequest.get("/op/ledger.list?limit=50\($0)", ["Cookie: \(cookie)"]) }
        let asked = marks.map { WebRequest.get("/api/v1/ledger/list?limit=50\($0)", headers) }
        let load = try WebLoad(port: ours.port, connections: connections)
        return Figure(
            "http-page", "the same list as a page; floor: ours as JSON", try alternate(load, pages, load, asked), goal: 3,
            hasProcessorTime: false)
    }

    private func write(
        _ name: String, _ what: String, _ ours: ServerProcess, _ floor: ServerProcess, _ headers: [String], _ writers: Int
    ) throws -> Figure {
        let count = max(20, writers * 2)
        let json = headers + ["Content-Type: application/json"]
        let mine = try WebLoad(port: ours.port, connections: writers)
        let bare = try WebLoad(port: floor.port, connections: writers)
        let trial = try Trial(turns: turns) { turn in
            try mine.send(
                (0..<count).map {
                    WebRequest.post(
                        "/api/v1/account/add", json, #"{"name":"w\#(writers)-\#(turn)-\#($0)","title":"某人","roles":["IO"]}"#)
                }
            ).divided(count)
        } floor: { turn in
            try bare.send(
                (0..<count).map { WebRequest.post("/accounts", json, #"{"name":"w\#(writers)-\#(turn)-\#($0)"}"#) }
            ).divided(count)
        }
        return Figure(name, what, trial, goal: nil, hasProcessorTime: false)
    }

    /// Both by turns, each turn a few hundred requests.
    private func alternate(_ ours: WebLoad, _ asked: [[UInt8]], _ floor: WebLoad, _ rows: [[UInt8]]) throws -> Trial {
        func many(_ requests: [[UInt8]]) -> [[UInt8]] { (0..<25).flatMap { _ in requests } }
        let (asked, rows) = (many(asked), many(rows))
        return try Trial(turns: turns) { _ in
            try ours.send(asked).divided(asked.count)
        } floor: { _ in
            try floor.send(rows).divided(rows.count)
        }
    }

    // MARK: - Around them

    private func lap(_ start: () throws -> ServerProcess) throws -> Lap {
        let server = try start()
        server.stop()
        return server.toReady
    }

    private func serve() throws -> ServerProcess {
        let words = [
            "serve", "--port", "0", "--database", path, "--lang", "en", "--log", "error", "--setup-account",
            "bench:\(Self.password)",
        ]
        return try ServerProcess(program, words, ready: "/ready")
    }

    /// The floor writes, so it has a file of its own.
    private func bare() throws -> ServerProcess {
        let copy = bench.path("bare.sqlite")
        if !FileManager.default.fileExists(atPath: copy) { _ = try bench.copy(path, as: "bare.sqlite") }
        return try ServerProcess(BenchmarkCommand.itself, ["bare", copy], ready: "/rows")
    }

    private func token() throws -> String {
        let office = try Office.open(path)
        defer { try? office.close() }
        // The load is one program that asks far more often than any real one.
        _ = try office.run("setting.set", ["setting": "accounts.tokenRequests", "value": "1000000", "reason": "benchmark"])
        let answer = try office.run("token.create", ["name": "benchmark"])
        guard let column = answer.columns.firstIndex(of: "token"), case .text(let token)? = answer.rows.first?[column] else {
            throw RawError("no token")
        }
        return token
    }

    /// What the addresses of twenty pages end with.
    private func marks(_ server: ServerProcess, _ headers: [String]) throws -> [String] {
        let connection = try WebConnection(port: server.port)
        var marks = [""]
        while marks.count < 20 {
            let head = try connection.send(WebRequest.get("/api/v1/ledger/list?limit=50\(marks[marks.count - 1])", headers)).head
            guard let mark = head.split(separator: "after=").dropFirst().first?.prefix(while: { $0 != ">" && $0 != "&" }) else {
                throw RawError("no next page in \(head)")
            }
            marks.append("&after=\(mark)")
        }
        return marks
    }

    private func signIn(_ server: ServerProcess) throws -> String {
        let form = "account=bench&password=\(Self.password)"
        let head = try WebConnection(port: server.port).send(
            WebRequest.post("/sign-in", ["Content-Type: application/x-www-form-urlencoded"], form)
        ).head
        guard let cookie = head.split(separator: "\r\n").first(where: { $0.lowercased().hasPrefix("set-cookie:") }) else {
            throw RawError("nobody was let in: \(head)")
        }
        return String(cookie.dropFirst(11).prefix { $0 != ";" }).trimmingCharacters(in: .whitespaces)
    }
}

extension Lap {
    fileprivate func divided(_ count: Int) -> Lap { Lap(wall: wall / Double(count), processor: processor / Double(count)) }
}
