import GRDB
import Operations
import Organization
import Persistence
import PluginKit

/// Makes an account.
struct AddAccount: Command {
    struct Input: Codable, Sendable {
        var name: String
        var title: String
        var roles: [Role]
        /// Code of the unit, for accounts of the inspected side.
        var unit: String?
        /// Id of the cadre, for members of teams.
        var cadre: UniqueID?
    }
    static let name: OperationName = "account.add"
    static let access = Access.roles(AccountKeepers.roles)
    static let positional = ["name"]

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<AccountLine> {
        try AccountKeepers.check(context)
        let name = input.name.trimmed
        var checks = Checks()
        checks.require(AccountName.isValid(name), Rule.invalid.refused("accountName", field: "name", ["value": .text(name)]))
        checks.require(!input.title.trimmed.isEmpty, Rule.invalid.refused("empty", field: "title"))
        AccountRoles.check(input.roles, hasUnit: input.unit != nil, &checks)
        try checks.finish()
        try input.cadre.map { try context.requireRecord("\($0)", kinds: ["cadre"], field: "cadre") }
        let unit = try input.unit.map { try Units.unit(code: $0, in: context.db) }
        guard try AccountLookup.account(name, context.db) == nil
        else {
            throw Rule.duplicate.refused("account", field: "name", ["name": .text(name)])
        }
        let account = Account(
            seq: nil, id: context.nextID(), version: 1, name: name, title: input.title.trimmed,
            roles: AccountRoles.stored(input.roles), unitId: unit?.id, cadreId: input.cadre, state: .active)
        try context.insert(account, as: "account", account.id)
        return RecordAnswer(
            AccountLine(account, unit: unit?.name), sentence: Message("account.add.done", ["name": .text(name)]))
    }
}

/// Closes or reopens an account; its sessions end when it is closed. Accounts are never deleted: the audit names them.
struct SetAccountState: Command {
    struct Input: Codable, Sendable {
        var name: String
        var to: AccountState
        var reason: String?
        var version: Int?
    }
    static let name: OperationName = "account.set"
    static let access = Access.roles(AccountKeepers.roles)
    static let positional = ["name"]

    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<AccountLine> {
        try AccountKeepers.check(context)
        guard
            let before = try AccountLookup.account(input.name, context.db)
        else { throw Rule.notFound.refused("account", field: "name", ["name": .text(input.name)]) }
        try context.expect(version: input.version, stored: before.version)
        guard before.name != context.principal.account else { throw AccountRules.ownAccount.refused(field: "name") }
        var account = before
        account.state = input.to
        account.version += 1
        try account.update(context.db)
        if input.to == .disabled {
            try context.db.execute(sql: "DELETE FROM accounts_session WHERE accountId = ?", arguments: [account.id])
        }
        context.reason = input.reason
        try context.noteChange(of: "account", account.id, from: before, to: account)
        return RecordAnswer(
            try AccountLookup.line(account.name, context.db),
            sentence: Message(
                "account.set.done", ["name": .text(account.name), "state": .key("accountState.\(account.state.rawValue)")]))
    }
}

/// Lists accounts by name.
struct ListAccounts: Query {
    typealias Input = ListInput
    static let name: OperationName = "account.list"
    static let access = Access.roles(AccountKeepers.roles.union([.auditor]))

    func run(_ input: ListInput, in context: ReadContext) throws -> Page<AccountLine> {
        try .part(
            of: try AccountLine.fetchAll(context.db, sql: "\(AccountLine.selection) ORDER BY a.name"), limit: input.limit,
            after: input.after
        ) { $0.name }
    }
}

enum AccountLookup {
    static func account(_ name: String, _ db: Database) throws -> Account? {
        try Account.fetchOne(db.cachedStatement(sql: "SELECT * FROM accounts_account WHERE name = ?"), arguments: [name])
    }

    static func line(_ name: String, _ db: Database) throws -> AccountLine {
        let statement = try db.cachedStatement(sql: "\(AccountLine.selection) WHERE a.name = ?")
        guard let line = try AccountLine.fetchOne(statement, arguments: [name]) else {
            throw Rule.notFound.refused("account", field: "name", ["name": .text(name)])
        }
        return line
    }
}
