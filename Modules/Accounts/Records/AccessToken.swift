import Foundation
import GRDB
import Operations
import Persistence
import PluginKit

/// A key with which a program uses an account.
struct AccessToken: Codable, Sendable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "accounts_token"
    /// How every token begins, so that people and scanners know one when they see it.
    static let prefix = "xut_"

    var seq: Int64?
    var id: UniqueID
    var tokenHash: Data
    var accountId: UniqueID
    /// What it is for.
    var name: String
    /// Operation prefixes, joined by spaces; empty for all.
    var scope: String
    var readOnly: Bool
    var createdAt: Instant
    var expiresAt: Instant
    var revokedAt: Instant?
}

/// One line of the list of tokens.
struct TokenLine: Tabular, FetchableRecord {
    var id: UniqueID
    var account: String
    var name: String
    var scope: TokenScope
    var createdAt: Instant
    var expiresAt: Instant
    var revokedAt: Instant?
    /// The token itself; known once only, when it is made.
    var token: String?

    init(row: Row) {
        id = row["id"]
        account = row["account"]
        name = row["name"]
        scope = TokenScope(stored: row["scope"], isReadOnly: row["readOnly"])
        createdAt = row["createdAt"]
        expiresAt = row["expiresAt"]
        revokedAt = row["revokedAt"]
    }

    static let selection = """
        SELECT t.*, a.name AS account FROM accounts_token t JOIN accounts_account a ON a.id = t.accountId
        """

    static let columns: [TableColumn<TokenLine>] = [
        .text("tokenId") { $0.id.description },
        .text("account") { $0.account },
        .text("tokenName") { $0.name },
        .texts("tokenScope") { $0.scope.prefixes },
        .flag("readOnly") { $0.scope.isReadOnly },
        .text("createdAt") { $0.createdAt.shanghai },
        .text("expiresAt") { $0.expiresAt.shanghai },
        .text("revokedAt") { $0.revokedAt?.shanghai },
        .text("token") { $0.token },
    ]
    static let briefColumns: [String]? = ["account", "tokenName", "tokenScope", "readOnly", "expiresAt", "revokedAt", "tokenId"]
}
