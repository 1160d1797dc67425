import Foundation
import GRDB
import Operations
import Persistence

/// What follows for accounts when two records of Personnel become one person's: the account is the person's.
enum MergedPeople {
    /// Payload of `personnel.cadre.merged`.
    private struct Merged: Codable {
        var kept: UniqueID
        var gone: UniqueID
    }

    static let reaction = Reaction("accounts.mergedPeople", to: "personnel.cadre.merged") { event, context in
        let merged = try JSONDecoder().decode(Merged.self, from: Data(event.payload.utf8))
        for before in try Account.fetchAll(
            context.db, sql: "SELECT * FROM accounts_account WHERE cadreId = ?", arguments: [merged.gone])
        {
            var account = before
            account.cadreId = merged.kept
            account.version += 1
            try account.update(context.db)
            try context.noteChange(of: "account", account.id, from: before, to: account)
        }
    }
}
