import Foundation
import GRDB
import Operations
import Persistence
import PluginKit

extension SignInDesk {
    /// Whether nobody can sign in yet, because no account has a password.
    public func needsSetUp() throws -> Bool {
        try read { try Credential.fetchCount($0) == 0 }
    }

    /// The one-time link with which the first password is set, from its path on. An earlier one is good no longer.
    /// - Throws: `E-PERM` when there is no account at all.
    public func makeSetUpLink() throws -> String {
        try dispatcher.perform("account.setUpLink", as: .system, owner: owner) { context in
            guard let account = try Account.first(context.db) else { throw Rule.notPermitted.refused("noAccount") }
            let (secret, _) = try OneTimeLink.make(for: account.id, at: context.now, SignInPolicy(context.db), context.db)
            try context.noteChange(of: "account", account.id, to: account)
            return "\(OneTimeLink.path)?token=\(secret.text)"
        }
    }

    /// Whose password a one-time link sets: account name and title; nil for a link that is used, too old or none of ours.
    public func account(ofLink token: String) throws -> (name: String, title: String)? {
        let now = Instant(now)
        return try read { db in try OneTimeLink.open(token, at: now, db).map { ($0.1.name, $0.1.title) } }
    }

    /// Uses a one-time link: sets the password, ends all sessions of the account and opens a new one.
    /// - Throws: `R-SEC-06`, `E-VAL` on `password`, ``TooManyAttempts``.
    public func redeem(link token: String, password: String, by visitor: Visitor) throws -> StartedSession {
        let instant = Instant(now)
        let (policy, account) = try read { db in
            (try SignInPolicy(db), try OneTimeLink.open(token, at: instant, db)?.1)
        }
        try limiter.check(visitor.address, policy, at: now) { try note(.tooMany, of: nil) }
        guard let account else {
            limiter.noteFailure(visitor.address, policy, at: now)
            try note(.link, of: nil)
            throw AccountRules.link.refused()
        }
        try throwing(PasswordStrength.refusals(password, account: account.name, policy: policy, field: "password"))
        let stored = try hasher.hash(password, cost: policy.hashCost)
        return try dispatcher.perform("account.setUp", as: account.principal, owner: owner) { context in
            guard var (link, account) = try OneTimeLink.open(token, at: context.instant, context.db) else {
                throw AccountRules.link.refused()
            }
            link.usedAt = context.instant
            try link.update(context.db)
            try replacePassword(of: account, with: stored, context)
            account = try Account.active(account.name, context.db) ?? account
            return try open(Opening(account: account, policy: policy, visitor: visitor), context)
        }
    }

    /// Makes sure that an account exists and has a password: for scripts that set up an office without a person.
    ///
    /// A new account gets the roles of the office's own. A password that is there already stays.
    /// - Returns: what is weak about the password, for the person who chose it.
    /// - Throws: `E-VAL` for a name that is none.
    public func ensureAccount(_ name: String, password: String) throws -> [Refusal] {
        let policy = try read { try SignInPolicy($0) }
        guard AccountName.isValid(name) else {
            throw Rule.invalid.refused("accountName", field: "setupAccount", ["value": .text(name)])
        }
        let hasPassword = try read { db in try Account.active(name, db).flatMap { try Credential.of($0.id, db) } != nil }
        guard !hasPassword else { return [] }
        let stored = try hasher.hash(password, cost: policy.hashCost)
        try dispatcher.perform("account.setUp", as: .system, owner: owner) { context in
            let account = try Account.active(name, context.db) ?? Account.makeOffice(name: name, title: name, context)
            try replacePassword(of: account, with: stored, context)
        }
        return PasswordStrength.refusals(password, account: name, policy: policy, field: "setupAccount")
    }

    private func replacePassword(of account: Account, with stored: StoredPassword, _ context: WriteContext) throws {
        try Credential.set(stored, for: account.id, at: context.instant, context.db)
        try context.db.execute(sql: "DELETE FROM accounts_session WHERE accountId = ?", arguments: [account.id])
        try context.noteChange(of: "credential", account.id, to: stored.text)
    }

    private func throwing(_ refusals: [Refusal]) throws {
        var checks = Checks()
        for refusal in refusals { checks.add(refusal) }
        try checks.finish()
    }
}

extension Account {
    /// Makes an account with the roles of the office's own: inspection office and, until others are named, administrator.
    @discardableResult
    static func makeOffice(name: String, title: String, _ context: WriteContext) throws -> Account {
        let account = Account(
            seq: nil, id: context.nextID(), version: 1, name: name, title: title, roles: "AD IO", unitId: nil, cadreId: nil,
            state: .active)
        try context.insert(account, as: "account", account.id)
        return account
    }
}
