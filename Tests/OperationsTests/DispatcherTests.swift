import Foundation
import GRDB
import Operations
import Persistence
import PluginKit
import PluginTestKit
import Synchronization
import Testing

@Suite struct DispatcherTests {
    private let office: TestOffice

    init() throws {
        office = try TestOffice(plugins: [LedgerPlugin.self, EchoPlugin.self])
    }

    private func column(_ sql: String) throws -> [String] { try office.read { try String.fetchAll($0, sql: sql) } }
    private func entries() throws -> [String] { try column("SELECT body FROM ledger_entry ORDER BY rowid") }
    private func heard() throws -> [String] { try column("SELECT event FROM echo_heard ORDER BY rowid") }
    private func audit() throws -> [String] {
        try column("SELECT action || ' ' || outcome || ' ' || actor FROM kernel_audit ORDER BY seq")
    }
    private func waiting() throws -> Int {
        try office.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM kernel_outbox") ?? -1 }
    }

    /// Changes the chain behind the program's back.
    private func tamper(_ actor: String) throws {
        try office.dispatcher.store.writer.write { db in
            try db.execute(
                sql: """
                    DROP TRIGGER IF EXISTS kernel_audit_keep_values;
                    UPDATE kernel_audit SET actor = '\(actor)' WHERE seq = 1;
                    """)
        }
    }

    @Test func afterAFailedCheckTheFileIsReadOnlyUntilOnePasses() throws {
        try office.run(AddEntry.self, .init(body: "a"))
        try tamper("somebody")
        try office.run(AddEntry.self, .init(body: "b"))
        let verify = { try self.office.run(VerifyAudit.self, NoInput()) }
        #expect(office.refusals { _ = try verify() }.map(\.message.key) == ["E-INTEGRITY.refusal.auditRow"])
        let add = { try self.office.run(AddEntry.self, .init(body: "c")) }
        #expect(office.refusals { _ = try add() }.map(\.message.key) == ["E-INTEGRITY.refusal.readOnly"])
        #expect(try office.run(ListEntries.self, NoInput()).rows.map(\.body) == ["a", "b"])
        #expect(office.refusals { _ = try verify() }.count == 1)
        try tamper("office")
        _ = try verify()
        _ = try add()
        #expect(try entries() == ["a", "b", "c"])
    }

    @Test func aCommandIsOneTransactionWithOneAuditRecord() throws {
        try office.run(AddEntry.self, .init(body: "a"))
        #expect(try entries() == ["a"])
        #expect(try audit().first == "ledger.add done office")
        let (roles, reason, changes) = try office.read { db in
            let row = try Row.fetchOne(db, sql: "SELECT roles, reason, changes FROM kernel_audit WHERE seq = 1")
            return (row?[0] as String?, row?[1] as String?, row?[2] as String?)
        }
        #expect(roles == "AD IO")
        #expect(reason == "a")
        #expect(changes?.hasPrefix(#"[["entry","#) == true)
        #expect(try office.read { try AuditChain.verify($0) }.count == 4)
    }

    @Test func aRefusalKeepsNothing() throws {
        let refusals = office.refusals { try office.run(AddEntry.self, .init(body: "a", fails: true)) }
        #expect(refusals.map(\.rule) == [.broken])
        #expect(try entries() == [] && audit() == [] && heard() == [] && waiting() == 0)
    }

    @Test func aDryRunKeepsNothingAndAnswers() throws {
        let answer = try office.run(AddEntry.self, .init(body: "a", dryRun: true))
        #expect(answer.sentence.key == "done")
        #expect(try entries() == [] && audit() == [] && heard() == [] && waiting() == 0)
    }

    @Test func deniedAttemptsAreAudited() throws {
        let learner = Principal(account: "xiaoli", roles: [.learner])
        #expect(office.refusals { try office.run(AddEntry.self, .init(body: "a"), as: learner) }.map(\.rule) == [.notPermitted])
        #expect(office.refusals { _ = try office.run(ListEntries.self, NoInput(), as: learner) }.map(\.rule) == [.notPermitted])
        #expect(try audit() == ["ledger.add denied xiaoli", "ledger.list denied xiaoli"])
        #expect(try entries() == [])
    }

    @Test func queriesAreNotAudited() throws {
        _ = try office.run(ListEntries.self, NoInput())
        #expect(try audit() == [])
    }

    @Test func writingToSomebodyElsesTableIsRolledBack() throws {
        let refusals = office.refusals { try office.run(WriteElsewhere.self, NoInput()) }
        #expect(refusals.map(\.message.key) == ["E-INTEGRITY.refusal.foreignWrite"])
        #expect(refusals.first?.message.arguments["table"] == "echo_heard")
        #expect(try entries() == [] && heard() == [] && audit() == [])
    }

    @Test func reactionsFollowOnceAndMayCauseMore() throws {
        try office.run(AddEntry.self, .init(body: "a"))
        #expect(try heard() == [#"["a"]"#, "again"])
        #expect(try waiting() == 0)
        office.dispatcher.deliverEvents()
        #expect(try heard() == [#"["a"]"#, "again"])
        #expect(
            try audit() == [
                "ledger.add done office", "echo.hear done system", "echo.fail done system", "echo.again done system",
            ])
    }

    @Test func aFailingReactionStaysAndTheCommandIsKept() throws {
        let failures = Mutex<[String]>([])
        var dispatcher = office.dispatcher
        dispatcher.reactionFailed = { failure in failures.withLock { $0.append(failure.reaction) } }
        _ = try dispatcher.run(AddEntry.self, .init(body: "trouble"), as: office.office)
        #expect(failures.withLock { $0 } == ["echo.fail"])
        #expect(try entries() == ["trouble"])
        #expect(try heard() == [#"["trouble"]"#, "again"], "the half that failed is rolled back, the other reactions were made")
        #expect(try waiting() == 1)
        try office.run(AddEntry.self, .init(body: "peace"))
        #expect(try waiting() == 0)
        #expect(try heard().filter { $0 == #"["trouble"]"# }.count == 1)
        #expect(try heard().filter { $0 == "half" }.count == 1)
        #expect(try office.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM kernel_inbox") } == 0)
    }

    @Test func operationsRunByNameWithWordsFromAnywhere() throws {
        struct Fixed: DecodableSource {
            func decode<Input: Decodable>(_ type: Input.Type) throws -> Input {
                try JSONDecoder().decode(type, from: Data(#"{"body": "j", "fails": false, "dryRun": false}"#.utf8))
            }
        }
        let operation = try #require(office.registry.operation("ledger.add"))
        #expect(try operation.run(office.dispatcher, Fixed(), office.office).sentence?.key == "done")
        #expect(office.registry.operation("ledger.none") == nil)
        #expect(operation.owner == "ledger")
    }
}
