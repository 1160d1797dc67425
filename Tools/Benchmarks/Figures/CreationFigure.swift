import Foundation
import GRDB
import HostKit
import Operations
import Persistence

/// A new office's file, against the C API making the same schema and first rows.
struct CreationFigure {
    let bench: Workbench
    let turns: Int

    func measure() throws -> [Figure] {
        let registry = try Office.registry()
        let model = bench.path("creation-model.sqlite")
        let request = InstallationRequest(jurisdiction: "雾城区")
        try Composition.create(model, for: request, registry: registry).store.writer.close()
        let schema = try SchemaCopy(model)
        let ours = bench.path("creation-ours.sqlite"), floor = bench.path("creation-floor.sqlite")
        let trial = try Trial(turns: turns) { _ in
            bench.removeDatabase(ours)
            return try Stopwatch.time {
                try Composition.create(ours, for: request, registry: registry).store.writer.close()
            }
        } floor: { _ in
            bench.removeDatabase(floor)
            return try Stopwatch.time { try schema.write(to: floor) }
        }
        return [Figure("creation", "a new file of the full program", trial, goal: nil, goalSeconds: 0.3)]
    }
}

/// The statements that make the schema of a file.
private struct SchemaCopy {
    private var statements: [String] = []

    init(_ path: String) throws {
        let database = try RawDatabase.open(path)
        defer { database.close() }
        let list = try database.prepare(
            """
            SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
                AND NOT (type = 'table' AND name LIKE '%\\_search\\_%' ESCAPE '\\')
            ORDER BY rowid
            """)
        defer { list.finalize() }
        while try list.step() { statements.append(list.text(0) ?? "") }
    }

    func write(to path: String) throws {
        var configuration = Store.configuration()
        configuration.journalMode = .wal
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.writeWithoutTransaction { db in
            guard let connection = db.sqliteConnection else { throw RawError("closed") }
            let database = RawDatabase(connection: connection)
            try database.execute("BEGIN IMMEDIATE")
            for statement in statements { try database.execute(statement) }
            try database.execute("COMMIT")
        }
        try queue.close()
    }
}
