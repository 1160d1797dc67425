import GRDB
import Operations
import Persistence
import PluginKit

private let reason = "everybody may let a program act in their own name, with no more rights than they have"

/// Makes an access token for a program that acts in one's own name.
struct CreateToken: Command {
    struct Input: Codable, Sendable {
        /// What it is for.
        var name: String
        /// Operations it is good for, by the first words of their names; all where none is named.
        var scope: [String]?
        var readOnly: Bool?
        /// Days until it runs out.
        var days: Int?
    }

    static let name: OperationName = "token.create"
    static let access = Access.everyone(reason: reason)
    static let positional = ["name"]
    /// Days for which a token is good where nothing was said.
    static let usualDays = 90

    /// - Throws: `E-VAL`.
    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<TokenLine> {
        let most = try SignInPolicy(context.db)[.tokenDays]
        let days = input.days ?? min(Self.usualDays, most)
        let scope = (input.scope ?? []).map(\.trimmed)
        var checks = Checks()
        checks.require((1...60).contains(input.name.trimmed.count), Rule.invalid.refused("tokenName", field: "name"))
        checks.require(
            (1...most).contains(days),
            Rule.invalid.refused("range", field: "days", ["low": "1", "high": "\(most)", "value": "\(days)"]))
        for prefix in scope where !isKnown(prefix, context.registry) {
            checks.add(Rule.invalid.refused("tokenScope", field: "scope", ["value": .text(prefix)]))
        }
        try checks.finish()
        guard let account = try Account.active(context.principal.account, context.db) else {
            throw Rule.notFound.refused("account", ["name": .text(context.principal.account)])
        }
        let secret = RandomSecret(prefix: AccessToken.prefix)
        let token = AccessToken(
            seq: nil, id: context.nextID(), tokenHash: secret.hash, accountId: account.id, name: input.name.trimmed,
            scope: TokenScope(prefixes: scope).stored, readOnly: input.readOnly ?? false, createdAt: context.instant,
            expiresAt: Instant(context.now.addingTimeInterval(Double(days) * 86400)), revokedAt: nil)
        try context.insert(token, as: "token", token.id)
        var line = try TokenLine.of(token.id, context.db)
        line.token = secret.text
        return RecordAnswer(line, sentence: Message("token.create.done"), holdsSecret: true)
    }

    private func isKnown(_ prefix: String, _ registry: Registry) -> Bool {
        registry.contributions(OperationSlot.self).contains { $0.key == prefix || $0.key.hasPrefix("\(prefix).") }
    }
}

/// Lists the tokens of an account; the tokens themselves are not kept and never shown again.
struct ListTokens: Query {
    struct Input: Codable, Sendable {
        var account: String?
        var limit: Int?
        var after: String?
    }

    static let name: OperationName = "token.list"
    static let access = Access.everyone(reason: reason)

    func run(_ input: Input, in context: ReadContext) throws -> Page<TokenLine> {
        let account = try KeyOwner.account(input.account, context)
        let rows = try TokenLine.fetchAll(
            context.db, sql: "\(TokenLine.selection) WHERE t.accountId = ? ORDER BY t.seq DESC", arguments: [account.id])
        return try .part(of: rows, limit: input.limit, after: input.after) { "\($0.id)" }
    }
}

/// Makes a token useless.
struct RevokeToken: Command {
    struct Input: Codable, Sendable {
        var token: UniqueID
    }

    static let name: OperationName = "token.revoke"
    static let access = Access.everyone(reason: reason)
    static let positional = ["token"]

    /// - Throws: `E-NOTFOUND`.
    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<TokenLine> {
        let stored = try AccessToken.fetchOne(
            context.db, sql: "SELECT * FROM accounts_token WHERE id = ?", arguments: [input.token])
        guard let stored, try KeyOwner.mayTouch(stored.accountId, context) else {
            throw Rule.notFound.refused("token", field: "token")
        }
        if stored.revokedAt == nil {
            var token = stored
            token.revokedAt = context.instant
            try token.update(context.db)
            try context.noteChange(of: "token", token.id, from: stored, to: token)
        }
        return RecordAnswer(
            try TokenLine.of(stored.id, context.db), sentence: Message("token.revoke.done", ["name": .text(stored.name)]))
    }
}

extension TokenLine {
    static func of(_ id: UniqueID, _ db: Database) throws -> TokenLine {
        guard let line = try fetchOne(db, sql: "\(selection) WHERE t.id = ?", arguments: [id]) else {
            throw Rule.notFound.refused("token", field: "token")
        }
        return line
    }
}
