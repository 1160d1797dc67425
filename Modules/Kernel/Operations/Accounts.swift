import GRDB
import Persistence
import PluginKit

/// How the program finds out who somebody is. Filled by the Accounts module.
public struct AccountDirectory: Sendable {
    /// The account of that name; nil when there is none.
    public let find: @Sendable (String, Database) throws -> Principal?
    /// The account the command line acts as when none is named.
    public let first: @Sendable (Database) throws -> Principal?
    /// The cadres behind accounts, those without one left out; one query.
    public let cadres: @Sendable (Set<String>, Database) throws -> [String: UniqueID]

    public init(
        find: @escaping @Sendable (String, Database) throws -> Principal?,
        first: @escaping @Sendable (Database) throws -> Principal?,
        cadres: @escaping @Sendable (Set<String>, Database) throws -> [String: UniqueID] = { _, _ in [:] }
    ) {
        self.find = find
        self.first = first
        self.cadres = cadres
    }
}

/// Slot for the one account directory of a program.
public enum AccountDirectories: ContributionKind {
    public static let slot = "accountDirectory"
    public static func key(of value: AccountDirectory) -> String { "accountDirectory" }
}

extension Dispatcher {
    /// The account a person named, or the office's own account.
    /// - Throws: `E-PERM` when there is no such account.
    public func principal(named name: String?) throws -> Principal {
        let directory = registry.values(AccountDirectories.self).first
        let found = try store.writer.read { db in try name.map { try directory?.find($0, db) } ?? directory?.first(db) }
        if let found { return found }
        throw name.map { Rule.notPermitted.refused("unknownAccount", ["account": .text($0)]) }
            ?? Rule.notPermitted.refused("noAccount")
    }
}
