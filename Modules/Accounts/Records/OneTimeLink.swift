import Foundation
import GRDB
import Persistence

/// A link with which somebody sets the password of an account, once.
struct OneTimeLink: Codable, Sendable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "accounts_link"
    /// Where hosts take it; the secret follows as `?token=`.
    static let path = "/set-up"

    var seq: Int64?
    var tokenHash: Data
    var accountId: UniqueID
    var createdAt: Instant
    var expiresAt: Instant
    var usedAt: Instant?

    /// Makes a link for an account; earlier ones are good no longer.
    static func make(for account: UniqueID, at now: Date, _ policy: SignInPolicy, _ db: Database) throws -> (
        secret: RandomSecret, OneTimeLink
    ) {
        try db.execute(
            sql: "UPDATE accounts_link SET usedAt = ? WHERE accountId = ? AND usedAt IS NULL", arguments: [Instant(now), account])
        let secret = RandomSecret()
        let link = OneTimeLink(
            seq: nil, tokenHash: secret.hash, accountId: account, createdAt: Instant(now),
            expiresAt: Instant(now.addingTimeInterval(Double(policy[.linkHours]) * 3600)), usedAt: nil)
        try link.insert(db)
        return (secret, link)
    }

    /// The account a link opens now, with the link.
    static func open(_ token: String, at now: Instant, _ db: Database) throws -> (OneTimeLink, Account)? {
        let link = try OneTimeLink.fetchOne(
            db, sql: "SELECT * FROM accounts_link WHERE tokenHash = ? AND usedAt IS NULL AND expiresAt > ?",
            arguments: [RandomSecret.hash(of: token), now])
        guard let link,
            let account = try Account.fetchOne(
                db, sql: "SELECT * FROM accounts_account WHERE id = ? AND state = 'active'", arguments: [link.accountId])
        else { return nil }
        return (link, account)
    }
}
