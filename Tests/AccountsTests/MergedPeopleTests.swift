import GRDB
import Interchange
import Operations
import Organization
import Persistence
import PluginKit
import PluginTestKit
import Testing

@testable import Accounts

/// Says that two records of people became one, as Personnel does.
private enum MergingPlugin: Plugin {
    static let manifest = PluginManifest(
        id: "merging", version: Version(1), requires: [.init("accounts")], capabilities: ["operations"])

    static func register(with registrar: inout Registrar) {
        registrar.add(Merge.self)
        registrar.add(
            StringTable(
                plugin: "merging",
                """
                merging.merge = 合并 || merge
                merging.merge.help = 合并 || merge
                merging.merge.kept = 保留 || kept
                merging.merge.kept.help = 保留 || kept
                merging.merge.gone = 并入 || gone
                merging.merge.gone.help = 并入 || gone
                merging.merge.done = 完成 || done
                """))
    }

    struct Merge: Command {
        struct Input: Codable, Sendable {
            var kept: UniqueID
            var gone: UniqueID
        }
        static let name: OperationName = "merging.merge"
        static let access = Access.roles([.inspectionOffice])

        func run(_ input: Input, in context: WriteContext) throws -> Done {
            try context.emit("personnel.cadre.merged", payload: ["kept": input.kept, "gone": input.gone])
            return Done("merging.merge.done")
        }
    }
}

@Suite struct MergedPeopleTests {
    @Test func theAccountIsThePersons() throws {
        let office = try TestOffice(
            plugins: [InterchangePlugin.self, OrganizationPlugin.self, AccountsPlugin.self, MergingPlugin.self],
            jurisdiction: "杭州市西湖区")
        let ids = (1...3).map { UniqueID(milliseconds: 1, counter: 0, random: $0) }
        for (name, id) in zip(["anna", "berta"], ids) {
            try office.run(AddAccount.self, .init(name: name, title: name, roles: [.inspector]))
            // No plugin of this office knows people, so that none would be found.
            try office.dispatcher.store.write(owner: "accounts") {
                try $0.execute(sql: "UPDATE accounts_account SET cadreId = ? WHERE name = ?", arguments: [id, name])
            }
        }
        try office.run(MergingPlugin.Merge.self, .init(kept: ids[2], gone: ids[0]))
        #expect(try office.dispatcher.principal(named: "anna").cadre == ids[2])
        #expect(try office.dispatcher.principal(named: "berta").cadre == ids[1], "somebody else's stays")
    }
}
