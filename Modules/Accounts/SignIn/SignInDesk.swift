import Foundation
import GRDB
import Operations
import Persistence
import PluginKit

/// The way in for people and programs over a network: passwords, sessions, one-time links and tokens (R-SEC-01).
///
/// All of it blocks, and checking a password takes long by intention: call it off an event loop. Every sign-in, failure and refusal
/// is in the audit chain.
public struct SignInDesk: Sendable {
    let dispatcher: Dispatcher
    let limiter = AttemptLimiter()
    let tokens = TokenLimiter()
    let owner = "accounts"

    public init(_ dispatcher: Dispatcher) {
        self.dispatcher = dispatcher
    }

    var hasher: PasswordHasher { dispatcher.registry.passwordHasher }
    var now: Date { dispatcher.time.now() }

    func read<Result: Sendable>(_ body: @Sendable (Database) throws -> Result) throws -> Result {
        try dispatcher.store.read(body)
    }

    /// Opens a session for somebody who knows the password.
    ///
    /// Wrong name, wrong password, disabled and locked account all get the same answer after the same time.
    /// - Throws: `R-SEC-01`; ``TooManyAttempts`` for an address that failed too often.
    public func signIn(_ name: String, password: String, by visitor: Visitor) throws -> StartedSession {
        let (policy, account, credential) = try read { db in
            let account = try Account.active(name, db)
            return (try SignInPolicy(db), account, try account.flatMap { try Credential.of($0.id, db) })
        }
        try limiter.check(visitor.address, policy, at: now) { try note(.tooMany, of: nil) }
        let stored = credential.flatMap { StoredPassword(text: $0.hash) }
        let isRight = hasher.verify(password, against: stored, cost: policy.hashCost)
        guard let account, let stored else { try fail(account, visitor, policy) }
        let stronger = isRight && stored.cost != policy.hashCost ? try hasher.hash(password, cost: policy.hashCost) : nil
        let opening = Opening(account: account, policy: policy, visitor: visitor)
        do {
            return try dispatcher.perform("account.signIn", as: account.principal, owner: owner) { context in
                try admit(opening, hash: stored.text, isRight: isRight, stronger: stronger, context)
            }
        } catch let refusal as KeptRefusal {
            limiter.noteFailure(visitor.address, policy, at: now)
            throw Refusals(refusal.refusals)
        }
    }

    /// Ends a session.
    public func signOut(session token: String) throws {
        guard let holder = try holder(session: token) else { return }
        try dispatcher.perform("account.signOut", as: holder.principal, owner: owner) { context in
            try context.db.execute(
                sql: "DELETE FROM accounts_session WHERE tokenHash = ?", arguments: [RandomSecret.hash(of: token)])
        }
    }

    // MARK: - Inside

    struct Opening {
        var account: Account
        var policy: SignInPolicy
        var visitor: Visitor
    }

    /// Looks once more inside the transaction: between the look and the write somebody may have locked the account or changed it.
    private func admit(
        _ opening: Opening, hash: String, isRight: Bool, stronger: StoredPassword?, _ context: WriteContext
    ) throws -> StartedSession {
        let id = opening.account.id
        guard let account = try Account.active(opening.account.name, context.db), account.id == id,
            let credential = try Credential.of(id, context.db), credential.hash == hash
        else { throw KeptRefusal(AccountRules.signIn.refused()) }
        if credential.isLocked(at: context.instant) {
            context.reason = Failure.locked.rawValue
            throw KeptRefusal(AccountRules.signIn.refused())
        }
        guard isRight else {
            context.reason = Failure.password.rawValue
            try credential.countingFailure(opening.policy, at: context.now).update(context.db)
            throw KeptRefusal(AccountRules.signIn.refused())
        }
        try Credential.reset(credential, stronger, context)
        return try open(opening, context)
    }

    /// Starts a session with a token of its own; the one the visitor had before ends.
    func open(_ opening: Opening, _ context: WriteContext) throws -> StartedSession {
        let (policy, visitor) = (opening.policy, opening.visitor)
        let secret = RandomSecret()
        if let earlier = visitor.session {
            try context.db.execute(
                sql: "DELETE FROM accounts_session WHERE tokenHash = ?", arguments: [RandomSecret.hash(of: earlier)])
        }
        try context.db.execute(
            sql: "DELETE FROM accounts_session WHERE expiresAt <= ?1 OR (accountId = ?2 AND idleUntil <= ?1)",
            arguments: [context.instant, opening.account.id])
        let session = AccountSession(
            seq: nil, id: context.nextID(), tokenHash: secret.hash, accountId: opening.account.id, startedAt: context.instant,
            seenAt: context.instant, idleUntil: policy.idleEnd(after: context.now),
            expiresAt: policy.sessionEnd(after: context.now),
            address: visitor.address, client: String(visitor.client.prefix(200)))
        try session.insert(context.db)
        return StartedSession(
            token: secret.text, holder: Holder(account: opening.account, key: .session(session.id)),
            seconds: policy[.sessionHours] * 3600)
    }

    /// There is no such account, or it has no password.
    private func fail(_ account: Account?, _ visitor: Visitor, _ policy: SignInPolicy) throws -> Never {
        limiter.noteFailure(visitor.address, policy, at: now)
        try note(.unknown, of: account)
        throw AccountRules.signIn.refused()
    }

    /// Why somebody was not let in, as the audit says it.
    enum Failure: String {
        case unknown, password, locked, tooMany, link, token, forged
    }

    func note(_ failure: Failure, of account: Account?) throws {
        let principal = account?.principal ?? Principal(account: "—", roles: [])
        try dispatcher.noteNotLetIn("account.signIn", principal, reason: failure.rawValue)
    }
}

extension Credential {
    /// After a right password: nothing wrong any more, and the hash as strong as it should be by now.
    fileprivate static func reset(_ credential: Credential, _ stronger: StoredPassword?, _ context: WriteContext) throws {
        guard stronger != nil || credential.failures > 0 || credential.lockedUntil != nil else { return }
        var credential = credential
        credential.failures = 0
        credential.lockedUntil = nil
        if let stronger { credential.hash = stronger.text }
        try credential.update(context.db)
    }
}

extension SignInPolicy {
    func idleEnd(after now: Date) -> Instant { Instant(now.addingTimeInterval(Double(self[.idleMinutes]) * 60)) }
    func sessionEnd(after now: Date) -> Instant { Instant(now.addingTimeInterval(Double(self[.sessionHours]) * 3600)) }
}
