import GRDB
import Operations
import Persistence
import PluginKit

/// Who may use the system, in which roles, limited to what.
public enum AccountsPlugin: Plugin {
    public static let manifest = PluginManifest(
        id: "accounts", version: Version(1), requires: [.init("organization")], namespaces: ["account", "token"],
        capabilities: [
            "operations", "migrations", "rules", "installations", "accountDirectory", "passwordHasher", "reactions",
            Settings.slot,
        ])

    public static func register(with registrar: inout Registrar) {
        registrar.add(AccountsMigrations.all, to: Migrations.self)
        registrar.add(AccountRules.all, to: Rules.self)
        registrar.add(AccountsStrings.table)
        registrar.add(InstallationStep("accounts.officeAccount", installOffice), to: Installations.self)
        registrar.add(AccountDirectory(find: find, first: first, cadres: cadres), to: AccountDirectories.self)
        registrar.add(MergedPeople.reaction, to: Reactions.self)
        registrar.add(AddAccount.self)
        registrar.add(AssignAccount.self)
        registrar.add(SetAccountState.self)
        registrar.add(ListAccounts.self)
        registrar.add(PasswordHasher(), to: PasswordHashers.self)
        registrar.add(ChangePassword.self)
        registrar.add(InviteAccount.self)
        registrar.add(SignInSetting.allCases.map(\.setting), to: Settings.self)
        registrar.add(ListSessions.self)
        registrar.add(EndSession.self)
        registrar.add(CreateToken.self)
        registrar.add(ListTokens.self)
        registrar.add(RevokeToken.self)
    }

    /// The office's own account: inspection office and, until others are named, administrator.
    @Sendable private static func installOffice(_ request: InstallationRequest, _ context: WriteContext) throws {
        try Account.makeOffice(name: "office", title: "\(request.jurisdiction)委巡察办", context)
    }

    @Sendable private static func find(_ name: String, _ db: Database) throws -> Principal? {
        try principal("name = ? AND state = 'active'", [name], db)
    }

    @Sendable private static func first(_ db: Database) throws -> Principal? {
        try principal("state = 'active' ORDER BY seq LIMIT 1", [], db)
    }

    @Sendable private static func cadres(_ names: Set<String>, _ db: Database) throws -> [String: UniqueID] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT name, cadreId FROM accounts_account
                WHERE cadreId IS NOT NULL AND name IN (\(databaseQuestionMarks(count: names.count)))
                """, arguments: StatementArguments(names.sorted()))
        return Dictionary(rows.map { ($0[0], $0[1]) }) { first, _ in first }
    }

    /// Reads by position: every command and every page begins with it.
    private static func principal(_ condition: String, _ arguments: StatementArguments, _ db: Database) throws -> Principal? {
        let statement = try db.cachedStatement(
            sql: "SELECT name, roles, unitId, cadreId FROM accounts_account WHERE \(condition)")
        return try Row.fetchOne(statement, arguments: arguments).map {
            Principal(account: $0[0], roles: Account.roles($0[1]), unit: $0[2], cadre: $0[3])
        }
    }
}
