import GRDB
import Operations
import Persistence
import PluginKit

/// Those who may look after the sessions and tokens of others.
private let keepers = AccountKeepers.roles
private let reason = "everybody may see and end what was opened in their own name; that of others only its keepers"

/// The accounts whose sessions and tokens somebody sees: their own, or for keepers also others.
enum KeyOwner {
    /// The account asked for, one's own where none is named.
    /// - Throws: `E-NOTFOUND`, also for an account that exists but is none of one's business.
    static func account(_ name: String?, _ context: ReadContext) throws -> Account {
        let own = context.principal.account
        let isAllowed = name == nil || name == own || context.principal.hasAny(of: keepers)
        guard isAllowed,
            let account = try Account.fetchOne(
                context.db, sql: "SELECT * FROM accounts_account WHERE name = ?", arguments: [name ?? own])
        else { throw Rule.notFound.refused("account", field: "account", ["name": .text(name ?? own)]) }
        return account
    }

    /// Whether a record that belongs to an account may be touched.
    static func mayTouch(_ account: UniqueID, _ context: ReadContext) throws -> Bool {
        if context.principal.hasAny(of: keepers) { return true }
        return try Account.active(context.principal.account, context.db)?.id == account
    }
}

/// Lists the open sessions of an account.
struct ListSessions: Query {
    struct Input: Codable, Sendable {
        var account: String?
        var limit: Int?
        var after: String?
    }

    static let name: OperationName = "account.session.list"
    static let access = Access.everyone(reason: reason)

    func run(_ input: Input, in context: ReadContext) throws -> Page<SessionLine> {
        let account = try KeyOwner.account(input.account, context)
        let rows = try SessionLine.fetchAll(
            context.db,
            sql: """
                SELECT s.*, a.name FROM accounts_session s JOIN accounts_account a ON a.id = s.accountId
                WHERE s.accountId = ? AND s.idleUntil > ? AND s.expiresAt > ? ORDER BY s.seq DESC
                """, arguments: [account.id, context.instant, context.instant])
        return try .part(of: rows, limit: input.limit, after: input.after) { "\($0.id)" }
    }
}

/// Ends one session, or all of an account.
struct EndSession: Command {
    struct Input: Codable, Sendable {
        /// The session to end; all of the account where none is named.
        var session: UniqueID?
        var account: String?
    }

    static let name: OperationName = "account.session.end"
    static let access = Access.everyone(reason: reason)

    /// - Throws: `E-NOTFOUND`.
    func run(_ input: Input, in context: WriteContext) throws -> Done {
        if let session = input.session {
            let owner = try UniqueID.fetchOne(
                context.db, sql: "SELECT accountId FROM accounts_session WHERE id = ?", arguments: [session])
            guard let owner, try KeyOwner.mayTouch(owner, context) else {
                throw Rule.notFound.refused("session", field: "session")
            }
            try context.db.execute(sql: "DELETE FROM accounts_session WHERE id = ?", arguments: [session])
            try context.noteChange(of: "session", session, to: "ended")
            return Done("account.session.end.done", ["count": "1"])
        }
        let account = try KeyOwner.account(input.account, context)
        try context.db.execute(sql: "DELETE FROM accounts_session WHERE accountId = ?", arguments: [account.id])
        let count = context.db.changesCount
        try context.noteChange(of: "account", account.id, to: "sessions ended")
        return Done("account.session.end.done", ["count": "\(count)"])
    }
}
