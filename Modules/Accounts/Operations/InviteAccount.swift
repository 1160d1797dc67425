import GRDB
import Operations
import Persistence
import PluginKit

/// Makes a one-time link with which somebody sets the password of their account.
struct InviteAccount: Command {
    struct Input: Codable, Sendable {
        var name: String
    }

    static let name: OperationName = "account.invite"
    static let access = Access.roles(AccountKeepers.roles)
    static let positional = ["name"]

    /// - Throws: `E-NOTFOUND` for an account that is not there or not in use.
    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<Invitation> {
        try AccountKeepers.check(context)
        guard let account = try Account.active(input.name, context.db) else {
            throw Rule.notFound.refused("account", field: "name", ["name": .text(input.name)])
        }
        let (secret, link) = try OneTimeLink.make(for: account.id, at: context.now, SignInPolicy(context.db), context.db)
        try context.noteChange(of: "account", account.id, to: account)
        let invitation = Invitation(
            account: account.name, link: "\(OneTimeLink.path)?token=\(secret.text)", expiresAt: link.expiresAt)
        return RecordAnswer(
            invitation, sentence: Message("account.invite.done", ["name": .text(account.name)]), holdsSecret: true)
    }
}

/// A one-time link as the person who asked for it sees it, once.
struct Invitation: Tabular {
    var account: String
    /// From the path on; the host's address comes before it.
    var link: String
    var expiresAt: Instant

    static let columns: [TableColumn<Invitation>] = [
        .text("account") { $0.account },
        .text("link") { $0.link },
        .text("expiresAt") { $0.expiresAt.shanghai },
    ]
}
