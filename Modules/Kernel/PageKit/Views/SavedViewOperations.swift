import GRDB
import Operations
import Persistence
import PluginKit

/// A list as an account likes to see it: filters and columns, under a name.
struct SavedView: Tabular, FetchableRecord {
    var name: String
    var operation: String
    /// The query of the address.
    var query: String

    init(row: Row) {
        name = row["name"]
        operation = row["operation"]
        query = row["query"]
    }

    static let columns: [TableColumn<SavedView>] = [
        .text("viewName") { $0.name },
        .text("viewOperation") { $0.operation },
        .text("viewQuery") { $0.query },
    ]
}

private let everyoneHasViews = Access.everyone(
    reason: "views belong to the account that saved them, and show only what it may see")

/// `view.save`: keeps a list's filters and columns under a name; an own view of that name is replaced.
struct SaveView: Command {
    struct Input: Codable, Sendable {
        var name: String
        /// Name of the list query.
        var operation: String
        /// Query of the address, `state=issued&_col=no`.
        var query: String?
    }
    static let name: OperationName = "view.save"
    static let access = everyoneHasViews
    static let positional = ["name"]

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<SavedView> {
        let name = input.name.trimmed
        let query = input.query ?? ""
        var checks = Checks()
        checks.require((1...40).contains(name.count), Rule.invalid.refused("viewName", field: "name"))
        checks.require(
            context.registry.operation(OperationName(input.operation))?.access.allows(context.principal) == true,
            Rule.notFound.refused("operation", field: "operation", ["name": .text(input.operation)]))
        checks.require(ViewQuery.isPlain(query), Rule.invalid.refused("viewQuery", field: "query"))
        try checks.finish()
        let id = context.nextID()
        let view = try SavedView.fetchOne(
            context.db,
            sql: """
                INSERT INTO pages_view (id, account, operation, name, query) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (account, operation, name) DO UPDATE SET query = excluded.query RETURNING *
                """, arguments: [id, context.principal.account, input.operation, name, query])
        guard let view else { throw Rule.integrity.refused() }
        try context.noteChange(of: "view", id, to: [name, input.operation, query])
        return RecordAnswer(view, sentence: Message("view.save.done", ["name": .text(name)]))
    }
}

/// What a view may keep of an address.
enum ViewQuery {
    /// At most 1000 characters that an encoded query is made of.
    static func isPlain(_ query: String) -> Bool {
        query.utf8.count <= 1000
            && query.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: "-._~%=&+".utf8.contains(byte)
                }
            }
    }
}

/// `view.list`: the account's own views.
struct ListViews: Query {
    struct Input: Codable, Sendable {
        /// Only views of this list query.
        var operation: String?
        var limit: Int?
        var after: String?
    }
    static let name: OperationName = "view.list"
    static let access = everyoneHasViews

    func run(_ input: Input, in context: ReadContext) throws -> Page<SavedView> {
        var filter = Filter("account = ?", context.principal.account)
        if let operation = input.operation { filter.and("operation = ?", operation) }
        let rows = try SavedView.fetchAll(
            context.db.cachedStatement(sql: "SELECT * FROM pages_view WHERE \(filter.sql) ORDER BY operation, name"),
            arguments: filter.arguments)
        return try .part(of: rows, limit: input.limit, after: input.after) { "\($0.operation) \($0.name)" }
    }
}

/// `view.delete`: takes an own view away.
struct DeleteView: Command {
    struct Input: Codable, Sendable {
        var name: String
        /// Name of the list query.
        var operation: String
    }
    static let name: OperationName = "view.delete"
    static let access = everyoneHasViews
    static let positional = ["name"]

    func run(_ input: Input, in context: WriteContext) throws -> Done {
        let id = try UniqueID.fetchOne(
            context.db, sql: "DELETE FROM pages_view WHERE account = ? AND operation = ? AND name = ? RETURNING id",
            arguments: [context.principal.account, input.operation, input.name.trimmed])
        guard let id else { throw Rule.notFound.refused("view", field: "name", ["name": .text(input.name)]) }
        try context.noteChange(of: "view", id, from: [input.name], to: [String]())
        return Done("view.delete.done", ["name": .text(input.name)])
    }
}
