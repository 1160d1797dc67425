import Foundation
import GRDB
import Persistence
import PluginKit
import Testing

@Suite struct AuditChainTests {
    private let store: Store

    init() throws {
        store = try Store.inMemory(registry: registry())
        try store.write(owner: "kernel") { db in
            for number in 1...5 { try AuditChain.append(entry("note.add.\(number)", reason: number == 3 ? "因\"故\"\n" : nil), in: db) }
        }
    }

    /// What somebody with the file in hand could do: away with the triggers, then change it.
    private func tamper(_ sql: String) throws {
        try store.writer.write { db in
            try db.execute(sql: "DROP TRIGGER kernel_audit_keep_rows; DROP TRIGGER kernel_audit_keep_values; \(sql)")
        }
    }

    private func verification() -> String? { refusal { _ = try store.read { try AuditChain.verify($0) } } }

    @Test func aSoundChainHasAHead() throws {
        let head = try store.read { try AuditChain.verify($0) }
        #expect(head.count == 5)
        #expect(head.hash.count == 64)
        #expect(try head == store.read { try AuditChain.verify($0) })
    }

    @Test func anEmptyChainIsSound() throws {
        let head = try Store.inMemory(registry: registry()).read { try AuditChain.verify($0) }
        #expect(head.count == 0)
    }

    @Test(arguments: [
        "at = '2026-02-25T06:13:20.001Z'", "actor = 'other'", "roles = 'AD'", "action = 'note.remove'", "outcome = 'denied'",
        "changes = '[]'", "reason = NULL", "reason = ''", "reason = 'x'", "previousHash = zeroblob(32)", "hash = zeroblob(32)",
    ])
    func aChangedColumnIsFound(_ change: String) throws {
        try tamper("UPDATE kernel_audit SET \(change) WHERE seq = 3")
        #expect(verification() == "E-INTEGRITY.refusal.auditRow")
    }

    @Test(arguments: [
        ("DELETE FROM kernel_audit WHERE seq = 3", "E-INTEGRITY.refusal.auditGap"),
        ("DELETE FROM kernel_audit WHERE seq = 1", "E-INTEGRITY.refusal.auditGap"),
        ("DELETE FROM kernel_audit WHERE seq >= 4", "E-INTEGRITY.refusal.auditGap"),
        ("DELETE FROM kernel_audit", "E-INTEGRITY.refusal.auditGap"),
        ("UPDATE kernel_audit SET seq = 30 WHERE seq = 3", "E-INTEGRITY.refusal.auditGap"),
        ("UPDATE kernel_audit SET seq = 0 WHERE seq = 3; UPDATE kernel_audit SET seq = 3 WHERE seq = 4; UPDATE kernel_audit SET seq = 4 WHERE seq = 0",
            "E-INTEGRITY.refusal.auditRow"),
    ])
    func aMissingOrMovedRowIsFound(_ sql: String, _ key: String) throws {
        try tamper(sql)
        #expect(verification() == key)
    }

    @Test func missingRowsAreNamed() throws {
        try tamper("DELETE FROM kernel_audit WHERE seq IN (2, 3)")
        let error = #expect(throws: Refusal.self) { try store.read { try AuditChain.verify($0) } }
        #expect(error?.message.arguments == ["first": "2", "last": "3"])
    }

    @Test(arguments: ["DELETE FROM kernel_audit WHERE seq = 5", "UPDATE kernel_audit SET actor = 'x' WHERE seq = 5"])
    func theTablesRefuseChangesByThemselves(_ sql: String) throws {
        let error = #expect(throws: DatabaseError.self) { try store.writer.write { try $0.execute(sql: sql) } }
        #expect(error?.message == "the audit chain is append-only")
        #expect(verification() == nil)
    }

    @Test func aRolledBackRowLeavesNoGap() throws {
        #expect(throws: CancellationError.self) {
            try store.write(owner: "kernel") { db in
                try AuditChain.append(entry("lost"), in: db)
                throw CancellationError()
            }
        }
        try store.write(owner: "kernel") { try AuditChain.append(entry("kept"), in: $0) }
        #expect(try store.read { try AuditChain.verify($0) }.count == 6)
    }

    @Test func digestsDoNotDependOnTheOrderOfKeys() throws {
        struct Left: Encodable { let a = 1, b = "x" }
        struct Right: Encodable { let b = "x", a = 1 }
        #expect(try Digest.of(Left()) == Digest.of(Right()))
        #expect(Digest.sha256(Data("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}
