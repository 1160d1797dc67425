import GRDB
import Persistence
import PluginKit

/// What people behind accounts are called, for readers who may see them. Filled by the module that keeps people.
public struct PeopleNames: Sendable {
    /// Names by id; whom the principal may not see is left out, as if there were nobody.
    public let names: @Sendable (Set<UniqueID>, Principal, Database) throws -> [UniqueID: String]

    public init(_ names: @escaping @Sendable (Set<UniqueID>, Principal, Database) throws -> [UniqueID: String]) {
        self.names = names
    }
}

/// Slot for the one register of people of a program.
public enum PeopleNamesSlot: ContributionKind {
    public static let slot = "peopleNames"
    public static func key(of value: PeopleNames) -> String { "peopleNames" }
}

/// Names beside the accounts of an answer: the one place that knows who is behind an account. Two queries, however many accounts.
struct AccountPeople {
    let registry: Registry
    let principal: Principal
    let db: Database

    func names(of accounts: Set<String>) throws -> [String: String] {
        guard !accounts.isEmpty, let directory = registry.values(AccountDirectories.self).first,
            let people = registry.values(PeopleNamesSlot.self).first
        else { return [:] }
        let cadres = try directory.cadres(accounts, db)
        guard !cadres.isEmpty else { return [:] }
        let names = try people.names(Set(cadres.values), principal, db)
        return cadres.compactMapValues { names[$0] }
    }
}

extension ReadContext {
    /// The people behind accounts, as far as the principal may see them.
    package func people(behind accounts: Set<String>) throws -> [String: String] {
        try AccountPeople(registry: registry, principal: principal, db: db).names(of: accounts)
    }

    /// An answer with the people behind its accounts.
    package func naming(_ answer: Answer) throws -> Answer {
        try answer.naming { try people(behind: $0) }
    }
}

extension Dispatcher {
    /// The same for an answer that was given already. Without an account in it nothing is asked.
    public func naming(_ answer: Answer, for principal: Principal) throws -> Answer {
        try answer.naming { accounts in
            try store.read { try AccountPeople(registry: registry, principal: principal, db: $0).names(of: accounts) }
        }
    }
}

extension Answer {
    fileprivate func naming(_ look: (Set<String>) throws -> [String: String]) throws -> Answer {
        let accounts = accounts
        guard !isNamed, !accounts.isEmpty else { return self }
        return named(try look(accounts))
    }

    private var accounts: Set<String> {
        var found: Set<String> = []
        for row in rows {
            for case .account(let account, _) in row { found.insert(account) }
        }
        return sections.reduce(found) { $0.union($1.answer.accounts) }
    }

    private func named(_ names: [String: String]) -> Answer {
        var answer = self
        answer.isNamed = true
        answer.rows = rows.map { $0.map { $0.named(names) } }
        answer.excerpt?.rows = excerpt?.rows.map { $0.map { $0.named(names) } } ?? []
        answer.sections = sections.map { ($0.heading, $0.answer.named(names)) }
        return answer
    }
}

extension Value {
    fileprivate func named(_ names: [String: String]) -> Value {
        guard case .account(let account, _) = self else { return self }
        return .account(account, person: names[account])
    }
}
