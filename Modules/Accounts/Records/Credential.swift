import Foundation
import GRDB
import Persistence

/// The password of an account, and how often somebody got it wrong.
struct Credential: Codable, Sendable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "accounts_credential"

    var accountId: UniqueID
    /// See ``StoredPassword``.
    var hash: String
    var changedAt: Instant
    /// Wrong passwords in a row.
    var failures: Int
    /// Until when nobody gets in; nil when it is not locked.
    var lockedUntil: Instant?

    static func of(_ account: UniqueID, _ db: Database) throws -> Credential? {
        try fetchOne(db.cachedStatement(sql: "SELECT * FROM accounts_credential WHERE accountId = ?"), arguments: [account])
    }

    func isLocked(at now: Instant) -> Bool { lockedUntil.map { now < $0 } ?? false }

    /// Puts a new password in the place of the old one and opens the lock.
    static func set(_ password: StoredPassword, for account: UniqueID, at now: Instant, _ db: Database) throws {
        try Credential(accountId: account, hash: password.text, changedAt: now, failures: 0, lockedUntil: nil).upsert(db)
    }

    /// Counts a wrong password, and locks where it was one too many.
    func countingFailure(_ policy: SignInPolicy, at now: Date) -> Credential {
        var after = self
        after.failures += 1
        if after.failures >= policy[.lockAfter] {
            after.failures = 0
            after.lockedUntil = Instant(now.addingTimeInterval(Double(policy[.lockMinutes]) * 60))
        }
        return after
    }
}
