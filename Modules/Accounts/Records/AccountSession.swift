import Foundation
import GRDB
import Operations
import Persistence

/// Somebody who is signed in with a browser.
struct AccountSession: Codable, Sendable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "accounts_session"

    var seq: Int64?
    var id: UniqueID
    var tokenHash: Data
    var accountId: UniqueID
    var startedAt: Instant
    /// Last use, to the minute.
    var seenAt: Instant
    /// When it ends if it is not used.
    var idleUntil: Instant
    /// When it ends in any case.
    var expiresAt: Instant
    /// Where it was opened from.
    var address: String
    /// What the browser calls itself.
    var client: String
}

/// One line of the list of sessions.
struct SessionLine: Tabular, FetchableRecord {
    var id: UniqueID
    var account: String
    var startedAt: Instant
    var seenAt: Instant
    var expiresAt: Instant
    var address: String
    var client: String

    init(row: Row) {
        id = row["id"]
        account = row["name"]
        startedAt = row["startedAt"]
        seenAt = row["seenAt"]
        expiresAt = row["expiresAt"]
        address = row["address"]
        client = row["client"]
    }

    static let columns: [TableColumn<SessionLine>] = [
        .text("sessionId") { $0.id.description },
        .text("account") { $0.account },
        .text("startedAt") { $0.startedAt.shanghai },
        .text("seenAt") { $0.seenAt.shanghai },
        .text("expiresAt") { $0.expiresAt.shanghai },
        .text("address") { $0.address },
        .text("client") { $0.client },
    ]
    static let briefColumns: [String]? = ["account", "startedAt", "seenAt", "address", "sessionId"]
}
