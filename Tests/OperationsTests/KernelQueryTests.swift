import Operations
import Persistence
import PluginKit
import PluginTestKit
import Testing

@Suite struct KernelQueryTests {
    private let office: TestOffice

    init() throws {
        office = try TestOffice(plugins: [LedgerPlugin.self])
        for number in 1...5 { try office.run(AddEntry.self, .init(body: "\(number)")) }
        _ = office.refusals {
            try office.run(AddEntry.self, .init(body: "x"), as: Principal(account: "xiaoli", roles: [.learner]))
        }
    }

    private func numbers(_ page: Page<AuditRow>) -> [Value] { page.answer.rows.map { $0[0] } }

    @Test func theAuditIsReadPageByPageTheNewestFirst() throws {
        let first = try office.run(ListAudit.self, .init(limit: 4))
        #expect(numbers(first) == [6, 5, 4, 3].map(Value.integer))
        let second = try office.run(ListAudit.self, .init(limit: 4, after: first.next))
        #expect(numbers(second) == [2, 1].map(Value.integer))
        #expect(second.next == nil)
    }

    @Test(arguments: [
        (ListAudit.Input(actor: "xiaoli"), 1), (.init(actor: "office"), 5), (.init(action: "ledger.add"), 6),
        (.init(actor: "office", action: "ledger.list"), 0), (.init(actor: "'; DROP TABLE x"), 0),
    ])
    func theAuditIsFiltered(_ input: ListAudit.Input, _ count: Int) throws {
        #expect(try office.run(ListAudit.self, input).rows.count == count)
    }

    @Test(arguments: [0, -1, 1001])
    func pagesHaveALimit(_ limit: Int) {
        let refusals = office.refusals { _ = try office.run(ListAudit.self, .init(limit: limit)) }
        #expect(refusals.map(\.field) == ["limit"])
    }

    @Test(arguments: Role.all)
    func onlySomeMayReadTheAudit(_ role: Role) {
        let readers: Set<Role> = [.auditor, .administrator, .inspectionOffice, .leadingGroup, .districtCommittee]
        let principal = Principal(account: "p", roles: [role])
        let refusals = office.refusals { _ = try office.run(VerifyAudit.self, NoInput(), as: principal) }
        #expect(refusals.isEmpty == readers.contains(role))
        #expect(office.refusals { _ = try office.run(ExplainRule.self, .init(id: "E-VAL"), as: principal) }.isEmpty)
    }

    @Test func theChainIsVerified() throws {
        let head = try office.run(VerifyAudit.self, NoInput())
        #expect(head.row.head.count == 6)
    }

    @Test func rulesAreExplainedByTheirId() throws {
        let row = try office.run(ExplainRule.self, .init(id: "r-sec-02")).row.row
        #expect(row.rule == .badBackupForTest(in: office))
        #expect(
            office.refusals { _ = try office.run(ExplainRule.self, .init(id: "R-NO-1")) }.map(\.message.key) == [
                "E-NOTFOUND.refusal.rule"
            ])
    }

    @Test func aShortListIsCutWhereSomebodyWantsItAndWholeOtherwise() throws {
        let all = try office.run(ListRules.self, .init()).rows.map(\.rule.id)
        #expect(all.count > 10)
        var seen: [String] = []
        var after: String?
        repeat {
            let page = try office.run(ListRules.self, .init(limit: 7, after: after))
            #expect(page.rows.count == 7 || page.next == nil)
            seen += page.rows.map(\.rule.id)
            after = page.next
        } while after != nil
        #expect(seen == all)
        let wrong = office.refusals { _ = try office.run(ListRules.self, .init(limit: 0)) }
        #expect(wrong.map(\.field) == ["limit"])
        let foreign = office.refusals { _ = try office.run(ListRules.self, .init(after: "?")) }
        #expect(foreign.map(\.field) == ["after"])
    }

    @Test func accountsAreNeededToAct() {
        let unnamed = office.refusals { _ = try office.dispatcher.principal(named: nil) }
        #expect(unnamed.map(\.message.key) == ["E-PERM.refusal.noAccount"])
        let named = office.refusals { _ = try office.dispatcher.principal(named: "li") }
        #expect(named.map(\.message.key) == ["E-PERM.refusal.unknownAccount"])
    }

    @Test func stateOfARecordIsCompared() throws {
        #expect(Instant(office.clock.now).shanghai == "2026-03-01T09:00:00+08:00")
        office.clock.advance(days: 1)
        #expect(Instant(office.clock.now).shanghai == "2026-03-02T09:00:00+08:00")
    }
}

extension Rule {
    fileprivate static func badBackupForTest(in office: TestOffice) -> Rule? {
        office.registry.values(Rules.self).first { $0.id == "R-SEC-02" }
    }
}
