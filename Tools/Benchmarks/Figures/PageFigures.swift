import GRDBSQLite
import HostKit
import Operations
import Persistence

/// A page of findings out of very many, against the same statement by the C API into plain structs.
struct PageFigures {
    let bench: Workbench
    /// A file with many findings.
    let path: String
    let turns: Int
    /// Pages of one turn, so that a turn is long enough to be measured.
    private let pages = 40

    init(bench: Workbench, path: String, turns: Int) {
        self.bench = bench
        self.path = path
        self.turns = turns
    }

    func measure() throws -> [Figure] {
        let office = try Office.open(path, use: .shared)
        let floor = try FloorPages(path)
        let end = try floor.last(49)
        let first = try trial(office, [:]) { try floor.page(after: nil) }
        let last = try trial(office, ["after": PageText.mark(end)]) { try floor.page(after: end) }
        let both = try Trial(turns: turns) { _ in
            try lap(office, ["after": PageText.mark(end)])
        } floor: { _ in
            try lap(office, [:])
        }
        floor.close()
        try office.close()
        return [
            Figure("page-first", "finding.list, first page of 50", first.perPage(pages), goal: 4),
            Figure("page-last", "finding.list, last page of 50", last.perPage(pages), goal: 4),
            Figure("page-last-to-first", "last page of 50 against the first, both ours", both.perPage(pages), goal: 1.05),
        ]
    }

    private func trial(_ office: Office, _ words: [String: String], _ floor: () throws -> Int) throws -> Trial {
        try Trial(turns: turns) { _ in
            try lap(office, words)
        } floor: { _ in
            try Stopwatch.time { for _ in 0..<pages { try expect(try floor()) } }
        }
    }

    private func lap(_ office: Office, _ words: [String: String]) throws -> Lap {
        try Stopwatch.time { for _ in 0..<pages { try expect(try office.run("finding.list", words).rows.count) } }
    }

    private func expect(_ count: Int) throws {
        guard count == 50 else { throw RawError("a page of \(count) instead of 50") }
    }
}

extension Trial {
    fileprivate func perPage(_ pages: Int) -> Trial {
        func divided(_ laps: [Lap]) -> [Lap] {
            laps.map { Lap(wall: $0.wall / Double(pages), processor: $0.processor / Double(pages)) }
        }
        var trial = self
        trial.ours = divided(ours)
        trial.floor = divided(floor)
        return trial
    }
}

/// The floor's pages.
private struct FloorPages {
    private struct Line {
        var seq: Int64
        var no: String
        var unit: String
        var wording: String
        var category: String
        var leaf: String?
        var state: String
        var issuedOn: String?
        var isImported: Bool
    }

    private let database: RawDatabase
    private let first: RawStatement
    private let following: RawStatement

    init(_ path: String) throws {
        database = try RawDatabase.open(path)
        first = try database.prepare("\(FindingSQL.selection) ORDER BY f.seq LIMIT 51")
        following = try database.prepare("\(FindingSQL.selection) WHERE f.seq > ? ORDER BY f.seq LIMIT 51")
    }

    func close() {
        first.finalize()
        following.finalize()
        database.close()
    }

    /// Number of the row that stands before the last ones.
    func last(_ count: Int) throws -> Int64 {
        let statement = try database.prepare("SELECT seq FROM inspection_finding ORDER BY seq DESC LIMIT 1 OFFSET \(count + 1)")
        defer { statement.finalize() }
        return try statement.step() ? statement.integer(0) : 0
    }

    func page(after: Int64?) throws -> Int {
        let statement = after == nil ? first : following
        if let after { statement.bind(after, at: 1) }
        var lines: [Line] = []
        lines.reserveCapacity(51)
        while try statement.step() { lines.append(line(statement)) }
        statement.reset()
        return min(50, lines.count)
    }

    private func line(_ row: RawStatement) -> Line {
        Line(
            seq: row.integer(0), no: row.text(1) ?? "", unit: row.text(2) ?? "", wording: row.text(3) ?? "",
            category: row.text(4) ?? "",
            leaf: row.text(5), state: row.text(6) ?? "", issuedOn: row.text(7), isImported: row.integer(8) != 0)
    }
}

/// The statement of the list, as the program runs it for somebody who sees the whole district.
enum FindingSQL {
    static let selection = """
        SELECT f.seq, f.no, u.name, f.wording, f.category, f.leaf, f.state, f.issuedOn, f.isImported
        FROM inspection_finding f JOIN organization_unit u ON u.id = f.unitId
        """
}

/// Marks as the program gives them out.
enum PageText {
    static func mark(_ seq: Int64) -> String { PageMark(["\(seq)"]).text }
}
