import Foundation

/// An office's ledger taken over, against the same rows written to the same tables by the C API.
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
        let trial = try Trial(turns: turns) { _ in
            try takeOver(ledger, into: try bench.copy(prepared, as: "import-ours.sqlite"))
        } floor: { _ in
            try write(store, into: try bench.copy(prepared, as: "import-floor.sqlite"))
        }
        return [Figure("import", "ledger.import of \(rows) rows; floor: \(store.summary)", trial, goal: 2)]
    }

    private func takeOver(_ ledger: Data, into path: String) throws -> Lap {
        let office = try Office.open(path)
        let lap = try Stopwatch.time {
            try office.run("ledger.import", ["file": "ledger.csv", "round": Office.round, "createUnits": "true"], upload: ledger)
        }
        try office.close()
        return lap
    }

    private func write(_ rows: RowStore, into path: String) throws -> Lap {
        let office = try Office.open(path)
        let lap = try office.raw { database in
            try Stopwatch.time {
                try database.execute("BEGIN IMMEDIATE")
                try rows.insert(into: database)
                try database.execute("COMMIT")
            }
        }
        try office.close()
        return lap
    }
}
