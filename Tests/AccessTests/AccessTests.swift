import Foundation
import HostKit
import Operations
import Persistence
import PluginKit
import PluginTestKit
import StandardPlugins
import Testing

/// Every operation of the program × every role, through the same door as the hosts.
@Suite struct AccessTests {
    static let operations: [AnyOperation] = {
        let registry = try? Registry.build([KernelPlugin.self] + standardPlugins, crossChecks: false)
        return registry?.values(OperationSlot.self) ?? []
    }()

    let office: TestOffice

    init() throws {
        office = try TestOffice(plugins: standardPlugins, jurisdiction: "杭州市西湖区")
    }

    private func isDenied(_ operation: AnyOperation, _ principal: Principal) -> Bool {
        let refusals = office.refusals { _ = try operation.run(office.dispatcher, JSONSource(Data("{}".utf8)), principal) }
        return refusals.contains { $0.rule == .notPermitted && $0.field == nil }
    }

    @Test(arguments: AccessTests.operations.map(\.name.text))
    func aRoleMayRunWhatItsDeclarationSays(name: String) throws {
        let operation = try #require(office.registry.operation(OperationName(name)))
        for role in Role.all {
            let principal = Principal(account: "somebody", roles: [role])
            #expect(isDenied(operation, principal) == !operation.access.allows(principal), "\(name) as \(role.rawValue)")
        }
    }

    /// R-SEC-05 looks at who is behind an account; an id of nobody would be looked at in vain.
    @Test func anAccountStandsForSomebodyWhoIsThere() throws {
        let nobody = "0198f000-0000-7000-8000-000000000001"
        let account: [String: Any] = ["name": "x1", "title": "组长", "roles": ["TL"]]
        let tied = account.merging(["cadre": nobody]) { $1 }
        for (name, input) in [("account.add", tied), ("account.assign", ["name": "x1", "roles": ["TL"], "cadre": nobody])] {
            let refusals = office.refusals { try run(name, input) }
            #expect(refusals.map(\.rule) == [.notFound])
            #expect(refusals.map(\.field) == ["cadre"])
            if name == "account.add" { try run(name, account) }
        }
    }

    private func run(_ name: String, _ input: [String: Any]) throws {
        let operation = try #require(office.registry.operation(OperationName(name)))
        _ = try operation.run(
            office.dispatcher, JSONSource(try JSONSerialization.data(withJSONObject: input)), office.office)
    }

    /// Commands for everybody touch nothing but what is one's own.
    private static let ownAffairs: Set<String> = [
        "account.password", "account.session.end", "token.create", "token.revoke", "view.delete", "view.save",
    ]

    @Test func onlyOnesOwnAffairsAreEverybodysToWrite() {
        let open = Self.operations.filter { operation in
            if case .everyone = operation.access { return operation.kind == .command }
            return false
        }
        // Besides, each setting names its own keepers.
        #expect(Set(open.map(\.name.text)) == Self.ownAffairs.union(["setting.set"]))
    }

    @Test(arguments: AccessTests.operations.filter { $0.kind == .command }.map(\.name.text).filter { !ownAffairs.contains($0) })
    func nobodyWithoutARoleWritesAnything(name: String) throws {
        let operation = try #require(office.registry.operation(OperationName(name)))
        #expect(isDenied(operation, Principal(account: "nobody", roles: [])))
    }

    @Test func refusedAttemptsStandInTheAudit() throws {
        let operation = try #require(office.registry.operation("unit.import"))
        _ = isDenied(operation, Principal(account: "intruder", roles: [.learner]))
        let rows = try office.run(ListAudit.self, .init(actor: "intruder")).rows
        #expect(rows.count == 1)
    }

    /// The table in the documentation is the one the program lives by. To renew it: `UPDATE_REFERENCE=1 swift test --filter AccessTests`.
    @Test func theReferenceTableIsTrue() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = root.appendingPathComponent("docs/reference/access.md")
        if ProcessInfo.processInfo.environment["UPDATE_REFERENCE"] != nil {
            try Data(Self.table.utf8).write(to: file)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == Self.table)
    }

    private static var table: String {
        let lines = operations.sorted { $0.name.text < $1.name.text }.map { operation in
            let who: String
            switch operation.access {
            case .roles(let roles): who = roles.map(\.rawValue).sorted().joined(separator: " ")
            case .everyone(let reason): who = "everyone: \(reason)"
            }
            return "| `\(operation.name)` | \(operation.kind == .command ? "writes" : "reads") | \(who) |"
        }
        return """
            # Who may run what

            Made from the program by its tests; do not edit. Which records somebody sees is decided inside the query.

            | operation | kind | roles |
            | --- | --- | --- |
            \(lines.joined(separator: "\n"))

            """
    }
}
