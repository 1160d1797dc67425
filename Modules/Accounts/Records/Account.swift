import GRDB
import Operations
import Persistence
import PluginKit

/// Somebody who may use the system: roles, and what they are limited to (domain 2).
struct Account: Codable, Sendable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "accounts_account"

    var seq: Int64?
    var id: UniqueID
    var version: Int
    /// Name typed at sign-in and after `--as`; unique.
    var name: String
    /// Name people read.
    var title: String
    /// Role codes, joined by spaces.
    var roles: String
    /// The unit an account of the inspected side answers for.
    var unitId: UniqueID?
    /// The person behind the account, for members of teams.
    var cadreId: UniqueID?
    var state: AccountState

    /// Written out, because it takes a third of the time of what `Codable` would do.
    func encode(to container: inout PersistenceContainer) {
        container["seq"] = seq
        container["id"] = id
        container["version"] = version
        container["name"] = name
        container["title"] = title
        container["roles"] = roles
        container["unitId"] = unitId
        container["cadreId"] = cadreId
        container["state"] = state.rawValue
    }

    /// The roles behind their codes.
    static func roles(_ codes: String) -> Set<Role> { Set(codes.split(separator: " ").map { Role(rawValue: String($0)) }) }

    /// Who this account asks as.
    var principal: Principal { Principal(account: name, roles: Self.roles(roles), unit: unitId, cadre: cadreId) }
}

extension Account {
    /// The account of that name that may be used.
    static func active(_ name: String, _ db: Database) throws -> Account? {
        try fetchOne(
            db.cachedStatement(sql: "SELECT * FROM accounts_account WHERE name = ? AND state = 'active'"), arguments: [name])
    }

    /// The oldest account that may be used: the office's own, until it is disabled.
    static func first(_ db: Database) throws -> Account? {
        try fetchOne(db.cachedStatement(sql: "SELECT * FROM accounts_account WHERE state = 'active' ORDER BY seq LIMIT 1"))
    }
}

enum AccountState: String, Choice {
    case active, disabled

    static let vocabulary = "accountState"
}

/// One line of the list of accounts.
struct AccountLine: Tabular, FetchableRecord {
    var name: String
    var title: String
    var roles: [String]
    var unit: String?
    var cadre: UniqueID?
    var state: AccountState
    var version: Int

    init(_ account: Account, unit: String?) {
        name = account.name
        title = account.title
        roles = account.roles.split(separator: " ").map(String.init)
        self.unit = unit
        cadre = account.cadreId
        state = account.state
        version = account.version
    }

    init(row: Row) {
        name = row["name"]
        title = row["title"]
        roles = (row["roles"] as String).split(separator: " ").map(String.init)
        unit = row["unit"]
        cadre = row["cadreId"]
        state = row["state"]
        version = row["version"]
    }

    static let columns: [TableColumn<AccountLine>] = [
        .text("account") { $0.name },
        .text("title") { $0.title },
        TableColumn("roles") { .list($0.roles.map { .word(code: $0, key: "role.\($0)") }) },
        .text("unit") { $0.unit },
        .word("accountState") { $0.state },
        .text("cadreId") { $0.cadre?.description },
        .integer("version") { $0.version },
    ]
    static let briefColumns: [String]? = ["account", "title", "roles", "unit", "accountState"]

    static let selection = """
        SELECT a.*, u.name AS unit FROM accounts_account a LEFT JOIN organization_unit u ON u.id = a.unitId
        """
}
