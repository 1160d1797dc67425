import Foundation
import GRDB
import Operations
import Persistence
import PluginKit

extension SignInDesk {
    /// Who holds a session; nil when it never was, was ended or has run out. A session in use is good for longer.
    public func holder(session token: String) throws -> Holder? {
        let now = Instant(now)
        let hash = RandomSecret.hash(of: token)
        let found = try read { db -> (Holder, seen: Instant)? in
            let row = try Row.fetchOne(db.cachedStatement(sql: Self.sessionQuery), arguments: [hash, now, now])
            return try row.map { row in
                (Holder(account: try Account(row: row), key: .session(row["sessionId"])), row["seenAt"])
            }
        }
        guard let found else { return nil }
        if found.seen < Instant(self.now.addingTimeInterval(-60)) { try prolong(hash) }
        return found.0
    }

    private static let sessionQuery = """
        SELECT s.id AS sessionId, s.seenAt, a.* FROM accounts_session s JOIN accounts_account a ON a.id = s.accountId
        WHERE s.tokenHash = ? AND s.idleUntil > ? AND s.expiresAt > ? AND a.state = 'active'
        """

    private func prolong(_ hash: Data) throws {
        try dispatcher.store.write(owner: owner) { db in
            let policy = try SignInPolicy(db)
            try db.execute(
                sql: "UPDATE accounts_session SET seenAt = ?, idleUntil = ? WHERE tokenHash = ?",
                arguments: [Instant(now), policy.idleEnd(after: now), hash])
        }
    }

    /// Who holds an access token; nil when it never was, was revoked or has run out.
    /// - Throws: ``TooManyRequests`` for one that is used more often than the office allows.
    public func holder(token: String) throws -> Holder? {
        guard token.hasPrefix(AccessToken.prefix) else { return nil }
        let hash = RandomSecret.hash(of: token)
        let now = Instant(now)
        let setting = SignInSetting.tokenRequests.setting
        let found = try read { db -> (holder: Holder, id: UniqueID, rate: Int?)? in
            let row = try Row.fetchOne(db.cachedStatement(sql: Self.tokenQuery), arguments: [setting.id, hash, now])
            return try row.map { row in
                let scope = TokenScope(stored: row["scope"], isReadOnly: row["readOnly"])
                return (Holder(account: try Account(row: row), key: .token(row["tokenId"], scope)), row["tokenId"], row["rate"])
            }
        }
        guard let found else { return nil }
        try tokens.take(found.id, rate: found.rate ?? SignInSetting.tokenRequests.range.standard, at: self.now)
        return found.holder
    }

    private static let tokenQuery = """
        SELECT t.id AS tokenId, t.scope, t.readOnly, (SELECT value FROM kernel_setting WHERE id = ?) AS rate, a.*
        FROM accounts_token t JOIN accounts_account a ON a.id = t.accountId
        WHERE t.tokenHash = ? AND t.revokedAt IS NULL AND t.expiresAt > ? AND a.state = 'active'
        """

    /// Puts into the audit that a request in somebody's name did not come from our own pages.
    public func noteForged(_ action: String, by holder: Holder) throws {
        try dispatcher.noteDenied(action, to: holder.principal, reason: Failure.forged.rawValue)
    }

    /// Puts into the audit that a token was used for more than it is good for.
    /// - Throws: `E-PERM`, always.
    public func refuse(_ operation: OperationName, to holder: Holder) throws -> Never {
        try dispatcher.noteDenied(operation.text, to: holder.principal, reason: Failure.token.rawValue)
        throw Rule.notPermitted.refused("tokenScope", ["operation": .key(operation.text)])
    }
}
