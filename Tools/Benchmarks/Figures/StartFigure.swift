import Foundation

/// The installed program from its start to the first row, against the `sqlite3` shell with the same statement.
struct StartFigure {
    let bench: Workbench
    /// A file with findings.
    let path: String
    /// The program, built with the static standard library.
    let program: String
    let shell: String
    let turns: Int

    func measure() throws -> [Figure] {
        let words = ["finding", "list", "--limit", "1", "--format", "csv", "--database", path]
        let ours = Child(program, words, environment: ["HOME": bench.folder.path, "LANG": "zh_CN.UTF-8"])
        let floor = Child(shell, ["-csv", path, "\(FindingSQL.selection) ORDER BY f.seq LIMIT 2"])
        let trial = try Trial(turns: turns) { _ in
            try lap(ours)
        } floor: { _ in
            try lap(floor)
        }
        return [
            Figure("start", "xuncha finding list --limit 1 --format csv; floor: sqlite3 with the same statement", trial, goal: 5)
        ]
    }

    private func lap(_ child: Child) throws -> Lap {
        let run = try child.run()
        guard run.status == 0, !run.output.isEmpty else { throw RawError("\(child.path) ended with \(run.status) and no rows") }
        return run.toFirstByte
    }
}
