import Foundation

/// An office's ledger taken over, against the same rows written to the same tables by the C API: the search index filled the
/// quickest way there is, and filled row by row by the triggers.
struct ImportFigure {
    let bench: Workbench
    let rows: Int
    let turns: Int

    func measure() throws -> [Figure] {
        let prepared = bench.path("import-prepared.sqlite")
        try Office.create(prepared).close()
        let ledger = Ledger.csv(rows: rows)
        let filled = try bench.copy(prepared, as: "import-filled.sqlite")
        _ = try takeOver(ledger, into: filled)
        let store = try RowStore(of: filled, notIn: prepared)
        let together = try trial(ledger, store, prepared) { try store.insertFillingOnce(into: $0) }
        let byTriggers = try trial(ledger, store, prepared) { try store.insert(into: $0) }
        let what = "ledger.import of \(rows) rows; floor: \(store.summary)"
        return [
            Figure("import", "\(what), search indexes filled at the end", together, goal: 2),
            Figure("import-by-triggers", "\(what), search indexes filled row by row by triggers", byTriggers, goal: 2),
        ]
    }

    private func trial(
        _ ledger: Data, _ store: RowStore, _ prepared: String, _ insert: @escaping (RawDatabase) throws -> Void
    ) throws -> Trial {
        try Trial(turns: turns) { _ in
            try takeOver(ledger, into: try bench.copy(prepared, as: "import-ours.sqlite"))
        } floor: { _ in
            try write(into: try bench.copy(prepared, as: "import-floor.sqlite"), insert)
        }
    }

    private func takeOver(_ ledger: Data, into path: String) throws -> Lap {
        let office = try Office.open(path)
        let lap = try Stopwatch.time {
            try office.run("ledger.import", ["file": "ledger.csv", "round": Office.round, "createUnits": "true"], upload: ledger)
        }
        try office.close()
        return lap
    }

    private func write(into path: String, _ insert: (RawDatabase) throws -> Void) throws -> Lap {
        let office = try Office.open(path)
        let lap = try office.raw { database in
            try Stopwatch.time {
                try database.execute("BEGIN IMMEDIATE")
                try insert(database)
                try database.execute("COMMIT")
            }
        }
        try office.close()
        return lap
    }
}
