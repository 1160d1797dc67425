import Foundation
import GRDB
import Operations
import Persistence
import PluginKit

/// A ledger of entries and a neighbour that listens to it.
enum LedgerPlugin: Plugin {
    static let manifest = PluginManifest(id: "ledger", version: Version(1), capabilities: ["operations", "migrations"])
    static func register(with registrar: inout Registrar) {
        registrar.add(Migration("ledger/0001-entry", sql: "CREATE TABLE ledger_entry (body TEXT NOT NULL) STRICT;"), to: Migrations.self)
        registrar.add(AddEntry.self)
        registrar.add(ListEntries.self)
        registrar.add(WriteElsewhere.self)
    }
}

enum EchoPlugin: Plugin {
    static let manifest = PluginManifest(
        id: "echo", version: Version(1), requires: [.init("ledger")], capabilities: ["migrations", "reactions"])
    static func register(with registrar: inout Registrar) {
        registrar.add(Migration("echo/0001-heard", sql: "CREATE TABLE echo_heard (event TEXT NOT NULL) STRICT;"), to: Migrations.self)
        registrar.add(Reaction("echo.hear", to: "ledger.added", hear), to: Reactions.self)
        registrar.add(Reaction("echo.fail", to: "ledger.added", failIfTold), to: Reactions.self)
        registrar.add(Reaction("echo.again", to: "echo.heard") { event, context in try note("again", context) }, to: Reactions.self)
    }

    @Sendable private static func hear(_ event: Event, _ context: WriteContext) throws {
        try note(event.payload, context)
        try context.emit("echo.heard", payload: ["x": 1])
    }

    /// Fails for entries that say so, until somebody notes "peace".
    @Sendable private static func failIfTold(_ event: Event, _ context: WriteContext) throws {
        guard event.payload.contains("trouble") else { return }
        try note("half", context)
        let peace = try Bool.fetchOne(context.db, sql: "SELECT EXISTS (SELECT 1 FROM ledger_entry WHERE body = 'peace')") ?? false
        if !peace { throw Rule.broken.refused() }
    }

    private static func note(_ text: String, _ context: WriteContext) throws {
        try context.db.execute(sql: "INSERT INTO echo_heard (event) VALUES (?)", arguments: [text])
    }
}

struct AddEntry: Command {
    struct Input: Codable, Sendable {
        var body: String
        var fails = false
        var dryRun = false
    }
    static let name: OperationName = "ledger.add"
    static let access = Access.roles([.inspectionOffice])

    func run(_ input: Input, in context: WriteContext) throws -> Done {
        try context.db.execute(sql: "INSERT INTO ledger_entry (body) VALUES (?)", arguments: [input.body])
        try context.noteChange(of: "entry", context.nextID(), to: input.body)
        try context.emit("ledger.added", payload: [input.body])
        context.reason = input.body
        if input.dryRun { context.discardChanges() }
        if input.fails { throw Rule.broken.refused() }
        return Done("done")
    }
}

struct EntryRow: Tabular {
    var body: String
    static let columns = [TableColumn<EntryRow>("body") { .text($0.body) }]
}

struct ListEntries: Query {
    static let name: OperationName = "ledger.list"
    static let access = Access.roles([.inspectionOffice, .auditor])

    func run(_ input: NoInput, in context: ReadContext) throws -> Page<EntryRow> {
        Page(rows: try String.fetchAll(context.db, sql: "SELECT body FROM ledger_entry").map(EntryRow.init))
    }
}

struct WriteElsewhere: Command {
    static let name: OperationName = "ledger.stray"
    static let access = Access.roles([.inspectionOffice])

    func run(_ input: NoInput, in context: WriteContext) throws -> Done {
        try context.db.execute(sql: "INSERT INTO ledger_entry (body) VALUES ('first')")
        try context.db.execute(sql: "INSERT INTO echo_heard (event) VALUES ('stray')")
        return Done("done")
    }
}
