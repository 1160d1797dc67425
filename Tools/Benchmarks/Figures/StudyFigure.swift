import Foundation

/// A platform's export taken into the study log, against the same rows written to the same tables by the C API.
struct StudyFigure {
    let bench: Workbench
    let rows: Int
    let turns: Int

    func measure() throws -> [Figure] {
        let prepared = bench.path("study-prepared.sqlite")
        let office = try Office.create(prepared)
        try office.run("unit.import", ["file": "units.csv"], upload: StudyExport.units)
        try office.run("cadre.import", ["file": "roster.csv"], upload: StudyExport.roster)
        try office.close()
        let export = StudyExport.csv(rows: rows)
        let filled = try bench.copy(prepared, as: "study-filled.sqlite")
        _ = try takeOver(export, into: filled)
        let store = try RowStore(of: filled, notIn: prepared)
        let trial = try Trial(turns: turns) { _ in
            try takeOver(export, into: try bench.copy(prepared, as: "study-ours.sqlite"))
        } floor: { _ in
            try write(store, into: try bench.copy(prepared, as: "study-floor.sqlite"))
        }
        return [Figure("study", "study.import of \(rows) rows; floor: \(store.summary)", trial, goal: 2)]
    }

    private func takeOver(_ export: Data, into path: String) throws -> Lap {
        let office = try Office.open(path)
        let lap = try Stopwatch.time {
            try office.run("study.import", ["file": "export.csv", "platform": "xuexi-qiangguo"], upload: export)
        }
        try office.close()
        return lap
    }

    private func write(_ store: RowStore, into path: String) throws -> Lap {
        let office = try Office.open(path)
        let lap = try office.raw { database in
            try Stopwatch.time {
                try database.execute("BEGIN IMMEDIATE")
                try store.insert(into: database)
                try database.execute("COMMIT")
            }
        }
        try office.close()
        return lap
    }
}
