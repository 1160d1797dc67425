import GRDB
import Interchange
import Operations
import Organization
import Persistence
import PluginKit
import PluginTestKit
import Testing

@testable import Accounts

/// An office in memory whose passwords are cheap to hash, with one account that has one.
struct SignInOffice {
    static let password = "Kestrel-47-river"

    let office: TestOffice
    let desk: SignInDesk
    let visitor = Visitor(address: "192.0.2.7", client: "tests")

    init() throws {
        office = try TestOffice(
            plugins: [InterchangePlugin.self, OrganizationPlugin.self, AccountsPlugin.self], jurisdiction: "杭州市西湖区")
        desk = SignInDesk(office.dispatcher)
        try office.run(DecideSetting.self, .init(setting: "accounts.hashCost", value: 10, reason: "试验"))
        try office.run(DecideSetting.self, .init(setting: "accounts.hashPasses", value: 1, reason: "试验"))
        try office.run(AddAccount.self, .init(name: "leader", title: "第一组组长", roles: [.teamLeader]))
        _ = try desk.ensureAccount("leader", password: Self.password)
    }

    func signIn(_ name: String = "leader", _ password: String = SignInOffice.password, from address: String = "192.0.2.7") throws
        -> StartedSession
    {
        try desk.signIn(name, password: password, by: Visitor(address: address, client: "tests"))
    }

    /// The rule ids something is refused with.
    func rules(_ body: () throws -> Void) -> [String] { office.refusals(body).map(\.rule.id) }

    /// Outcome and reason of everything in the audit under an action, the oldest first.
    func audit(_ action: String) throws -> [String] {
        try office.read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM kernel_audit WHERE action = ? ORDER BY seq", arguments: [action]).map {
                row in
                "\(row["actor"] as String) \(row["outcome"] as String) \(row["reason"] as String? ?? "")"
            }
        }
    }
}
