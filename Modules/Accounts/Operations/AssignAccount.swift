import GRDB
import Operations
import Organization
import Persistence
import PluginKit

/// Gives an account other roles and what they are tied to. Those it had before are gone.
struct AssignAccount: Command {
    struct Input: Codable, Sendable {
        var name: String
        var roles: [Role]
        /// Code of the unit, for accounts of the inspected side; as before when not given.
        var unit: String?
        /// Id of the cadre, for members of teams; as before when not given.
        var cadre: UniqueID?
        var reason: String?
        var version: Int?
    }
    static let name: OperationName = "account.assign"
    static let access = Access.roles(AccountKeepers.roles)
    static let positional = ["name"]

    /// - Throws: `E-NOTFOUND`, `R-SEC-04`, `R-SEC-05`, `E-VAL`, `E-LOCK`.
    func run(_ input: Input, in context: WriteContext) throws -> RecordAnswer<AccountLine> {
        try AccountKeepers.check(context)
        guard let before = try AccountLookup.account(input.name, context.db) else {
            throw Rule.notFound.refused("account", field: "name", ["name": .text(input.name)])
        }
        try context.expect(version: input.version, stored: before.version)
        guard before.name != context.principal.account else {
            throw AccountRules.ownAccount.refused("roles", field: "name")
        }
        var checks = Checks()
        AccountRoles.check(input.roles, hasUnit: input.unit != nil || before.unitId != nil, &checks)
        try checks.finish()
        try input.cadre.map { try context.requireRecord("\($0)", kinds: ["cadre"], field: "cadre") }
        var account = before
        account.roles = AccountRoles.stored(input.roles)
        account.unitId = try input.unit.map { try Units.unit(code: $0, in: context.db).id } ?? before.unitId
        account.cadreId = input.cadre ?? before.cadreId
        account.version += 1
        try account.update(context.db)
        context.reason = input.reason
        try context.noteChange(of: "account", account.id, from: before, to: account)
        return RecordAnswer(
            try AccountLookup.line(account.name, context.db),
            sentence: Message("account.assign.done", ["name": .text(account.name)]))
    }
}

/// Those who look after accounts: the administrator until a security manager is named, from then on only that one (R-SEC-04).
enum AccountKeepers {
    static let roles: Set<Role> = [.administrator, .securityManager]

    /// - Throws: `R-SEC-04` for an administrator where there is a security manager.
    static func check(_ context: WriteContext) throws {
        guard !context.principal.roles.contains(.securityManager) else { return }
        let isNamed = try Bool.fetchOne(context.db.cachedStatement(sql: namedManager))
        guard isNamed != true else { throw AccountRules.separation.refused("keeper") }
    }

    /// Whether there is a security manager; the partial index of migration 0003 answers it, whatever the number of accounts.
    static let namedManager = """
        SELECT EXISTS (SELECT 1 FROM accounts_account WHERE state = 'active' AND ' ' || roles || ' ' LIKE '% SM %')
        """
}

/// The roles an account may have.
enum AccountRoles {
    /// Notes everything wrong: none at all, unknown ones, two that exclude each other, and a unit that is missing.
    static func check(_ roles: [Role], hasUnit: Bool, _ checks: inout Checks) {
        checks.require(!roles.isEmpty, Rule.invalid.refused("empty", field: "roles"))
        for role in roles where !Role.all.contains(role) {
            checks.add(Rule.invalid.refused("role", field: "roles", ["value": .text(role.rawValue)]))
        }
        checks.require(Role.unit.isDisjoint(with: roles) || hasUnit, Rule.invalid.refused("accountUnit", field: "unit"))
        checks.require(SeparationOfDuties.allows(roles), AccountRules.separation.refused(field: "roles"))
    }

    static func stored(_ roles: [Role]) -> String { Set(roles.map(\.rawValue)).sorted().joined(separator: " ") }
}
