import GRDB
import Operations
import Persistence
import PluginKit

/// Changes one's own password. All sessions of the account end; wrong attempts count as at sign-in.
struct ChangePassword: Command {
    struct Input: Codable, Sendable {
        /// The password until now; only an account that never had one goes without.
        var current: Secret?
        var new: Secret

        var checked: Checked?

        enum CodingKeys: CodingKey {
            case current, new
        }
    }

    /// What was found before the transaction opened.
    struct Checked: Sendable {
        /// The stored hash that was looked at; nil when there was none.
        var hash: String?
        var isRight: Bool
        var new: StoredPassword
    }

    static let name: OperationName = "account.password"
    static let access = Access.everyone(reason: "everybody may change their own password")

    func prepare(_ input: Input, with preparation: Preparation) throws -> Input {
        let name = preparation.principal.account
        let (policy, hash) = try preparation.read { db in
            (try SignInPolicy(db), try Account.active(name, db).flatMap { try Credential.of($0.id, db)?.hash })
        }
        var checks = Checks()
        for refusal in PasswordStrength.refusals(input.new.text, account: name, policy: policy, field: "new") {
            checks.add(refusal)
        }
        checks.require(hash == nil || input.current != nil, Rule.invalid.refused("missing", field: "current"))
        try checks.finish()
        let hasher = preparation.registry.passwordHasher
        let stored = hash.flatMap { StoredPassword(text: $0) }
        let isRight = hash == nil || hasher.verify(input.current?.text ?? "", against: stored, cost: policy.hashCost)
        var input = input
        input.checked = Checked(hash: hash, isRight: isRight, new: try hasher.hash(input.new.text, cost: policy.hashCost))
        return input
    }

    /// - Throws: `R-SEC-01` for a wrong password or a locked account, `E-VAL` for a weak new one.
    func run(_ input: Input, in context: WriteContext) throws -> Done {
        guard let checked = input.checked, let account = try Account.active(context.principal.account, context.db) else {
            throw Rule.notFound.refused("account", ["name": .text(context.principal.account)])
        }
        if let credential = try Credential.of(account.id, context.db) {
            let isKnown = credential.hash == checked.hash && !credential.isLocked(at: context.instant)
            guard isKnown, checked.isRight else {
                if isKnown { try credential.countingFailure(SignInPolicy(context.db), at: context.now).update(context.db) }
                throw KeptRefusal(AccountRules.signIn.refused("password", field: "current"))
            }
        }
        try Credential.set(checked.new, for: account.id, at: context.instant, context.db)
        try context.db.execute(sql: "DELETE FROM accounts_session WHERE accountId = ?", arguments: [account.id])
        try context.noteChange(of: "credential", account.id, from: checked.hash, to: checked.new.text)
        return Done("account.password.done")
    }
}
