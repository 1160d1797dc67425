import Foundation

/// One small audited write, against one transaction of the C API with the same two rows.
struct WriteFigure {
    let bench: Workbench
    let turns: Int

    func measure() throws -> [Figure] {
        let prepared = bench.path("write-prepared.sqlite")
        try Office.create(prepared).close()
        let office = try Office.open(try bench.copy(prepared, as: "write-ours.sqlite"))
        let other = try Office.open(try bench.copy(prepared, as: "write-floor.sqlite"))
        let floor = try other.raw { try FloorWrite($0) }
        let trial = try Trial(turns: turns) { turn in
            try Stopwatch.time { try office.run("account.add", ["name": "person\(turn)", "title": "某人", "roles": "IO"]) }
        } floor: { turn in
            try other.raw { _ in try Stopwatch.time { try floor.write(turn) } }
        }
        try other.raw { _ in floor.close() }
        try office.close()
        try other.close()
        return [Figure("write", "account.add; floor: the account and its audit row in one transaction", trial, goal: 1.5)]
    }
}

/// The floor's transaction. Hashes are made beforehand: the floor writes, it does not think.
private final class FloorWrite {
    private let database: RawDatabase
    private let account: RawStatement
    private let audit: RawStatement
    private var seq: Int64

    init(_ database: RawDatabase) throws {
        self.database = database
        account = try database.prepare(
            """
            INSERT INTO accounts_account (seq, id, version, name, title, roles, unitId, cadreId, state)
            VALUES (NULL, ?, 1, ?, '某人', 'IO', NULL, NULL, 'active')
            """)
        audit = try database.prepare(
            """
            INSERT INTO kernel_audit (seq, at, actor, roles, action, outcome, changes, reason, previousHash, hash)
            VALUES (?, '2026-03-01T08:30:00.000Z', 'office', 'AD IO', 'account.add', 'done', ?, NULL, ?, ?)
            """)
        let last = try database.prepare("SELECT max(seq) FROM kernel_audit")
        defer { last.finalize() }
        seq = try last.step() ? last.integer(0) : 0
    }

    func close() {
        account.finalize()
        audit.finalize()
    }

    func write(_ turn: Int) throws {
        seq += 1
        let hash = [UInt8](repeating: UInt8(truncatingIfNeeded: turn), count: 32)
        let id = [UInt8]((0..<16).map { UInt8(truncatingIfNeeded: turn >> ($0 % 4 * 8)) })
        let changes = #"[["account","019c0000-0000-7000-8000-000000000000",null,"0123456789abcdef"]]"#
        try database.execute("BEGIN IMMEDIATE")
        try Array("person\(turn)".utf8).withUnsafeBytes { name in
            try id.withUnsafeBytes { id in
                account.bind(blob: id, at: 1)
                account.bind(text: name, at: 2)
                _ = try account.step()
                account.reset()
            }
        }
        try hash.withUnsafeBytes { hash in
            try Array(changes.utf8).withUnsafeBytes { changes in
                audit.bind(seq, at: 1)
                audit.bind(text: changes, at: 2)
                audit.bind(blob: hash, at: 3)
                audit.bind(blob: hash, at: 4)
                _ = try audit.step()
                audit.reset()
            }
        }
        try database.execute("COMMIT")
    }
}
